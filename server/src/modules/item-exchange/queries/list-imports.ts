import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { compareElements, elementLabel, elementLabels, type ItemElements } from '../../catalog/contract.ts';
import { findStandingItems, planIncoming } from '../../catalog/index.ts';
import type { ImportRow, ItemImport, listImportRows as listRowsOperation, listImports as listOperation, RowDifference } from '../contract.ts';
import { fail } from '../errors.ts';
import type { ItemExchangeTables } from '../tables.ts';
import { presentImport, type ImportRecord } from './get-import.ts';
import type { Selectable } from 'kysely';

export type RowRecord = Selectable<ItemExchangeTables['itemExchange.importRow']>;

/** Imports within the actor's scope, the newest first. */
export async function listImports(ctx: Context, { limit = 20, cursor, state }: QueryOf<typeof listOperation>): Promise<Page<ItemImport>> {
  const scope = requireScope(ctx, 'item-exchange.import.manage');
  let query = tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.import').selectAll()
    .where(scopeFilter(scope, ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (state !== undefined) query = query.where('state', '=', state);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2).map(String);
    query = query.where(sql<boolean>`(date_trunc('milliseconds', created_at), id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ createdAt, id }) => [createdAt.toISOString(), id], (row) => presentImport(ctx, row));
}

/** Rows of an import in the order of its file. */
export async function listImportRows(ctx: Context, { id }: ImportRecord, { limit = 50, cursor, verdict, outcome, q }: QueryOf<typeof listRowsOperation>): Promise<Page<ImportRow>> {
  let query = tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.importRow').selectAll().where('importId', '=', id);
  if (verdict !== undefined) query = query.where('verdict', '=', verdict);
  if (outcome !== undefined) query = query.where('outcome', '=', outcome);
  if (q !== undefined) query = query.where((eb) => eb.or([eb(eb.fn('strpos', ['code', eb.val(q)]), '>', 0), eb(eb.fn('strpos', ['name', eb.val(q)]), '>', 0)]));
  if (cursor !== undefined) query = query.where('number', '>', Number(decodeCursor(cursor, 1)[0]));
  const rows = await query.orderBy('number').limit(limit + 1).execute();
  return pageOf(rows, limit, ({ number }) => [number], presentRow);
}

/** A row as it is shown. */
export function presentRow(row: RowRecord): ImportRow {
  const { number, code, name, departmentName, verdict, issues, outcome, outcomeReason, itemId, versionId } = row;
  return {
    number, position: positionOf(row), code, name, departmentName, verdict, changes: elementLabels(row.changes), differences: elementLabels(row.differences),
    issues, outcome, outcomeReason, itemId, versionId,
  };
}

/** Where the row is, as people find it. */
export function positionOf({ sheet, sheetRow }: Pick<RowRecord, 'sheet' | 'sheetRow'>): string {
  return sheet === '' ? `第${sheetRow}项` : `${sheet} 第${sheetRow}行`;
}

/** A row beside what stands now, element by element. @throws item-exchange.row-not-found */
export async function compareRow(ctx: Context, { id }: ImportRecord, number: number): Promise<{ row: ImportRow; differences: RowDifference[] }> {
  const row = await tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.importRow').selectAll()
    .where('importId', '=', id).where('number', '=', number).executeTakeFirst();
  if (!row) throw fail('item-exchange.row-not-found');
  const shown = presentRow(row);
  if (!row.said) return { row: shown, differences: [] };
  const standing = (await findStandingItems(ctx, [row.code])).get(row.code);
  const plan = planIncoming({ localTaskCode: row.code, ...row.said }, standing);
  const before = row.written?.before.elements ?? standing?.version.elements;
  if (!before) {
    const after = Object.entries(row.said.said).filter(([name]) => name !== 'organizationId' && row.changes.includes(name));
    return { row: shown, differences: after.map(([name, value]) => ({ path: name, label: elementLabel(name), after: value, written: true })) };
  }
  const touched = new Set([...row.changes, ...row.differences]);
  const whole: ItemElements = { ...before, ...plan.incoming.said };
  return { row: shown, differences: compareElements(before, whole).filter(({ path }) => path !== 'organizationId' && touched.has(path.split('.')[0] ?? '')).map(({ path, label, before: ours, after }) => (
    { path, label, ...(ours === undefined ? {} : { before: ours }), ...(after === undefined ? {} : { after }), written: row.changes.includes(path.split('.')[0] ?? '') })) };
}
