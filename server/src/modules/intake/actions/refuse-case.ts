import type { BodyOf } from '@tongban/contract-kit';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import {
  changeCase, endCaseProcess, getCaseRecord, issueNotice, issuerOf, readOffices, requireCaseTask, requireVersion, type AutomaticStep,
} from '../../cases/index.ts';
import { getPinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt, refuseCase as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { presentReceipt } from './accept-case.ts';

const groundTexts = {
  'not-required': '申请事项依法不需要取得行政许可',
  'not-competent': '申请事项依法不属于本行政机关职权范围',
  'not-qualified': '申请不符合法定的申请条件',
} as const;

/**
 * Refuses to accept an application: reasons, where to go instead, and remedies, in a sealed 不予受理决定书
 * (行政许可法第三十二条第一款第一、二项). @throws intake.competent-authority-missing
 */
export async function refuseCase(ctx: Context, caseId: string, input: BodyOf<typeof operation>, also?: AutomaticStep): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireVersion(record, input.version);
  const competentAuthority = input.competentAuthority?.trim();
  if (input.ground === 'not-competent' && !competentAuthority) throw fail('intake.competent-authority-missing');
  await requireCaseTask(ctx, record, 'acceptance');
  const { elements } = await getPinnedVersion(ctx, record.itemVersionId);
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, {
    step: { type: 'refuse', on: chinaDate(ctx.kernel.clock.now()) }, opinion: `${groundTexts[input.ground]}。${input.reasons}`,
    detail: { ground: input.ground, competentAuthority: competentAuthority ?? null },
  }, { acceptanceDueOn: null, closedAt: ctx.kernel.clock.now() });
  const noticeId = await issueNotice(ctx, batch, next, 'refusal-notice', issuerOf(elements, await readOffices(ctx)), {
    reasons: [{ text: `${groundTexts[input.ground]}。` }, { text: input.reasons }], ...(competentAuthority ? { competentAuthority } : {}),
  });
  await endCaseProcess(ctx, batch, next);
  also?.add(batch);
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}
