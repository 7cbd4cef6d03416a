import { useQuery } from '@tanstack/react-query';
import { getRuleSet } from '@tongban/server/src/kernel/rules/contract.ts';
import { exportRuns, listRuns, type RuleRunLine } from '@tongban/server/src/kernel/rules/run.contract.ts';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { ListPage } from '../../../shared/list/ListPage.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { links } from '../../../shared/links.ts';
import { PageState } from '../../../shared/page/PageState.tsx';
import { text as shared } from '../../../shared/text.ts';
import { text } from '../text.ts';
import { RunDrawer } from './RunDrawer.tsx';
import '../rules.css';

const words = text.runs;
const outcomes = ['decided', 'failed'] as const;

const columns: readonly Column<RuleRunLine>[] = [
  { key: 'at', title: words.columns.at, width: '11rem', fixed: true, render: (row) => <span className="number">{formatDateTime(row.at)}</span> },
  { key: 'subject', title: words.columns.subject, width: '14rem', render: (row) => (row.subjectLabel === null ? <span className="faint">{words.unknown}</span> : <span className="number">{row.subjectLabel}</span>) },
  { key: 'version', title: words.columns.version, width: '6rem', render: (row) => shared.versions.number(row.versionNumber) },
  { key: 'outcome', title: words.columns.outcome, width: '7rem', render: (row) => <Tag tone={row.decided ? 'done' : 'warning'}>{words.outcomes[row.decided ? 'decided' : 'failed']}</Tag> },
  { key: 'summary', title: words.columns.summary, wrap: true, render: (row) => row.summary },
  { key: 'actor', title: words.columns.actor, width: '9rem', render: (row) => <span className="muted">{row.actorName ?? words.unknown}</span> },
];

/** Every run of a rule set over real data: of which case, by which version, what came of it (DEC-02). */
export function RunsPage() {
  const { ruleSetId = '' } = useParams();
  const detail = useQuery({ queryKey: [getRuleSet.id, ruleSetId], queryFn: () => api.call(getRuleSet, { params: { ruleSetId } }) });
  return <PageState query={detail}>{({ name, versions, published }) => <Runs ruleSetId={ruleSetId} name={name} versions={versions} back={published?.versionId ?? versions[0]?.id} />}</PageState>;
}

interface RunsProps { ruleSetId: string; name: string; versions: readonly { id: string; number: number; stateLabel: string }[]; back: string | undefined }

function Runs({ ruleSetId, name, versions, back }: RunsProps) {
  const [filters, setFilters] = useFilters(['q', 'versionId', 'outcome', 'from', 'to', 'run']);
  const { q, versionId, from, to, run } = filters;
  const outcome = outcomes.find((one) => one === filters.outcome);
  const query = { ...(q ? { q } : {}), ...(versionId ? { versionId } : {}), ...(outcome ? { outcome } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const paged = usePaged<RuleRunLine>({ key: [listRuns.id, ruleSetId, query], fetch: (page, signal) => api.call(listRuns, { params: { ruleSetId }, query: { ...query, ...page } }, { signal }) });
  return (
    <ListPage
      title={words.title(name)} search={words.search} values={filters} onFilter={setFilters} kept={['run']} onReset={() => setFilters({ q: undefined, versionId: undefined, outcome: undefined, from: undefined, to: undefined })}
      actions={<>{back === undefined ? null : <Link to={links.ruleVersion(back)}>{words.back}</Link>}<Button href={api.url(exportRuns, { params: { ruleSetId }, query })}>{words.export}</Button></>}
      filters={[
        { key: 'versionId', label: words.version, any: words.anyVersion, width: 160, options: versions.map((one) => ({ value: one.id, label: `${shared.versions.number(one.number)}（${one.stateLabel}）` })) },
        { key: 'outcome', label: words.outcome, any: words.anyOutcome, width: 130, options: outcomes.map((one) => ({ value: one, label: words.outcomes[one] })) },
      ]}
      more={<><DateField value={from} placeholder={words.from} onChange={(next) => setFilters({ from: next })} /><DateField value={to} placeholder={words.to} onChange={(next) => setFilters({ to: next })} /></>}
      list={{ columns, rowKey: (row) => row.id, paged, minWidth: '70rem', empty: words.empty, onOpen: ({ id }) => setFilters({ run: id }) }}
    >
      <RunDrawer runId={run} onClose={() => setFilters({ run: undefined })} />
    </ListPage>
  );
}
