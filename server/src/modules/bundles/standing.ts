import type { BundleState, BundleVersionState, Renewal } from './contract.ts';

/** How far a bundle has come: what the public finds decides; the version that is to replace it stands beside (BDL-01). */
export interface BundleStanding {
  readonly state: BundleState;
  /** State of the new version of a published bundle; null while nobody works on one. */
  readonly renewal: Renewal | null;
}

/**
 * The standing of a bundle whose newest version is in `latest`.
 * @param publishedVersionId the version that the public finds, if any
 */
export function standingOf(publishedVersionId: string | null, latest: BundleVersionState): BundleStanding {
  const open = latest === 'draft' || latest === 'in-review' ? latest : null;
  if (publishedVersionId !== null) return { state: 'published', renewal: open };
  return { state: open ?? 'retired', renewal: null };
}
