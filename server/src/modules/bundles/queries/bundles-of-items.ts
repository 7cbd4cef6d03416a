import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { BundlesTables } from '../tables.ts';

/** Names of the bundles that an item is part of, in their published or newest content, by item; items of no bundle are left out. */
export async function listBundlesOfItems(ctx: Pick<Context, 'kernel'>, itemIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (itemIds.length === 0) return found;
  const { rows } = await sql<{ itemId: string; name: string }>`
    SELECT DISTINCT part ->> 'itemId' AS item_id, b.name FROM bundles.bundle b
    JOIN bundles.bundle_version v ON v.id IN (b.published_version_id, b.latest_version_id) CROSS JOIN LATERAL jsonb_array_elements(v.content -> 'items') part
    WHERE b.state <> 'retired' AND part ->> 'itemId' = ANY(${[...new Set(itemIds)]}::text[]) ORDER BY b.name`.execute(tablesOf<BundlesTables>(ctx.kernel.db));
  for (const { itemId, name } of rows) found.set(itemId, [...found.get(itemId) ?? [], name]);
  return found;
}
