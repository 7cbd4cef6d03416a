import { useQuery } from '@tanstack/react-query';
import {
  automationModelLabels, automationModels, exportRuns, getStatistics, listRuns, reviewStateLabels, reviewStates, runOutcomeLabels, runOutcomes, type RunLine,
} from '@tongban/server/src/modules/decisioning/contract.ts';
import { Button } from 'antd';
import { api } from '../../shared/api.ts';
import { DueDate, Tag, type Tone } from '../../shared/case/tags.tsx';
import { addDays, formatMoment, today } from '../../shared/format/dates.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { text } from './text.ts';

const titles = text.columns;
export const outcomeTones: Record<RunLine['outcome'], Tone> = { 'working': 'todo', 'approved': 'done', 'suggested': 'neutral', 'to-person': 'warning', 'taken-over': 'neutral' };
export const reviewTones: Record<RunLine['review']['state'], Tone> = { none: 'neutral', open: 'todo', agreed: 'done', overturned: 'danger' };

export const runColumns: readonly Column<RunLine>[] = [
  { key: 'number', title: titles.number, width: '12.5rem', fixed: true, render: (row) => <span className="number">{row.caseNumber}</span> },
  { key: 'item', title: titles.item, width: '15rem', wrap: true, render: (row) => <><span className="list__strong">{row.itemName}</span><br /><span className="faint small">{row.organizationName}</span></> },
  { key: 'applicant', title: titles.applicant, width: '7rem', render: (row) => row.applicantName },
  { key: 'model', title: titles.model, width: '8.5rem', render: (row) => automationModelLabels[row.model] },
  { key: 'outcome', title: titles.outcome, width: '18rem', wrap: true, render: (row) => <><Tag tone={outcomeTones[row.outcome]}>{runOutcomeLabels[row.outcome]}</Tag>{row.reason ? <><br /><span className="faint small">{row.reason}</span></> : null}</> },
  { key: 'started', title: titles.started, width: '8rem', render: (row) => <span className="number">{formatMoment(row.startedAt)}</span> },
  { key: 'time', title: titles.time, width: '6.5rem', align: 'right', render: (row) => text.duration(row.seconds) },
  {
    key: 'review', title: titles.review, width: '10rem',
    render: (row) => (row.review.state === 'none' ? <span className="faint">{text.none}</span> : <><Tag tone={reviewTones[row.review.state]}>{reviewStateLabels[row.review.state]}</Tag>{row.review.state === 'open' ? <> <DueDate date={row.review.dueOn} over={row.review.overdue} /></> : null}</>),
  },
];

/** What the platform did, newest first; each opens its explanation (DEC-03). */
export function RunList({ onOpen }: { onOpen: (caseId: string) => void }) {
  const [filters, setFilters, reset] = useFilters(['tab', 'q', 'model', 'outcome', 'review', 'organizationId', 'from', 'to']);
  const model = automationModels.find((one) => one === filters.model);
  const outcome = runOutcomes.find((one) => one === filters.outcome);
  const review = reviewStates.find((one) => one === filters.review);
  const { organizationId, from, to } = filters;
  const query = {
    ...(filters.q ? { q: filters.q } : {}), ...(model ? { model } : {}), ...(outcome ? { outcome } : {}), ...(review ? { review } : {}), ...(organizationId ? { organizationId } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}),
  };
  const paged = useListed(listRuns, query, { refetchInterval: 30_000 });
  const year = { from: addDays(today(), -365), to: today(), by: 'organization' as const };
  const departments = useQuery({ queryKey: [getStatistics.id, year], queryFn: () => api.call(getStatistics, { query: year }) }).data?.lines ?? [];
  const filtered = Object.keys(query).length > 0;
  const clear = () => { const { tab } = filters; reset(); setFilters({ tab }); };
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={filters.q} placeholder={text.searchRuns} onChange={(q) => setFilters({ q })} />
        <FilterSelect label={titles.department} any={text.anyDepartment} value={organizationId} width={180} search options={departments.map(({ key, name }) => ({ value: key, label: name }))} onChange={(next) => setFilters({ organizationId: next })} />
        <FilterSelect label={titles.model} any={text.anyModel} value={model} width={150} options={automationModels.map((one) => ({ value: one, label: automationModelLabels[one] }))} onChange={(next) => setFilters({ model: next })} />
        <FilterSelect label={titles.outcome} any={text.anyOutcome} value={outcome} width={130} options={runOutcomes.map((one) => ({ value: one, label: runOutcomeLabels[one] }))} onChange={(next) => setFilters({ outcome: next })} />
        <FilterSelect label={titles.review} any={text.anyReview} value={review} width={120} options={reviewStates.map((one) => ({ value: one, label: reviewStateLabels[one] }))} onChange={(next) => setFilters({ review: next })} />
        <DateField value={from} placeholder={text.from} onChange={(next) => setFilters({ from: next })} />
        <DateField value={to} placeholder={text.to} onChange={(next) => setFilters({ to: next })} />
        {filtered ? <Button type="link" onClick={clear}>{text.reset}</Button> : null}
        <Button href={api.url(exportRuns, { query })}>{text.export}</Button>
      </div>
      <ListFrame<RunLine> label={text.tabs.results} columns={runColumns} rowKey={(row) => row.caseId} paged={paged} minWidth="86rem" empty={text.emptyRuns} onReset={filtered ? clear : undefined} onOpen={(row) => onOpen(row.caseId)} />
    </>
  );
}
