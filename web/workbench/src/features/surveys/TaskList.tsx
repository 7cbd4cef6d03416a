import { listTasks, type SurveyTask } from '@tongban/server/src/modules/surveys/contract.ts';
import { Checkbox } from 'antd';
import { useNavigate } from 'react-router';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDate, formatMoment } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { text } from './text.ts';

const { columns: titles } = text;
const states = ['open', 'confirmed', 'adopted'] as const;

const columns: readonly Column<SurveyTask>[] = [
  { key: 'title', title: titles.title, fixed: true, render: (row) => <span className="list__strong">{row.title}</span> },
  { key: 'department', title: titles.department, width: '13rem', render: (row) => row.organizationName },
  { key: 'state', title: titles.state, width: '6rem', render: (row) => <Tag tone={row.state === 'open' ? 'todo' : 'done'}>{row.stateLabel}</Tag> },
  { key: 'progress', title: titles.progress, width: '8rem', align: 'right', render: (row) => <span className="number">{row.answeredCount} / {row.itemCount}</span> },
  { key: 'due', title: titles.due, width: '13rem', render: (row) => <><span className="number">{formatDate(row.dueOn)}</span> {row.overdue ? <Tag tone="danger">{text.overdue}</Tag> : null}</> },
  { key: 'confirmed', title: titles.confirmed, width: '13rem', render: (row) => (row.confirmedAt ? `${row.confirmedByName ?? ''} ${formatMoment(row.confirmedAt)}` : '') },
];

/** Tasks of departments; of one survey when told, else of all that the reader sees. */
export function TaskList({ surveyId }: { surveyId?: string }) {
  const [filters, setFilters] = useFilters(['taskState', 'overdue']);
  const navigate = useNavigate();
  const state = states.find((one) => one === filters.taskState);
  const query = { ...(surveyId ? { surveyId } : {}), ...(state ? { state } : {}), ...(filters.overdue ? { overdue: true } : {}) };
  const paged = useListed(listTasks, query);
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect
          label={titles.state} any={text.allStates} value={state} width={130}
          options={states.map((one) => ({ value: one, label: text.taskStates[one] }))} onChange={(next) => setFilters({ taskState: next })}
        />
        <Checkbox checked={filters.overdue !== undefined} onChange={(event) => setFilters({ overdue: event.target.checked ? 'yes' : undefined })}>{text.overdueOnly}</Checkbox>
      </div>
      <ListFrame
        label={text.tabs.tasks} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="66rem" rowTone={(row) => (row.overdue ? 'danger' : undefined)}
        onOpen={(row) => { void navigate(links.surveyTask(row.id)); }} empty={text.noTasks}
      />
    </>
  );
}
