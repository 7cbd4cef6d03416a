import { recordAudit } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import type { AppError } from '../../../kernel/errors/index.ts';
import { caseActionLabels, caseStatusLabels, type CaseActionType } from '../contract.ts';
import { fail } from '../errors.ts';
import { caseEvents, type CaseEventData } from '../events.ts';
import type { CaseRecord } from '../record.ts';
import { step, type CaseState, type CaseStep, type Refusal } from '../states.ts';
import type { CasesTables } from '../tables.ts';

/** One action to record. */
export interface CaseAction {
  step: CaseStep;
  /** What the officer or applicant wrote; shown in the timeline. */
  opinion?: string;
  /** Facts for readers of the timeline: points, file ids, receiver … */
  detail?: Record<string, unknown>;
  /** Facts for subscribers of the event, beyond who and what. */
  eventDetail?: Record<string, unknown>;
}

/** What a person wanted to do, where the name of the action does not read well after 不能. */
const wanted: Partial<Record<CaseActionType, string>> = {
  'withdraw': '撤回', 'deem-accepted': '视为受理', 'start-special-procedure': '开始特别程序', 'reject-special-procedure': '否决特别程序',
  'end-special-procedure': '结束特别程序', 'request-supplement': '要求补正', 'take-over': '转由工作人员办理', 'revoke-decision': '撤销决定', 'handle-step': '办理这个环节', 'mail-returned': '登记邮件退回', 'sign-notices': '登记签收文书', 'decline-notices': '登记拒绝签收文书',
};

/** The error of a refused action, in words for the person who tried. */
export function refusalError(refusal: Refusal, state: CaseState, action: CaseStep): AppError {
  if (refusal !== 'cases.wrong-status') return fail(refusal);
  return fail('cases.wrong-status', { status: caseStatusLabels[state.status], action: wanted[action.type] ?? caseActionLabels[action.type] });
}

/** The data that every event of a case carries. */
export function eventData(record: CaseRecord, detail: Record<string, unknown>): CaseEventData {
  return {
    caseId: record.id, number: record.number, version: record.version, status: record.status, outcome: record.outcome,
    itemId: record.itemId, itemVersionId: record.itemVersionId, itemName: record.itemName, projectType: record.projectType,
    regionCode: record.regionCode, organizationId: record.organizationId, organizationName: record.organizationName,
    applicantKind: record.applicantKind, applicantId: record.applicantId, applicantName: record.applicantName,
    filerKind: record.filerKind, filerId: record.filerId, agentId: record.agent?.personId ?? null, detail,
  };
}

function addActionRow(ctx: Context, batch: WriteBatch, record: CaseRecord, action: CaseAction): void {
  const { actor } = ctx;
  const staff = actor.kind === 'staff' ? actor : undefined;
  writesFor<CasesTables>(batch).insert('cases.action', {
    id: createId(), caseId: record.id, sequence: record.version, type: action.step.type, at: ctx.kernel.clock.now(),
    actorKind: actor.kind, actorId: actor.id, actorName: actor.name,
    organizationId: staff?.organizationId ?? null, organizationName: staff?.organizationName ?? null,
    opinion: action.opinion ?? null, step: action.step, detail: action.detail ?? {},
  });
}

/** Adds the row, event and audit line of an action that has been applied to `record`. */
export function recordAction(ctx: Context, batch: WriteBatch, record: CaseRecord, action: CaseAction): void {
  addActionRow(ctx, batch, record, action);
  publishEvent(ctx, batch, {
    type: caseEvents[action.step.type], aggregateType: 'case', aggregateId: record.id, data: eventData(record, action.eventDetail ?? {}),
  });
  recordAudit(ctx, batch, { action: `cases.${action.step.type}`, objectType: 'case', objectId: record.id, detail: { number: record.number } });
}

type Change = Partial<Pick<CaseRecord,
  'acceptanceDueOn' | 'supplementDueOn' | 'deliveryDueOn' | 'closedAt' | 'processInstanceId' | 'deliveryMethod'>>;

/**
 * Adds one action to a case: asks the state machine, then writes action, projection, event and audit into the batch.
 * The batch fails as a whole with `cases.stale` when somebody else acted meanwhile.
 * Gives the case as it will be. @throws AppError of the refusal
 */
export function changeCase(ctx: Context, batch: WriteBatch, record: CaseRecord, action: CaseAction, change: Change = {}): CaseRecord {
  const outcome = step(record.state, action.step);
  if (!outcome.ok) throw refusalError(outcome.refusal, record.state, action.step);
  const { state } = outcome;
  const set = { ...change, version: record.version + 1, status: state.status, outcome: state.outcome, state, updatedAt: ctx.kernel.clock.now() };
  const stale = (): AppError => fail('cases.stale');
  writesFor<CasesTables>(batch).update('cases.case', set, { id: record.id, version: record.version }, { expected: 1, otherwise: stale });
  batch.onViolation('action_sequence_key', stale);
  const next: CaseRecord = { ...record, ...set };
  recordAction(ctx, batch, next, action);
  return next;
}

/** Refuses when the screen that asks shows an older version of the case. @throws cases.stale */
export function requireVersion(record: CaseRecord, version: number): void {
  if (record.version !== version) throw fail('cases.stale');
}
