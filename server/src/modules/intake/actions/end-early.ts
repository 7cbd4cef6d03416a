import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { closeAccountIfOpen } from '../../../kernel/time-accounts/index.ts';
import { changeCase, endCaseProcess, getCaseRecord, requireVersion, type CaseRecord } from '../../cases/index.ts';
import type { CaseReceipt, withdrawCase as operation } from '../contract.ts';
import { presentReceipt } from './accept-case.ts';
import { requireFilingSide } from './supplement-case.ts';

/** Ends a case before a decision: process, clock and record together. */
export async function endCase(ctx: Context, record: CaseRecord, type: 'withdraw' | 'terminate', reason: string): Promise<CaseRecord> {
  const now = ctx.kernel.clock.now();
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, { step: { type, on: chinaDate(now) }, opinion: reason },
    { acceptanceDueOn: null, supplementDueOn: null, closedAt: now });
  await endCaseProcess(ctx, batch, next);
  await closeAccountIfOpen(ctx, batch, { subjectType: 'case', subjectId: record.id });
  await commit(ctx, batch);
  return next;
}

/** The applicant takes the application back before a decision is made. */
export async function withdrawCase(ctx: Context, caseId: string, input: BodyOf<typeof operation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireFilingSide(ctx, record);
  requireVersion(record, input.version);
  return presentReceipt(await endCase(ctx, record, 'withdraw', input.reason));
}

/** Ends a case whose supplement did not come in time; does nothing when it came meanwhile. */
export async function expireSupplement(ctx: Context, caseId: string): Promise<void> {
  const record = await getCaseRecord(ctx, caseId);
  const today = chinaDate(ctx.kernel.clock.now());
  if (record.status !== 'supplementing' || record.supplementDueOn === null || record.supplementDueOn >= today) return;
  await endCase(ctx, record, 'terminate', `申请人未在${record.supplementDueOn}前提交补正内容，终止办理。申请人可以重新提出申请。`);
}
