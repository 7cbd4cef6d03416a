import { listMergeGroups, listMerges, undoMerge, type MergeGroup, type MergeRecord } from '@tongban/server/src/modules/materials/contract.ts';
import { App, Button, Checkbox, Popconfirm, Radio, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Tag } from '../../shared/case/tags.tsx';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import type { Paged } from '../../shared/list/use-paged.ts';
import { links } from '../../shared/links.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { problemOf } from '../../shared/api.ts';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { MaterialsFrame } from './MaterialsFrame.tsx';
import { MaterialStateTag } from './MaterialStateTag.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { useRefresh } from './refresh.ts';
import { text } from './text.ts';

const words = text.merge;
const pickId = (id: string): string => `merge-${id}`;

/** 同名归并: groups that share a name, and what was merged. */
export function MergePage() {
  const [filters, setFilters] = useFilters(['tab']);
  const history = filters.tab === 'history';
  return (
    <MaterialsFrame
      section="merge"
      bar={
        <>
          <Segmented
            value={history ? 'history' : 'groups'}
            options={[
              { value: 'groups', label: words.groups },
              { value: 'history', label: words.history },
            ]}
            onChange={(tab) => setFilters({ tab: tab === 'groups' ? undefined : tab })}
          />
          <span className="muted small">{history ? '' : words.lead}</span>
        </>
      }
    >
      {history ? <History /> : <Groups />}
    </MaterialsFrame>
  );
}

function Groups() {
  const [choice, setChoice] = useState<{ keptId: string; mergedIds: readonly string[] }>();
  const refresh = useRefresh();
  const mayMerge = useHolds('materials.material.merge');
  const paged = useListed(listMergeGroups, {}, { limit: 20 });
  const [title, detail] = words.empty;
  return (
    <div className="materials__scroll">
      {paged.failure ? <ProblemAlert problem={problemOf(paged.failure)} onRetry={paged.refresh} /> : null}
      {!paged.loading && paged.rows.length === 0 && !paged.failure ? <Empty title={title ?? ''}>{detail}</Empty> : null}
      {paged.rows.map((group) => (
        <Group key={group.materials.map(({ id }) => id).join()} group={group} mayMerge={mayMerge} onPreview={setChoice} />
      ))}
      <More paged={paged} />
      {choice ? (
        <MergeDialog
          {...choice}
          onClose={() => setChoice(undefined)}
          onDone={() => {
            setChoice(undefined);
            refresh();
          }}
        />
      ) : null}
    </div>
  );
}

function More<T>({ paged }: { paged: Paged<T> }) {
  return paged.hasMore ? (
    <Button type="link" loading={paged.loadingMore} onClick={paged.more}>
      {'…'}
    </Button>
  ) : null;
}

interface GroupProps {
  group: MergeGroup;
  mayMerge: boolean;
  onPreview: (choice: { keptId: string; mergedIds: readonly string[] }) => void;
}

function Group({ group, mayMerge, onPreview }: GroupProps) {
  const [kept, setKept] = useState(group.materials.find(({ state }) => state === 'active')?.id ?? '');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const merged = group.materials.filter(({ id }) => id !== kept && !left.has(id)).map(({ id }) => id);
  const toggle = (id: string, on: boolean) => setLeft((before) => new Set(on ? [...before].filter((one) => one !== id) : [...before, id]));
  const firstPick = pickId(group.materials.find(({ id }) => id !== kept)?.id ?? '');
  const missing = useMissing({ [firstPick]: kept === '' ? words.noneToKeep : merged.length === 0 && words.needMerged });
  return (
    <section className="materials__group" aria-label={group.sharedNames.join('、')}>
      <header>
        <span className="muted small">{`${words.shared}：${group.sharedNames.join('、')}`}</span>
        {mayMerge ? (
          <>
            <Lack text={missing.of(firstPick)} />
            <Button size="small" onClick={() => { if (missing.check()) onPreview({ keptId: kept, mergedIds: merged }); }}>{words.preview}</Button>
          </>
        ) : null}
      </header>
      <table className="materials__candidates">
        <thead>
          <tr>
            <th scope="col">{words.keep}</th>
            <th scope="col">{words.into}</th>
            <th scope="col">{text.columns.code}</th>
            <th scope="col">{text.columns.name}</th>
            <th scope="col">{text.columns.authority}</th>
            <th scope="col" className="is-right">
              {text.columns.uses}
            </th>
            <th scope="col" className="is-right">
              {text.columns.files}
            </th>
            <th scope="col">{text.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {group.materials.map((material) => (
            <tr key={material.id}>
              <td>
                <Radio aria-label={`${words.keep} ${material.name}`} checked={kept === material.id} disabled={material.state !== 'active'} onChange={() => setKept(material.id)} />
              </td>
              <td>
                <Checkbox
                  id={pickId(material.id)}
                  aria-label={`${words.into} ${material.name}`}
                  checked={kept !== material.id && !left.has(material.id)}
                  disabled={kept === material.id}
                  onChange={(event) => toggle(material.id, event.target.checked)}
                />
              </td>
              <td className="number">{material.code}</td>
              <td>
                <Link to={links.material(material.code)}>{material.name}</Link>
                {material.aliases.length > 0 ? <span className="faint small">　{material.aliases.join('、')}</span> : null}
              </td>
              <td>{material.issuingAuthority ?? text.none}</td>
              <td className="number is-right">{material.itemCount}</td>
              <td className="number is-right">{material.fileCount}</td>
              <td>
                <MaterialStateTag state={material.state} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function History() {
  const { message } = App.useApp();
  const refresh = useRefresh();
  const paged = useListed(listMerges, {}, { limit: 30 });
  const { run, problem, clear } = useAction(undoMerge);
  const [title] = words.emptyHistory;
  const undo = (record: MergeRecord) => {
    void run({ params: { mergeId: record.id } }, () => {
      void message.success(words.undone);
      refresh();
    });
  };
  return (
    <div className="materials__scroll">
      <ProblemAlert problem={problem} onRefresh={refresh} onClose={clear} />
      {!paged.loading && paged.rows.length === 0 ? <Empty title={title ?? ''} /> : null}
      {paged.rows.map((record) => (
        <section key={record.id} className="materials__group">
          <header>
            <span>
              <Link to={links.material(record.kept.code)}>{`${record.kept.code} ${record.kept.name}`}</Link>
              <span className="muted">{`　${words.into}：`}</span>
              {record.merged.map(({ code, name }) => `${code} ${name}`).join('、')}
            </span>
            {record.undoneAt ? <Tag>{words.undone}</Tag> : null}
            {record.abilities.undo ? (
              <Popconfirm title={words.undoTitle} description={words.undoLead} okText={words.undo} cancelText={text.cancel} onConfirm={() => undo(record)}>
                <Button size="small">{words.undo}</Button>
              </Popconfirm>
            ) : null}
          </header>
          <p className="small muted">
            {`${words.by(record.mergedByName, formatDateTime(record.mergedAt))}　${record.reason}`}
            {record.undoneAt ? `　${words.undoneBy(record.undoneByName ?? '', formatDateTime(record.undoneAt))}` : ''}
          </p>
        </section>
      ))}
      <More paged={paged} />
    </div>
  );
}
