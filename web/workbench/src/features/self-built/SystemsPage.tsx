import { ReloadOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { disclosureLabels, listSystems, outstandingGroups, tryConnection, type SystemView } from '@tongban/server/src/modules/self-built/contract.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { Facts, Page } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { SystemDialog } from './SystemDialog.tsx';
import { text } from './text.ts';
import './self-built.css';

const tones = { up: 'done', down: 'danger', idle: 'neutral', disabled: 'neutral' } as const;

type Dialog = { kind: 'add' } | { kind: 'edit' | 'keys'; systemId: string };

/** The self-built systems of the city: whether they answer, what waits, their settings and keys (INT-04). */
export function SystemsPage() {
  const client = useQueryClient();
  const manages = useHolds('self-built.system.manage');
  const systems = useQuery({ queryKey: [listSystems.id], refetchInterval: 30_000, queryFn: async () => (await api.call(listSystems, {})).items });
  const [dialog, setDialog] = useState<Dialog>();
  const refresh = () => { void client.invalidateQueries({ queryKey: [listSystems.id] }); };
  const close = () => {
    setDialog(undefined);
    refresh();
  };
  const add = manages ? <Button type="primary" onClick={() => setDialog({ kind: 'add' })}>{text.add}</Button> : null;
  const [emptyTitle, emptyDetail] = text.empty;
  const opened = dialog && dialog.kind !== 'add' ? systems.data?.find(({ id }) => id === dialog.systemId) : undefined;
  return (
    <Page title={text.title} actions={<><Button icon={<ReloadOutlined />} onClick={refresh}>{text.refresh}</Button>{add}</>}>
      <QueryState query={systems}>
        {(items) => (items.length === 0 ? <Empty title={emptyTitle}>{emptyDetail}</Empty>
          : <div className="self-built-systems">{items.map((system) => <System key={system.id} system={system} manages={manages} onOpen={setDialog} onDone={refresh} />)}</div>)}
      </QueryState>
      {dialog?.kind === 'add' ? <SystemDialog system={undefined} onClose={close} /> : null}
      {dialog?.kind === 'edit' && opened ? <SystemDialog system={opened} onClose={close} /> : null}
      {dialog?.kind === 'keys' && opened ? <KeysDialog system={opened} onClose={close} /> : null}
    </Page>
  );
}

function System({ system, manages, onOpen, onDone }: { system: SystemView; manages: boolean; onOpen: (dialog: Dialog) => void; onDone: () => void }) {
  const { message } = App.useApp();
  const trial = useAction(tryConnection);
  const { id, name, connection, outstanding, items, keys } = system;
  const { facts } = text;
  const at = (label: string, value: string | null) => (value === null ? [] : [{ label, value: <span className="number">{formatMoment(value)}</span> }]);
  const attempt = () => {
    void trial.run({ params: { systemId: id } }, ({ ok, reason }) => {
      void (ok ? message.success(text.trial.ok) : message.error(text.trial.failed(reason ?? '')));
      onDone();
    });
  };
  return (
    <section className="frame self-built-system" aria-label={name}>
      <h2>{name}　<Tag tone={tones[connection.state]}>{text.states[connection.state]}</Tag></h2>
      <ProblemAlert problem={trial.problem} onClose={trial.clear} />
      <ul className="self-built-system__figures">
        {outstandingGroups.map((group) => (
          <li key={group}><span className="muted small">{text.groups[group]}</span><b className={group === 'troubled' && outstanding[group] > 0 ? 'is-danger' : ''}>{text.count(outstanding[group])}</b></li>
        ))}
      </ul>
      <Facts items={[
        { label: facts.department, value: system.organizationName }, { label: facts.items, value: items.map((item) => item.name).join('、') || facts.noItems }, { label: facts.disclosure, value: disclosureLabels[system.disclosure] }, { label: facts.entry, value: system.entryUrl }, { label: facts.service, value: system.serviceUrl },
        { label: facts.keys, value: facts.keyCount(keys.filter(({ endedAt }) => endedAt === null).length) }, ...at(facts.lastOk, connection.lastOkAt), ...at(facts.down, connection.downSince), ...at(facts.nextTry, connection.nextTryAt),
        ...(connection.lastError === null ? [] : [{ label: facts.error, value: connection.lastError }]),
      ]} />
      <div className="self-built-system__buttons">
        <Link to={links.selfBuiltSystem(id)}><Button>{text.open}</Button></Link>
        {manages ? (
          <>
            <Button onClick={() => onOpen({ kind: 'edit', systemId: id })}>{text.edit}</Button><Button onClick={() => onOpen({ kind: 'keys', systemId: id })}>{text.keys.open}</Button><Button loading={trial.busy} onClick={attempt}>{text.trial.run}</Button>
          </>
        ) : null}
      </div>
    </section>
  );
}
