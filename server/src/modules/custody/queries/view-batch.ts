import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { Batch, BatchLine, listBatches as operation } from '../contract.ts';
import { batchStateOf, presentBatchLine, presentWithMaterials, readWords } from '../present.ts';
import { batchesOf, getBatchRecord, maySendFor, readMaterialsByEnvelope } from '../record.ts';
import type { CustodyTables } from '../tables.ts';

const size = sql<number>`(SELECT count(*) FROM custody.batch_envelope be WHERE be.batch_id = b.id AND be.outcome IS DISTINCT FROM 'taken-out')::integer`;
const waiting = sql<number>`(SELECT count(*) FROM custody.batch_envelope be WHERE be.batch_id = b.id AND be.outcome IS NULL)::integer`;

/** How many envelopes a batch has and how many of them wait. */
export async function countBatch(ctx: Context, id: string): Promise<{ size: number; waiting: number }> {
  return tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.batch as b').select([size.as('size'), waiting.as('waiting')]).where('b.id', '=', id).executeTakeFirstOrThrow();
}

/** One batch: its sheet to print, to hand over and to sign by. @throws custody.batch-not-found */
export async function viewBatch(ctx: Context, id: string): Promise<Batch> {
  const row = { ...await getBatchRecord(ctx, id), ...await countBatch(ctx, id) };
  const inside = await tablesOf<CustodyTables>(ctx.kernel.db).selectFrom('custody.batchEnvelope as be').innerJoin('custody.envelope as e', 'e.id', 'be.envelopeId')
    .selectAll('e').select(['be.outcome', 'be.outcomeText']).where('be.batchId', '=', id).orderBy('be.position').execute();
  const [materials, words] = await Promise.all([readMaterialsByEnvelope(ctx, inside.map(({ id: envelopeId }) => envelopeId)), readWords(ctx, inside)]);
  const envelopes = inside.map(({ outcome, outcomeText, ...one }) => {
    const shown = presentWithMaterials(ctx, one, materials.get(one.id) ?? [], words);
    return { ...shown, abilities: { ...shown.abilities, sign: shown.abilities.sign && one.batchId === id }, outcome, outcomeText };
  });
  const sends = maySendFor(ctx, { path: row.fromPath, regionCode: row.regionCode });
  const state = batchStateOf(row);
  const sign = envelopes.some(({ abilities }) => abilities.sign);
  // Where window and reviewers are one office, who is to sign is not offered to call back.
  return { ...presentBatchLine(row), envelopes, abilities: { change: sends && state === 'open', callBack: sends && !sign && state === 'handed-over', sign } };
}

/** Batches the officer may see, the newest first. */
export async function findBatches(ctx: Context, { state, q = '', limit = 20, cursor }: QueryOf<typeof operation>): Promise<Page<BatchLine>> {
  let query = batchesOf(ctx).select([size.as('size'), waiting.as('waiting')]);
  if (state === 'open' || state === 'cancelled') query = query.where('b.state', '=', state);
  if (state === 'handed-over') query = query.where('b.state', '=', 'handed-over').where(sql<boolean>`${waiting} > 0`);
  if (state === 'done') query = query.where('b.state', '=', 'handed-over').where(sql<boolean>`${waiting} = 0`);
  const text = q.trim().replace(/[\\%_]/g, '\\$&');
  if (text !== '') query = query.where(sql<boolean>`(b.number LIKE ${`${text.toUpperCase()}%`} OR b.to_name LIKE ${`%${text}%`} OR b.from_name LIKE ${`%${text}%`})`);
  if (cursor) query = query.where(sql<boolean>`b.id < ${cursorId(decodeCursor(cursor, 1)[0])}::uuid`);
  const rows = await query.orderBy('b.id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ id }) => [id], presentBatchLine);
}
