import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ItemElements, VersionState } from '../contract.ts';
import { openStates } from '../states.ts';
import type { CatalogTables } from '../tables.ts';

/** A version that is worth checking: what an item offers now, or what is being prepared for it. */
export interface VersionToCheck {
  readonly itemId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly revision: number;
  readonly inUse: boolean;
  readonly localTaskCode: string;
  readonly name: string;
  readonly taskType: string;
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly departmentName: string;
  readonly regionCode: string;
  readonly elements: ItemElements;
  /** Changes with whatever the version's row or the item's place says, whoever wrote it. */
  readonly mark: string;
}

/** Which items: all, those of a department and below, of a region and below. */
export interface ItemsToCheck {
  readonly organizationPath?: string | undefined;
  readonly regionCode?: string | undefined;
}

type Builder = ExpressionBuilder<CatalogTables, 'catalog.item'>;

function narrow(eb: Builder, { organizationPath, regionCode }: ItemsToCheck): Expression<SqlBool>[] {
  return [
    ...(organizationPath === undefined ? [] : [eb('organizationPath', 'like', `${organizationPath}%`)]),
    ...(regionCode === undefined ? [] : [eb('regionCode', 'like', `${regionPrefix(regionCode)}%`)]),
  ];
}

/** How many items there are to go through. */
export async function countItemsToCheck(kernel: Kernel, which: ItemsToCheck): Promise<number> {
  const { count } = await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item').select(sql<number>`count(*)`.as('count'))
    .where((eb) => eb.and(narrow(eb, which))).executeTakeFirstOrThrow();
  return count;
}

/** How many items are in use of those in some scopes (a condition on the columns of an item), of a department, of a region and below. */
export async function countItemsInUse(
  kernel: Kernel, { within, organizationId, regionCode }: { within: Expression<SqlBool>; organizationId?: string | undefined; regionCode?: string | undefined },
): Promise<number> {
  const { count } = await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item').select(sql<number>`count(*)`.as('count'))
    .where((eb) => eb.and([within, ...narrow(eb, { regionCode }), ...(organizationId === undefined ? [] : [eb('organizationId', '=', organizationId)]), eb('publishedVersionId', 'is not', null)])).executeTakeFirstOrThrow();
  return count;
}

/** Ids of the next items, in the order of their ids. */
export async function listItemsToCheck(kernel: Kernel, which: ItemsToCheck, after: string | null, limit: number): Promise<string[]> {
  const rows = await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item').select('id')
    .where((eb) => eb.and([...narrow(eb, which), ...(after === null ? [] : [eb('id', '>', after)])])).orderBy('id').limit(limit).execute();
  return rows.map(({ id }) => id);
}

/** Versions of some items that are in use or in preparation. */
function selectVersions(kernel: Kernel, itemIds: readonly string[]) {
  return tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item as i')
    .innerJoin('catalog.itemVersion as v', (join) => join.onRef('v.itemId', '=', 'i.id').on((eb) => eb.or([
      eb('v.id', '=', eb.ref('i.publishedVersionId')), eb.and([eb('v.id', '=', eb.ref('i.latestVersionId')), eb('v.state', 'in', openStates)]),
    ])))
    // The transaction that last wrote a row is another after every change of it, also of one that no revision counts.
    .select(sql<string>`concat_ws(' ', v.xmin, v.id, i.local_task_code, i.organization_id, i.organization_path)`.as('mark'))
    .select(['i.id as itemId', 'v.state'])
    .where('i.id', 'in', itemIds).orderBy('i.id').orderBy('v.number');
}

/** The versions of some items that are in use or in preparation, with all their elements. */
export async function readVersionsToCheck(kernel: Kernel, itemIds: readonly string[]): Promise<VersionToCheck[]> {
  if (itemIds.length === 0) return [];
  const rows = await selectVersions(kernel, itemIds)
    .select(['v.id as versionId', 'v.number as versionNumber', 'v.revision', 'v.elements', 'i.localTaskCode', 'i.organizationId', 'i.organizationPath']).execute();
  return rows.map(({ state, elements, ...row }) => ({
    ...row, elements, inUse: isInUse(state), name: elements.name, taskType: elements.taskType, departmentName: elements.departmentName, regionCode: elements.regionCode,
  }));
}

/** Of the same versions only what tells whether they have changed. */
export async function readMarks(kernel: Kernel, itemIds: readonly string[]): Promise<Pick<VersionToCheck, 'itemId' | 'inUse' | 'mark'>[]> {
  if (itemIds.length === 0) return [];
  return (await selectVersions(kernel, itemIds).execute()).map(({ state, ...row }) => ({ ...row, inUse: isInUse(state) }));
}

function isInUse(state: VersionState): boolean {
  return state === 'published';
}
