import type { Selectable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { ratingLevelNames, rectificationStateLabels, type RatingView, type RectificationState } from '../contract.ts';
import { fail } from '../errors.ts';
import { readOptions } from '../options.ts';
import type { RatingsTables } from '../tables.ts';

/** Who reads a rating: the one who gave it, or an officer. */
export type Reader = 'rater' | 'office';

/** A rating with its rectification, if it has one. */
export type RatingRow = Selectable<RatingsTables['ratings.rating']> & {
  rectificationId: string | null;
  rectificationState: RectificationState | null;
  rectificationDueOn: string | null;
  rectificationReply: string | null;
};

/** Ratings joined with their rectifications, as `r` and `x`. */
export function ratingQuery(ctx: Context) {
  return tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.rating as r').leftJoin('ratings.rectification as x', 'x.ratingId', 'r.id')
    .selectAll('r').select(['x.id as rectificationId', 'x.state as rectificationState', 'x.dueOn as rectificationDueOn', 'x.reply as rectificationReply']);
}

/** Names of option codes, also of those out of use. */
export async function optionTexts(ctx: Context): Promise<ReadonlyMap<string, string>> {
  return new Map((await readOptions(ctx.kernel)).map(({ code, text }) => [code, text]));
}

/** A rating as its reader may know it: officers do not learn whose an anonymous one is. */
export function presentRating(row: RatingRow, texts: ReadonlyMap<string, string>, reader: Reader): RatingView {
  const hidden = row.anonymous && reader === 'office';
  return {
    id: row.id, caseId: hidden ? null : row.caseId, caseNumber: hidden ? null : row.caseNumber, itemName: row.itemName, organizationName: row.organizationName,
    level: row.level, levelName: ratingLevelNames[row.level] ?? '', options: row.optionCodes.map((code) => ({ code, text: texts.get(code) ?? code })),
    text: row.text, channel: row.channel, anonymous: row.anonymous, raterName: row.anonymous ? '匿名' : row.raterName, ratedAt: row.ratedAt.toISOString(),
    excluded: row.excluded,
    rectification: row.rectificationId && row.rectificationState && row.rectificationDueOn ? {
      id: row.rectificationId, state: row.rectificationState, stateLabel: rectificationStateLabels[row.rectificationState],
      dueOn: row.rectificationDueOn, reply: row.rectificationReply,
    } : null,
  };
}

/** The rating of a case. Authorisation is the caller's. */
export async function findRatingOfCase(ctx: Context, caseId: string, reader: Reader): Promise<RatingView | undefined> {
  const row = await ratingQuery(ctx).where('r.caseId', '=', caseId).executeTakeFirst();
  return row && presentRating(row, await optionTexts(ctx), reader);
}

/** The rating of a case. @throws ratings.case-not-found when it has none */
export async function getRatingOfCase(ctx: Context, caseId: string, reader: Reader): Promise<RatingView> {
  const rating = await findRatingOfCase(ctx, caseId, reader);
  if (!rating) throw fail('ratings.case-not-found');
  return rating;
}
