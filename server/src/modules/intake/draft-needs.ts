import type { Context } from '../../kernel/context.ts';
import { getPinnedVersion, type PinnedVersion } from '../catalog/index.ts';
import { readPinnedBundle, type BundleNeeds } from './bundle-needs.ts';
import type { DraftRecord } from './draft-record.ts';
import { fail } from './errors.ts';
import { requirementsOf, type Requirements } from './prepare-draft.ts';

type Begun = Pick<DraftRecord, 'itemVersionId' | 'bundleVersionId' | 'guidance'>;

/** What a draft needs by the version it was begun with, and the versions of the items it is for: one, or those of a bundle. */
export interface DraftNeeds {
  readonly needs: Requirements;
  readonly versions: readonly [PinnedVersion, ...PinnedVersion[]];
  readonly bundle: BundleNeeds | undefined;
}

export async function readDraftNeeds(ctx: Context, record: Begun): Promise<DraftNeeds> {
  if (record.bundleVersionId !== null) {
    const bundle = await readPinnedBundle(ctx, record.bundleVersionId, record.guidance);
    const [first, ...rest] = bundle.children.map(({ version }) => version);
    if (!first) throw fail('intake.guidance-incomplete');
    return { needs: bundle.needs, versions: [first, ...rest], bundle };
  }
  const version = await getDraftVersion(ctx, record);
  return { needs: requirementsOf(version, record.guidance), versions: [version], bundle: undefined };
}

/** The version of the one item that a draft is for. @throws intake.bundle-draft for one of several items */
export async function getDraftVersion(ctx: Context, { itemVersionId }: Pick<DraftRecord, 'itemVersionId'>): Promise<PinnedVersion> {
  if (itemVersionId === null) throw fail('intake.bundle-draft');
  return getPinnedVersion(ctx, itemVersionId);
}
