import { unsafeFindCase, type CaseRecord } from '../cases/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { RatingSubject } from './contract.ts';
import { fail } from './errors.ts';
import type { RatingsTables } from './tables.ts';

/** Days after closing during which a case can be rated. */
export const ratingDays = 30;

/** The last instant at which a closed case can be rated. */
export function rateableUntil(closedAt: Date): Date {
  return new Date(closedAt.getTime() + ratingDays * 86_400_000);
}

/** Refuses unless the case is closed and within its time for rating. @throws ratings.not-closed, ratings.too-late */
export function requireRateable(ctx: Context, record: CaseRecord): void {
  if (record.status !== 'closed' || !record.closedAt) throw fail('ratings.not-closed');
  if (ctx.kernel.clock.now() > rateableUntil(record.closedAt)) throw fail('ratings.too-late', { days: ratingDays });
}

/** A case by id, without asking who wants it. @throws ratings.case-not-found */
export async function unsafeGetCase(ctx: Context, caseId: string): Promise<CaseRecord> {
  const record = await unsafeFindCase(ctx, caseId);
  if (!record) throw fail('ratings.case-not-found');
  return record;
}

/** What a case shows to someone who may rate it; nothing that identifies the applicant. */
export async function presentSubject(ctx: Context, record: CaseRecord): Promise<RatingSubject> {
  const rated = await tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.rating').select('id').where('caseId', '=', record.id).executeTakeFirst();
  const closedAt = record.closedAt ?? record.updatedAt;
  return {
    caseNumber: record.number, itemName: record.itemName, organizationName: record.organizationName,
    closedAt: closedAt.toISOString(), until: rateableUntil(closedAt).toISOString(), rated: rated !== undefined,
  };
}
