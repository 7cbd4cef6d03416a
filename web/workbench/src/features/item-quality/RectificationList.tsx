import { listRectifications, rectificationStateLabels, type Rectification } from '@tongban/server/src/modules/item-quality/contract.ts';
import { Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { DueDate, Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { text } from './text.ts';

const { columns: titles } = text;

const columns: readonly Column<Rectification>[] = [
  { key: 'number', title: titles.number, width: '10rem', fixed: true, render: (row) => <span className="number list__strong">{row.number}</span> },
  { key: 'state', title: titles.state, width: '6rem', render: (row) => <Tag tone={row.finishedAt ? 'done' : row.overdue ? 'danger' : 'todo'}>{rectificationStateLabels[row.state]}</Tag> },
  { key: 'due', title: titles.due, width: '15rem', render: (row) => <><DueDate date={row.dueOn} over={row.overdue} /> <span className="faint small">{row.remainingDays === null ? '' : text.remaining(row.remainingDays)}</span></> },
  { key: 'count', title: titles.count, width: '8rem', align: 'right', render: (row) => <span className="number">{text.standing(row.findings, row.remaining)}</span> },
  { key: 'department', title: titles.department, width: '11rem', wrap: true, render: (row) => row.organizationName },
  { key: 'requirement', title: text.requirementLabel, render: (row) => row.requirement },
  { key: 'issued', title: titles.issued, width: '12rem', render: (row) => <span className="number">{row.issuedByName} {formatMoment(row.issuedAt)}</span> },
];

/** Orders to mend, what runs out first on top. */
export function RectificationList() {
  const [filters, setFilters] = useFilters(['tab', 'organizationId', 'overdue', 'finished']);
  const navigate = useNavigate();
  const query = {
    open: filters.finished !== 'yes', ...(filters.organizationId ? { organizationId: filters.organizationId } : {}), ...(filters.overdue ? { overdue: true } : {}),
  };
  const paged = useListed(listRectifications, query);
  return (
    <>
      <div className="wb-page__bar">
        <Segmented
          value={filters.finished ?? (filters.overdue ? 'overdue' : '')} options={[{ value: '', label: text.openOrders }, { value: 'overdue', label: titles.overdue }, { value: 'yes', label: text.finishedOrders }]}
          onChange={(next) => setFilters({ finished: next === 'yes' ? 'yes' : undefined, overdue: next === 'overdue' ? 'yes' : undefined })}
        />
      </div>
      <ListFrame<Rectification>
        label={text.tabs.rectifications} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="72rem"
        onOpen={(row) => { void navigate(links.qualityRectification(row.id)); }} empty={text.emptyOrders}
      />
    </>
  );
}
