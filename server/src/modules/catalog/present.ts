import type { Context } from '../../kernel/context.ts';
import { checkVersion } from './check-version.ts';
import type { ItemGuide, ItemVersion, VersionState } from './contract.ts';
import type { PinnedVersion } from './queries/get-pinned-version.ts';
import { abilitiesOf, type VersionRecord } from './queries/get-version-record.ts';

export function presentGuide({ itemId, versionId, versionNumber, publishedAt, elements }: PinnedVersion, state: VersionState): ItemGuide {
  return { itemId, versionId, versionNumber, state, publishedAt: publishedAt?.toISOString() ?? null, elements };
}

/** A version as its editors see it, with what is still wrong and what they may do. */
export async function presentVersion(ctx: Context, record: VersionRecord): Promise<ItemVersion> {
  const { version } = record;
  return {
    itemId: version.itemId, versionId: version.id, versionNumber: version.number, state: version.state, revision: version.revision,
    elements: version.elements, createdAt: version.createdAt.toISOString(), createdByName: version.createdByName,
    submittedAt: version.submittedAt?.toISOString() ?? null, reviewedAt: version.reviewedAt?.toISOString() ?? null,
    reviewOpinion: version.reviewOpinion, publishedAt: version.publishedAt?.toISOString() ?? null,
    findings: await checkVersion(ctx.kernel, version.elements), abilities: abilitiesOf(ctx, record),
  };
}
