import type { Page, QueryOf } from '@tongban/contract-kit';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf } from '../../../kernel/db/index.ts';
import { getCaseRecord, isApplicantSide } from '../../cases/index.ts';
import { firstBadLevel, type listRatings, type RatingView } from '../contract.ts';
import { findRatingOfCase, optionTexts, presentRating, ratingQuery } from './present-rating.ts';

/** Ratings within the officer's scope, newest first. */
export async function findRatings(ctx: Context, input: QueryOf<typeof listRatings>): Promise<Page<RatingView>> {
  const limit = input.limit ?? 20;
  let query = ratingQuery(ctx).where(scopeFilter(requireScope(ctx, 'ratings.rating.view'), ctx.actor, { organizationPath: 'r.organizationPath', regionCode: 'r.regionCode' }));
  if (input.bad === true) query = query.where('r.level', '>=', firstBadLevel);
  if (input.bad === false) query = query.where('r.level', '<', firstBadLevel);
  if (input.level) query = query.where('r.level', '=', input.level);
  if (input.organizationId) query = query.where('r.organizationId', '=', input.organizationId);
  if (input.from) query = query.where('r.ratedAt', '>=', startOfChinaDay(input.from));
  if (input.to) query = query.where('r.ratedAt', '<', new Date(startOfChinaDay(input.to).getTime() + 86_400_000));
  if (input.cursor) query = query.where('r.id', '<', String(decodeCursor(input.cursor, 1)[0]));
  const rows = await query.orderBy('r.id', 'desc').limit(limit + 1).execute();
  const texts = await optionTexts(ctx);
  return pageOf(rows, limit, (row) => [row.id], (row) => presentRating(row, texts, 'office'));
}

/** The rating of one case, for its applicant or an officer within whose scope it lies; null when there is none to see. */
export async function viewCaseRating(ctx: Context, caseId: string): Promise<{ rating: RatingView | null }> {
  const record = await getCaseRecord(ctx, caseId);
  if (isApplicantSide(ctx, record)) return { rating: (await findRatingOfCase(ctx, caseId, 'rater')) ?? null };
  if (!holds(ctx.actor, 'ratings.rating.view')) return { rating: null };
  const row = await ratingQuery(ctx).where('r.caseId', '=', caseId).executeTakeFirst();
  // Asking by case would tell whose an anonymous rating is.
  if (!row || row.anonymous || !liesInScope(requireScope(ctx, 'ratings.rating.view'), ctx.actor, row)) return { rating: null };
  return { rating: presentRating(row, await optionTexts(ctx), 'office') };
}
