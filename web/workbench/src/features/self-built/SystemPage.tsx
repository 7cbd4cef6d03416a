import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { linkStateLabels, listOutstanding, listSystems, outstandingGroups, pullNow, type OutstandingGroup } from '@tongban/server/src/modules/self-built/contract.ts';
import { App, Button, Segmented } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../shared/api.ts';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { usePaged } from '../../shared/list/use-paged.ts';
import type { RowOf } from '../../shared/list/use-listed.ts';
import { Page } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { Comparisons } from './Comparisons.tsx';
import { Refusals } from './Refusals.tsx';
import { text } from './text.ts';
import './self-built.css';

const words = text.list;
const tabs = ['outstanding', 'reconciliations', 'refusals'] as const;
type Tab = (typeof tabs)[number];
type Row = RowOf<typeof listOutstanding>;

const moment = (value: string | null) => <span className="number">{value === null ? '—' : formatMoment(value)}</span>;

const columns: readonly Column<Row>[] = [
  { key: 'number', title: words.number, width: '14rem', fixed: true, render: (row) => <span className="list__strong number">{row.caseNumber}</span> },
  { key: 'item', title: words.item, width: '14rem', wrap: true, render: (row) => row.itemName },
  { key: 'state', title: words.state, wrap: true, render: (row) => <>{linkStateLabels[row.state]}{row.trouble === null ? null : <><br /><span className="self-built-trouble small">{words.trouble}：{row.trouble}</span></>}</> },
  { key: 'registered', title: words.registered, width: '8rem', render: (row) => moment(row.registeredAt) },
  { key: 'entered', title: words.entered, width: '8rem', render: (row) => moment(row.enteredAt) },
  { key: 'reported', title: words.reported, width: '8rem', render: (row) => moment(row.lastReportAt) },
  { key: 'sequence', title: words.sequence, width: '5.5rem', align: 'right', render: (row) => row.lastSequence },
  { key: 'next', title: words.next, width: '8rem', render: (row) => moment(row.nextPullAt) },
];

/** What waits at one self-built system, the comparisons with it and its reports that were refused. */
export function SystemPage() {
  const { systemId = '' } = useParams();
  const navigate = useNavigate();
  const [filters, setFilters] = useFilters(['tab', 'group']);
  const systems = useQuery({ queryKey: [listSystems.id], queryFn: async () => (await api.call(listSystems, {})).items });
  const system = systems.data?.find(({ id }) => id === systemId);
  const tab = tabs.find((one) => one === filters.tab) ?? 'outstanding';
  return (
    <Page
      fill title={system?.name ?? text.title} aside={system ? <span className="muted">{system.organizationName}</span> : null}
      actions={<Button icon={<ArrowLeftOutlined />} onClick={() => { void navigate(links.selfBuiltSystems()); }}>{text.back}</Button>}
      bar={<Segmented<Tab> value={tab} options={tabs.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ tab: next, group: undefined })} />}
    >
      {tab === 'outstanding' ? <Outstanding systemId={systemId} group={outstandingGroups.find((one) => one === filters.group) ?? 'not-entered'} onGroup={(group) => setFilters({ group })} /> : null}
      {tab === 'reconciliations' ? <Comparisons systemId={systemId} /> : null}
      {tab === 'refusals' ? <Refusals systemId={systemId} /> : null}
    </Page>
  );
}

function Outstanding({ systemId, group, onGroup }: { systemId: string; group: OutstandingGroup; onGroup: (group: OutstandingGroup) => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const manages = useHolds('self-built.system.manage');
  const { run, busy, problem, clear } = useAction(pullNow);
  const paged = usePaged<Row>({
    key: [listOutstanding.id, systemId, group], fetch: (page, signal) => api.call(listOutstanding, { params: { systemId }, query: { group, ...page } }, { signal }),
  });
  const pull = (caseIds: string[]) => {
    void run({ params: { systemId }, body: { caseIds } }, ({ asked, taken, refused }) => {
      void message.info(words.pulled(asked, taken, refused));
      void client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('self-built.') });
    });
  };
  const action: Column<Row> = {
    key: 'action', title: words.action, width: '5rem', fixed: true, render: (row) => <span className="row-buttons"><Button size="small" type="link" disabled={busy} onClick={() => pull([row.caseId])}>{words.pull}</Button></span>,
  };
  return (
    <>
      <div className="wb-page__bar">
        <Segmented<OutstandingGroup> value={group} options={outstandingGroups.map((one) => ({ value: one, label: text.groups[one] }))} onChange={onGroup} />
        {manages ? <Button loading={busy} onClick={() => pull([])}>{words.pullAll}</Button> : null}
      </div>
      <ProblemAlert problem={problem} onClose={clear} />
      <ListFrame cards label={text.tabs.outstanding} columns={manages ? [...columns, action] : columns} rowKey={(row) => row.caseId} paged={paged} minWidth="80rem" empty={words.empty[group]} />
    </>
  );
}
