import { dispatchKindLabels, dispatchKinds, dispatchOutcomeLabels, dispatchOutcomes, listDispatchRecords, type DispatchRecord } from '@tongban/server/src/modules/dispatch/contract.ts';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { DueDate, Tag, type Tone } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { useHolds } from '../../shared/session/session.ts';
import { RedispatchDialog } from './RedispatchDialog.tsx';
import { text } from './text.ts';

const words = text.records;
const mostAtOnce = 100;
export const outcomeTones: Record<DispatchRecord['outcome'], Tone> = { 'by-rule': 'done', 'by-process': 'neutral', 'fell-back': 'warning', 'nobody': 'danger', 'by-person': 'todo' };

/** Where each task is dispatched now; those that are open can be given to others, one or several (DEC-07). */
export function RecordList({ onOpen }: { onOpen: (recordId: string) => void }) {
  const [filters, setFilters, reset] = useFilters(['tab', 'q', 'kind', 'outcome', 'open', 'ruleSetId', 'place', 'post', 'named', 'from', 'to']);
  const kind = dispatchKinds.find((one) => one === filters.kind);
  const outcome = dispatchOutcomes.find((one) => one === filters.outcome);
  const { q, ruleSetId, place, post, named, from, to } = filters;
  const query = {
    ...(q ? { q } : {}), ...(kind ? { kind } : {}), ...(outcome ? { outcome } : {}), ...(filters.open ? { open: true } : {}), ...(ruleSetId ? { ruleSetId } : {}), ...(place ? { targetOrganizationId: place } : {}),
    ...(post ? { targetPostCode: post } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}),
  };
  const paged = useListed(listDispatchRecords, query, { refetchInterval: 30_000 });
  const redispatches = useHolds('dispatch.task.redispatch');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [sending, setSending] = useState<readonly DispatchRecord[]>();
  const shown = paged.rows.filter(({ abilities }) => abilities.redispatch).slice(0, mostAtOnce);
  const selected = shown.filter(({ id }) => chosen.has(id));
  const filtered = Object.keys(query).length > 0;
  const clear = () => { reset(); setFilters({ tab: 'records' }); };
  const toggle = (ids: readonly string[], on: boolean) => setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  return (
    <>
      <div className="wb-page__bar">
        <SearchField value={q} placeholder={words.search} onChange={(next) => setFilters({ q: next })} />
        <FilterSelect label={text.rules.kind} any={words.anyKind} value={kind} width={120} options={dispatchKinds.map((one) => ({ value: one, label: dispatchKindLabels[one] }))} onChange={(next) => setFilters({ kind: next })} />
        <FilterSelect label={words.columns.outcome} any={words.anyOutcome} value={outcome} width={140} options={dispatchOutcomes.map((one) => ({ value: one, label: dispatchOutcomeLabels[one] }))} onChange={(next) => setFilters({ outcome: next })} />
        <Checkbox checked={filters.open !== undefined} onChange={({ target }) => setFilters({ open: target.checked ? '1' : undefined })}>{words.onlyOpen}</Checkbox>
        <DateField value={from} placeholder={words.from} onChange={(next) => setFilters({ from: next })} />
        <DateField value={to} placeholder={words.to} onChange={(next) => setFilters({ to: next })} />
        {named ? <Tag tone="todo">{words.filteredBy(named)}</Tag> : null}
        {filtered ? <Button type="link" onClick={clear}>{text.reset}</Button> : null}
        {selected.length > 0 ? <><Button type="primary" onClick={() => setSending(selected)}>{words.selected(selected.length)}</Button><Button type="link" onClick={() => setChosen(new Set())}>{words.clear}</Button></> : null}
      </div>
      <ListFrame<DispatchRecord>
        label={text.tabs.records} rowKey={(row) => row.id} paged={paged} minWidth="78rem" empty={words.empty} onReset={filtered ? clear : undefined} onOpen={(row) => onOpen(row.id)}
        rowTone={({ outcome: how }) => (how === 'nobody' ? 'danger' : how === 'fell-back' ? 'warning' : undefined)}
        columns={[...(redispatches ? [selectColumn(shown, chosen, toggle)] : []), ...columns, ...(redispatches ? [redispatchColumn((row) => setSending([row]))] : [])]}
      />
      {sending ? <RedispatchDialog records={sending} onClose={() => { setSending(undefined); setChosen(new Set()); }} /> : null}
    </>
  );
}

function selectColumn(shown: readonly DispatchRecord[], chosen: ReadonlySet<string>, toggle: (ids: readonly string[], on: boolean) => void): Column<DispatchRecord> {
  const count = shown.filter(({ id }) => chosen.has(id)).length;
  return {
    key: 'select', width: '2.75rem', fixed: true,
    title: <Checkbox aria-label={words.selectAll} disabled={shown.length === 0} checked={count > 0 && count === shown.length} indeterminate={count > 0 && count < shown.length} onChange={({ target }) => toggle(shown.map(({ id }) => id), target.checked)} />,
    render: (row) => (row.abilities.redispatch ? <Checkbox aria-label={words.selectOne(row.caseNumber, row.taskName)} checked={chosen.has(row.id)} onChange={({ target }) => toggle([row.id], target.checked)} /> : null),
  };
}

function redispatchColumn(send: (row: DispatchRecord) => void): Column<DispatchRecord> {
  return { key: 'redispatch', title: '', width: '4.5rem', fixed: true, render: (row) => (row.abilities.redispatch ? <Button size="small" onClick={() => send(row)}>{words.redispatch}</Button> : null) };
}

const titles = words.columns;
const columns: readonly Column<DispatchRecord>[] = [
  { key: 'number', title: titles.number, width: '13.5rem', wrap: true, render: (row) => <><span className="list__strong">{row.itemName}</span><br /><span className="number faint small">{row.caseNumber}</span></> },
  { key: 'task', title: titles.task, width: '7.5rem', wrap: true, render: (row) => <>{row.taskName}<br /><span className="faint small">{row.kindLabel}</span></> },
  { key: 'outcome', title: titles.outcome, width: '12rem', wrap: true, render: (row) => <><Tag tone={outcomeTones[row.outcome]}>{row.outcomeLabel}</Tag>{row.reason && row.reasonCode !== 'no-rule' ? <><br /><span className="faint small">{row.reason}</span></> : null}</> },
  { key: 'target', title: titles.target, wrap: true, render: (row) => row.target },
  { key: 'rule', title: titles.rule, width: '12.5rem', wrap: true, render: (row) => (row.rule && row.rule.rows.length > 0 ? <>{row.rule.name}<br /><span className="faint small">{text.rules.version(row.rule.number)}　{words.rows(row.rule.rows)}</span></> : row.byName ?? <span className="faint">{text.none}</span>) },
  { key: 'at', title: titles.at, width: '6.75rem', render: (row) => <span className="number">{formatMoment(row.at)}</span> },
  { key: 'state', title: titles.state, width: '8rem', wrap: true, render: (row) => <State row={row} /> },
];

function State({ row: { state, handlerName, dueOn, overdue } }: { row: DispatchRecord }) {
  if (state === null) return <span className="faint">{text.none}</span>;
  const open = state === 'waiting' || state === 'taken';
  return <>{words.states[state]}{handlerName === null ? '' : `　${handlerName}`}{open && dueOn !== null ? <><br /><DueDate date={dueOn} over={overdue} /></> : null}</>;
}
