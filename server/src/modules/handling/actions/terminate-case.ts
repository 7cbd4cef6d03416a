import type { BodyOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { getCaseRecord, requireDecider, requireVersion } from '../../cases/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { endCase, presentReceipt } from '../../intake/index.ts';
import type { terminateCase as operation } from '../contract.ts';

/** Ends a case that cannot be decided any more, with the legal reason. */
export async function terminateCase(ctx: Context, caseId: string, input: BodyOf<typeof operation>): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireVersion(record, input.version);
  await requireDecider(ctx, record);
  const { ended, noticeId } = await endCase(ctx, record, 'terminate', input.reason);
  return presentReceipt(ended, noticeId);
}
