import type { Insertable } from 'kysely';
import { requireStaff, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, writesFor, WriteBatch } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { publishEvent } from '../../../kernel/events/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { closeAccount, pauseAccount, reopenAccount, resumeAccount, type Deadlines } from '../../../kernel/time-accounts/index.ts';
import { aboutCase, unsafeFindCase } from '../../cases/index.ts';
import { rectificationStateLabels, type RectificationStep, type RectificationView } from '../contract.ts';
import { fail } from '../errors.ts';
import { rectificationFinished, rectificationMoved, type RectificationEvent } from '../events.ts';
import { getRectificationRow, viewRectification, type RectificationRow } from '../queries/list-rectifications.ts';
import { readBadOptions } from '../options.ts';
import { applyStep, isFinished, type StepOutcome } from '../states.ts';
import type { RatingsTables } from '../tables.ts';
import { addToTally } from '../tally.ts';
import { rectificationSubject } from './open-rectification.ts';

/** Which permission each step needs: the department works, the supervisor judges. */
export const stepPermission: Record<RectificationStep['action'], 'ratings.rectification.handle' | 'ratings.rectification.supervise'> = {
  'verify': 'ratings.rectification.handle', 'rectify': 'ratings.rectification.handle', 'reply': 'ratings.rectification.handle', 'appeal': 'ratings.rectification.handle',
  'decide-appeal': 'ratings.rectification.supervise', 'close': 'ratings.rectification.supervise', 'send-back': 'ratings.rectification.supervise',
};

/**
 * Takes a rectification one step on (RAT-02): its clock, its record, the statistics of an excluded rating and the words to the
 * rater go with it.
 * @throws ratings.rectification-not-found, ratings.stale, ratings.wrong-state, ratings.appealed-once, ratings.unknown-finding, forbidden
 */
export async function advanceRectification(ctx: Context, id: string, step: RectificationStep): Promise<RectificationView> {
  const row = await getRectificationRow(ctx, id);
  if (!liesInScope(requireScope(ctx, stepPermission[step.action]), ctx.actor, row)) throw kernelFail('kernel.forbidden');
  if (row.version !== step.version) throw fail('ratings.stale');
  const outcome = applyStep(row, step);
  if (!outcome.ok) throw fail(outcome.refusal, { state: rectificationStateLabels[row.state] });
  if ('foundCodes' in step) await checkFound(ctx, row, step.foundCodes);
  const batch = new WriteBatch();
  const deadlines = await moveClock(ctx, batch, id, outcome.clock, step.text);
  const changes = changesOf(ctx, step, outcome, deadlines);
  writesFor<RatingsTables>(batch).update('ratings.rectification', { ...changes, version: row.version + 1 }, { id, version: row.version },
    { expected: 1, otherwise: () => fail('ratings.stale') });
  addStep(ctx, batch, row, step);
  if (outcome.next.state === 'excluded') exclude(batch, row);
  if (step.action === 'reply') await tellRater(ctx, batch, row);
  const data: RectificationEvent = {
    rectificationId: id, ratingId: row.ratingId, caseNumber: row.anonymous ? null : row.caseNumber, itemName: row.itemName, organizationId: row.organizationId,
    organizationName: row.organizationName, organizationPath: row.organizationPath, regionCode: row.regionCode, state: outcome.next.state, dueOn: changes.dueOn ?? row.dueOn,
  };
  publishEvent(ctx, batch, { type: isFinished(outcome.next.state) ? rectificationFinished : rectificationMoved, aggregateType: rectificationSubject, aggregateId: id, data });
  recordAudit(ctx, batch, { action: `ratings.${step.action}-rectification`, objectType: 'rectification', objectId: id, detail: { state: outcome.next.state } });
  await commit(ctx, batch);
  return viewRectification(ctx, id);
}

/** What is found is an option in use, or one that the rater chose or that was found before. */
async function checkFound(ctx: Context, row: RectificationRow, codes: readonly string[] = []): Promise<void> {
  if (codes.length === 0) return;
  const allowed = new Set([...(await readBadOptions(ctx.kernel)).filter(({ active }) => active).map(({ code }) => code), ...row.optionCodes, ...row.foundCodes]);
  if (codes.some((code) => !allowed.has(code))) throw fail('ratings.unknown-finding');
}

type Allowed = Extract<StepOutcome, { ok: true }>;

async function moveClock(ctx: Context, batch: WriteBatch, id: string, clock: Allowed['clock'], reason: string): Promise<Deadlines | undefined> {
  const subject = { subjectType: rectificationSubject, subjectId: id };
  switch (clock) {
    case 'pause': return pauseAccount(ctx, batch, subject, { reason: `申诉复核：${reason}`, documentId: null });
    case 'resume': return resumeAccount(ctx, batch, subject);
    case 'close': return closeAccount(ctx, batch, subject);
    case 'reopen': return reopenAccount(ctx, batch, subject);
    case 'none': return undefined;
  }
}

function changesOf(ctx: Context, step: RectificationStep, { next }: Allowed, deadlines: Deadlines | undefined) {
  return {
    state: next.state, appealedFrom: next.appealedFrom,
    ...(deadlines?.promisedDueOn ? { dueOn: deadlines.promisedDueOn } : {}),
    ...(step.action === 'reply' && deadlines ? { reply: step.text, inTime: deadlines.remainingPromised >= 0 } : {}),
    ...(step.action === 'send-back' ? { inTime: null } : {}),
    ...('foundCodes' in step && step.foundCodes ? { foundCodes: step.foundCodes } : {}),
    ...(isFinished(next.state) ? { finishedAt: ctx.kernel.clock.now() } : {}),
  } satisfies Partial<Insertable<RatingsTables['ratings.rectification']>>;
}

function addStep(ctx: Context, batch: WriteBatch, row: RectificationRow, { action, version, text, ...detail }: RectificationStep): void {
  const staff = requireStaff(ctx);
  writesFor<RatingsTables>(batch).insert('ratings.rectificationStep', {
    id: createId(), rectificationId: row.id, sequence: version, action, actorId: staff.id, actorName: staff.name,
    organizationName: staff.organizationName, text, detail, at: ctx.kernel.clock.now(),
  });
}

/** An excluded rating stays on record but no longer counts. */
function exclude(batch: WriteBatch, row: RectificationRow): void {
  writesFor<RatingsTables>(batch).update('ratings.rating', { excluded: true }, { id: row.ratingId });
  addToTally(batch, row, chinaDate(row.ratedAt), -1);
}

async function tellRater(ctx: Context, batch: WriteBatch, row: RectificationRow): Promise<void> {
  // Who rated a visit has left; an answer is given by telephone, if at all.
  const record = row.caseId === null ? undefined : await unsafeFindCase(ctx, row.caseId);
  if (!record) return;
  await sendMessage(ctx, batch, {
    templateKey: 'ratings.rectification-replied', recipient: { kind: record.applicantKind, id: record.applicantId },
    dedupeKey: `rectification-replied:${row.id}:${row.version}`, variables: { caseId: record.id, itemName: row.itemName }, about: aboutCase(ctx, record),
  });
}
