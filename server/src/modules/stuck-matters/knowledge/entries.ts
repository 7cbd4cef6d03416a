import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql, type Selectable } from 'kysely';
import { holds } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { entryStateLabels, type KnowledgeEntry, type listEntries } from '../contract.ts';
import { fail } from '../errors.ts';
import type { StuckMattersTables } from '../tables.ts';

export type EntryRow = Selectable<StuckMattersTables['stuckMatters.entry']>;

/** What an entry allows the reader: its writer works on it, somebody else looks through it. */
export function entryAbilities(ctx: Context, row: EntryRow): KnowledgeEntry['abilities'] {
  const own = row.writtenById === ctx.actor.id && holds(ctx.actor, 'stuck-matters.entry.write');
  const reviews = holds(ctx.actor, 'stuck-matters.entry.review');
  return { edit: (own && row.state === 'draft') || (reviews && row.state !== 'retired' && row.state !== 'draft'), submit: own && row.state === 'draft', decide: reviews && !own && row.state === 'review', retire: reviews && row.state === 'published' };
}

/** An entry as the reader may see it: drafts are their writer's and the reviewers'. @throws stuck-matters.entry-not-found */
export async function getEntryRow(ctx: Context, id: string): Promise<EntryRow> {
  const row = await tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.entry').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || !(row.state === 'published' || row.writtenById === ctx.actor.id || holds(ctx.actor, 'stuck-matters.entry.review'))) throw fail('stuck-matters.entry-not-found');
  return row;
}

export function presentEntry(ctx: Context, row: EntryRow): KnowledgeEntry {
  const { id, version, state, question, answer, itemId, itemName, tags, matterId, matterNumber, writtenByName, decidedByName, decidedAt, decisionText } = row;
  return {
    id, version, state, stateLabel: entryStateLabels[state], question, answer, itemId, itemName, tags, matter: matterId === null || matterNumber === null ? null : { id: matterId, number: matterNumber },
    writtenByName, updatedAt: row.updatedAt.toISOString(), decision: decidedByName === null || decidedAt === null ? null : { byName: decidedByName, at: decidedAt.toISOString(), text: decisionText ?? '' },
    abilities: entryAbilities(ctx, row),
  };
}

export async function viewEntry(ctx: Context, id: string): Promise<KnowledgeEntry> {
  return presentEntry(ctx, await getEntryRow(ctx, id));
}

/** Entries by words, item or tag; the latest first (STK-02). */
export async function findEntries(ctx: Context, input: QueryOf<typeof listEntries>): Promise<Page<KnowledgeEntry>> {
  const limit = input.limit ?? 20;
  let query = tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.entry').selectAll();
  if (!holds(ctx.actor, 'stuck-matters.entry.review')) query = query.where((where) => where.or([where('state', '=', 'published'), where('writtenById', '=', ctx.actor.id)]));
  query = input.state === undefined ? query.where('state', '<>', 'retired') : query.where('state', '=', input.state);
  if (input.itemId) query = query.where('itemId', '=', input.itemId);
  if (input.tag) query = query.where(sql<boolean>`tags @> ARRAY[${input.tag}]::text[]`);
  for (const word of (input.q ?? '').trim().split(/\s+/).filter((one) => one !== '').slice(0, 5)) {
    const text = word.replace(/[\\%_]/g, '\\$&');
    query = query.where(sql<boolean>`((question || ' ' || answer) LIKE ${`%${text}%`} OR item_name LIKE ${`%${text}%`} OR ${word} = ANY(tags))`);
  }
  if (input.cursor) query = query.where(sql<boolean>`id < ${cursorId(decodeCursor(input.cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.id], (row) => presentEntry(ctx, row));
}
