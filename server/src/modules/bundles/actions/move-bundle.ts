import type { Updateable } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { BundleVersionState } from '../contract.ts';
import { bundleMoved } from '../events.ts';
import type { BundleRow } from '../queries/get-records.ts';
import { standingOf } from '../standing.ts';
import type { BundlesTables } from '../tables.ts';

type BundleColumns = Updateable<BundlesTables['bundles.bundle']> & { publishedVersionId?: string | null };

/** Adds to the batch that a bundle stands where its newest version, now in `latest`, and the published one put it; tells when that is elsewhere than before. */
export function moveBundle(ctx: Context, batch: WriteBatch, bundle: BundleRow, latest: BundleVersionState, set: BundleColumns = {}): void {
  const { publishedVersionId = bundle.publishedVersionId } = set;
  const standing = standingOf(publishedVersionId, latest);
  writesFor<BundlesTables>(batch).update('bundles.bundle', { ...set, ...standing, updatedAt: ctx.kernel.clock.now() }, { id: bundle.id });
  if (standing.state !== bundle.state) announceMove(ctx, batch, bundle.id);
}

/** Adds to the batch that what others keep of a bundle, its stage, name or lead, is to be read again. */
export function announceMove(ctx: Context, batch: WriteBatch, bundleId: string): void {
  publishEvent(ctx, batch, { type: bundleMoved, aggregateType: 'bundle', aggregateId: bundleId, data: { byName: ctx.actor.name } });
}
