import { useQuery } from '@tanstack/react-query';
import { listDuties, saveDuties, type Duty } from '@tongban/server/src/modules/directory/claim.contract.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { OrganizationPicker } from '../../../shared/OrganizationPicker.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useHolds, useSession } from '../../../shared/session/session.ts';
import { text as sharedText } from '../../../shared/text.ts';
import { useAction } from '../../../shared/use-action.ts';
import { useDictionaries } from '../../../shared/use-dictionary.ts';
import { useRefresh } from '../refresh.ts';
import { GuidanceName } from './GuidanceName.tsx';
import { text } from '../text.ts';

const words = text.claims.duties;

/** Codes of published directories; others are names already. */
const codePattern = /^[0-9A-Za-z]{1,20}$/;

type Chosen = { id: string; name: string } | undefined;

/** Which department of the reader's region takes the entries of each guiding department. */
export function DutyList() {
  const regionCode = useSession().account.organization?.regionCode ?? '';
  const query = useQuery({ queryKey: [listDuties.id, regionCode], queryFn: () => api.call(listDuties, { query: { regionCode } }) });
  return <QueryState query={query}>{({ items }) => <Duties key={JSON.stringify(items)} duties={items} regionCode={regionCode} />}</QueryState>;
}

function Duties({ duties, regionCode }: { duties: readonly Duty[]; regionCode: string }) {
  const [changes, setChanges] = useState<ReadonlyMap<string, Chosen>>(new Map());
  const mayEdit = useHolds('directory.entry.edit');
  const nameOf = useDictionaries(['guidance-department']);
  const { run, busy, problem } = useAction(saveDuties);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const change = (guidance: string, chosen: Chosen) => setChanges((before) => new Map(before).set(guidance, chosen));
  const chosenOf = (duty: Duty): Chosen => (changes.has(duty.guidanceDepartment) ? changes.get(duty.guidanceDepartment) : duty.organization ?? undefined);
  const columns: Column<Duty>[] = [
    { key: 'guidance', title: words.columns.guidance, render: (row) => <GuidanceName code={row.guidanceDepartment} name={nameOf('guidance-department', row.guidanceDepartment)} mayEdit={mayEdit && codePattern.test(row.guidanceDepartment)} /> },
    { key: 'count', title: words.columns.count, width: '6.5rem', align: 'right', render: (row) => <span className="number">{row.entryCount}</span> },
    {
      key: 'department', title: words.columns.department, width: '26rem',
      render: (row) => {
        const chosen = chosenOf(row);
        if (!mayEdit) return chosen?.name ?? <span className="faint">{text.claims.unassigned}</span>;
        return <OrganizationPicker value={chosen?.id} name={chosen?.name} allowClear placeholder={words.none} onChange={(next) => change(row.guidanceDepartment, next)} />;
      },
    },
    {
      key: 'suggestion', title: '', width: '16rem',
      render: (row) => {
        const { suggestion } = row;
        if (row.organization?.closed && !changes.has(row.guidanceDepartment)) return <Tag tone="danger">{text.claims.closed}</Tag>;
        return suggestion && !chosenOf(row) && mayEdit ? <Button type="link" size="small" onClick={() => change(row.guidanceDepartment, suggestion)}>{words.suggested(suggestion.name)}</Button> : null;
      },
    },
  ];
  const save = () => {
    if (changes.size === 0) return void message.info(sharedText.missing.unchanged);
    void run({ body: { regionCode, duties: [...changes].map(([guidanceDepartment, chosen]) => ({ guidanceDepartment, organizationId: chosen?.id ?? null })) } }, () => {
      void message.success(words.saved);
      refresh();
    });
  };
  const [emptyTitle, emptyDetail] = words.empty;
  return (
    <>
      <div className="wb-page__bar">
        <span className="directory__note">{words.lead}</span>
        <span className="grow" />
        {mayEdit ? <Button type="primary" loading={busy} onClick={save}>{words.save}</Button> : null}
      </div>
      <ProblemAlert problem={problem} />
      <div className="frame">
        <ListTable label={text.claims.views.duties} columns={columns} rows={duties} rowKey={(row) => row.guidanceDepartment} minWidth="58rem" empty={<Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty>} />
      </div>
    </>
  );
}
