import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { MaterialsTables } from '../tables.ts';

/** How many items ask now for each of the materials, by its own code or that of one merged into it. */
export async function countUses(kernel: Kernel, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tablesOf<MaterialsTables>(kernel.db).selectFrom('materials.material as m')
    .innerJoin('materials.itemMaterial as u', 'u.standardCode', 'm.code')
    .select([sql<string>`coalesce(m.merged_into, m.id)`.as('id'), sql<number>`count(DISTINCT u.item_id)::int`.as('count')])
    .where((eb) => eb.or([eb('m.id', 'in', ids), eb('m.mergedInto', 'in', ids)])).groupBy(sql`1`).execute();
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** How many items ask now for any of the codes. */
export async function countItems(kernel: Kernel, codes: readonly string[]): Promise<number> {
  if (codes.length === 0) return 0;
  const { count } = await tablesOf<MaterialsTables>(kernel.db).selectFrom('materials.itemMaterial').select(sql<number>`count(DISTINCT item_id)::int`.as('count'))
    .where('standardCode', 'in', codes).executeTakeFirstOrThrow();
  return count;
}
