import { maskName } from '@tongban/identifiers';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { RunDetail, RunLine } from '../contract.ts';
import { readExplanation, unsafeFindRun, type RunRecord } from '../engine/run-record.ts';
import { fail } from '../errors.ts';

/** A run over which the actor holds the permission. @throws decisioning.run-not-found */
export async function getRunRecord(ctx: Context, caseId: string, permission: string): Promise<RunRecord> {
  const run = await unsafeFindRun(ctx, caseId);
  if (!run || !liesInScope(requireScope(ctx, permission), ctx.actor, run)) throw fail('decisioning.run-not-found');
  return run;
}

/** One line of the results. */
export function presentRun(ctx: Context, run: RunRecord): RunLine {
  const { caseId, caseNumber, itemId, itemName, organizationId, organizationName, model, outcome, reason, startedAt, finishedAt, submittedAt } = run;
  // Who only watches results need not know whose they are.
  const applicantName = holds(ctx.actor, 'cases.case.read-full') ? run.applicantName : maskName(run.applicantName);
  return {
    caseId, caseNumber, itemId, itemName, organizationId, organizationName, applicantName, model, outcome, reason, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null,
    seconds: outcome === 'approved' && finishedAt ? Math.max(0, Math.round((finishedAt.getTime() - submittedAt.getTime()) / 1000)) : null,
    review: {
      state: run.review, dueOn: run.reviewDueOn, overdue: run.review === 'open' && run.reviewDueOn !== null && run.reviewDueOn < chinaDate(ctx.kernel.clock.now()),
      by: run.reviewedByName, at: run.reviewedAt?.toISOString() ?? null, opinion: run.reviewOpinion, source: run.reviewSource,
    },
  };
}

/** A run with what it rests on and what the reader may do. */
export function presentDetail(ctx: Context, run: RunRecord): RunDetail {
  const may = (permission: string): boolean => holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, run);
  const open = run.review === 'open';
  return {
    ...presentRun(ctx, run), settingId: run.settingId, settingNumber: run.settingNumber, ruleSetId: run.ruleSetId, ruleVersionId: run.ruleVersionId, ruleVersionNumber: run.ruleVersionNumber, itemVersionId: run.itemVersionId,
    explanation: readExplanation(ctx, run), checks: run.checks,
    abilities: { agree: open && may('decisioning.review.perform'), overturn: run.outcome === 'approved' && (open || run.review === 'none') && may('decisioning.decision.overturn') },
  };
}
