import { useQuery } from '@tanstack/react-query';
import { envelopeViews, exportEnvelopes, legLabels, legs, listEnvelopes, summariseEnvelopes, type EnvelopeFilter, type EnvelopeLine, type EnvelopeViewName, type Leg } from '@tongban/server/src/modules/custody/contract.ts';
import { Button, Checkbox, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, Tag } from '../../shared/case/tags.tsx';
import { links } from '../../shared/links.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { text as sharedText } from '../../shared/text.ts';
import { MakeBatchDialog } from './MakeBatchDialog.tsx';
import { text } from './text.ts';
import { toneOf } from './tones.ts';

const { columns: titles, any } = text;
const narrowing = ['q', 'side', 'leg', 'destinationId', 'from', 'to'] as const;
type Filters = Partial<Record<(typeof narrowing)[number] | 'view', string>>;
const sides = ['held', 'mine'] as const;
const mostTogether = 100;

type Chosen = ReadonlyMap<string, EnvelopeLine>;

/** Under whose hands a paper is, when it is due, and how many sheets: the columns of an envelope. */
const columns: readonly Column<EnvelopeLine>[] = [
  { key: 'code', title: titles.code, width: '8rem', render: (row) => <span className="list__two number"><span className="list__strong">{row.code}</span><br /><span className="faint small">{row.batch?.number ?? ''}</span></span> },
  { key: 'state', title: titles.state, width: '9.5rem', render: (row) => <><Tag tone={toneOf(row)}>{row.stateLabel}</Tag>{row.flawed ? <Tag tone="warning">{text.flawed}</Tag> : null}</> },
  { key: 'due', title: titles.due, width: '9.5rem', render: (row) => (row.remainingDays === null ? <span className="faint">{text.none}</span> : <span className="list__two"><DueDate date={row.dueOn} over={row.remainingDays < 0} /><br /><span className="faint small">{text.remaining(row.remainingDays)}</span></span>) },
  { key: 'item', title: titles.item, render: (row) => <span className="list__two">{row.itemName}<br /><span className="faint small">{row.applicantName}　<span className="number">{row.caseNumber}</span></span></span> },
  { key: 'count', title: titles.count, width: '4rem', render: (row) => text.count(row.materialCount) },
  { key: 'holder', title: titles.holder, width: '14rem', render: (row) => <span className="list__two">{row.holder.name}<br /><span className="faint small">{row.state === 'in-transit' ? text.inTransit : row.holder.staffName}</span></span> },
  { key: 'destination', title: titles.destination, width: '12rem', render: (row) => <span className="list__two">{row.destination.name}<br /><span className="faint small">{legLabels[row.leg]}</span></span> },
];

/** Envelopes the reader may see, by where they are; those with the reader's office can be put into batches. */
export function EnvelopeList() {
  const [filters, setFilters] = useFilters(['view', ...narrowing]);
  const navigate = useNavigate();
  const sends = useHolds('custody.envelope.send');
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [leg, setLeg] = useState<Leg>();
  const view = envelopeViews.find((one) => one === filters.view) ?? 'to-hand-over';
  const filter = filterOf(view, filters);
  const paged = useListed(listEnvelopes, filter);
  const narrowed = narrowing.some((name) => filters[name] !== undefined);
  const reset = () => setFilters(Object.fromEntries(narrowing.map((name) => [name, undefined])));
  const toggle = (row: EnvelopeLine) => setChosen((before) => {
    const after = new Map(before);
    if (!after.delete(row.id) && after.size < mostTogether) after.set(row.id, row);
    return after;
  });
  const choosable = paged.rows.filter(({ abilities }) => abilities.putIn.length > 0).slice(0, mostTogether);
  const all = choosable.length > 0 && choosable.every(({ id }) => chosen.has(id));
  const choose: Column<EnvelopeLine> = {
    key: 'choose', width: '2.75rem', fixed: true,
    title: <Checkbox aria-label={titles.choose} checked={all} disabled={choosable.length === 0} onChange={() => setChosen(all ? new Map() : new Map(choosable.map((row) => [row.id, row])))} />,
    render: (row) => (row.abilities.putIn.length > 0 ? <Checkbox aria-label={`${titles.choose} ${row.code}`} checked={chosen.has(row.id)} onChange={() => toggle(row)} /> : null),
  };
  return (
    <>
      <Views view={view} {...(filters.side === 'held' || filters.side === 'mine' ? { side: filters.side } : {})} onChange={(next) => { setChosen(new Map()); setFilters({ view: next === 'to-hand-over' ? undefined : next }); }} />
      <div className="wb-page__bar">
        <FilterBar filters={filters} setFilters={setFilters} />
        {narrowed ? <Button type="link" onClick={reset}>{sharedText.list.reset}</Button> : null}
        <Button href={api.url(exportEnvelopes, { query: filter })}>{text.export}</Button>
      </div>
      {chosen.size > 0 ? <ChosenBar chosen={chosen} onLeg={setLeg} onClear={() => setChosen(new Map())} /> : null}
      <ListFrame<EnvelopeLine>
        cards
        label={`${text.title}：${text.views[view]}`} columns={sends ? [choose, ...columns] : columns} rowKey={(row) => row.id} paged={paged} minWidth="72rem" rowTone={(row) => (row.remainingDays !== null && row.remainingDays < 0 ? 'danger' : undefined)}
        onOpen={(row) => { void navigate(row.batch !== null && row.abilities.sign ? links.custodyBatch(row.batch.id, row.id) : links.custodyEnvelope(row.id)); }}
        empty={view === 'to-hand-over' ? text.empty['to-hand-over'] : text.empty.other} onReset={narrowed ? reset : undefined}
      />
      {leg === undefined ? null : (
        <MakeBatchDialog
          leg={leg} envelopes={[...chosen.values()].filter(({ abilities }) => abilities.putIn.includes(leg))} onClose={() => setLeg(undefined)}
          onMade={(ids) => { const [only] = ids; setLeg(undefined); setChosen(new Map()); paged.refresh(); if (ids.length === 1 && only !== undefined) void navigate(links.custodyBatch(only)); }}
        />
      )}
    </>
  );
}

