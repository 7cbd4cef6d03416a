import { loadCalendar, type WorkingCalendar } from '../calendar/index.ts';
import type { Context, Kernel } from '../context.ts';
import { recordAudit } from '../audit/index.ts';
import { runText, tablesOf, transact, WriteBatch } from '../db/index.ts';
import { bumpCalendar, forgetCalendar } from '../calendar/load-calendar.ts';
import type { WarningRule } from './derive-deadlines.ts';
import type { TimeTables } from './tables.ts';

/** What all clocks are counted by: the calendar and the city's rule for warnings. */
export interface ClockRules {
  calendar: WorkingCalendar;
  warning: WarningRule;
}

const rules = new WeakMap<WorkingCalendar, Promise<ClockRules>>();

/** The rules in force, kept in memory as long as the calendar is: a change of either gives the calendar a new version. */
export async function loadClockRules(kernel: Pick<Kernel, 'db'>): Promise<ClockRules> {
  const calendar = await loadCalendar(kernel);
  let known = rules.get(calendar);
  if (!known) {
    known = readWarningRule(kernel).then((warning) => ({ calendar, warning }));
    known.catch(() => rules.delete(calendar));
    rules.set(calendar, known);
  }
  return known;
}

/** The stored rule for warnings. */
export async function readWarningRule({ db }: Pick<Kernel, 'db'>): Promise<WarningRule> {
  return tablesOf<TimeTables>(db).selectFrom('time.rule').select(['share', 'days']).executeTakeFirstOrThrow();
}

/** Changes when clocks warn; open clocks are counted again by the minutely job (SUP-01). */
export async function saveWarningRule(ctx: Context, rule: WarningRule): Promise<void> {
  await transact<TimeTables, void>(ctx.kernel.db, async (trx) => {
    await trx.updateTable('time.rule').set(rule).execute();
    await bumpCalendar(trx);
    const batch = new WriteBatch();
    recordAudit(ctx, batch, { action: 'time-accounts.save-warning-rule', objectType: 'time-rule', objectId: 'warning', detail: { ...rule } });
    await batch.executeIn((text, values) => runText(trx, text, values));
  });
  forgetCalendar(ctx.kernel);
}
