import { archiveStateLabels, archiveStates, exportArchives, listArchives, retentionLabel, type ArchiveFilter, type ArchiveLine, type ArchiveState } from '@tongban/server/src/modules/archives/contract.ts';
import { Button, Checkbox, Segmented } from 'antd';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDate, formatMoment } from '../../shared/format/dates.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { ArchiveDrawer } from './ArchiveDrawer.tsx';
import { text } from './text.ts';
import { stateTones } from './tones.ts';

const { columns: titles, any } = text;
const periods = ['permanent', '30', '10', 'other'] as const;
const narrowing = ['q', 'organizationId', 'kept', 'expiring', 'from', 'to'] as const;

const columns: readonly Column<ArchiveLine>[] = [
  { key: 'number', title: titles.number, width: '18rem', fixed: true, render: (row) => <>{row.number === null ? <span className="faint">{text.notNumbered}</span> : <span className="number list__strong">{row.number}</span>}<br /><span className="number faint small">{titles.case} {row.caseNumber}</span></> },
  { key: 'state', title: titles.state, width: '8.5rem', render: (row) => <><Tag tone={stateTones[row.state]}>{archiveStateLabels[row.state]}</Tag>{row.faults > 0 ? <span className="faint small"> {text.faults(row.faults)}</span> : null}</> },
  { key: 'item', title: titles.item, wrap: true, render: (row) => <>{row.itemName}<br /><span className="faint small">{row.organizationName}</span></> },
  { key: 'applicant', title: titles.applicant, width: '9rem', wrap: true, render: (row) => row.applicantName },
  { key: 'ending', title: titles.ending, width: '7rem', render: (row) => row.ending },
  { key: 'ended', title: titles.ended, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.endedAt)}</span> },
  { key: 'kept', title: titles.kept, width: '9rem', render: (row) => (row.number === null ? <span className="faint">{text.none}</span> : <>{retentionLabel(row.retentionYears)}{row.expiresOn === null ? null : <><br /><span className="number faint small">{text.untilDay(formatDate(row.expiresOn))}</span></>}</>) },
];

/** Archives within the reader's scope; one opens beside the list. */
export function ArchiveList() {
  const [filters, setFilters] = useFilters(['state', 'archive', ...narrowing]);
  const state = archiveStates.find((one) => one === filters.state);
  const years = periods.find((one) => one === filters.kept);
  const filter: ArchiveFilter = {
    ...(state ? { state } : {}), ...(years ? { years } : {}), ...(filters.q ? { q: filters.q } : {}), ...(filters.organizationId ? { organizationId: filters.organizationId } : {}),
    ...(filters.expiring ? { expiring: true } : {}), ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}),
  };
  const paged = useListed(listArchives, filter);
  const narrowed = narrowing.some((name) => filters[name] !== undefined);
  const reset = () => setFilters(Object.fromEntries(narrowing.map((name) => [name, undefined])));
  return (
    <>
      <div className="wb-page__bar">
        <Segmented<ArchiveState | 'all'>
          value={state ?? 'all'} options={(['all', ...archiveStates] as const).map((one) => ({ value: one, label: text.which[one] }))} onChange={(next) => setFilters({ state: next === 'all' ? undefined : next })}
        />
        <SearchField value={filters.q} placeholder={text.search} onChange={(q) => setFilters({ q })} />
        <div style={{ width: 170 }}><OrganizationPicker label={titles.department} placeholder={any.department} allowClear value={filters.organizationId} onChange={(one) => setFilters({ organizationId: one?.id })} /></div>
        <FilterSelect label={titles.kept} any={any.kept} value={years} width={120} options={periods.map((one) => ({ value: one, label: text.kept[one] }))} onChange={(kept) => setFilters({ kept })} />
        <DateField value={filters.from} placeholder={titles.from} onChange={(from) => setFilters({ from })} />
        <DateField value={filters.to} placeholder={titles.to} onChange={(to) => setFilters({ to })} />
        <Checkbox checked={filters.expiring === 'yes'} onChange={({ target }) => setFilters({ expiring: target.checked ? 'yes' : undefined })}>{text.expiring}</Checkbox>
        {narrowed ? <Button type="link" onClick={reset}>{sharedText.list.reset}</Button> : null}
        <Button href={api.url(exportArchives, { query: filter })}>{text.export}</Button>
      </div>
      <ListFrame<ArchiveLine>
        cards
        label={text.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="74rem" rowTone={(row) => (row.state === 'faulty' ? 'danger' : undefined)}
        onOpen={(row) => setFilters({ archive: row.id })} empty={text.empty} onReset={narrowed || state ? () => { reset(); setFilters({ state: undefined }); } : undefined}
      />
      <ArchiveDrawer archiveId={filters.archive} onClose={() => setFilters({ archive: undefined })} onChanged={paged.refresh} />
    </>
  );
}
