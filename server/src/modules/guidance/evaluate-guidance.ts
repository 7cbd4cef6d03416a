import type { Context } from '../../kernel/context.ts';
import { getPinnedVersion, getPublishedItem } from '../catalog/index.ts';
import { guide } from './guide.contract.ts';
import type { GivenAnswer, GuidanceResult } from './results.contract.ts';

/**
 * Says where the answers lead in the item's published version, or in the one a case is pinned to.
 * @throws catalog.item-not-found, catalog.version-not-found
 */
export async function evaluateGuidance(
  ctx: Context, itemId: string, given: readonly GivenAnswer[], versionId?: string,
): Promise<GuidanceResult> {
  const version = versionId === undefined ? await getPublishedItem(ctx, itemId) : await getPinnedVersion(ctx, versionId);
  return guide(version, given);
}
