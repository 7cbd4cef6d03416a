import { listReviews, type RunLine } from '@tongban/server/src/modules/decisioning/contract.ts';
import { DueDate, Tag } from '../../shared/case/tags.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useListed } from '../../shared/list/use-listed.ts';
import { runColumns } from './RunList.tsx';
import { text } from './text.ts';

const columns: readonly Column<RunLine>[] = [
  { key: 'due', title: text.columns.due, width: '9rem', fixed: true, render: (row) => <DueDate date={row.review.dueOn} over={row.review.overdue} /> },
  { key: 'source', title: text.columns.review, width: '7rem', render: (row) => (row.review.source ? <Tag tone={row.review.source === 'request' ? 'warning' : 'neutral'}>{text.run.source[row.review.source]}</Tag> : null) },
  ...runColumns.filter(({ key }) => ['number', 'item', 'applicant', 'started', 'time'].includes(key)).map(({ fixed: _fixed, ...column }) => column),
];

/** 复核任务: automatic decisions that were drawn, or about which the applicant asked for a person (DEC-08). */
export function ReviewList({ onOpen }: { onOpen: (caseId: string) => void }) {
  const paged = useListed(listReviews, {}, { refetchInterval: 60_000 });
  return (
    <ListFrame<RunLine>
      label={text.tabs.reviews} columns={columns} rowKey={(row) => row.caseId} paged={paged} minWidth="66rem" empty={text.emptyReviews} rowTone={(row) => (row.review.overdue ? 'danger' : undefined)}
      onOpen={(row) => onOpen(row.caseId)}
    />
  );
}
