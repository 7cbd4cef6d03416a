import { sql } from 'kysely';
import type { Actor, DataScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { readBadOptions, type RatingOption } from '../options.ts';
import type { RatingsTables } from '../tables.ts';

/** What supervision says of a rectification; nothing that tells whose an anonymous rating is. */
export interface RectificationFacts {
  id: string;
  caseId: string | null;
  caseNumber: string | null;
  itemId: string | null;
  itemName: string;
  organizationId: string;
  organizationName: string;
  organizationPath: string;
  regionCode: string;
  /** What was found to be true of the rating; nothing once it is excluded. */
  found: readonly RatingOption[];
}

function rectifications(ctx: Pick<Context, 'kernel'>) {
  return tablesOf<RatingsTables>(ctx.kernel.db).selectFrom('ratings.rectification as x').innerJoin('ratings.rating as r', 'r.id', 'x.ratingId');
}

/** Facts of a rectification, without asking who wants them. */
export async function unsafeFindRectification(ctx: Pick<Context, 'kernel'>, id: string): Promise<RectificationFacts | undefined> {
  const row = await rectifications(ctx).select(['x.id', 'x.state', 'x.foundCodes', 'r.caseId', 'r.caseNumber', 'r.anonymous', 'r.itemId', 'r.itemName', 'x.organizationId', 'r.organizationName', 'x.organizationPath', 'x.regionCode'])
    .where('x.id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { anonymous, state, foundCodes, ...facts } = row;
  const found = state === 'excluded' || foundCodes.length === 0 ? [] : (await readBadOptions(ctx.kernel)).filter(({ code }) => foundCodes.includes(code));
  return { ...facts, ...(anonymous ? { caseId: null, caseNumber: null } : {}), found };
}

/** Unanswered rectifications past their deadline by organisation, within a scope. */
export async function countOverdueRectifications(ctx: Context, scope: DataScope, actor: Actor): Promise<{ organizationId: string; organizationName: string; count: number }[]> {
  return rectifications(ctx).select(['x.organizationId', 'r.organizationName', sql<number>`count(*)`.as('count')])
    .where('x.finishedAt', 'is', null).where('x.inTime', 'is', null).where('x.state', '<>', 'appealing').where('x.dueOn', '<', chinaDate(ctx.kernel.clock.now()))
    .where(scopeFilter(scope, actor, { organizationPath: 'x.organizationPath', regionCode: 'x.regionCode' }))
    .groupBy(['x.organizationId', 'r.organizationName']).execute();
}