/** The tabs with how many each has. */
function Views({ view, side, onChange }: { view: EnvelopeViewName; side?: 'held' | 'mine'; onChange: (view: EnvelopeViewName) => void }) {
  const query = side === undefined ? {} : { side };
  const counts = useQuery({ queryKey: [summariseEnvelopes.id, query], queryFn: () => api.call(summariseEnvelopes, { query }), refetchInterval: 60_000 }).data;
  return (
    <div className="custody-views" role="tablist" aria-label={text.title}>
      {envelopeViews.map((one) => (
        <button key={one} type="button" role="tab" aria-selected={one === view} className={[one === view ? 'is-chosen' : '', one === 'overdue' && (counts?.overdue ?? 0) > 0 ? 'is-late' : ''].filter(Boolean).join(' ')} onClick={() => onChange(one)}>
          <b>{counts?.[one] ?? text.none}</b><span>{text.views[one]}</span>
        </button>
      ))}
    </div>
  );
}

function ChosenBar({ chosen, onLeg, onClear }: { chosen: Chosen; onLeg: (leg: Leg) => void; onClear: () => void }) {
  const offered = legs.filter((leg) => [...chosen.values()].some(({ abilities }) => abilities.putIn.includes(leg)));
  return (
    <div className="custody-chosen" role="status">
      <b>{text.batching.chosen(chosen.size)}</b>
      {offered.map((leg, place) => <Button key={leg} {...(place === 0 ? { type: 'primary' as const } : {})} onClick={() => onLeg(leg)}>{text.batching.open[leg]}</Button>)}
      <Button type="link" onClick={onClear}>{text.batching.clear}</Button>
    </div>
  );
}

function filterOf(view: EnvelopeViewName, filters: Filters): EnvelopeFilter {
  const side = sides.find((one) => one === filters.side);
  const leg = legs.find((one) => one === filters.leg);
  return {
    view, ...(side ? { side } : {}), ...(leg ? { leg } : {}), ...(filters.q ? { q: filters.q } : {}), ...(filters.destinationId ? { destinationId: filters.destinationId } : {}),
    ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}),
  };
}

function FilterBar({ filters, setFilters }: { filters: Filters; setFilters: (change: { [name in keyof Filters]: string | undefined }) => void }) {
  return (
    <>
      <Segmented value={filters.side ?? ''} options={[{ value: '', label: any.side }, ...sides.map((one) => ({ value: one, label: text.sides[one] }))]} onChange={(side) => setFilters({ side: side === '' ? undefined : side, ...(side === 'mine' ? { view: 'in-transit' } : {}) })} />
      <SearchField value={filters.q} placeholder={text.search} width={220} onChange={(q) => setFilters({ q })} />
      <FilterSelect label={titles.leg} any={any.leg} value={filters.leg} width={120} options={legs.map((one) => ({ value: one, label: legLabels[one] }))} onChange={(leg) => setFilters({ leg })} />
      <div style={{ width: 150 }}><OrganizationPicker label={titles.destination} placeholder={any.destination} allowClear value={filters.destinationId} onChange={(one) => setFilters({ destinationId: one?.id })} /></div>
      <DateField value={filters.from} placeholder={titles.from} onChange={(from) => setFilters({ from })} />
      <DateField value={filters.to} placeholder={titles.to} onChange={(to) => setFilters({ to })} />
    </>
  );
}
