import { holds } from '../../../kernel/access/index.ts';
import type { ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { getCaseRecord } from '../../cases/index.ts';
import type { getCaseAutomation, getMyAutomation } from '../contract.ts';
import { readExplanation, unsafeFindRun } from '../engine/run-record.ts';
import { findCurrentSetting, isRunning } from './setting-record.ts';

const open = new Set(['submitted', 'supplementing', 'accepted', 'paused']);

/** The platform's part in a case, for who handles it. @throws cases.not-found */
export async function readCaseAutomation(ctx: Context, caseId: string): Promise<ResponseOf<typeof getCaseAutomation>> {
  const record = await getCaseRecord(ctx, caseId);
  const run = await unsafeFindRun(ctx, caseId);
  if (!run) return { automation: null };
  return {
    automation: {
      model: run.model, outcome: run.outcome, reason: run.reason, ruleVersionNumber: run.ruleVersionNumber, explanation: readExplanation(ctx, run), checks: run.checks,
      suggestion: run.outcome === 'suggested' ? run.suggestion : null,
      abilities: { takeOver: holds(ctx.actor, 'decisioning.case.take-over') && open.has(record.status) && !record.state.takenOver && (run.outcome === 'working' || run.outcome === 'suggested') },
    },
  };
}

/** Whether one's own case is or was the platform's, and whether a person may be asked for. @throws cases.not-found */
export async function readMyAutomation(ctx: Context, caseId: string): Promise<ResponseOf<typeof getMyAutomation>> {
  const record = await getCaseRecord(ctx, caseId);
  const run = await unsafeFindRun(ctx, caseId);
  if (!run) {
    // The run begins a moment after the submission.
    const setting = record.status === 'submitted' && record.version === 1 ? await findCurrentSetting(ctx, record.itemId) : undefined;
    const fresh = ctx.kernel.clock.now().getTime() - record.submittedAt.getTime() < 60_000;
    const working = setting !== undefined && isRunning(setting) && (setting.model === 'automatic' || setting.model === 'proactive') && fresh;
    return { automatic: working, working, mayRequest: false, revoked: false, review: null };
  }
  const decided = run.outcome === 'approved';
  const decides = run.model === 'automatic' || run.model === 'proactive';
  const working = decides && (run.outcome === 'working' || (decided && record.status === 'decided' && record.deliveryMethod === 'electronic'));
  const revoked = record.state.revokedOn !== undefined;
  return {
    automatic: decided || working, working, mayRequest: decided && run.review === 'none' && !revoked, revoked,
    review: decided && run.review !== 'none' ? { state: run.review, dueOn: run.reviewDueOn, source: run.reviewSource } : null,
  };
}
