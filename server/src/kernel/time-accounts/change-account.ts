import { chinaDate } from '../clock/index.ts';
import type { Context } from '../context.ts';
import { createId, writesFor, type WriteBatch } from '../db/index.ts';
import { publishEvent } from '../events/index.ts';
import { derivedColumns, type Subject, type TimeAccount } from './account.ts';
import { loadClockRules, type ClockRules } from './clock-rules.ts';
import { deriveDeadlines, type ClockLevel, type Deadlines } from './derive-deadlines.ts';
import { fail } from './errors.ts';
import { findAccount, getAccount } from './find-account.ts';
import type { DayUnit, Ledger } from './ledger.ts';
import { applyClockStep, mostExtensionDays, type ClockStep } from './states.ts';
import type { TimeTables } from './tables.ts';

/** Event of every change of level, in the order of the subject's own events: aggregate type and id are the subject's. */
export const levelChanged = 'time-accounts.level-changed';

/** Data of `time-accounts.level-changed`. */
export interface LevelChange extends Record<string, unknown> {
  accountId: string;
  subjectType: string;
  subjectId: string;
  organizationId: string | null;
  regionCode: string | null;
  level: ClockLevel;
  previousLevel: ClockLevel;
  promisedDueOn: string | null;
  legalDueOn: string | null;
  remainingPromised: number;
  remainingLegal: number;
}

/** Event of a running clock whose promised deadline another calendar moved; aggregate type and id are the subject's. */
export const deadlineMoved = 'time-accounts.deadline-moved';

/** Data of `time-accounts.deadline-moved`. */
export interface DeadlineMove extends Record<string, unknown> {
  accountId: string;
  subjectType: string;
  subjectId: string;
  promisedDueOn: string;
  previousPromisedDueOn: string;
}

/** What a new clock is to count. */
export interface NewAccount extends Subject {
  promisedDays: number;
  legalDays: number;
  /** Day of acceptance, day 0; today unless told. */
  startedOn?: string;
  /** 即办件: due on the day of acceptance. */
  immediate?: boolean;
  /** working-day unless told; `legalUnit` as `unit` unless told. */
  unit?: DayUnit;
  legalUnit?: DayUnit;
  /** Who is answerable for the limit, told in events. */
  organizationId?: string;
  regionCode?: string;
}

/** Starts a clock in the batch of the action that accepts the matter. @throws time-accounts.already-open (on commit) */
export async function openAccount(ctx: Context, batch: WriteBatch, input: NewAccount): Promise<Deadlines> {
  const rules = await loadClockRules(ctx.kernel);
  const now = ctx.kernel.clock.now();
  const unit = input.unit ?? 'working-day';
  const limits = { promisedDays: input.promisedDays, legalDays: input.legalDays, unit, legalUnit: input.legalUnit ?? unit };
  const ledger: Ledger = { startedOn: input.startedOn ?? chinaDate(now), immediate: input.immediate ?? false, segments: [] };
  const answerable = { organizationId: input.organizationId ?? null, regionCode: input.regionCode ?? null };
  const { subjectType, subjectId } = input;
  const deadlines = deriveDeadlines(ledger, limits, rules.calendar, chinaDate(now), rules.warning);
  const account: TimeAccount = { id: createId(), subjectType, subjectId, ...answerable, version: 1, limits, ledger, deadlines, storedLevel: deadlines.level };
  batch.onViolation('account_subject', () => fail('time-accounts.already-open'));
  writesFor<TimeTables>(batch).insert('time.account', {
    id: account.id, subjectType, subjectId, ...answerable, ...ledger, ...limits, version: 1, ...derivedColumns(account, rules, now),
  });
  publishLevel(ctx, batch, account, deadlines, 'normal');
  return deadlines;
}

/**
 * Stops the clock of a subject for a special procedure (行政许可法第四十五条), in the batch of the action that starts it.
 * A clock that changes before the commit undoes the batch. `on` is today unless told.
 * @throws time-accounts.not-found, .paused, .closed, .immediate, .no-reason, .stale (on commit)
 */
export function pauseAccount(
  ctx: Context, batch: WriteBatch, subject: Subject, pause: { on?: string; reason: string; documentId: string | null },
): Promise<Deadlines> {
  return step(ctx, batch, subject, (on) => ({ type: 'pause', on, ...pause }));
}

/** Lets a paused clock run on from the day after `on`. @throws time-accounts.not-found, .not-paused, .closed, .stale (on commit) */
export function resumeAccount(ctx: Context, batch: WriteBatch, subject: Subject, resumption: { on?: string } = {}): Promise<Deadlines> {
  return step(ctx, batch, subject, (on) => ({ type: 'resume', on, ...resumption }));
}

/**
 * Adds days to both limits, once (行政许可法第四十二条); `most` is 10 unless the law of the matter allows more.
 * @throws time-accounts.not-found, .extended-once, .extension-too-long, .legal-limit-passed, .closed, .immediate, .no-reason, .stale (on commit)
 */
