import { defineModule } from '../module/index.ts';
import { advanceAccounts, recountAccounts } from './advance-accounts.ts';
import { timeMergers } from './mergers.ts';
import { timeMigrations } from './migrations.ts';

export type { Subject, TimeAccount } from './account.ts';
export { advanceAccounts, recountAccounts } from './advance-accounts.ts';
export { closeAccount, closeAccountIfOpen, deadlineMoved, extendAccount, levelChanged, openAccount, pauseAccount, reopenAccount, resumeAccount } from './change-account.ts';
export type { DeadlineMove, LevelChange, NewAccount } from './change-account.ts';
export { loadClockRules, readWarningRule, saveWarningRule } from './clock-rules.ts';
export type { ClockRules } from './clock-rules.ts';
export { clockLevels, defaultWarningRule, deriveDeadlines } from './derive-deadlines.ts';
export type { ClockLevel, Deadlines, WarningRule } from './derive-deadlines.ts';
export { describeClock } from './describe-clock.ts';
export type { ClockDescription, ClockStretch } from './describe-clock.ts';
export { findAccount, findAccounts, getAccount } from './find-account.ts';
export { closedOnOf, extensionDaysOf, statusOf } from './ledger.ts';
export type { ClockStatus, Closure, DayUnit, Extension, Ledger, Limits, Segment, Suspension } from './ledger.ts';
export { stoppedStretches } from './stopped-days.ts';
export type { StoppedStretch } from './stopped-days.ts';
export { applyClockStep, mostExtensionDays, mostJointExtensionDays } from './states.ts';
export type { ClockOutcome, ClockRefusal, ClockStep } from './states.ts';
export type { TimeTables } from './tables.ts';

/** Clock accounts: promised and legal deadlines derived from a ledger (SUP-01). */
export const timeAccountsModule = defineModule({
  name: 'time-accounts', uses: ['calendar'], mergers: timeMergers, migrations: timeMigrations,
  jobs: [
    { name: 'time-accounts.advance', label: '时限到点预警', cron: '* * * * *', handle: async (ctx) => { await advanceAccounts(ctx); } },
    { name: 'time-accounts.recount', label: '工作日历变更后重算时限', cron: '* * * * *', handle: async (ctx) => { await recountAccounts(ctx); } },
  ],
});
