import { useQuery } from '@tanstack/react-query';
import { getMigration, listMigratedCases, migrationResults, stopMigration, type MigratedCase, type Migration } from '@tongban/server/src/kernel/workflow/migration.contract.ts';
import { App, Button, Progress } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { formatDateTime, formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { links } from '../../../shared/links.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import '../processes.css';

const words = text.migration;
const everyMs = 2_000;
const tones: Readonly<Record<MigratedCase['result'], Tone>> = { moved: 'done', refused: 'danger', failed: 'danger' };

const columns: readonly Column<MigratedCase>[] = [
  { key: 'number', title: words.caseColumns.number, width: '15rem', fixed: true, render: (row) => (row.subjectType === 'case' ? <Link className="code" to={links.case(row.subjectId)}>{row.number}</Link> : <span className="code">{row.number}</span>) },
  { key: 'title', title: words.caseColumns.title, render: (row) => row.title },
  { key: 'stood', title: words.caseColumns.stands, width: '11rem', render: (row) => row.stood },
  { key: 'result', title: words.caseColumns.result, width: '26rem', render: (row) => <><Tag tone={tones[row.result]}>{row.resultLabel}</Tag> {row.result === 'moved' ? (row.stands === '' ? words.ends : row.stands) : <span className="small">{row.reason}</span>}</> },
  { key: 'at', title: words.caseColumns.at, width: '9rem', render: (row) => <span className="number">{formatMoment(row.at)}</span> },
];

/** One migration while it runs and after: how far it is, and what became of each case (WFL-03). */
export function MigrationRunPage() {
  const { migrationId = '' } = useParams();
  const migration = useQuery({
    queryKey: [getMigration.id, migrationId], queryFn: () => api.call(getMigration, { params: { migrationId } }), refetchInterval: ({ state: { data } }) => (data?.state === 'running' ? everyMs : false),
  });
  return <PageState query={migration}>{(data) => <Run migration={data} />}</PageState>;
}

function Run({ migration }: { migration: Migration }) {
  const { migrationId, key, from, to, state, stateLabel, total, moved, refused, failed, reason, startedAt, startedByName, endedAt } = migration;
  const [filters, setFilters, reset] = useFilters(['result']);
  const result = migrationResults.find((one) => one === filters.result);
  const looked = moved + refused + failed;
  const paged = usePaged<MigratedCase>({
    // Read anew once it has ended, and meanwhile with the counts.
    key: [listMigratedCases.id, migrationId, result, state === 'running' ? 'running' : 'over'], ...(state === 'running' ? { refetchInterval: everyMs } : {}),
    fetch: (page, signal) => api.call(listMigratedCases, { params: { migrationId }, query: { ...page, ...(result ? { result } : {}) } }, { signal }),
  });
  return (
    <Page
      fill title={words.runTitle(from.version, to.version)} aside={<Tag tone={state === 'running' ? 'todo' : state === 'done' ? 'done' : 'neutral'}>{stateLabel}</Tag>}
      actions={<><Link to={links.process(key)}>{text.draft.toProcess}</Link>{migration.abilities.stop ? <Stop migrationId={migrationId} /> : null}</>}
      bar={<FilterSelect label={words.caseColumns.result} any={words.anyResult} value={result} width={140} options={migrationResults.map((one) => ({ value: one, label: words.results[one] }))} onChange={(next) => setFilters({ result: next })} />}
    >
      <div className="process-run">
        <Progress percent={total === 0 ? 100 : Math.min(100, Math.round((looked / total) * 100))} status={state === 'running' ? 'active' : 'normal'} aria-label={words.runTitle(from.version, to.version)} />
        <p role="status">{words.runSum(total, moved, refused + failed)}</p>
        <p className="muted small">{words.runBy(startedByName, formatDateTime(startedAt), endedAt === null ? '' : formatDateTime(endedAt))}　{words.reasonIs(reason)}</p>
      </div>
      <ListFrame label={words.casesTitle} columns={columns} rowKey={(row) => row.instanceId} paged={paged} minWidth="74rem" empty={state === 'running' ? words.waiting : words.noneLooked} onReset={result === undefined ? undefined : reset} />
    </Page>
  );
}

function Stop({ migrationId }: { migrationId: string }) {
  const stop = useAction(stopMigration);
  const refresh = useRefresh();
  const { modal } = App.useApp();
  const ask = () => modal.confirm({ title: words.stopTitle, content: words.stopLead, okText: words.stop, cancelText: text.cancel, okButtonProps: { danger: true }, onOk: async () => { await stop.run({ params: { migrationId } }, refresh); } });
  return <><Button danger loading={stop.busy} onClick={ask}>{words.stop}</Button><ProblemAlert problem={stop.problem} onClose={stop.clear} /></>;
}
