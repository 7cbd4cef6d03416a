import { useQuery } from '@tanstack/react-query';
import {
  exportMatters, listMatters, listReasons, matterChannelLabels, matterChannels, matterLevelLabels, matterLevels, matterStateLabels, matterStates, type MatterFilter, type MatterLine,
} from '@tongban/server/src/modules/stuck-matters/contract.ts';
import { Button, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, LevelTag, Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
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
import { useGovernedRegions } from '../../shared/use-governed-regions.ts';
import { text } from './text.ts';
import { toneOf } from './tones.ts';

const { columns: titles, any } = text;
const kinds = ['mine', 'open', 'finished', 'all'] as const;
type Which = (typeof kinds)[number];
const narrowing = ['q', 'state', 'reason', 'organizationId', 'region', 'level', 'channel', 'from', 'to'] as const;
type Filters = Partial<Record<(typeof narrowing)[number] | 'which', string>>;

const columns: readonly Column<MatterLine>[] = [
  { key: 'number', title: titles.number, width: '8.5rem', fixed: true, render: (row) => <span className="number list__strong">{row.number}</span> },
  { key: 'state', title: titles.state, width: '7.5rem', wrap: true, render: (row) => <><Tag tone={toneOf(row)}>{row.stateLabel}</Tag>{row.round > 1 ? <> <span className="faint small">{text.round}</span></> : null}</> },
  { key: 'due', title: titles.due, width: '10.5rem', wrap: true, render: (row) => (row.remainingDays === null ? <span className="faint">{text.none}</span> : <><DueDate date={row.dueOn} over={row.remainingDays < 0} /> <LevelTag level={row.level} /></>) },
  { key: 'content', title: titles.content, render: (row) => <>{row.content}{row.itemName === null ? null : <><br /><span className="faint small">{row.itemName}</span></>}</> },
  { key: 'reason', title: titles.reason, width: '7.5rem', wrap: true, render: (row) => row.reason },
  { key: 'department', title: titles.department, width: '12rem', wrap: true, render: (row) => <>{row.organizationName ?? <span className="faint">{text.none}</span>}{row.officerName === null ? null : <><br /><span className="faint small">{row.officerName}</span></>}</> },
  { key: 'channel', title: titles.channel, width: '3.75rem', render: (row) => matterChannelLabels[row.channel] },
  { key: 'registered', title: titles.registered, width: '8rem', render: (row) => <span className="number">{formatMoment(row.registeredAt)}</span> },
];

/** Matters the reader may see; first what waits for the reader's own step. */
export function MatterList() {
  const [filters, setFilters] = useFilters(['which', ...narrowing]);
  const navigate = useNavigate();
  const registers = useHolds('stuck-matters.matter.register');
  const which: Which = kinds.find((one) => one === filters.which) ?? 'mine';
  const filter = filterOf(which, filters);
  const paged = useListed(listMatters, filter);
  const narrowed = narrowing.some((name) => filters[name] !== undefined);
  const reset = () => setFilters(Object.fromEntries(narrowing.map((name) => [name, undefined])));
  return (
    <>
      <div className="wb-page__bar">
        <Segmented<Which> value={which} options={kinds.map((one) => ({ value: one, label: text.which[one] }))} onChange={(next) => setFilters({ which: next === 'mine' ? undefined : next, state: undefined })} />
        <FilterBar filters={filters} setFilters={setFilters} />
        {narrowed ? <Button type="link" onClick={reset}>{sharedText.list.reset}</Button> : null}
        <Button href={api.url(exportMatters, { query: filter })}>{text.export}</Button>
        {registers ? <Button type="primary" onClick={() => { void navigate(links.registerStuckMatter()); }}>{text.register}</Button> : null}
      </div>
      <ListFrame<MatterLine>
        cards
        label={`${text.title}：${text.which[which]}`} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="76rem" rowTone={(row) => (row.level === 'red' && row.remainingDays !== null ? 'danger' : undefined)}
        onOpen={(row) => { void navigate(links.stuckMatter(row.id)); }} empty={which === 'mine' ? text.empty.mine : text.empty.all} onReset={narrowed ? reset : undefined}
      />
    </>
  );
}

function filterOf(which: Which, filters: Filters): MatterFilter {
  const state = matterStates.find((one) => one === filters.state);
  const level = matterLevels.find((one) => one === filters.level);
  const channel = matterChannels.find((one) => one === filters.channel);
  return {
    ...(which === 'mine' ? { mine: true } : which === 'all' ? {} : { finished: which === 'finished' }), ...(state ? { state } : {}), ...(level ? { level } : {}), ...(channel ? { channel } : {}),
    ...(filters.q ? { q: filters.q } : {}), ...(filters.reason ? { reasonCode: filters.reason } : {}), ...(filters.organizationId ? { organizationId: filters.organizationId } : {}),
    ...(filters.region ? { regionCode: filters.region } : {}), ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}),
  };
}

function FilterBar({ filters, setFilters }: { filters: Filters; setFilters: (change: { [name in keyof Filters]: string | undefined }) => void }) {
  const reasons = useQuery({ queryKey: [listReasons.id], staleTime: 300_000, queryFn: () => api.call(listReasons, {}) }).data?.items ?? [];
  const regions = useGovernedRegions();
  return (
    <>
      <SearchField value={filters.q} placeholder={text.search} onChange={(q) => setFilters({ q })} />
      <FilterSelect label={titles.state} any={any.state} value={filters.state} width={130} options={matterStates.map((one) => ({ value: one, label: matterStateLabels[one] }))} onChange={(state) => setFilters({ state })} />
      <FilterSelect label={titles.reason} any={any.reason} value={filters.reason} width={150} options={reasons.map(({ code, name }) => ({ value: code, label: name }))} onChange={(reason) => setFilters({ reason })} />
      <div style={{ width: 160 }}><OrganizationPicker label={titles.department} placeholder={any.department} allowClear value={filters.organizationId} onChange={(one) => setFilters({ organizationId: one?.id })} /></div>
      {regions.length > 1 ? <FilterSelect label={titles.region} any={any.region} value={filters.region} width={130} search options={regions} onChange={(region) => setFilters({ region })} /> : null}
      <FilterSelect label={titles.level} any={any.level} value={filters.level} width={110} options={matterLevels.filter((one) => one !== 'normal').map((one) => ({ value: one, label: matterLevelLabels[one] }))} onChange={(level) => setFilters({ level })} />
      <FilterSelect label={titles.channel} any={any.channel} value={filters.channel} width={110} options={matterChannels.map((one) => ({ value: one, label: matterChannelLabels[one] }))} onChange={(channel) => setFilters({ channel })} />
      <DateField value={filters.from} placeholder={titles.from} onChange={(from) => setFilters({ from })} />
      <DateField value={filters.to} placeholder={titles.to} onChange={(to) => setFilters({ to })} />
    </>
  );
}
