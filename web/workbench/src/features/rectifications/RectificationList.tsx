import {
  exportRectifications,
  listRectifications,
  rectificationStates,
  rectificationStateLabels,
  type RectificationFilter,
  type RectificationView,
} from '@tongban/server/src/modules/ratings/contract.ts';
import { Button, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, LevelTag, Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { OrganizationPicker } from '../../shared/OrganizationPicker.tsx';
import { text } from './text.ts';

const { columns: titles } = text;
const kinds = ['no', 'overdue', 'yes'] as const;
type Which = (typeof kinds)[number];
const finishedStates: ReadonlySet<string> = new Set(['closed', 'excluded']);

const columns: readonly Column<RectificationView>[] = [
  {
    key: 'due',
    title: titles.due,
    width: '14rem',
    fixed: true,
    render: (row) => (row.state === 'appealing' ? <span className="faint">{text.stands}</span> : (
      <>
        <DueDate date={row.dueOn} over={(row.remainingDays ?? 0) < 0} /> <LevelTag level={row.level} />
      </>
    )),
  },
  { key: 'state', title: titles.state, width: '8rem', render: (row) => <Tag tone={row.finishedAt ? 'done' : 'todo'}>{row.stateLabel}</Tag> },
  { key: 'level', title: titles.level, width: '7rem', render: (row) => row.rating.levelName },
  { key: 'text', title: titles.text, render: (row) => row.rating.text ?? row.rating.options.map((option) => option.text).join('；') },
  { key: 'item', title: titles.item, width: '14rem', render: (row) => <span className="list__strong">{row.rating.itemName}</span> },
  { key: 'department', title: titles.department, width: '11rem', render: (row) => row.rating.organizationName },
  { key: 'rated', title: titles.rated, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.rating.ratedAt)}</span> },
];

/** Bad ratings under rectification, what runs out first on top (RAT-02). */
export function RectificationList() {
  const [filters, setFilters] = useFilters(['state', 'finished', 'organizationId']);
  const navigate = useNavigate();
  const which = kinds.find((one) => one === filters.finished) ?? 'no';
  const offered = rectificationStates.filter((one) => (finishedStates.has(one) ? which === 'yes' : which === 'no'));
  const state = offered.find((one) => one === filters.state);
  const query: RectificationFilter = {
    ...(which === 'overdue' ? { overdue: true } : { finished: which === 'yes' }), ...(state ? { state } : {}), ...(filters.organizationId ? { organizationId: filters.organizationId } : {}),
  };
  const narrowed = state !== undefined || filters.organizationId !== undefined;
  const paged = useListed(listRectifications, query);
  return (
    <>
      <div className="wb-page__bar">
        <Segmented<Which> value={which} options={kinds.map((one) => ({ value: one, label: text.filter[one] }))} onChange={(next) => setFilters({ finished: next === 'no' ? undefined : next, state: undefined })} />
        {offered.length === 0 ? null : (
          <FilterSelect
            label={titles.state} any={text.filter.all} value={state} width={150}
            options={offered.map((one) => ({ value: one, label: rectificationStateLabels[one] }))} onChange={(next) => setFilters({ state: next })}
          />
        )}
        <div style={{ width: 200 }}><OrganizationPicker label={titles.department} placeholder={text.ratings.anyDepartment} allowClear value={filters.organizationId} onChange={(one) => setFilters({ organizationId: one?.id })} /></div>
        <Button href={api.url(exportRectifications, { query })}>{text.export}</Button>
      </div>
      <ListFrame
        cards
        label={text.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="74rem" onOpen={(row) => { void navigate(links.rectification(row.id)); }}
        empty={text.empty[which]} onReset={narrowed ? () => setFilters({ state: undefined, organizationId: undefined }) : undefined}
      />
    </>
  );
}
