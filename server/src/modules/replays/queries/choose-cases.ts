import type { Context } from '../../../kernel/context.ts';
import { findPastCases, type PastCase } from '../../cases/index.ts';
import { mostCases, type ReplayedCases } from '../contract.ts';
import { fail } from '../errors.ts';
import { runPermission } from '../permissions.ts';

/** The chosen cases of the actor's scope, the latest first, one more than the limit when there are more. @throws replays.bad-period */
export async function chooseCases(ctx: Context, processKey: string, { limit, ...filter }: ReplayedCases): Promise<PastCase[]> {
  if (filter.submittedFrom !== undefined && filter.submittedTo !== undefined && filter.submittedFrom > filter.submittedTo) throw fail('replays.bad-period');
  return findPastCases(ctx, runPermission, { ...filter, processKey }, Math.min(limit, mostCases) + 1);
}
