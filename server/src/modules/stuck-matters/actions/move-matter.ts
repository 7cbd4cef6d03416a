import type { Updateable } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { closeAccountIfOpen, openAccount, reopenAccount } from '../../../kernel/time-accounts/index.ts';
import { finishedStates, matterStateLabels } from '../contract.ts';
import { fail } from '../errors.ts';
import { matterFinished, matterMoved, publishMatter } from '../events.ts';
import type { MatterRecord } from '../record.ts';
import { readSettings } from '../settings.ts';
import { applyMatterStep, type MatterAction, type MatterClock } from '../states.ts';
import type { StuckMattersTables } from '../tables.ts';
import { addStep } from './add-step.ts';
import { attachFiles } from './attach-files.ts';

/** Subject type of the clocks of assignments. */
export const clockSubject = 'stuck-matter';

type Changes = Updateable<StuckMattersTables['stuckMatters.matter']>;

/** One step of a matter as it is to be written. */
export interface Move {
  action: MatterAction;
  /** Of the citizen's word: whether the matter ends with it. */
  satisfied?: boolean;
  /** The step is that of the one who reported. */
  byReporter?: boolean;
  /** The version the actor has read. */
  version: number;
  text: string;
  detail?: Record<string, unknown>;
  changes?: Changes;
  /** Uploads of the actor that the step brings. */
  fileIds?: readonly string[] | undefined;
  /** Working days of a new assignment; the setting unless told. */
  limitDays?: number | undefined;
}

/** What the step left, for those who add to its batch. */
export interface Moved { row: MatterRecord; dueOn: string | null }

/**
 * Writes one step: state, clock, trail, event and audit, and what `also` adds, in one statement (STK-01).
 * @throws stuck-matters.stale, stuck-matters.wrong-state, files.not-yours
 */
export async function moveMatter(ctx: Context, row: MatterRecord, move: Move, also?: (batch: WriteBatch, moved: Moved) => Promise<Changes | undefined>): Promise<void> {
  if (row.version !== move.version) throw fail('stuck-matters.stale');
  const outcome = applyMatterStep(row, move);
  if (!outcome.ok) throw fail(outcome.refusal, { state: matterStateLabels[row.state] });
  const batch = new WriteBatch();
  const { state, round } = outcome.next;
  const finished = finishedStates.includes(state);
  const changes: Changes = {
    ...move.changes, ...await moveClock(ctx, batch, row, outcome.clock, move), state, round, version: row.version + 1, ...(finished ? { finishedAt: ctx.kernel.clock.now() } : {}),
  };
  const after = { ...row, ...changes } as MatterRecord;
  const more = await also?.(batch, { row: after, dueOn: after.dueOn });
  writesFor<StuckMattersTables>(batch).update('stuckMatters.matter', { ...changes, ...more }, { id: row.id, version: row.version }, { expected: 1, otherwise: () => fail('stuck-matters.stale') });
  addStep(ctx, batch, row.id, move.action, move.text, { ...move.detail, state, ...await attachFiles(ctx, batch, row.id, move.fileIds) });
  publishMatter(ctx, batch, finished ? matterFinished : matterMoved, after, move.action, state);
  recordAudit(ctx, batch, { action: `stuck-matters.${move.action}-matter`, objectType: 'stuck-matter', objectId: row.id, detail: { number: row.number, state, ...move.detail } });
  await commit(ctx, batch);
}

async function moveClock(ctx: Context, batch: WriteBatch, row: MatterRecord, clock: MatterClock, move: Move): Promise<Changes> {
  if (clock === 'open') return openClock(ctx, batch, row, move);
  if (clock === 'none' || row.clockId === null) return {};
  const subject = { subjectType: clockSubject, subjectId: row.clockId };
  if (clock === 'reopen') return { dueOn: (await reopenAccount(ctx, batch, subject)).promisedDueOn, inTime: null };
  const deadlines = await closeAccountIfOpen(ctx, batch, subject);
  if (move.action === 'answer') return { inTime: deadlines === undefined ? null : deadlines.remainingPromised >= 0 };
  return move.action === 'hand-back' ? { clockId: null, dueOn: null, level: 'normal', limitDays: null } : {};
}

/** Each assignment has a clock of its own; the red card comes when its limit has passed by the share that is set. */
async function openClock(ctx: Context, batch: WriteBatch, row: MatterRecord, move: Move): Promise<Changes> {
  if (row.clockId !== null) await closeAccountIfOpen(ctx, batch, { subjectType: clockSubject, subjectId: row.clockId });
  const settings = await readSettings(ctx);
  const limitDays = move.limitDays ?? settings.limitDays;
  const clockId = createId();
  const organizationId = move.changes?.organizationId ?? null;
  const { promisedDueOn } = await openAccount(ctx, batch, {
    subjectType: clockSubject, subjectId: clockId, promisedDays: limitDays, legalDays: limitDays + Math.ceil((limitDays * settings.redPercent) / 100),
    ...(organizationId === null ? {} : { organizationId }), regionCode: row.regionCode,
  });
  return { clockId, limitDays, dueOn: promisedDueOn, level: 'normal', inTime: null };
}
