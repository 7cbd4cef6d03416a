import { listSurveys, type Survey } from '@tongban/server/src/modules/surveys/contract.ts';
import { useNavigate } from 'react-router';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDate } from '../../shared/format/dates.ts';
import { links } from '../../shared/links.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useListed } from '../../shared/list/use-listed.ts';
import { text } from './text.ts';

const { columns: titles } = text;

const columns: readonly Column<Survey>[] = [
  { key: 'title', title: titles.title, fixed: true, render: (row) => <span className="list__strong">{row.title}</span> },
  { key: 'state', title: titles.state, width: '6rem', render: (row) => <Tag tone={row.state === 'dispatched' ? 'todo' : 'neutral'}>{row.stateLabel}</Tag> },
  { key: 'due', title: titles.due, width: '9rem', render: (row) => <span className="number">{formatDate(row.dueOn)}</span> },
  { key: 'departments', title: titles.departments, width: '11rem', align: 'right', render: ({ counts }) => <span className="number">{counts.confirmed} / {counts.departments}</span> },
  { key: 'items', title: titles.items, width: '10rem', align: 'right', render: ({ counts }) => <span className="number">{counts.answered} / {counts.items}</span> },
  { key: 'overdue', title: titles.overdue, width: '5rem', align: 'right', render: ({ counts }) => (counts.overdue > 0 ? <Tag tone="danger">{String(counts.overdue)}</Tag> : '') },
  { key: 'by', title: titles.by, width: '7rem', render: (row) => row.createdByName },
];

/** Surveys, the newest first. */
export function SurveyList() {
  const navigate = useNavigate();
  const paged = useListed(listSurveys, {});
  return (
    <ListFrame
      label={text.tabs.surveys} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="66rem"
      onOpen={(row) => { void navigate(links.survey(row.id)); }} empty={text.noSurveys}
    />
  );
}
