import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';

/** Ids of published items by their local code; codes of other items are left out. */
export async function findPublishedItems(kernel: Kernel, localTaskCodes: readonly string[]): Promise<Map<string, string>> {
  if (localTaskCodes.length === 0) return new Map();
  const rows = await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item').select(['id', 'localTaskCode'])
    .where('localTaskCode', 'in', localTaskCodes).where('publishedVersionId', 'is not', null).execute();
  return new Map(rows.map(({ id, localTaskCode }) => [localTaskCode, id]));
}
