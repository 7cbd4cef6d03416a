import { chinaDate } from '../../../kernel/clock/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { getCaseRecord, isApplicantSide } from '../../cases/index.ts';
import { revokeDecision, takeOverCase as takeOver } from '../../handling/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import type { RunDetail } from '../contract.ts';
import { reviewDueOn, unsafeFindRun, type RunRecord } from '../engine/run-record.ts';
import { fail } from '../errors.ts';
import { getRunRecord, presentDetail } from '../queries/run-access.ts';
import { unsafeFindSetting } from '../queries/setting-record.ts';
import { addCount } from '../statistics/count.ts';
import type { DecisioningTables } from '../tables.ts';

function addReview(ctx: Context, batch: WriteBatch, run: RunRecord, state: 'agreed' | 'overturned', opinion: string): void {
  writesFor<DecisioningTables>(batch).update('decisioning.run', { review: state, reviewedByName: ctx.actor.name, reviewedAt: ctx.kernel.clock.now(), reviewOpinion: opinion },
    { caseId: run.caseId, review: run.review }, { expected: 1, otherwise: () => fail('decisioning.no-open-review') });
  addCount(batch, run, state);
  recordAudit(ctx, batch, { action: state === 'agreed' ? 'decisioning.agree-with-run' : 'decisioning.overturn-run', objectType: 'case', objectId: run.caseId, detail: { number: run.caseNumber } });
}

/** A person has looked at an automatic decision and lets it stand (DEC-08). @throws decisioning.no-open-review, decisioning.run-not-found */
export async function agreeWithRun(ctx: Context, caseId: string, opinion: string): Promise<RunDetail> {
  const run = await getRunRecord(ctx, caseId, 'decisioning.review.perform');
  if (run.review !== 'open') throw fail('decisioning.no-open-review');
  const batch = new WriteBatch();
  addReview(ctx, batch, run, 'agreed', opinion);
  await commit(ctx, batch);
  return presentDetail(ctx, await getRunRecord(ctx, caseId, 'decisioning.review.perform'));
}

/**
 * A person finds that an automatic approval was wrong: it is revoked with its licence, and the run says so, in one statement
 * (行政许可法第六十九条). Also for one that was not drawn as a sample. @throws decisioning.no-open-review once it was reviewed, decisioning.not-automatic,
 * cases.not-decider, licences.already-ended
 */
export async function overturnRun(ctx: Context, caseId: string, reason: string): Promise<RunDetail> {
  const run = await getRunRecord(ctx, caseId, 'decisioning.decision.overturn');
  if (run.outcome !== 'approved') throw fail('decisioning.not-automatic');
  if (run.review !== 'open' && run.review !== 'none') throw fail('decisioning.no-open-review');
  await revokeDecision(ctx, caseId, reason, { add: (batch) => addReview(ctx, batch, run, 'overturned', reason) });
  return presentDetail(ctx, await getRunRecord(ctx, caseId, 'decisioning.decision.overturn'));
}

/** Takes a case out of the platform's hands before it is decided; the run ends in the same statement. @throws cases.taken-over, cases.stale, cases.wrong-status */
export async function takeOverCase(ctx: Context, caseId: string, input: { version: number; reason: string }): Promise<CaseReceipt> {
  const [record, run] = await Promise.all([getCaseRecord(ctx, caseId), unsafeFindRun(ctx, caseId)]);
  return takeOver(ctx, record.id, input, {
    add: (batch) => {
      if (run?.outcome !== 'working' && run?.outcome !== 'suggested') return;
      writesFor<DecisioningTables>(batch).update('decisioning.run', { outcome: 'taken-over', reason: input.reason, finishedAt: ctx.kernel.clock.now() }, { caseId, outcome: run.outcome });
    },
  });
}

/**
 * The applicant asks for a person to look at an automatic decision; it becomes a review like a sample.
 * @throws decisioning.not-automatic, decisioning.review-requested
 */
export async function requestReview(ctx: Context, caseId: string, reason: string): Promise<{ dueOn: string }> {
  const record = await getCaseRecord(ctx, caseId);
  const run = isApplicantSide(ctx, record) ? await unsafeFindRun(ctx, caseId) : undefined;
  if (run?.outcome !== 'approved') throw fail('decisioning.not-automatic');
  if (run.review !== 'none') throw fail('decisioning.review-requested');
  const setting = await unsafeFindSetting(ctx, run.settingId);
  const dueOn = await reviewDueOn(ctx, setting?.content.reviewDays ?? 5, chinaDate(ctx.kernel.clock.now()));
  const batch = new WriteBatch();
  writesFor<DecisioningTables>(batch).update('decisioning.run', { review: 'open', reviewSource: 'request', reviewDueOn: dueOn, reviewOpinion: `申请人：${reason}` }, { caseId, review: 'none' },
    { expected: 1, otherwise: () => fail('decisioning.review-requested') });
  recordAudit(ctx, batch, { action: 'decisioning.request-review', objectType: 'case', objectId: caseId, detail: { number: run.caseNumber } });
  await commit(ctx, batch);
  return { dueOn };
}
