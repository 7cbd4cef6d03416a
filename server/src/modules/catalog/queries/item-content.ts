import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ItemElements, VersionState } from '../contract.ts';
import { openStates } from '../states.ts';
import type { CatalogTables } from '../tables.ts';

/** One version with its content, whatever its state. */
export interface VersionContent {
  readonly versionId: string;
  readonly number: number;
  readonly revision: number;
  readonly state: VersionState;
  readonly elements: ItemElements;
}

/** What an item is now: the version that is worked on and the one that is published, each if there is one. */
export interface ItemContent {
  readonly itemId: string;
  readonly name: string;
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly departmentName: string;
  readonly regionCode: string;
  readonly open: VersionContent | undefined;
  readonly published: VersionContent | undefined;
}

/** Reads whole items for modules that follow them; whoever shows them checks the scope. Unknown ids are left out. */
export async function readItemContents(kernel: Kernel, itemIds: readonly string[]): Promise<ItemContent[]> {
  if (itemIds.length === 0) return [];
  const tables = tablesOf<CatalogTables>(kernel.db);
  const [items, versions] = await Promise.all([
    tables.selectFrom('catalog.item').select(['id as itemId', 'name', 'organizationId', 'organizationPath', 'departmentName', 'regionCode', 'publishedVersionId'])
      .where('id', 'in', itemIds).execute(),
    tables.selectFrom('catalog.itemVersion').select(['itemId', 'id as versionId', 'number', 'revision', 'state', 'elements'])
      .where('itemId', 'in', itemIds).where('state', 'in', [...openStates, 'published']).execute(),
  ]);
  return items.map(({ publishedVersionId, ...item }) => {
    const own = versions.filter(({ itemId }) => itemId === item.itemId);
    return {
      ...item, open: own.find(({ state }) => state !== 'published'), published: own.find(({ versionId }) => versionId === publishedVersionId),
    };
  });
}

/** Ids of items that changed from `since` on, in the order of their change; ask again from the last one's place. */
export async function listChangedItems(
  kernel: Kernel, after: { updatedAt: Date; itemId: string }, limit: number,
): Promise<{ itemId: string; updatedAt: Date }[]> {
  return tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item').select(['id as itemId', 'updatedAt'])
    .where(({ eb, refTuple, tuple }) => eb(refTuple('updatedAt', 'id'), '>', tuple(after.updatedAt, after.itemId)))
    .orderBy('updatedAt').orderBy('id').limit(limit).execute();
}
