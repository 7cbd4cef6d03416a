import type { Selectable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { caseActionLabels, type CaseNoticeView, type CaseReviewView, type CaseSummary, type CaseTimelineEntry } from './contract.ts';
import type { CaseRecord } from './record.ts';
import type { CasesTables } from './tables.ts';
import type { Static } from '@tongban/contract-kit';

/** What a list shows of a case's clock. */
export interface ClockColumns {
  promisedDueOn: string | null;
  level: CaseSummary['level'];
}

export type ActionRow = Selectable<CasesTables['cases.action']>;
export type MaterialRow = Selectable<CasesTables['cases.material']>;
export type NoticeRow = Selectable<CasesTables['cases.notice']>;

/** Days after closing during which a case can be rated. */
const ratingDays = 30;

/** Whether the applicant may rate the case now: once, after it has been closed (RAT-01). */
export function isRateable(ctx: Context, record: CaseRecord): boolean {
  if (record.status !== 'closed' || !record.closedAt || record.ratedAt) return false;
  return ctx.kernel.clock.now().getTime() - record.closedAt.getTime() < ratingDays * 86_400_000;
}

/** Who acts for the applicant, as cases are searched by it. */
function agentNameOf({ agent, filerKind, filerName }: CaseRecord): string | null {
  return agent?.name ?? (filerKind === 'agent' ? filerName : null);
}

/** One line of a list of cases. */
export function presentSummary(ctx: Context, record: CaseRecord, clock: { promisedDueOn: string | null; level: CaseSummary['level'] | null }): CaseSummary {
  return {
    id: record.id, number: record.number, itemId: record.itemId, itemName: record.itemName, title: record.title,
    status: record.status, outcome: record.outcome, applicantName: record.applicantName,
    filerName: record.filerKind === 'self' ? null : record.filerName, agentName: agentNameOf(record), channel: record.channel,
    organizationName: record.organizationName, submittedAt: record.submittedAt.toISOString(),
    promisedDueOn: clock.promisedDueOn, level: clock.level ?? 'normal',
    closedAt: record.closedAt?.toISOString() ?? null, rateable: isRateable(ctx, record),
    deliveryMethod: record.deliveryMethod, deliveryDueOn: record.deliveryDueOn,
  };
}

/** Name of the special procedure that an action is about; the action that ends one knows only its id. */
function procedureNameOf(action: ActionRow, actions: readonly ActionRow[]): string | undefined {
  const id = action.detail['procedureId'];
  const name = id === undefined ? undefined : actions.find(({ detail }) => detail['procedureId'] === id && detail['name'] !== undefined)?.detail['name'];
  return typeof name === 'string' ? name : undefined;
}

/** What an action did, in words that tell three reviews apart: the step's own name, the procedure's name. */
export function labelOfAction(action: ActionRow, actions: readonly ActionRow[]): string {
  const { type, detail } = action;
  if ((type === 'review' || type === 'handle-step') && typeof detail['taskName'] === 'string') return detail['taskName'];
  const procedure = procedureNameOf(action, actions);
  return procedure === undefined ? caseActionLabels[type] : `${caseActionLabels[type]}：${procedure}`;
}

const internal = new Set(['review', 'propose-special-procedure', 'reject-special-procedure', 'return-for-rework', 'handle-step']);

/**
 * The record of a case as the reader may know it: applicants see departments instead of officers, and no opinions of
 * steps inside the authority.
 */
export function presentTimeline(actions: readonly ActionRow[], forOffice: boolean): Static<typeof CaseTimelineEntry>[] {
  return actions.map((action) => ({
    sequence: action.sequence, type: action.type, label: labelOfAction(action, actions), at: action.at.toISOString(),
    by: action.actorKind === 'staff' && !forOffice ? action.organizationName ?? '办理部门' : action.actorName,
    organizationName: action.organizationName,
    opinion: forOffice || !internal.has(action.type) ? action.opinion : null,
    detail: forOffice ? action.detail : {},
  }));
}

interface PointDetail { materialKey?: string; condition?: string; pointKey: string; text: string; satisfied: boolean; remark: string | null }
interface ReviewDetail { step: 'acceptance' | 'review' | 'decision'; conclusion: 'pass' | 'fail'; points: PointDetail[] }

function isReview(detail: Record<string, unknown>): detail is Record<string, unknown> & ReviewDetail {
  return typeof detail['step'] === 'string' && Array.isArray(detail['points']);
}

/** The review points that were compared at a step; none where an action is no opinion. */
export function pointsOf({ detail }: Pick<ActionRow, 'detail'>): readonly PointDetail[] {
  return isReview(detail) ? detail.points : [];
}

/** Whether a step was done again, or is to be: a later opinion of the same step and department, or a return to it. */
function isSuperseded(action: ActionRow, later: readonly ActionRow[]): boolean {
  const node = action.detail['node'];
  return action.type === 'review' && later.some(({ type, detail, organizationName }) =>
    (type === 'return-for-rework' && detail['toNode'] === node)
    || (type === 'review' && detail['node'] === node && organizationName === action.organizationName));
}

/** Opinions with their ticked review points; those of steps done again after a return are superseded, the others stand. */
export function presentReviews(actions: readonly ActionRow[]): Static<typeof CaseReviewView>[] {
  return actions.flatMap((action, index) => (isReview(action.detail) ? [{
    organizationName: action.organizationName ?? '', reviewerName: action.actorName, step: action.detail.step,
    conclusion: action.detail.conclusion, opinion: action.opinion ?? '', at: action.at.toISOString(),
    superseded: isSuperseded(action, actions.slice(index + 1)), points: action.detail.points,
  }] : []));
}

/** A notice of the case, without its text. */
export function presentNotice(notice: NoticeRow): Static<typeof CaseNoticeView> {
  return {
    id: notice.id, kind: notice.kind, title: notice.title, documentNumber: notice.documentNumber,
    issuedAt: notice.issuedAt.toISOString(), organizationName: notice.organizationName,
  };
}
