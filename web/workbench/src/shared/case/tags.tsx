import { Tooltip } from 'antd';
import { caseStatusLabels, type CaseStatus, type CaseSummary } from '@tongban/server/src/modules/cases/contract.ts';
import { formatDate, formatDue, today } from '../format/dates.ts';
import { text } from '../text.ts';
import './tags.css';

export type Tone = 'todo' | 'warning' | 'danger' | 'done' | 'neutral';

/** A state as text, coloured only when the colour says something. */
export function Tag({ tone = 'neutral', strong = false, children, title }: { tone?: Tone; strong?: boolean; children: string; title?: string }) {
  const tag = <span className={`tag is-${tone}${strong ? ' is-strong' : ''}`}>{children}</span>;
  return title ? <Tooltip title={title}>{tag}</Tooltip> : tag;
}

const statusTones: Record<CaseStatus, Tone> = {
  submitted: 'todo',
  supplementing: 'neutral',
  accepted: 'todo',
  paused: 'neutral',
  decided: 'todo',
  closed: 'done',
  refused: 'neutral',
  withdrawn: 'neutral',
  terminated: 'neutral',
};

/** State of a case. */
export function StatusTag({ status }: { status: CaseStatus }) {
  return <Tag tone={statusTones[status]}>{caseStatusLabels[status]}</Tag>;
}

/** 预警, 黄牌, 红牌; nothing while all is well. `why` where it is not the limit of a case that says so. */
export function LevelTag({ level, why }: { level: CaseSummary['level']; why?: string }) {
  if (level === 'normal') return null;
  return (
    <Tag tone={level === 'red' ? 'danger' : 'warning'} strong={level !== 'warning'} title={why ?? text.level.explain[level]}>
      {text.level[level]}
    </Tag>
  );
}

/** A deadline with its distance, red once it is over. */
export function DueDate({ date, over }: { date: string | null; over?: boolean }) {
  if (!date) return <span className="faint">—</span>;
  const now = today();
  const passed = over ?? date < now;
  return (
    <span className={passed ? 'due is-over' : date === now ? 'due is-today' : 'due'} title={formatDate(date)}>
      {formatDue(date, now)}
      {passed ? <em>{text.overdue}</em> : null}
    </span>
  );
}
