import type { Context } from '../../kernel/context.ts';
import { VersionedJson } from '../../kernel/module/index.ts';
import { countOpenReviewComments, findReview } from '../../kernel/reviews/index.ts';
import { checkVersion } from './check-version.ts';
import type { ItemGuide, ItemVersion, VersionState } from './contract.ts';
import type { PinnedVersion } from './queries/get-pinned-version.ts';
import { abilitiesOf, type VersionRecord } from './queries/get-version-record.ts';
import { reviewSubjectOf } from './review-subject.ts';

const guides = new WeakMap<PinnedVersion, Map<VersionState, VersionedJson>>();

/** The guide as text, written once per version and state: it is what a city's portal is asked for most. */
export function presentGuide(version: PinnedVersion, state: VersionState): VersionedJson {
  const written = guides.get(version) ?? new Map<VersionState, VersionedJson>();
  guides.set(version, written);
  const guide = written.get(state) ?? new VersionedJson(`${version.versionId}-${state}`, JSON.stringify(toGuide(version, state)));
  written.set(state, guide);
  return guide;
}

function toGuide({ itemId, versionId, versionNumber, publishedAt, elements }: PinnedVersion, state: VersionState): ItemGuide {
  return { itemId, versionId, versionNumber, state, publishedAt: publishedAt?.toISOString() ?? null, elements };
}

/** A version as its editors see it, with what is still wrong and what they may do. */
export async function presentVersion(ctx: Context, record: VersionRecord): Promise<ItemVersion> {
  const { version, item } = record;
  const subject = reviewSubjectOf(record);
  const [findings, review, openComments] = await Promise.all([
    checkVersion(ctx.kernel, item.id, version.elements), findReview(ctx, subject), countOpenReviewComments(ctx, subject),
  ]);
  const abilities = abilitiesOf(ctx, record);
  return {
    itemId: version.itemId, versionId: version.id, versionNumber: version.number, state: version.state, revision: version.revision,
    elements: version.elements, lockedElements: item.lockedElements, createdAt: version.createdAt.toISOString(), createdByName: version.createdByName,
    submittedAt: version.submittedAt?.toISOString() ?? null, reviewedAt: version.reviewedAt?.toISOString() ?? null,
    reviewOpinion: version.reviewOpinion, publishedAt: version.publishedAt?.toISOString() ?? null,
    savedAt: version.savedAt?.toISOString() ?? null, savedByName: version.savedByName, findings, review: review ?? null, openComments,
    abilities: { ...abilities, review: abilities.review && (version.state !== 'in-review' || review?.mine === true) },
  };
}
