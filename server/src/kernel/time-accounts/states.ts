import { clockLevels, type ClockLevel } from './derive-deadlines.ts';
import { statusOf, type Ledger, type Segment } from './ledger.ts';

/** What can happen to a clock after it has started. */
export type ClockStep =
  | { type: 'pause'; on: string; reason: string; documentId: string | null }
  | { type: 'resume'; on: string }
  | { type: 'extend'; on: string; days: number; most: number; reason: string; documentId: string | null }
  | { type: 'close'; on: string }
  | { type: 'reopen'; on: string };

export const clockRefusals = [
  'time-accounts.paused', 'time-accounts.not-paused', 'time-accounts.closed', 'time-accounts.not-closed', 'time-accounts.immediate',
  'time-accounts.no-reason', 'time-accounts.extended-once', 'time-accounts.extension-too-long', 'time-accounts.legal-limit-passed',
] as const;
export type ClockRefusal = (typeof clockRefusals)[number];

export type ClockOutcome = { ok: true; ledger: Ledger } | { ok: false; refusal: ClockRefusal };

/** Longest extension the head of an authority may grant, working days (行政许可法第四十二条第一款). */
export const mostExtensionDays = 10;
/** Longest extension of unified, joint or central handling, granted by the head of the government (第四十二条第二款). */
export const mostJointExtensionDays = 15;

function refuse(refusal: ClockRefusal): ClockOutcome {
  return { ok: false, refusal };
}

function add(ledger: Ledger, segment: Segment): ClockOutcome {
  return { ok: true, ledger: { ...ledger, segments: [...ledger.segments, segment] } };
}

function end(ledger: Ledger, kind: 'suspended' | 'closed', on: string): Ledger {
  return {
    ...ledger,
    segments: ledger.segments.map((segment) => (segment.kind === kind && segment.toOn === null ? { ...segment, toOn: on } : segment)),
  };
}

/** The ledger after a step, or the named rule that forbids it. `level` is where the clock stands on that day. */
export function applyClockStep(ledger: Ledger, step: ClockStep, level: ClockLevel = clockLevels[0]): ClockOutcome {
  const status = statusOf(ledger);
  if (step.type === 'reopen') return status === 'stopped' ? { ok: true, ledger: end(ledger, 'closed', step.on) } : refuse('time-accounts.not-closed');
  if (status === 'stopped') return refuse('time-accounts.closed');
  switch (step.type) {
    case 'pause': {
      if (ledger.immediate) return refuse('time-accounts.immediate');
      if (status === 'paused') return refuse('time-accounts.paused');
      if (step.reason.trim() === '') return refuse('time-accounts.no-reason');
      return add(ledger, { kind: 'suspended', fromOn: step.on, toOn: null, reason: step.reason, documentId: step.documentId });
    }
    case 'resume':
      return status === 'paused' ? { ok: true, ledger: end(ledger, 'suspended', step.on) } : refuse('time-accounts.not-paused');
    case 'extend': {
      if (ledger.immediate) return refuse('time-accounts.immediate');
      if (step.reason.trim() === '') return refuse('time-accounts.no-reason');
      if (ledger.segments.some(({ kind }) => kind === 'extended')) return refuse('time-accounts.extended-once');
      if (step.days < 1 || step.days > step.most) return refuse('time-accounts.extension-too-long');
      if (level === 'red') return refuse('time-accounts.legal-limit-passed');
      return add(ledger, { kind: 'extended', on: step.on, days: step.days, reason: step.reason, documentId: step.documentId });
    }
    case 'close':
      // A pause that is still open ends with the matter; it does not run on into a reopened one.
      return add(end(ledger, 'suspended', step.on), { kind: 'closed', fromOn: step.on, toOn: null });
  }
}
