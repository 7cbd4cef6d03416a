import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { changeCase, endCaseProcess, failCase, getCaseRecord, issueNotice, issuerOf, readOffices, requireDecider, awaitsLicence, type AutomaticStep } from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';
import { addLicenceEnd } from '../../licences/index.ts';
import { fail } from '../errors.ts';

/**
 * Revokes an approval that should not have been given, by the authority that gave it: sealed decision with reasons and
 * remedies, the licence ended with it, in one statement (行政许可法第六十九条).
 * @throws cases.not-decider, cases.nothing-to-revoke, handling.licence-pending while the licence is being made
 */
export async function revokeDecision(ctx: Context, caseId: string, reason: string, also?: AutomaticStep): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  await requireDecider(ctx, record);
  if (record.outcome !== 'approved' || record.state.revokedOn !== undefined) throw failCase('cases.nothing-to-revoke');
  if (await awaitsLicence(ctx, record)) throw fail('handling.licence-pending');
  const now = ctx.kernel.clock.now();
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, { step: { type: 'revoke-decision', on: chinaDate(now) }, opinion: reason, eventDetail: { reason } },
    { deliveryDueOn: null, closedAt: record.closedAt ?? now });
  const noticeId = await issueNotice(ctx, batch, next, 'revocation-decision', issuerOf(elements, await readOffices(ctx)), {
    reasons: [{ text: reason }], decidedOn: record.state.decidedOn,
    ...(record.result ? { licence: { name: record.result.name, identifier: record.result.identifier } } : {}),
  });
  if (record.result) await addLicenceEnd(ctx, batch, record.result.id, { kind: 'revoked', reason });
  if (record.status === 'decided') await endCaseProcess(ctx, batch, next);
  also?.add(batch);
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}
