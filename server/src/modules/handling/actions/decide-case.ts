import type { BodyOf } from '@tongban/contract-kit';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { closeAccount } from '../../../kernel/time-accounts/index.ts';
import {
  changeCase, completeCaseTask, deliveryDays, getCaseRecord, issueNotice, issuerOf, listMaterialKeys, listStandingReviews, readOffices, requireCaseTask, type AutomaticStep, type CaseRecord,
} from '../../cases/index.ts';
import { listReviewPoints } from '../../catalog/contract.ts';
import { getPinnedVersion, licenceTypeOf, type PinnedVersion } from '../../catalog/index.ts';
import type { CaseReceipt } from '../../intake/contract.ts';
import { presentReceipt, tickPoints, type TickedPoint } from '../../intake/index.ts';
import { getLicenceType } from '../../licences/index.ts';
import type { decideCase as operation } from '../contract.ts';
import { fail } from '../errors.ts';

type Input = BodyOf<typeof operation>;

async function checkDecision(ctx: Context, record: CaseRecord, version: PinnedVersion, input: Input): Promise<void> {
  if (input.outcome === 'denied' && !input.reasons?.trim()) throw fail('handling.denial-needs-reasons');
  const { validFrom, validTo } = input.licence ?? {};
  if (validFrom && validTo && validTo < validFrom) throw fail('handling.validity-wrong');
  if (input.outcome !== 'approved') return;
  const licenceTypeCode = licenceTypeOf(version, record.situationKey);
  const type = licenceTypeCode === undefined || validTo ? undefined : await getLicenceType(ctx, licenceTypeCode);
  if (type?.validity === 'decided') throw fail('handling.validity-missing', { licence: type.name });
  const reviews = await listStandingReviews(ctx, record);
  if (reviews.some(({ conclusion }) => conclusion === 'fail')) throw fail('handling.reviews-failed');
}

/** Each point of this step is compared before an approval; a denial may rest on something else, and keeps what was compared (DEC-01). */
async function decisionPoints(ctx: Context, record: CaseRecord, version: PinnedVersion, input: Input): Promise<TickedPoint[]> {
  const { elements } = version;
  const { situationKey } = record;
  const asked = listReviewPoints(elements, { situationKey, materialKeys: new Set(elements.materials.map(({ key }) => key)) }, 'decision');
  if (asked.length === 0 || (input.outcome === 'denied' && !input.points)) return [];
  const points = tickPoints(elements, { situationKey, materialKeys: await listMaterialKeys(ctx, record.id) }, 'decision', input.points ?? []);
  if (input.outcome === 'approved' && points.some(({ satisfied }) => !satisfied)) throw fail('handling.decision-points-unsatisfied');
  return points;
}

function noticeOf(input: Input, version: PinnedVersion, record: CaseRecord): { kind: 'approval-decision' | 'denial-decision'; data: Record<string, unknown> } {
  if (input.outcome === 'denied') return { kind: 'denial-decision', data: { reasons: [{ text: input.reasons ?? '' }] } };
  const { validFrom, validTo, remark } = input.licence ?? {};
  return {
    kind: 'approval-decision',
    data: {
      content: remark?.trim() || record.situationName || version.elements.name,
      ...(validFrom && validTo ? { validity: `${dateInWords(validFrom)}至${dateInWords(validTo)}` } : {}),
    },
  };
}

/**
 * Decides a case in the authority's name: a sealed decision with reasons and remedies (行政许可法第三十八条). The clock
 * stops; the result is to be delivered within ten working days (第四十四条). The licence follows from the event.
 * @throws handling.reviews-failed, handling.denial-needs-reasons, intake.points-incomplete, handling.decision-points-unsatisfied, handling.validity-missing, cases.special-procedure-open
 */
export async function decideCase(ctx: Context, caseId: string, input: Input, automatic?: AutomaticStep): Promise<CaseReceipt> {
  const record = await getCaseRecord(ctx, caseId);
  const task = await requireCaseTask(ctx, record, 'decision', input.taskId);
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  await checkDecision(ctx, record, version, input);
  const points = await decisionPoints(ctx, record, version, input);
  const on = chinaDate(ctx.kernel.clock.now());
  const deliveryDueOn = (await loadCalendar(ctx.kernel)).provisional.addWorkingDays(on, deliveryDays);
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, {
    step: { type: 'decide', on, outcome: input.outcome }, opinion: input.opinion,
    detail: { step: 'decision', conclusion: input.outcome === 'approved' ? 'pass' : 'fail', points, reasons: input.reasons ?? null },
    eventDetail: { outcome: input.outcome, licence: input.licence ?? {}, licenceTypeCode: licenceTypeOf(version, record.situationKey) ?? null },
  }, { deliveryDueOn });
  const notice = noticeOf(input, version, next);
  const noticeId = await issueNotice(ctx, batch, next, notice.kind, issuerOf(version.elements, await readOffices(ctx)),
    automatic?.statement === undefined ? notice.data : { ...notice.data, automatic: automatic.statement });
  await closeAccount(ctx, batch, { subjectType: 'case', subjectId: record.id });
  await completeCaseTask(ctx, batch, record, task, { outcome: input.outcome }, input.opinion);
  automatic?.add(batch);
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}
