import { requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listSimilarItems, type SimilarItem } from '../../catalog/index.ts';
import type { ItemMatch } from '../claim.contract.ts';
import type { DirectoryTables } from '../tables.ts';

/** Items of a region, within the reader's scope and linked to nothing yet, that are probably what the entries mean (CAT-12). */
export async function suggestMatches(ctx: Context, regionCode: string, entryIds: readonly string[]): Promise<{ entryId: string; items: ItemMatch[] }[]> {
  const scope = requireScope(ctx, 'directory.claim.view');
  const db = tablesOf<DirectoryTables>(ctx.kernel.db);
  const entries = await db.selectFrom('directory.entry').select(['id as key', 'name', 'taskType']).where('id', 'in', [...entryIds]).execute();
  const found = await listSimilarItems(ctx, regionCode, entries);
  const linked = await db.selectFrom('directory.claim').select('itemId').where('itemId', 'in', [...new Set(found.map(({ itemId }) => itemId)), nobody])
    .where('state', 'in', ['pending', 'confirmed']).execute();
  const taken = new Set(linked.map(({ itemId }) => itemId));
  const free = found.filter((item) => !taken.has(item.itemId) && liesInScope(scope, ctx.actor, { organizationPath: item.organizationPath, regionCode }));
  return entryIds.map((entryId) => ({ entryId, items: free.filter(({ asked }) => asked === entryId).map(present) }));
}

const nobody = '00000000-0000-0000-0000-000000000000';

function present({ itemId, name, taskType, organizationId, departmentName, localTaskCode, publishedVersionId, similarity }: SimilarItem): ItemMatch {
  return {
    itemId, name, taskType, departmentId: organizationId, departmentName, localTaskCode, published: publishedVersionId !== null,
    closeness: similarity >= 1 ? 'exact' : 'similar',
  };
}
