import { recordAudit } from '../../audit/index.ts';
import { chinaDate } from '../../clock/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { WriteBatch, writesFor } from '../../db/index.ts';
import { sendMessage } from '../../messaging/send-message.ts';
import { fail } from '../errors.ts';
import { mandateAbilities, mandateStateOn } from '../mandate-states.ts';
import { getOwnMandate, principalSpeaker, type MandateRow } from '../queries/mandates.ts';
import type { IdentityTables } from '../tables.ts';

function abilitiesOf(ctx: Context, row: MandateRow) {
  const sides = { isAgent: row.agentId === ctx.actor.id, isPrincipal: principalSpeaker(row) === ctx.actor.id };
  return mandateAbilities(mandateStateOn(row, chinaDate(ctx.kernel.clock.now())), sides);
}

/** The agent accepts or declines an offered mandate. @throws identity.mandate-not-found, identity.mandate-stale */
export async function answerMandate(ctx: Context, mandateId: string, answer: 'accepted' | 'declined'): Promise<void> {
  const row = await getOwnMandate(ctx, mandateId);
  if (!abilitiesOf(ctx, row)[answer === 'accepted' ? 'accept' : 'decline']) throw fail('identity.mandate-stale');
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.mandate', { state: answer, answeredAt: ctx.kernel.clock.now() }, { id: mandateId, state: 'offered' },
    { expected: 1, otherwise: () => fail('identity.mandate-stale') });
  recordAudit(ctx, batch, { action: answer === 'accepted' ? 'identity.accept-mandate' : 'identity.decline-mandate', objectType: 'mandate', objectId: mandateId });
  await sendMessage(ctx, batch, {
    templateKey: 'identity.mandate-answered', recipient: { kind: 'person', id: principalSpeaker(row) },
    variables: { agent: row.agentName, answer: answer === 'accepted' ? '接受' : '拒绝' }, dedupeKey: `${mandateId}:${answer}`,
  });
  await commit(ctx, batch);
}

/**
 * Either side ends a mandate; sessions acting by it are refused from the next request on (IDN-03).
 * @throws identity.mandate-not-found, identity.statutory-mandate, identity.mandate-stale
 */
export async function revokeMandate(ctx: Context, mandateId: string, reason: string): Promise<void> {
  const row = await getOwnMandate(ctx, mandateId);
  if (row.basis === 'legal-representative') throw fail('identity.statutory-mandate');
  if (!abilitiesOf(ctx, row).revoke) throw fail('identity.mandate-stale');
  const batch = new WriteBatch();
  writesFor<IdentityTables>(batch).update('identity.mandate', { state: 'revoked', endedAt: ctx.kernel.clock.now(), endedBy: ctx.actor.id, endReason: reason.trim() || null },
    { id: mandateId, state: row.state }, { expected: 1, otherwise: () => fail('identity.mandate-stale') });
  recordAudit(ctx, batch, { action: 'identity.revoke-mandate', objectType: 'mandate', objectId: mandateId });
  const byAgent = row.agentId === ctx.actor.id;
  const principalName = row.companyName ?? row.principalName ?? '';
  await sendMessage(ctx, batch, {
    templateKey: 'identity.mandate-revoked', recipient: { kind: 'person', id: byAgent ? principalSpeaker(row) : row.agentId },
    variables: { by: byAgent ? row.agentName : principalName, counterpart: byAgent ? row.agentName : principalName }, dedupeKey: `${mandateId}:revoked`,
  });
  await commit(ctx, batch);
}
