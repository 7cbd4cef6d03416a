export { clockLevels, defaultWarningRule, deriveDeadlines } from './derive-deadlines.ts';
export type { ClockLevel, Deadlines, WarningRule } from './derive-deadlines.ts';
export { closedOnOf, extensionDaysOf, statusOf } from './ledger.ts';
export type { ClockStatus, Closure, DayUnit, Extension, Ledger, Limits, Segment, Suspension } from './ledger.ts';
export { applyClockStep, mostExtensionDays, mostJointExtensionDays } from './states.ts';
export type { ClockOutcome, ClockRefusal, ClockStep } from './states.ts';
