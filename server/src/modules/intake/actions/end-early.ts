import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { closeAccountIfOpen } from '../../../kernel/time-accounts/index.ts';
import {
  changeCase, endCaseProcess, getCaseRecord, issueNotice, issuerOf, readOffices, requireVersion, type CaseRecord,
} from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt, withdrawCase as operation } from '../contract.ts';
import { presentReceipt } from './accept-case.ts';
import { requireFilingSide } from './supplement-case.ts';

const notices = { withdraw: 'withdrawal-notice', terminate: 'termination-notice' } as const;

/** Ends a case before a decision: process, clock, record and the written notice of it together. */
export async function endCase(
  ctx: Context, record: CaseRecord, type: 'withdraw' | 'terminate', reason: string,
): Promise<{ ended: CaseRecord; noticeId: string }> {
  const batch = new WriteBatch();
  const ended = await addEnd(ctx, batch, record, type, reason);
  await commit(ctx, batch);
  return ended;
}

/** Adds to the batch what ends a case before a decision. @throws cases.wrong-status; cases.stale at commit */
export async function addEnd(
  ctx: Context, batch: WriteBatch, record: CaseRecord, type: 'withdraw' | 'terminate', reason: string,
): Promise<{ ended: CaseRecord; noticeId: string }> {
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const now = ctx.kernel.clock.now();
  const next = changeCase(ctx, batch, record, { step: { type, on: chinaDate(now) }, opinion: reason },
    { acceptanceDueOn: null, supplementDueOn: null, closedAt: now });
  const noticeId = await issueNotice(ctx, batch, next, notices[type], issuerOf(elements, await readOffices(ctx)), { reasons: [{ text: reason }] });
  await endCaseProcess(ctx, batch, next);
  await closeAccountIfOpen(ctx, batch, { subjectType: 'case', subjectId: record.id });
  return { ended: next, noticeId };
}

/** The applicant takes the application back before a decision is made. */
export async function withdrawCase(ctx: Context, caseId: string, input: BodyOf<typeof operation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireFilingSide(ctx, record);
  requireVersion(record, input.version);
  const { ended, noticeId } = await endCase(ctx, record, 'withdraw', input.reason);
  return presentReceipt(ended, noticeId);
}

/** Ends a case whose supplement did not come in time; does nothing when it came meanwhile. */
export async function expireSupplement(ctx: Context, caseId: string): Promise<void> {
  const record = await getCaseRecord(ctx, caseId);
  const today = chinaDate(ctx.kernel.clock.now());
  if (record.status !== 'supplementing' || record.supplementDueOn === null || record.supplementDueOn >= today) return;
  await endCase(ctx, record, 'terminate', `截至${dateInWords(record.supplementDueOn)}，申请人没有提交补正内容，终止办理。申请人可以重新提出申请。`);
}
