import type { Context } from '../../kernel/context.ts';
import type { ItemElements } from '../catalog/contract.ts';
import { readItemContents } from '../catalog/index.ts';

/** An item with the content of its newest version, the one that is worked on before the published one. */
export interface LatestContent {
  readonly itemId: string;
  readonly name: string;
  readonly organizationPath: string;
  readonly latestVersionId: string;
  readonly publishedVersionId: string | null;
  readonly elements: ItemElements;
}

/** Newest contents of items by id; retired and unknown ones are left out. Authorisation is the caller's. */
export async function readLatestContents(ctx: Pick<Context, 'kernel'>, itemIds: readonly string[]): Promise<Map<string, LatestContent>> {
  const items = await readItemContents(ctx.kernel, [...new Set(itemIds)]);
  return new Map(items.flatMap(({ itemId, name, organizationPath, open, published }) => {
    const latest = open ?? published;
    return latest ? [[itemId, { itemId, name, organizationPath, latestVersionId: latest.versionId, publishedVersionId: published?.versionId ?? null, elements: latest.elements }] as const] : [];
  }));
}
