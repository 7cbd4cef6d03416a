import type { TimeAccount } from './account.ts';
import type { ClockLevel } from './derive-deadlines.ts';
import type { Ledger } from './ledger.ts';

/** A stretch of a clock as it is shown: it ran, stood still, or got more days. */
export interface ClockStretch {
  kind: 'running' | 'suspended' | 'extended';
  from: string;
  to: string | null;
  reason: string | null;
  days: number | null;
}

/** A clock as screens show it (fits `CaseClock` of the cases contract). */
export interface ClockDescription {
  state: 'not-started' | 'running' | 'paused' | 'stopped';
  promisedDays: number;
  legalDays: number;
  startedOn: string | null;
  promisedDueOn: string | null;
  legalDueOn: string | null;
  remainingPromisedDays: number | null;
  remainingLegalDays: number | null;
  consumedDays: number | null;
  level: ClockLevel;
  provisional: boolean;
  segments: ClockStretch[];
}

/** Describes a clock as of the day it was read; `undefined` for a matter not accepted yet, with its limits. */
export function describeClock(account: TimeAccount | undefined, limits: { promisedDays: number; legalDays: number }): ClockDescription {
  if (!account) {
    return {
      state: 'not-started', promisedDays: limits.promisedDays, legalDays: limits.legalDays, startedOn: null, promisedDueOn: null, legalDueOn: null,
      remainingPromisedDays: null, remainingLegalDays: null, consumedDays: null, level: 'normal', provisional: false, segments: [],
    };
  }
  const { deadlines, ledger } = account;
  return {
    state: deadlines.status, promisedDays: account.limits.promisedDays, legalDays: account.limits.legalDays, startedOn: ledger.startedOn,
    promisedDueOn: deadlines.promisedDueOn, legalDueOn: deadlines.legalDueOn, remainingPromisedDays: deadlines.remainingPromised,
    remainingLegalDays: deadlines.remainingLegal, consumedDays: deadlines.consumed, level: deadlines.level, provisional: deadlines.provisional,
    segments: describeStretches(ledger),
  };
}

/** The ledger told in order of time, the running stretches between the recorded ones included. */
export function describeStretches(ledger: Ledger): ClockStretch[] {
  const stretches: ClockStretch[] = [];
  let running: string | null = ledger.startedOn;
  for (const segment of [...ledger.segments].sort((a, b) => beginOf(a).localeCompare(beginOf(b)))) {
    if (segment.kind === 'extended') {
      stretches.push({ kind: 'extended', from: segment.on, to: segment.on, reason: segment.reason, days: segment.days });
      continue;
    }
    if (running !== null && running !== segment.fromOn) stretches.push({ kind: 'running', from: running, to: segment.fromOn, reason: null, days: null });
    if (segment.kind === 'suspended') stretches.push({ kind: 'suspended', from: segment.fromOn, to: segment.toOn, reason: segment.reason, days: null });
    running = segment.toOn;
  }
  if (running !== null) stretches.push({ kind: 'running', from: running, to: null, reason: null, days: null });
  return stretches.sort((a, b) => a.from.localeCompare(b.from));
}

function beginOf(segment: Ledger['segments'][number]): string {
  return segment.kind === 'extended' ? segment.on : segment.fromOn;
}