export function extendAccount(
  ctx: Context, batch: WriteBatch, subject: Subject, extension: { on?: string; days: number; reason: string; documentId: string | null; most?: number },
): Promise<Deadlines> {
  return step(ctx, batch, subject, (on) => ({ type: 'extend', on, most: mostExtensionDays, ...extension }));
}

/** Ends the clock with the matter, ending an open pause too. @throws time-accounts.not-found, .closed, .stale (on commit) */
export function closeAccount(ctx: Context, batch: WriteBatch, subject: Subject, closing: { on?: string } = {}): Promise<Deadlines> {
  return step(ctx, batch, subject, (on) => ({ type: 'close', on, ...closing }));
}

/** Ends the clock of a subject that may have none, or a closed one, as when a matter ends early. @throws time-accounts.stale (on commit) */
export async function closeAccountIfOpen(ctx: Context, batch: WriteBatch, subject: Subject, on?: string): Promise<Deadlines | undefined> {
  const account = await findAccount(ctx, subject);
  if (!account || account.deadlines.status === 'stopped') return account?.deadlines;
  return applyStep(ctx, batch, account, { type: 'close', on: on ?? chinaDate(ctx.kernel.clock.now()) });
}

/** Lets a closed clock run on with what was left. @throws time-accounts.not-found, .not-closed, .stale (on commit) */
export function reopenAccount(ctx: Context, batch: WriteBatch, subject: Subject, reopening: { on?: string } = {}): Promise<Deadlines> {
  return step(ctx, batch, subject, (on) => ({ type: 'reopen', on, ...reopening }));
}

async function step(ctx: Context, batch: WriteBatch, subject: Subject, stepOn: (today: string) => ClockStep): Promise<Deadlines> {
  return applyStep(ctx, batch, await getAccount(ctx, subject), stepOn(chinaDate(ctx.kernel.clock.now())));
}

async function applyStep(ctx: Context, batch: WriteBatch, account: TimeAccount, clockStep: ClockStep): Promise<Deadlines> {
  const outcome = applyClockStep(account.ledger, clockStep, account.deadlines.level);
  if (!outcome.ok) throw fail(outcome.refusal, clockStep.type === 'extend' ? { most: clockStep.most } : {});
  return writeAccount(ctx, batch, account, outcome.ledger, await loadClockRules(ctx.kernel)).deadlines;
}

/** Writes an account with a ledger, derived anew as of now, guarded by its version; tells of the levels it passed. */
export function writeAccount(ctx: Context, batch: WriteBatch, account: TimeAccount, ledger: Ledger, rules: ClockRules): TimeAccount {
  const now = ctx.kernel.clock.now();
  const changed = derive(account, ledger, rules, now);
  writesFor<TimeTables>(batch).update('time.account', { segments: ledger.segments, version: changed.version, ...derivedColumns(changed, rules, now) },
    { id: account.id, version: account.version }, { expected: 1, otherwise: () => fail('time-accounts.stale') });
  publishLevels(ctx, batch, account, changed);
  return changed;
}

/** Writes many accounts as of now in one statement, their ledgers as they are: all of them, or none when one has changed meanwhile. */
export function writeAccounts(ctx: Context, batch: WriteBatch, accounts: readonly TimeAccount[], rules: ClockRules): TimeAccount[] {
  const now = ctx.kernel.clock.now();
  const changed = accounts.map((account) => derive(account, account.ledger, rules, now));
  writesFor<TimeTables>(batch).updateEach('time.account', changed.map((account, place) => ({ id: account.id, version: accounts[place]?.version ?? 0, ...derivedColumns(account, rules, now) })), ['id', 'version'],
    { expected: accounts.length, otherwise: () => fail('time-accounts.stale') }, 'version');
  for (const [place, account] of accounts.entries()) publishLevels(ctx, batch, account, changed[place] ?? account);
  return changed;
}

function derive(account: TimeAccount, ledger: Ledger, rules: ClockRules, now: Date): TimeAccount {
  const deadlines = deriveDeadlines(ledger, account.limits, rules.calendar, chinaDate(now), rules.warning);
  return { ...account, version: account.version + 1, ledger, deadlines, storedLevel: deadlines.level };
}

/** A level reached since midnight is told even when this very change leaves it again. */
function publishLevels(ctx: Context, batch: WriteBatch, account: TimeAccount, changed: TimeAccount): void {
  publishLevel(ctx, batch, account, account.deadlines, account.storedLevel);
  publishLevel(ctx, batch, changed, changed.deadlines, account.deadlines.level);
}

function publishLevel(ctx: Context, batch: WriteBatch, account: TimeAccount, deadlines: Deadlines, previousLevel: ClockLevel): void {
  const { level, promisedDueOn, legalDueOn, remainingPromised, remainingLegal } = deadlines;
  if (level === previousLevel) return;
  const { id, subjectType, subjectId, organizationId, regionCode } = account;
  const data: LevelChange = {
    accountId: id, subjectType, subjectId, organizationId, regionCode, level, previousLevel, promisedDueOn, legalDueOn, remainingPromised, remainingLegal,
  };
  publishEvent(ctx, batch, { type: levelChanged, aggregateType: subjectType, aggregateId: subjectId, data });
}
