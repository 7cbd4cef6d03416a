import type { Context } from '../../kernel/context.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import { levelChanged, type LevelChange } from '../../kernel/time-accounts/index.ts';
import { caseEvents } from '../cases/index.ts';
import { rectificationFinished, rectificationMoved } from '../ratings/index.ts';
import { clearIfStopped, followLevel } from './raise-signals.ts';
import { followCase, followClock } from './watch-case.ts';

const ending = new Set(['cases.case-decided', 'cases.case-closed', 'cases.case-withdrawn', 'cases.case-terminated']);

async function watch(ctx: Context, event: DomainEvent): Promise<void> {
  if (event.type === levelChanged) {
    const { subjectType, subjectId } = event.data as LevelChange;
    if (subjectType === 'case') await followClock(ctx, subjectId);
    return followLevel(ctx, event);
  }
  if (event.aggregateType === 'rectification') return clearIfStopped(ctx, 'rectification', event.aggregateId);
  await followCase(ctx, event);
  if (ending.has(event.type)) await clearIfStopped(ctx, 'case', event.aggregateId);
}

/** One subscription, so that the events of a case and of its clock are followed in their order. */
export const supervisionSubscriptions: readonly Subscription[] = [{
  name: 'supervision.watch', types: [...new Set(Object.values(caseEvents)), levelChanged, rectificationMoved, rectificationFinished], handle: watch,
}];
