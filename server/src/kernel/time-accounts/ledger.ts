/** What a period is counted in: 工作日 or 自然日. */
export type DayUnit = 'working-day' | 'calendar-day';

/** The limits an item version sets: promised to the public and set by law. */
export interface Limits {
  promisedDays: number;
  legalDays: number;
  /** Of both limits, unless the legal one has its own. */
  unit: DayUnit;
  legalUnit?: DayUnit;
}

/** The clock stands still after `fromOn` up to and including `toOn`; null while it still does. */
export interface Suspension {
  kind: 'suspended';
  fromOn: string;
  toOn: string | null;
  /** Special procedure and why, as told to the applicant. */
  reason: string;
  /** The approved document the suspension rests on. */
  documentId: string | null;
}

/** Days granted by the head of the authority (行政许可法第四十二条). */
export interface Extension {
  kind: 'extended';
  on: string;
  days: number;
  reason: string;
  documentId: string | null;
}

/** From the end of the matter until it was reopened; null while it is closed. */
export interface Closure {
  kind: 'closed';
  fromOn: string;
  toOn: string | null;
}

export type Segment = Suspension | Extension | Closure;

/**
 * What is known of a clock: the day it started and what stopped or lengthened it since. Everything else is derived,
 * so that a corrected entry corrects every date. Where nothing is recorded, the clock runs.
 */
export interface Ledger {
  /** Day of acceptance: day 0. */
  startedOn: string;
  /** 即办件: to be closed on the day of acceptance. */
  immediate: boolean;
  segments: readonly Segment[];
}

export type ClockStatus = 'running' | 'paused' | 'stopped';

/** Running, paused by a special procedure, or stopped because the matter is closed. */
export function statusOf(ledger: Ledger): ClockStatus {
  if (ledger.segments.some((segment) => segment.kind === 'closed' && segment.toOn === null)) return 'stopped';
  return ledger.segments.some((segment) => segment.kind === 'suspended' && segment.toOn === null) ? 'paused' : 'running';
}

/** Days added by all extensions. */
export function extensionDaysOf(ledger: Ledger): number {
  return ledger.segments.reduce((total, segment) => total + (segment.kind === 'extended' ? segment.days : 0), 0);
}

/** The day a closed matter was closed on. */
export function closedOnOf(ledger: Ledger): string | null {
  for (const segment of ledger.segments) {
    if (segment.kind === 'closed' && segment.toOn === null) return segment.fromOn;
  }
  return null;
}
