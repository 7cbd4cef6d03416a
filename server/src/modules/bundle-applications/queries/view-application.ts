import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate, dateInWords } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { describeClock, findAccount } from '../../../kernel/time-accounts/index.ts';
import { maySeeCase, unsafeFindCase, type CaseRecord } from '../../cases/index.ts';
import { readPinnedBundle } from '../../intake/index.ts';
import { isRateable } from '../actions/rate-bundle.ts';
import { isWithdrawable } from '../actions/withdraw-bundle.ts';
import { unsafeFindApplicationOfCase } from '../actions/advance-application.ts';
import { applicationStateLabels, type BundleApplicationLine, type BundleApplicationView, type BundleChildView } from '../contract.ts';
import { getCaseRecord } from '../../cases/index.ts';
import { getApplication, isApplicantSide, isFilingSide, listChildren, mayDeliver, type ApplicationRecord, type ChildRecord } from '../record.ts';
import { hasFailed, isSettled, labelOf, stateOf } from '../states.ts';
import { dueDates } from './due-dates.ts';

/** An item with its case as it stands now; rows follow cases a moment later. */
interface Standing { child: ChildRecord; record: CaseRecord | undefined; clockDueOn: string | null }

async function readStanding(ctx: Context, child: ChildRecord): Promise<Standing> {
  const record = child.caseId === null ? undefined : await unsafeFindCase(ctx, child.caseId);
  if (!record) return { child, record, clockDueOn: null };
  const account = await findAccount(ctx, { subjectType: 'case', subjectId: record.id });
  const clock = describeClock(account, { promisedDays: record.promisedDays, legalDays: record.legalDays });
  return {
    record, clockDueOn: clock.state === 'running' ? clock.promisedDueOn : null,
    child: { ...child, caseStatus: record.status, caseOutcome: record.outcome, caseVersion: record.version },
  };
}

/** One line of a list of applications. */
export function presentLine(record: ApplicationRecord, children: readonly ChildRecord[]): BundleApplicationLine {
  const state = stateOf(children);
  return {
    id: record.id, number: record.number, bundleId: record.bundleId, bundleName: record.bundleName, applicantName: record.applicantName, leadName: record.leadName,
    state, stateLabel: applicationStateLabels[state], submittedAt: record.submittedAt.toISOString(),
    items: { all: children.length, settled: children.filter(isSettled).length, failed: children.filter(hasFailed).length },
  };
}

async function presentChildren(ctx: Context, standing: readonly Standing[], filing: boolean): Promise<BundleChildView[]> {
  const nameOf = (key: string): string => standing.find(({ child }) => child.key === key)?.child.itemName ?? '';
  const calendar = (await loadCalendar(ctx.kernel)).provisional;
  const due = dueDates(standing.map(({ child, record, clockDueOn }) => ({ ...child, clockDueOn, acceptanceDueOn: record?.acceptanceDueOn ?? null })),
    (day, days) => calendar.addWorkingDays(day, days), chinaDate(ctx.kernel.clock.now()));
  return standing.map(({ child, record }) => {
    const seen = record !== undefined && maySeeCase(ctx, record);
    return {
      key: child.key, itemName: child.itemName, organizationName: child.organizationName, state: child.state, caseStatus: child.caseStatus, outcome: child.caseOutcome,
      label: labelOf(child, nameOf), caseId: seen ? record.id : null, caseNumber: seen ? record.number : null, after: child.waitsFor.map(nameOf),
      reason: child.reason, openedAt: record?.submittedAt.toISOString() ?? null, dueOn: due.get(child.key)?.dueOn ?? null, estimated: due.get(child.key)?.estimated ?? false,
      decidedOn: record?.state.decidedOn ?? null, licence: seen && record.result ? { id: record.result.id, name: record.result.name } : null,
      withdrawable: filing && isWithdrawable(child),
    };
  });
}

/** A bundle somebody applied for as the reader may see it, and what may be done now. @throws bundle-applications.not-found */
export async function viewApplication(ctx: Context, applicationId: string): Promise<BundleApplicationView> {
  const record = await getApplication(ctx, applicationId);
  const standing = await Promise.all((await listChildren(ctx, record.id)).map((child) => readStanding(ctx, child)));
  const children = standing.map(({ child }) => child);
  const filing = isFilingSide(ctx, record);
  const views = await presentChildren(ctx, standing, filing);
  const { applicable: { plan } } = await readPinnedBundle(ctx, record.bundleVersionId, record.guidance);
  const unsettled = views.filter((_view, index) => !isSettled(children[index] ?? { key: '', itemName: '', waitsFor: [], state: 'dropped', caseStatus: null, caseOutcome: null }));
  const waitsForApplicant = unsettled.some(({ dueOn }) => dueOn === null);
  const partial = filing && record.partialAgreedAt === null && unsettled.length > 0 && children.some(({ caseStatus }) => caseStatus === 'decided');
  const abilities = {
    supplement: filing && children.some(({ caseStatus }) => caseStatus === 'supplementing'), withdraw: views.some(({ withdrawable }) => withdrawable), agreeToPartial: partial,
    deliver: mayDeliver(ctx, record) && children.some(({ caseStatus }) => caseStatus === 'decided') && (unsettled.length === 0 || record.partialAgreedAt !== null),
    rate: isApplicantSide(ctx, record) && isRateable(record, children),
  };
  return {
    ...presentLine(record, children), filerName: record.ownerId === record.applicantId ? null : record.ownerName, promisedDays: record.promisedDays,
    expectedOn: waitsForApplicant ? null : unsettled.map(({ dueOn }) => dueOn ?? '').toSorted().at(-1) ?? null,
    criticalPath: plan.order.criticalPath.map((key) => children.find((child) => child.key === key)?.itemName ?? ''),
    children: views, toDo: toDoOf(standing, abilities), deliveryMethod: record.deliveryMethod, partialAgreedAt: record.partialAgreedAt?.toISOString() ?? null,
    deliveredAt: record.deliveredAt?.toISOString() ?? null, ratedAt: record.ratedAt?.toISOString() ?? null, receipt: record.receipt, abilities,
  };
}

function toDoOf(standing: readonly Standing[], { supplement, agreeToPartial, rate }: BundleApplicationView['abilities']): string[] {
  const dueOn = standing.flatMap(({ record }) => (record?.status === 'supplementing' && record.supplementDueOn ? [record.supplementDueOn] : [])).toSorted()[0];
  return [
    ...(supplement && dueOn ? [`请在${dateInWords(dueOn)}前补正，各部门要求的内容已经汇总在一起，一次补齐。`] : []),
    ...(agreeToPartial ? ['已有事项办好，其余的还在办理。您可以等全部办完一次领取，也可以同意先送达已办好的。'] : []),
    ...(rate ? ['全部办结了，请您评价一次。'] : []),
  ];
}

/** The application that a case the reader may see belongs to, with the states of its sisters; undefined when it is none of a bundle. @throws cases.not-found */
export async function findBundleOfCase(ctx: Context, caseId: string): Promise<(BundleApplicationLine & { children: BundleChildView[] }) | undefined> {
  await getCaseRecord(ctx, caseId);
  const record = await unsafeFindApplicationOfCase(ctx, caseId);
  if (!record) return undefined;
  const standing = await Promise.all((await listChildren(ctx, record.id)).map((child) => readStanding(ctx, child)));
  return { ...presentLine(record, standing.map(({ child }) => child)), children: await presentChildren(ctx, standing, false) };
}
