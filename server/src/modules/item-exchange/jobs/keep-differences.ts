import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import type { IncomingPlan, StandingItem } from '../../catalog/index.ts';
import type { ImportRecord } from '../queries/get-import.ts';
import type { RowRecord } from '../queries/list-imports.ts';
import type { ItemExchangeTables } from '../tables.ts';

/** Adds what list and platform disagree about to the list of differences; what a later list says replaces the earlier. */
export async function addDifferences(
  ctx: Context, batch: WriteBatch, { id: importId }: ImportRecord, rows: readonly { readonly row: RowRecord; readonly plan: IncomingPlan; readonly standing: StandingItem }[],
): Promise<void> {
  if (rows.length === 0) return;
  const known = await tablesOf<ItemExchangeTables>(ctx.kernel.db).selectFrom('itemExchange.difference').select(['id', 'itemId', 'element'])
    .where('itemId', 'in', rows.map(({ standing }) => standing.id)).execute();
  const idOf = new Map(known.map(({ id, itemId, element }) => [`${itemId} ${element}`, id]));
  const createdAt = ctx.kernel.clock.now();
  const open = { state: 'open' as const, createdAt, decidedAt: null, decidedByName: null };
  const found = rows.flatMap(({ row, plan, standing }) => withoutTwin(plan.differences).map((element) => ({
    id: idOf.get(`${standing.id} ${element}`), itemId: standing.id, element, importId, code: row.code, itemName: standing.version.elements.name,
    departmentName: standing.version.elements.departmentName, organizationPath: standing.organizationPath, regionCode: standing.regionCode,
    incoming: plan.incoming.said[element] ?? null, ...open,
  })));
  const writes = writesFor<ItemExchangeTables>(batch);
  const fresh = found.flatMap(({ id, ...row }) => (id === undefined ? [{ id: createId(), ...row }] : []));
  if (fresh.length > 0) writes.insert('itemExchange.difference', fresh, 'nothing');
  writes.updateEach('itemExchange.difference', found.flatMap(({ id, ...row }) => (id === undefined ? [] : [{ id, ...row }])), ['id']);
}

/** A department's name follows its id: one decision for both. */
function withoutTwin(names: IncomingPlan['differences']): IncomingPlan['differences'] {
  return names.includes('organizationId') ? names.filter((name) => name !== 'departmentName') : names;
}
