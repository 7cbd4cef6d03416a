import { firstBadLevel, listRatings, ratingLevelNames } from '@tongban/server/src/modules/ratings/contract.ts';
import { useNavigate } from 'react-router';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed, type RowOf } from '../../shared/list/use-listed.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { text } from './text.ts';

const { columns: titles, ratings: words } = text;
type Rating = RowOf<typeof listRatings>;

const columns: readonly Column<Rating>[] = [
  { key: 'rated', title: titles.rated, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.ratedAt)}</span> },
  { key: 'level', title: titles.level, width: '7rem', render: (row) => <Tag tone={row.level < firstBadLevel ? 'done' : 'danger'}>{row.levelName}</Tag> },
  { key: 'text', title: titles.text, wrap: true, render: (row) => <>{[row.options.map((option) => option.text).join('；'), row.text].filter(Boolean).join('。') || <span className="faint">{words.none}</span>}{row.excluded ? <> <Tag>{words.excluded}</Tag></> : null}</> },
  { key: 'item', title: titles.item, width: '15rem', wrap: true, render: (row) => <span className="list__strong">{row.itemName}</span> },
  { key: 'department', title: titles.department, width: '13rem', wrap: true, render: (row) => row.organizationName },
  { key: 'rater', title: text.rating.rater, width: '6rem', render: (row) => row.raterName },
  { key: 'channel', title: text.rating.channel, width: '6rem', render: (row) => text.channels[row.channel] },
  { key: 'rectification', title: words.rectification, width: '7rem', render: (row) => (row.rectification ? <Tag tone={row.rectification.reply === null ? 'todo' : 'done'}>{row.rectification.stateLabel}</Tag> : <span className="faint">{words.none}</span>) },
];

/** Every rating the reader may see, new ones first; a bad one opens its rectification, another its case. */
export function RatingList() {
  const [filters, setFilters] = useFilters(['level', 'organizationId', 'from', 'to']);
  const navigate = useNavigate();
  const level = Object.keys(ratingLevelNames).find((one) => one === filters.level);
  const query = { ...(level ? { level: Number(level) } : {}), ...(filters.organizationId ? { organizationId: filters.organizationId } : {}), ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}) };
  const paged = useListed(listRatings, query);
  const narrowed = Object.keys(query).length > 0;
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect label={titles.level} any={words.anyLevel} value={level} width={140} options={Object.entries(ratingLevelNames).map(([value, label]) => ({ value, label }))} onChange={(next) => setFilters({ level: next })} />
        <div style={{ width: 200 }}><OrganizationPicker label={titles.department} placeholder={words.anyDepartment} allowClear value={filters.organizationId} onChange={(one) => setFilters({ organizationId: one?.id })} /></div>
        <DateField value={filters.from} placeholder={words.from} label={words.from} onChange={(from) => setFilters({ from })} />
        <DateField value={filters.to} placeholder={words.to} label={words.to} onChange={(to) => setFilters({ to })} />
      </div>
      <ListFrame<Rating>
        cards
        label={text.tabs.ratings} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="80rem" empty={words.empty}
        onOpen={(row) => { if (row.rectification) void navigate(links.rectification(row.rectification.id)); else if (row.caseId) void navigate(links.case(row.caseId)); }}
        onReset={narrowed ? () => setFilters({ level: undefined, organizationId: undefined, from: undefined, to: undefined }) : undefined}
      />
    </>
  );
}
