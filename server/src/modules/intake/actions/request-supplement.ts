import type { BodyOf } from '@tongban/contract-kit';
import { findField } from '@tongban/form-model';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { changeCase, getCaseRecord, issueNotice, issuerOf, readOffices, requireCaseTask, requireVersion, type AutomaticStep, type CaseRecord } from '../../cases/index.ts';
import { getForm, getPinnedVersion, type PinnedVersion } from '../../catalog/index.ts';
import type { FormDefinition } from '@tongban/form-model';
import type { CaseReceipt, requestSupplement as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { presentReceipt } from './accept-case.ts';

type Input = BodyOf<typeof operation>;

/** Working days an applicant has to answer, unless the officer sets another number. */
const usualAnswerDays = 15;

function nameOf(version: PinnedVersion, record: CaseRecord, item: Input['items'][number]): string {
  if (item.kind === 'other') return '其他';
  if (item.kind === 'material') {
    const material = version.elements.materials.find(({ key }) => key === item.key);
    if (material) return material.name;
  } else {
    const field = findField(getForm(version, record.formKey).definition as FormDefinition, item.key);
    if (field) return `申请表“${field.label}”`;
  }
  throw fail('intake.supplement-item-unknown', { key: item.key });
}

/**
 * Tells the applicant once everything that is missing (行政许可法第三十二条第一款第四项): within five working days of
 * receipt, one time only. @throws cases.supplement-once, cases.supplement-too-late, intake.supplement-item-unknown
 */
export async function requestSupplement(ctx: Context, caseId: string, input: Input, also?: AutomaticStep): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  requireVersion(record, input.version);
  await requireCaseTask(ctx, record, 'acceptance');
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const items = input.items.map((item) => ({ ...item, name: nameOf(version, record, item) }));
  const calendar = await loadCalendar(ctx.kernel);
  const on = chinaDate(ctx.kernel.clock.now());
  const dueOn = calendar.provisional.addWorkingDays(on, input.days ?? usualAnswerDays);
  const elapsedDays = calendar.provisional.workingDaysBetween(record.state.receivedOn, on);
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, {
    step: { type: 'request-supplement', on, elapsedDays, dueOn }, opinion: input.explanation, detail: { items, explanation: input.explanation, dueOn },
    eventDetail: { dueOn },
  }, { acceptanceDueOn: null, supplementDueOn: dueOn });
  const noticeId = await issueNotice(ctx, batch, next, 'supplement-notice', issuerOf(version.elements, await readOffices(ctx)), {
    dueOn, supplements: items.map(({ name, reason }) => ({ material: name, problem: reason, requirement: '按办事指南的要求重新提交。' })),
  });
  also?.add(batch);
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}
