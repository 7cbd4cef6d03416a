import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { extendAccount } from '../../../kernel/time-accounts/index.ts';
import { changeCase, extensionDays, getCaseRecord, issueNotice, issuerOf, readOffices, requireDecider, requireVersion } from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt } from '../../intake/index.ts';
import type { extendLimit as operation } from '../contract.ts';
import { withoutStop } from './special-procedures.ts';

/** Adds up to ten working days by the head of the authority, once, and tells the applicant why (行政许可法第四十二条). */
export async function extendLimit(ctx: Context, caseId: string, input: BodyOf<typeof operation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireVersion(record, input.version);
  await requireDecider(ctx, record);
  const on = chinaDate(ctx.kernel.clock.now());
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, { step: { type: 'extend', on, days: input.days }, opinion: input.reason, detail: { days: input.days } });
  const deadlines = await extendAccount(ctx, batch, { subjectType: 'case', subjectId: record.id },
    { days: input.days, most: extensionDays, reason: input.reason, documentId: null });
  const noticeId = await issueNotice(ctx, batch, next, 'extension-notice', issuerOf(elements, await readOffices(ctx)), {
    extension: { reason: withoutStop(input.reason), workingDays: input.days, approver: '本机关负责人', dueOn: deadlines.legalDueOn },
  });
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}
