import type { BodyOf } from '@tongban/contract-kit';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import { openAccount } from '../../../kernel/time-accounts/index.ts';
import {
  changeCase, completeCaseTask, findCaseTasks, getCaseRecord, issueNotice, issuerOf, listMaterialKeys, pickCaseTask, readOffices, requireCaseTask, requireVersion, supplementNoticeDays, type AutomaticStep, type CaseRecord,
} from '../../cases/index.ts';
import { getPinnedVersion, type PinnedVersion } from '../../catalog/index.ts';
import type { acceptCase as operation, CaseReceipt } from '../contract.ts';
import { fail } from '../errors.ts';
import { tickPoints } from '../review-points.ts';

/** What an action on a case answers. */
export function presentReceipt(record: CaseRecord, noticeId: string | null = null): CaseReceipt {
  return { caseId: record.id, number: record.number, status: record.status, version: record.version, noticeId };
}

/** Starts the clock of an accepted case and adds the 受理通知书 to the batch; gives the notice's id. */
async function startClock(ctx: Context, batch: WriteBatch, record: CaseRecord, version: PinnedVersion, acceptedOn: string): Promise<string> {
  const { elements } = version;
  const limits = { promisedDays: record.promisedDays, legalDays: record.legalDays, unit: elements.promisedLimit?.unit ?? 'working-day' as const,
    legalUnit: elements.legalLimit?.unit ?? 'working-day' as const };
  const immediate = record.projectType === '1';
  const deadlines = await openAccount(ctx, batch, { subjectType: 'case', subjectId: record.id, ...limits, startedOn: acceptedOn, immediate, organizationId: record.organizationId, regionCode: record.regionCode });
  const special = elements.specialProcedures.map(({ name }) => name).join('、');
  return issueNotice(ctx, batch, record, 'acceptance-notice', issuerOf(elements, await readOffices(ctx)), {
    legalDueOn: deadlines.legalDueOn, promisedDueOn: deadlines.promisedDueOn, ...(special ? { timeExcluded: special } : {}),
  });
}

/**
 * Accepts an application: every review point of acceptance ticked and satisfied, 受理通知书 issued, clock started
 * (行政许可法第三十二条第一款第五项). @throws cases.stale, cases.not-your-task, intake.points-incomplete, intake.points-unsatisfied
 */
export async function acceptCase(ctx: Context, caseId: string, input: BodyOf<typeof operation>, automatic?: AutomaticStep): Promise<CaseReceipt> {
  const [record, tasks, materialKeys] = await Promise.all([getCaseRecord(ctx, caseId), findCaseTasks(ctx, caseId), listMaterialKeys(ctx, caseId)]);
  requireVersion(record, input.version);
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const task = pickCaseTask(tasks, 'acceptance');
  const points = tickPoints(version.elements, { situationKey: record.situationKey, materialKeys }, 'acceptance', input.points);
  if (points.some((point) => !point.satisfied)) throw fail('intake.points-unsatisfied');
  const on = chinaDate(ctx.kernel.clock.now());
  const batch = new WriteBatch();
  const opinion = input.opinion?.trim() || '申请材料齐全，符合法定形式，予以受理。';
  const next = changeCase(ctx, batch, record, {
    step: { type: 'accept', on }, opinion, detail: { step: 'acceptance', conclusion: 'pass', points },
  }, { acceptanceDueOn: null });
  const noticeId = await startClock(ctx, batch, next, version, on);
  await completeCaseTask(ctx, batch, record, task, { conclusion: 'pass' });
  automatic?.add(batch);
  await commit(ctx, batch);
  return presentReceipt(next, noticeId);
}

/**
 * Accepts by law an application nobody answered within five working days; it counts from the day of receipt
 * (行政许可法第三十二条第一款第四项). Does nothing when somebody acted meanwhile.
 */
export async function deemAccepted(ctx: Context, caseId: string): Promise<void> {
  const record = await getCaseRecord(ctx, caseId);
  const today = chinaDate(ctx.kernel.clock.now());
  if (record.status !== 'submitted' || record.acceptanceDueOn === null || record.acceptanceDueOn >= today) return;
  // Silence has legal effect only by a certain calendar; without it the next run tries again (docs/adr/0005).
  const calendar = await loadCalendar(ctx.kernel);
  const { receivedOn } = record.state;
  if (!calendar.covers(receivedOn, today) || calendar.addWorkingDays(receivedOn, supplementNoticeDays) >= today) return;
  const version = await getPinnedVersion(ctx, record.itemVersionId);
  const task = await requireCaseTask(ctx, record, 'acceptance');
  const batch = new WriteBatch();
  const next = changeCase(ctx, batch, record, {
    step: { type: 'deem-accepted', on: today }, opinion: '收到申请材料之日起五个工作日内未告知申请人，依法自收到申请材料之日起即为受理。',
  }, { acceptanceDueOn: null });
  await startClock(ctx, batch, next, version, record.state.receivedOn);
  await completeCaseTask(ctx, batch, record, task, { conclusion: 'pass' });
  await commit(ctx, batch);
}
