import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { readBases, readMarks, type References, type RuleSet } from '../../catalog/index.ts';
import type { ItemQualityTables } from '../tables.ts';
import { knowReferences } from './know-references.ts';

/**
 * Which of some items are to be checked again: what their last check rested on is different now, they were never checked, or
 * what was checked is no more. Nothing is left out whose findings could be others: the basis covers all that rules can ask
 * (`catalog/quality/basis.ts`). Reads no elements, which is most of what a check costs.
 */
export async function findChanged(ctx: Context, itemIds: readonly string[], rules: RuleSet): Promise<string[]> {
  const [marks, checks] = await Promise.all([readMarks(ctx.kernel, itemIds), readActiveChecks(ctx, itemIds)]);
  const changed = new Set<string>();
  const comparable: { itemId: string; name: string; organizationId: string; mark: string; references: References; basis: string }[] = [];
  for (const { itemId, inUse, mark } of marks) {
    const key = `${itemId} ${inUse ? 'in-use' : 'in-preparation'}`;
    const check = checks.get(key);
    checks.delete(key);
    const [organizationId] = check?.refersTo?.organizations ?? [];
    if (check?.basis && check.refersTo && organizationId !== undefined) comparable.push({ itemId, mark, name: check.name, organizationId, references: check.refersTo, basis: check.basis });
    else changed.add(itemId);
  }
  // What is left stands for a version that is gone.
  for (const { itemId } of checks.values()) changed.add(itemId);
  const bases = await readBases(ctx.kernel, comparable, rules, await knowReferences(ctx.kernel, comparable.map(({ references }) => references)));
  for (const [index, { itemId, basis }] of comparable.entries()) if (bases[index] !== basis) changed.add(itemId);
  return itemIds.filter((itemId) => changed.has(itemId));
}

async function readActiveChecks({ kernel: { db } }: Context, itemIds: readonly string[]) {
  if (itemIds.length === 0) return new Map<string, never>();
  const rows = await tablesOf<ItemQualityTables>(db).selectFrom('itemQuality.itemCheck').select(['itemId', 'track', 'name', 'basis', 'refersTo'])
    .where('itemId', 'in', itemIds).where('active', '=', true).execute();
  return new Map(rows.map((row) => [`${row.itemId} ${row.track}`, row]));
}
