import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { delegationStateLabels, type DelegationState } from '../contract.ts';
import { fail } from '../errors.ts';
import type { DelegationRow } from '../queries/record.ts';
import { actionLabels, findNextState, isStanding, type DelegationAction } from '../states.ts';
import type { DelegationTables } from '../tables.ts';

/** The state after the action. @throws delegation.state-refused naming both */
export function requireNext(row: DelegationRow, action: DelegationAction): DelegationState {
  const next = findNextState(row.state, action);
  if (next === undefined) throw fail('delegation.state-refused', { state: delegationStateLabels[row.state], action: actionLabels[action] });
  return next;
}

interface Change { state: DelegationState; label: string; text?: string | undefined; set?: Updateable<DelegationTables['delegation.delegation']> }

/**
 * Adds to the batch that a delegation moves on, unless somebody was faster than `version`; its page tells who did it, and
 * its items are with the receiver or free again.
 */
export function addChange(ctx: Context, batch: WriteBatch, row: DelegationRow, version: number, { state, label, text, set }: Change): void {
  const writes = writesFor<DelegationTables>(batch);
  const at = ctx.kernel.clock.now();
  writes.update('delegation.delegation', {
    ...set, state, version: version + 1, updatedAt: at, steps: [...row.steps, { label, by: ctx.actor.name, at: at.toISOString(), text: text?.trim() || null }],
  }, { id: row.id, version, state: row.state }, { expected: 1, otherwise: () => fail('delegation.stale') });
  if (isStanding(state) !== isStanding(row.state)) writes.update('delegation.item', { standing: isStanding(state) }, { delegationId: row.id });
  recordAudit(ctx, batch, { action: 'delegation.change', objectType: 'delegation', objectId: row.id, detail: { label, state, ...(text ? { text } : {}) } });
}

/** A batch that explains an item which is with the receiver already. */
export function delegationBatch(row: Pick<DelegationRow, 'receiverName'>, itemName: string): WriteBatch {
  return new WriteBatch().onViolation('item_standing', () => fail('delegation.already-given', { item: itemName, receiver: row.receiverName }));
}
