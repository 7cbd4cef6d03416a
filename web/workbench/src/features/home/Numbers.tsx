import type { ResponseOf } from '@tongban/contract-kit';
import type { countInbox } from '@tongban/server/src/kernel/workflow/contract.ts';
import type { getWorkSummary } from '@tongban/server/src/modules/handling/contract.ts';
import { Link } from 'react-router';
import { links } from '../../shared/links.ts';
import { text } from './text.ts';

interface NumbersProps { counts: ResponseOf<typeof countInbox> | undefined; summary: ResponseOf<typeof getWorkSummary> | undefined }
interface Tile { label: string; value: number | undefined; to: string; tone?: 'todo' | 'warning' | 'danger' }

/** Today's numbers; each leads to what it counts. A number is coloured only when it is not zero and calls for something. */
export function Numbers({ counts, summary }: NumbersProps) {
  const tiles: Tile[] = [
    { label: text.numbers.todo, value: counts?.todo, to: links.inbox(), tone: 'todo' },
    { label: text.numbers.dueToday, value: counts?.dueToday, to: links.inbox(), tone: 'warning' },
    { label: text.numbers.overdue, value: counts?.overdue, to: links.inbox(), tone: 'danger' },
  ];
  if (summary) {
    tiles.push(
      { label: text.numbers.received, value: summary.receivedToday, to: links.cases() },
      { label: text.numbers.closed, value: summary.closedToday, to: links.cases({ status: 'closed' }) },
      { label: text.numbers.open, value: summary.open, to: links.cases() },
      { label: text.numbers.warning, value: summary.warning, to: links.cases({ level: 'warning' }), tone: 'warning' },
      { label: text.numbers.late, value: summary.overdue, to: links.cases({ level: 'yellow' }), tone: 'danger' },
    );
  }
  return (
    <ul className="numbers">
      {tiles.map(({ label, value, to, tone }) => (
        <li key={label}>
          <Link to={to} className={tone && value ? `number-tile is-${tone}` : 'number-tile'}><span>{label}</span><b>{value ?? '—'}</b></Link>
        </li>
      ))}
    </ul>
  );
}
