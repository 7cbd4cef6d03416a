import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { BundleReceipt, BundleVersionState } from '../contract.ts';
import { fail } from '../errors.ts';
import type { BundleRecord } from '../queries/get-records.ts';
import { actionLabels, findNextState, versionStateLabels, type BundleAction } from '../states.ts';
import type { BundlesTables } from '../tables.ts';
import { moveBundle } from './move-bundle.ts';

/** The state after the action. @throws bundles.state-refused naming both */
export function requireNextState(state: BundleVersionState, action: BundleAction): BundleVersionState {
  const next = findNextState(state, action);
  if (next === undefined) throw fail('bundles.state-refused', { state: versionStateLabels[state], action: actionLabels[action] });
  return next;
}

/** Adds a version's change to the batch: it moves on only if nobody changed it since `revision`; the bundle follows. */
export function beginChange(
  ctx: Context, { bundle, version }: BundleRecord, revision: number,
  change: {
    state: BundleVersionState; set?: Updateable<BundlesTables['bundles.bundleVersion']>; bundleSet?: { publishedVersionId?: string | null; itemCount?: number };
    action: string; detail?: Record<string, unknown>;
  },
  batch = new WriteBatch(),
): { batch: WriteBatch; receipt: BundleReceipt } {
  writesFor<BundlesTables>(batch).update('bundles.bundleVersion', { ...change.set, state: change.state, revision: revision + 1 },
    { id: version.id, revision, state: version.state }, { expected: 1, otherwise: () => fail('bundles.stale') });
  moveBundle(ctx, batch, bundle, change.state, change.bundleSet);
  recordAudit(ctx, batch, { action: change.action, objectType: 'bundle-version', objectId: version.id, detail: { number: version.number, ...change.detail } });
  // A version that another replaces belongs to a published bundle.
  const state = change.state === 'superseded' ? 'published' : change.state;
  return { batch, receipt: { bundleId: bundle.id, versionId: version.id, state, revision: revision + 1 } };
}
