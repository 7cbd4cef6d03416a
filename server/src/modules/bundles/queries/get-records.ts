import type { Selectable } from 'kysely';
import { covers, requireScope } from '../../../kernel/access/index.ts';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { getPinnedVersion, readItemContents } from '../../catalog/index.ts';
import type { BundleContent } from '../content.contract.ts';
import { fail } from '../errors.ts';
import type { ItemVersions } from '../plan/bundle-items.ts';
import type { BundlesTables } from '../tables.ts';

export type BundleRow = Selectable<BundlesTables['bundles.bundle']>;
export type VersionRow = Selectable<BundlesTables['bundles.bundleVersion']>;

/** A version with its bundle. */
export interface BundleRecord {
  readonly bundle: BundleRow;
  readonly version: VersionRow;
}

/**
 * Reads a bundle. The catalogue is for all who may view it; whoever changes a bundle must have it in scope.
 * @throws bundles.not-found also when outside the scope
 */
export async function getBundleRow(ctx: Context, bundleId: string, permission: string): Promise<BundleRow> {
  const bundle = await tablesOf<BundlesTables>(ctx.kernel.db).selectFrom('bundles.bundle').selectAll().where('id', '=', bundleId).executeTakeFirst();
  if (!bundle) throw fail('bundles.not-found');
  const open = permission === 'bundles.bundle.view' || bundle.leadOrganizationId === null;
  const scope = requireScope(ctx, permission);
  if (!open && !covers(scope, ctx.actor, bundle)) throw fail('bundles.not-found');
  return bundle;
}

/** Reads a version in any state, for staff. @throws bundles.version-not-found, bundles.not-found outside the scope */
export async function getBundleRecord(ctx: Context, versionId: string, permission: string): Promise<BundleRecord> {
  const version = await tablesOf<BundlesTables>(ctx.kernel.db).selectFrom('bundles.bundleVersion').selectAll().where('id', '=', versionId).executeTakeFirst();
  if (!version) throw fail('bundles.version-not-found');
  return { version, bundle: await getBundleRow(ctx, version.bundleId, permission) };
}

/** The bundle as published, with its pinned items. @throws bundles.not-found when it is not published */
export async function getPublishedBundle(ctx: Context, bundleId: string): Promise<BundleRecord & { items: ItemVersions }> {
  const db = tablesOf<BundlesTables>(ctx.kernel.db);
  const bundle = await db.selectFrom('bundles.bundle').selectAll().where('id', '=', bundleId).executeTakeFirst();
  if (!bundle?.publishedVersionId) throw fail('bundles.not-found');
  const version = await db.selectFrom('bundles.bundleVersion').selectAll().where('id', '=', bundle.publishedVersionId).executeTakeFirstOrThrow();
  return { bundle, version, items: await readPinnedItems(ctx, version) };
}

/** The items of a version: as pinned once it was published, as offered now while it is worked on. */
export async function readItems(ctx: Context, version: VersionRow): Promise<ItemVersions> {
  return Object.keys(version.itemVersions).length > 0 ? readPinnedItems(ctx, version) : readOfferedItems(ctx.kernel, version.content);
}

async function readPinnedItems(ctx: Context, { itemVersions }: VersionRow): Promise<ItemVersions> {
  const all = await Promise.all(Object.entries(itemVersions).map(async ([key, versionId]) => [key, await getPinnedVersion(ctx, versionId)] as const));
  return new Map(all);
}

/** The published versions of the items that a configuration names; items that are not offered are left out. */
export async function readOfferedItems(kernel: Kernel, { items }: BundleContent): Promise<ItemVersions> {
  const contents = new Map((await readItemContents(kernel, items.map(({ itemId }) => itemId))).map((content) => [content.itemId, content]));
  return new Map(items.flatMap(({ key, itemId }) => {
    const published = contents.get(itemId)?.published;
    return published ? [[key, published] as const] : [];
  }));
}
