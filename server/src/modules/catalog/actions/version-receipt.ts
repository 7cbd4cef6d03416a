import { recordAudit } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { Updateable } from 'kysely';
import type { VersionState } from '../contract.ts';
import { fail } from '../errors.ts';
import type { VersionRecord } from '../queries/get-version-record.ts';
import { findNextState, stateLabels, type VersionAction } from '../states.ts';
import type { CatalogTables } from '../tables.ts';

/** What a change of a version answers. */
export interface VersionReceipt {
  itemId: string;
  versionId: string;
  versionNumber: number;
  state: VersionState;
  revision: number;
}

const actionLabels: Readonly<Record<VersionAction, string>> = {
  edit: '修改', submit: '提交审核', withdraw: '撤回', approve: '审核', return: '退回', publish: '发布', supersede: '替代', retire: '取消',
};

/** The state after the action. @throws catalog.state-refused naming both */
export function requireNextState(state: VersionState, action: VersionAction): VersionState {
  const next = findNextState(state, action);
  if (next === undefined) throw fail('catalog.state-refused', { state: stateLabels[state], action: actionLabels[action] });
  return next;
}

/** Who wrote the content, and when; another editor is told. */
export function savedBy({ kernel, actor }: Context): { savedAt: Date; savedById: string; savedByName: string } {
  return { savedAt: kernel.clock.now(), savedById: actor.id, savedByName: actor.name };
}

/**
 * Starts the batch of a version's change: the version moves on only if nobody changed it since `revision`, the item
 * follows, and the audit tells of it. The caller adds what else belongs to the change, or gives the batch it is in.
 */
export function beginChange(
  ctx: Context, { version, item }: VersionRecord, revision: number,
  change: { state: VersionState; set?: Updateable<CatalogTables['catalog.itemVersion']>; itemSet?: Updateable<CatalogTables['catalog.item']>; action: string; detail?: Record<string, unknown> },
  batch = new WriteBatch(),
): { batch: WriteBatch; receipt: VersionReceipt } {
  const writes = writesFor<CatalogTables>(batch);
  writes.update('catalog.itemVersion', { ...change.set, state: change.state, revision: revision + 1 },
    { id: version.id, revision, state: version.state }, { expected: 1, otherwise: () => fail('catalog.stale') });
  writes.update('catalog.item', {
    ...(item.latestVersionId === version.id ? { latestState: change.state } : {}), ...change.itemSet, updatedAt: ctx.kernel.clock.now(),
  }, { id: item.id });
  recordAudit(ctx, batch, {
    action: change.action, objectType: 'item-version', objectId: version.id, detail: { number: version.number, ...change.detail },
  });
  return { batch, receipt: { itemId: item.id, versionId: version.id, versionNumber: version.number, state: change.state, revision: revision + 1 } };
}
