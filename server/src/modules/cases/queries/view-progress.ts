import type { ResponseOf } from '@tongban/contract-kit';
import { loadCalendar, toDate, toDayNumber, type WorkingCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { findAccount, stoppedStretches, type StoppedStretch } from '../../../kernel/time-accounts/index.ts';
import { readProgress, type Visit } from '../../../kernel/workflow/index.ts';
import type { getCaseProgress, StepVisit } from '../contract.ts';
import { getCaseRecord } from '../record.ts';

const stateLabels: Readonly<Record<StepVisit['state'], string>> = { open: '待办', held: '等待加签', suspended: '挂起', completed: '已办', returned: '退回', cancelled: '取消' };

/** Working days of a stretch of time, those on which the clock ran and those on which it stood; the day it began is day 0. */
export function countDays(calendar: WorkingCalendar, stopped: readonly StoppedStretch[], from: string, to: string): { workingDays: number; stoppedDays: number } {
  const between = (one: string, other: string): number => (one < other ? calendar.provisional.workingDaysBetween(one, other) : 0);
  const [first, last] = [toDayNumber(from), toDayNumber(to)];
  const stoppedDays = stopped.reduce((sum, stretch) => sum + between(toDate(Math.max(first, stretch.from)), toDate(Math.min(last, stretch.to))), 0);
  return { workingDays: between(from, to) - stoppedDays, stoppedDays };
}

function stateOf({ status, completedByName }: Visit): StepVisit['state'] {
  if (status !== 'cancelled') return status;
  return completedByName === null ? 'cancelled' : 'returned';
}

/** Where the processes of a case stand on their diagrams, which way they went and how long each step took (WFL-03). @throws cases.not-found */
export async function viewProgress(ctx: Context, caseId: string): Promise<ResponseOf<typeof getCaseProgress>> {
  const record = await getCaseRecord(ctx, caseId);
  const about = { subjectType: 'case', subjectId: record.id };
  const [processes, account, calendar] = await Promise.all([readProgress(ctx, about), findAccount(ctx, about), loadCalendar(ctx.kernel)]);
  const stopped = account ? stoppedStretches(account.ledger) : [];
  const now = ctx.kernel.clock.now();
  const present = (visit: Visit): StepVisit => {
    const { id, node, name, assigneeName, completedByName, returned, dueOn, createdAt, claimedAt, endedAt } = visit;
    const until = endedAt ?? now;
    const state = stateOf(visit);
    return {
      taskId: id, node, name, state, stateLabel: stateLabels[state], handler: completedByName ?? assigneeName ?? '', again: returned, arrivedAt: createdAt.toISOString(),
      claimedAt: claimedAt?.toISOString() ?? null, endedAt: endedAt?.toISOString() ?? null, dueOn, elapsedSeconds: Math.max(0, Math.round((until.getTime() - createdAt.getTime()) / 1_000)),
      ...countDays(calendar, stopped, chinaDate(createdAt), chinaDate(until)),
    };
  };
  return {
    at: now.toISOString(),
    processes: processes.map(({ instanceId, processName, version, xml, called, status, standing, taken, visits, migrations }) => ({
      instanceId, name: processName, version, xml, called, ended: status === 'completed' || status === 'terminated', suspended: status === 'suspended', standing, taken, visits: visits.map(present),
      migrations: migrations.map(({ at, ...moved }) => ({ ...moved, at: at.toISOString() })),
    })),
  };
}
