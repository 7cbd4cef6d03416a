import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { decideReview } from '../../../kernel/reviews/index.ts';
import { requireItems } from '../check-items.ts';
import { fail } from '../errors.ts';
import { delegationAnswered, delegationOffered } from '../events.ts';
import { getDelegationRow, readItems, requireSide } from '../queries/record.ts';
import { reviewedDelegation } from '../review-subject.ts';
import { addChange, delegationBatch, requireNext } from './change-delegation.ts';
import { addStart } from './start.ts';

/** The giver's reviewer decides (CAT-03 下放、授权审核); approved by the last, it is offered to the receiver. @throws delegation.own-review, reviews.not-your-turn */
export async function review(ctx: Context, id: string, { version, decision, opinion }: { version: number; decision: 'approve' | 'return'; opinion: string }): Promise<void> {
  const row = await getDelegationRow(ctx, id);
  requireSide(ctx, 'delegation.delegation.review', row, 'giver');
  const next = requireNext(row, decision);
  if (row.submittedById === ctx.actor.id) throw fail('delegation.own-review');
  const items = await readItems(ctx, id);
  const batch = delegationBatch(row, items[0]?.itemName ?? '');
  const outcome = await decideReview(ctx, batch, reviewedDelegation(row, items), { decision, opinion });
  const state = outcome === 'continuing' ? row.state : next;
  addChange(ctx, batch, row, version, { state, label: decision === 'approve' ? '审核通过' : '退回修改', text: opinion });
  if (state === 'offered') publishEvent(ctx, batch, { type: delegationOffered, aggregateType: 'delegation', aggregateId: id, data: {} });
  await commit(ctx, batch);
}

interface Answer { version: number; accept: boolean; reason?: string }

/**
 * The receiver consents or does not. Consented to, it takes effect at once, or on its first day: the receiver gets lists of
 * its own. @throws delegation.own-answer, delegation.reason-required, delegation.department-closed, delegation.item-unfit
 */
export async function answer(ctx: Context, id: string, { version, accept, reason }: Answer): Promise<void> {
  const row = await getDelegationRow(ctx, id);
  requireSide(ctx, 'delegation.delegation.accept', row, 'receiver');
  requireNext(row, accept ? 'accept' : 'refuse');
  if (row.submittedById === ctx.actor.id) throw fail('delegation.own-answer');
  if (!accept && !reason?.trim()) throw fail('delegation.reason-required');
  const batch = new WriteBatch();
  if (!accept) {
    addChange(ctx, batch, row, version, { state: 'refused', label: '不予接收', text: reason });
  } else {
    const [giver, receiver, items] = await Promise.all([getOrganization(ctx, row.giverId), getOrganization(ctx, row.receiverId), readItems(ctx, id)]);
    for (const { validTo, name } of [giver, receiver]) if (validTo !== null) throw fail('delegation.department-closed', { department: name });
    await requireItems(ctx, giver, items.map(({ itemId }) => itemId));
    const starts = row.startsOn <= chinaDate(ctx.kernel.clock.now());
    if (starts) await addStart(ctx, batch, row, { giver, receiver, items });
    addChange(ctx, batch, row, version, { state: starts ? 'in-force' : 'scheduled', label: '接收', text: reason });
  }
  publishEvent(ctx, batch, { type: delegationAnswered, aggregateType: 'delegation', aggregateId: id, data: { accepted: accept } });
  await commit(ctx, batch);
}
