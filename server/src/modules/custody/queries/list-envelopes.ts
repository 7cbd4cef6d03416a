import type { Page, QueryOf, ResponseOf } from '@tongban/contract-kit';
import { sql, type RawBuilder } from 'kysely';
import { holds, requireScope, requireStaff } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf } from '../../../kernel/db/index.ts';
import { envelopeViews, type EnvelopeFilter, type EnvelopeLine, type EnvelopeViewName, type listEnvelopes as operation, type summariseEnvelopes } from '../contract.ts';
import { presentLine, readWords } from '../present.ts';
import { envelopesOf, waitsForSignature } from '../record.ts';

function conditionOf(view: EnvelopeViewName, today: string): RawBuilder<boolean> {
  switch (view) {
    case 'to-hand-over': return sql<boolean>`e.state IN ('pending', 'batched')`;
    case 'in-transit': case 'received': case 'refused': return sql<boolean>`e.state = ${view}`;
    case 'overdue': return sql<boolean>`e.due_on < ${today}::date`;
    case 'all': return sql<boolean>`true`;
  }
}

/** With the reader's office, to be handed over by it. */
function isHeld(ctx: Context): RawBuilder<boolean> {
  const permission = 'custody.envelope.send';
  return holds(ctx.actor, permission) ? scopeFilter(requireScope(ctx, permission), ctx.actor, { organizationPath: 'e.holderPath', regionCode: 'e.regionCode' }) : sql<boolean>`false`;
}

function sideOf(ctx: Context, side: EnvelopeFilter['side']): RawBuilder<boolean> {
  if (side === undefined) return sql<boolean>`true`;
  return side === 'held' ? isHeld(ctx) : waitsForSignature(ctx);
}

/** Envelopes that a filter leaves of those the officer may see, unordered, each with the number of its materials. */
export function filterEnvelopes(ctx: Context, filter: EnvelopeFilter) {
  requireStaff(ctx);
  let query = envelopesOf(ctx).select(sql<number>`(SELECT count(*) FROM custody.material m WHERE m.envelope_id = e.id)::integer`.as('materialCount'))
    .where(conditionOf(filter.view ?? 'all', chinaDate(ctx.kernel.clock.now()))).where(sideOf(ctx, filter.side));
  if (filter.leg) query = query.where('e.leg', '=', filter.leg);
  if (filter.destinationId) query = query.where('e.destinationId', '=', filter.destinationId);
  if (filter.from) query = query.where('e.openedAt', '>=', startOfChinaDay(filter.from));
  if (filter.to) query = query.where('e.openedAt', '<', new Date(startOfChinaDay(filter.to).getTime() + 86_400_000));
  const q = filter.q?.trim() ?? '';
  if (q !== '') {
    const text = q.replace(/[\\%_]/g, '\\$&');
    const head = `${text.toUpperCase()}%`;
    query = query.where(sql<boolean>`(e.case_number LIKE ${head} OR e.code LIKE ${head} OR e.batch_number LIKE ${head} OR e.item_name LIKE ${`%${text}%`} OR e.applicant_name LIKE ${`%${text}%`})`);
  }
  return query;
}

/** Envelopes the officer may see, the newest first (INT-12). */
export async function findEnvelopes(ctx: Context, input: QueryOf<typeof operation>): Promise<Page<EnvelopeLine>> {
  const limit = input.limit ?? 20;
  let query = filterEnvelopes(ctx, input);
  if (input.cursor) query = query.where(sql<boolean>`e.id < ${cursorId(decodeCursor(input.cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('e.id', 'desc').limit(limit + 1).execute();
  const words = await readWords(ctx, rows);
  return pageOf(rows, limit, ({ id }) => [id], ({ materialCount, ...row }) => presentLine(ctx, row, materialCount, words));
}

/** How many envelopes each tab of the page has, and how many wait for the reader's signature. */
export async function countEnvelopes(ctx: Context, { side }: QueryOf<typeof summariseEnvelopes>): Promise<ResponseOf<typeof summariseEnvelopes>> {
  const today = chinaDate(ctx.kernel.clock.now());
  const counted = (condition: RawBuilder<boolean>): RawBuilder<number> => sql<number>`count(*) FILTER (WHERE ${condition} AND ${sideOf(ctx, side)})::integer`;
  const row = await envelopesOf(ctx).clearSelect().select([
    ...envelopeViews.map((view) => counted(conditionOf(view, today)).as(view)), sql<number>`count(*) FILTER (WHERE ${waitsForSignature(ctx)})::integer`.as('mine'),
  ]).executeTakeFirstOrThrow();
  return row as ResponseOf<typeof summariseEnvelopes>;
}
