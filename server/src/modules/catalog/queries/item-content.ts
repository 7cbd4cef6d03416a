import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ItemElements, VersionState } from '../contract.ts';
import { openStates } from '../states.ts';
import type { CatalogTables } from '../tables.ts';

/** One version with its content, or what was asked for of it, whatever its state. */
export interface VersionContent<E = ItemElements> {
  readonly versionId: string;
  readonly number: number;
  readonly revision: number;
  readonly state: VersionState;
  readonly elements: E;
}

/** What an item is now: the version that is worked on and the one that is published, each if there is one. */
export interface ItemContent<E = ItemElements> {
  readonly itemId: string;
  readonly name: string;
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly departmentName: string;
  readonly regionCode: string;
  readonly open: VersionContent<E> | undefined;
  readonly published: VersionContent<E> | undefined;
}

/** Reads whole items for modules that follow them; whoever shows them checks the scope. Unknown ids are left out. */
export async function readItemContents(kernel: Kernel, itemIds: readonly string[]): Promise<ItemContent[]> {
  if (itemIds.length === 0) return [];
  const [items, versions] = await Promise.all([selectItems(kernel, itemIds).execute(), selectVersions(kernel, itemIds).select('elements').execute()]);
  return putTogether(items, versions);
}

/** What is read of items whose materials are followed. */
export type MaterialElements = Pick<ItemElements, 'name' | 'materials'>;

/** As `readItemContents`, but only names and materials: a third of an item, which saves reading the rest of a long list. */
export async function readItemMaterials(kernel: Kernel, itemIds: readonly string[]): Promise<ItemContent<MaterialElements>[]> {
  if (itemIds.length === 0) return [];
  const elements = sql<MaterialElements>`jsonb_build_object('name', elements -> 'name', 'materials', elements -> 'materials')`.as('elements');
  const [items, versions] = await Promise.all([selectItems(kernel, itemIds).execute(), selectVersions(kernel, itemIds).select(elements).execute()]);
  return putTogether(items, versions);
}

function selectItems({ db }: Kernel, itemIds: readonly string[]) {
  return tablesOf<CatalogTables>(db).selectFrom('catalog.item')
    .select(['id as itemId', 'name', 'organizationId', 'organizationPath', 'departmentName', 'regionCode', 'publishedVersionId']).where('id', 'in', itemIds);
}

function selectVersions({ db }: Kernel, itemIds: readonly string[]) {
  return tablesOf<CatalogTables>(db).selectFrom('catalog.itemVersion').select(['itemId', 'id as versionId', 'number', 'revision', 'state'])
    .where('itemId', 'in', itemIds).where('state', 'in', [...openStates, 'published']);
}

type ItemRow = Omit<ItemContent, 'open' | 'published'> & { readonly publishedVersionId: string | null };

function putTogether<E>(items: readonly ItemRow[], versions: readonly (VersionContent<E> & { readonly itemId: string })[]): ItemContent<E>[] {
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
