import type { Context, Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ItemElements, VersionState } from '../contract.ts';
import { fail } from '../errors.ts';
import { frozenStates } from '../states.ts';
import type { CatalogTables } from '../tables.ts';

/** A version whose content never changes again; what a case is pinned to. */
export interface PinnedVersion {
  readonly itemId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly publishedAt: Date | null;
  readonly elements: ItemElements;
}

const CACHED = 500;
// Content of a frozen version is the same in every process and for ever, so it may be kept without asking again.
const cache = new WeakMap<Kernel, Map<string, PinnedVersion>>();

/** The content of a version that is or was published; kept in memory. @throws catalog.version-not-found also for drafts */
export async function getPinnedVersion(ctx: Context, versionId: string): Promise<PinnedVersion> {
  const kept = cache.get(ctx.kernel) ?? new Map<string, PinnedVersion>();
  cache.set(ctx.kernel, kept);
  const known = kept.get(versionId) ?? await readVersion(ctx, versionId);
  kept.delete(versionId);
  kept.set(versionId, known);
  const [oldest] = kept.keys();
  if (kept.size > CACHED && oldest !== undefined) kept.delete(oldest);
  return known;
}

async function readVersion({ kernel }: Context, versionId: string): Promise<PinnedVersion> {
  const row = await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.itemVersion')
    .select(['itemId', 'id as versionId', 'number as versionNumber', 'publishedAt', 'elements'])
    .where('id', '=', versionId).where('state', 'in', frozenStates).executeTakeFirst();
  if (!row) throw fail('catalog.version-not-found');
  return row;
}

/** The version of an item that is offered now. @throws catalog.item-not-found when none is */
export async function getPublishedItem(ctx: Context, itemId: string): Promise<PinnedVersion> {
  const item = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item').select('publishedVersionId')
    .where('id', '=', itemId).executeTakeFirst();
  if (!item?.publishedVersionId) throw fail('catalog.item-not-found');
  return getPinnedVersion(ctx, item.publishedVersionId);
}

/** State of a version now; it moves on while the content stays. */
export async function getVersionState({ kernel }: Context, versionId: string): Promise<VersionState> {
  const row = await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.itemVersion').select('state')
    .where('id', '=', versionId).executeTakeFirst();
  if (!row) throw fail('catalog.version-not-found');
  return row.state;
}
