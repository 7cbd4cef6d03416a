import type { Context } from '../../kernel/context.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import { deadlineMoved, levelChanged, type LevelChange } from '../../kernel/time-accounts/index.ts';
import { workflowEvents } from '../../kernel/workflow/index.ts';
import { caseEvents } from '../cases/index.ts';
import { rectificationFinished, rectificationMoved } from '../ratings/index.ts';
import { matterFinished, matterMoved } from '../stuck-matters/index.ts';
import { caseInspected } from './spot-checks/inspect-case.ts';
import { orderMoved } from './orders/write-order.ts';
import { findDue } from './signals/advance-watch.ts';
import { evaluateCases } from './signals/evaluate-cases.ts';
import { followLevel, followMatter, followOrder, followRectification } from './signals/follow-clock.ts';
import { followCases, followClocks } from './signals/watch-case.ts';

const caseMoves: ReadonlySet<string> = new Set(Object.values(caseEvents));
const stepEvents: readonly string[] = [workflowEvents.tasksCreated, workflowEvents.tasksRedirected];

/** What an event leaves to be done for a case, which is done for many at once: its clock copied, and the case judged, in any case or where an instant of its rules has come. */
interface Left { caseId: string; clock: boolean; judge: 'always' | 'when-due' }

/** Events of different cases together: each is followed by itself, and all are judged in one go. */
async function watchMany(ctx: Context, events: readonly DomainEvent[]): Promise<void> {
  const left: Left[] = [];
  await followCases(ctx, events.filter((event) => event.aggregateType === 'case' && caseMoves.has(event.type)));
  for (const event of events) left.push(...await follow(ctx, event));
  const idsOf = (wanted: (one: Left) => boolean): string[] => [...new Set(left.filter(wanted).map(({ caseId }) => caseId))];
  await followClocks(ctx, idsOf(({ clock }) => clock));
  const always = idsOf(({ judge }) => judge === 'always');
  await evaluateCases(ctx, [...new Set([...always, ...await findDue(ctx, idsOf(({ judge }) => judge === 'when-due'))])]);
}

/** Brings what is kept of the event's subject up to date; gives what is left to be done if that is a case. */
async function follow(ctx: Context, event: DomainEvent): Promise<Left[]> {
  if (event.type === levelChanged || event.type === deadlineMoved) {
    const { subjectType, subjectId } = event.data as LevelChange;
    // A level is what time makes of a clock; the rules have instants of their own, by which the minutely job has mostly judged it already.
    if (subjectType === 'case') return [{ caseId: subjectId, clock: true, judge: event.type === levelChanged ? 'when-due' : 'always' }];
    if (event.type === levelChanged) await followLevel(ctx, event);
    return [];
  }
  if (event.aggregateType === 'rectification') await followRectification(ctx, event.aggregateId);
  if (event.type === matterMoved || event.type === matterFinished) await followMatter(ctx, event.aggregateId);
  if (event.type === orderMoved) await followOrder(ctx, event.aggregateId);
  if (event.aggregateType !== 'case') return [];
  return [{ caseId: event.aggregateId, clock: false, judge: 'always' }];
}

/** One subscription, so that the events of a case and of its clock are followed in their order. */
export const supervisionSubscriptions: readonly Subscription[] = [{
  name: 'supervision.watch', types: [...caseMoves, ...stepEvents, levelChanged, deadlineMoved, rectificationMoved, rectificationFinished, matterMoved, matterFinished, orderMoved, caseInspected],
  handle: (ctx, event) => watchMany(ctx, [event]), handleMany: watchMany,
}];
