import {
  listRectifications,
  rectificationStates,
  rectificationStateLabels,
  type RectificationView,
} from '@tongban/server/src/modules/ratings/contract.ts';
import { Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { DueDate, LevelTag, Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { text } from './text.ts';

const { columns: titles } = text;

const columns: readonly Column<RectificationView>[] = [
  {
    key: 'due',
    title: titles.due,
    width: '14rem',
    fixed: true,
    render: (row) => (
      <>
        <DueDate date={row.dueOn} over={(row.remainingDays ?? 0) < 0} /> <LevelTag level={row.level} />
      </>
    ),
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
  const [filters, setFilters] = useFilters(['state', 'finished']);
  const navigate = useNavigate();
  const finished = filters.finished === 'yes';
  const state = rectificationStates.find((one) => one === filters.state);
  const query = { finished, ...(state ? { state } : {}) };
  const paged = useListed(listRectifications, query);
  return (
    <>
      <div className="wb-page__bar">
        <Segmented value={finished ? 'yes' : ''} options={[{ value: '', label: text.filter.open }, { value: 'yes', label: text.filter.finished }]} onChange={(next) => setFilters({ finished: next || undefined, state: undefined })} />
        <FilterSelect
          label={titles.state} any={text.filter.all} value={state} width={150}
          options={rectificationStates.map((one) => ({ value: one, label: rectificationStateLabels[one] }))} onChange={(next) => setFilters({ state: next })}
        />
      </div>
      <ListFrame
        cards
        label={text.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="74rem" onOpen={(row) => { void navigate(links.rectification(row.id)); }}
        empty={finished ? text.emptyFinished : text.empty} onReset={state ? () => setFilters({ state: undefined }) : undefined}
      />
    </>
  );
}
