import { daysAfterDelivery } from './content.contract.ts';
import { disclosures, reportKinds, type Disclosure, type LinkState, type ReportKind } from './exchange.contract.ts';

const before: readonly LinkState[] = ['registered', 'entered'];
const working: readonly LinkState[] = ['accepted', 'in-progress'];

const transitions: Readonly<Record<ReportKind, { from: readonly LinkState[]; to: LinkState }>> = {
  'accepted': { from: before, to: 'accepted' },
  'supplement-needed': { from: before, to: 'supplementing' },
  'supplemented': { from: ['supplementing'], to: 'entered' },
  'refused': { from: before, to: 'ended' },
  'in-progress': { from: working, to: 'in-progress' },
  'decided': { from: working, to: 'decided' },
  'delivered': { from: ['decided'], to: 'delivered' },
};

/** The state a report leads to; undefined when it cannot come now. */
export function nextState(state: LinkState, kind: ReportKind): LinkState | undefined {
  const { from, to } = transitions[kind];
  return from.includes(state) ? to : undefined;
}

/** What may be reported in a state, for whoever reported something else. */
export function reportsIn(state: LinkState): ReportKind[] {
  return reportKinds.filter((kind) => transitions[kind].from.includes(state));
}

/** Nothing is expected of the other system any more. */
export function isSettled(state: LinkState): boolean {
  return state === 'delivered' || state === 'ended';
}

const firstWaitMs = 15 * 60_000;
const longestWaitMs = 8 * 3_600_000;

/** How long until a case is asked about again when `quiet` questions in a row brought nothing, ms: 15 minutes, doubled, at most 8 hours. */
export function waitBeforePull(quiet: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(quiet, 10));
}

const longestRetryMs = 3_600_000;

/** How long until a system that did not answer `failures` times in a row is asked again, ms: 1, 2, 4 … 60 minutes. */
export function waitBeforeRetry(failures: number): number {
  return Math.min(longestRetryMs, 60_000 * 2 ** Math.min(Math.max(failures - 1, 0), 10));
}

/** What a system may read: no more than the applicant agreed to, and no more than the platform gives it now. */
export function lesserOf(one: Disclosure, other: Disclosure): Disclosure {
  return disclosures[Math.min(disclosures.indexOf(one), disclosures.indexOf(other))] ?? 'identity';
}

const afterDeliveryMs = daysAfterDelivery * 24 * 3_600_000;

/** Whether the application is kept from the system again: its work is over, or its delivery a week old. `lastReportAt` of a delivered case is when that was reported. */
export function isContentClosed(state: LinkState, lastReportAt: Date | null, now: Date): boolean {
  return state === 'ended' || (state === 'delivered' && (lastReportAt === null || now.getTime() - lastReportAt.getTime() > afterDeliveryMs));
}
