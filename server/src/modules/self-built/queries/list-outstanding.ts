import type { Page, QueryOf, ResponseOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { cursorId, cursorInstant, decodeCursor, pageOf } from '../../../kernel/db/index.ts';
import type { listOutstanding as operation, listReconciliations, listRefusals as refusalsOperation } from '../contract.ts';
import { selfBuiltTables, type SystemRow } from '../systems.ts';
import { silentMs } from './list-systems.ts';

type Row = ResponseOf<typeof operation>['items'][number];

/** Open cases of a system of one group, longest registered first. */
export async function listOutstanding(ctx: Context, system: SystemRow, { group, limit = 20, cursor }: QueryOf<typeof operation>): Promise<Page<Row>> {
  let query = selfBuiltTables(ctx).selectFrom('selfBuilt.link').selectAll().where('systemId', '=', system.id).where('state', 'not in', ['delivered', 'ended']);
  if (group === 'not-entered') query = query.where('enteredAt', 'is', null);
  if (group === 'troubled') query = query.where('trouble', 'is not', null);
  if (group === 'silent') query = query.where('enteredAt', 'is not', null).where(sql<boolean>`coalesce(last_report_at, entered_at) < ${new Date(ctx.kernel.clock.now().getTime() - silentMs)}`);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(registered_at, case_id) > (${cursorInstant(at)}::timestamptz, ${cursorId(id)}::uuid)`);
  }
  const rows = await query.orderBy('registeredAt').orderBy('caseId').limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.registeredAt.toISOString(), row.caseId], (row) => ({
    caseId: row.caseId, caseNumber: row.caseNumber, itemName: row.itemName, organizationName: row.organizationName, state: row.state, registeredAt: row.registeredAt.toISOString(),
    enteredAt: row.enteredAt?.toISOString() ?? null, lastReportAt: row.lastReportAt?.toISOString() ?? null, lastSequence: row.lastSequence, nextPullAt: row.nextPullAt?.toISOString() ?? null, trouble: row.trouble,
  }));
}

const shownRefusals = 50;
const shownComparisons = 20;

/** The latest reports of a system that were refused, newest first. */
export async function listRefusals(ctx: Context, system: SystemRow): Promise<ResponseOf<typeof refusalsOperation>> {
  const rows = await selfBuiltTables(ctx).selectFrom('selfBuilt.refusal').selectAll().where('systemId', '=', system.id).orderBy('id', 'desc').limit(shownRefusals).execute();
  return { items: rows.map(({ at, caseNumber, kind, sequence, code, reason }) => ({ at: at.toISOString(), caseNumber, kind, sequence, code, reason })) };
}

/** The latest comparisons with a system, newest first. */
export async function listComparisons(ctx: Context, system: SystemRow): Promise<ResponseOf<typeof listReconciliations>> {
  const rows = await selfBuiltTables(ctx).selectFrom('selfBuilt.reconciliation').selectAll().where('systemId', '=', system.id).orderBy('id', 'desc').limit(shownComparisons).execute();
  return { items: rows.map(({ id, fromDay, toDay, at, byName, ours, theirs, taken, differences }) => ({ id, from: fromDay, to: toDay, at: at.toISOString(), by: byName, ours, theirs, taken, differences })) };
}
