import type { Context } from '../kernel/context.ts';
import type { DomainEvent, Subscription } from '../kernel/events/index.ts';
import { deadlineMoved } from '../kernel/time-accounts/index.ts';
import { caseEvents } from '../modules/cases/index.ts';
import { cancelEnvelope, followDeadline, openEnvelope } from '../modules/custody/index.ts';

const ends: readonly string[] = [caseEvents.withdraw, caseEvents.terminate];
const moves: readonly string[] = [caseEvents['end-special-procedure'], caseEvents.extend, deadlineMoved];

async function follow(ctx: Context, { type, aggregateId }: DomainEvent): Promise<void> {
  if (ends.includes(type)) return cancelEnvelope(ctx, aggregateId);
  return moves.includes(type) ? followDeadline(ctx, aggregateId) : openEnvelope(ctx, aggregateId);
}

/** Paper that came with a case sets out when the case is accepted, follows its deadline, and stays when the case ends early (INT-12). One subscription, so that these stay in order. */
export const paperOfCases: Subscription = { name: 'processes.paper-of-cases', types: [caseEvents.accept, ...moves, ...ends], handle: follow };
