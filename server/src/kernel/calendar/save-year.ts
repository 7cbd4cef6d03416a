import { recordAudit } from '../audit/index.ts';
import type { Context } from '../context.ts';
import { runText, transact, WriteBatch } from '../db/index.ts';
import { publishEvent } from '../events/index.ts';
import { checkNotice } from './check-notice.ts';
import type { CalendarYear } from './contract.ts';
import { fail } from './errors.ts';
import { findYear } from './list-years.ts';
import { bumpCalendar, forgetCalendar } from './load-calendar.ts';
import type { CalendarTables } from './tables.ts';
import type { DayException } from './working-calendar.ts';

/**
 * Replaces the days of one year's notice; open deadlines are computed again. Publishes `calendar.year-changed`.
 * @throws calendar.bad-notice with an issue per fault, calendar.stale when someone saved since `revision`
 */
export async function saveCalendarYear(
  ctx: Context, year: number, notice: { revision: number; source: string; days: readonly DayException[] },
): Promise<CalendarYear> {
  const issues = checkNotice(year, notice.days);
  if (issues.length > 0) throw fail('calendar.bad-notice', { year, count: issues.length }, { issues });
  const now = ctx.kernel.clock.now();
  const revision = notice.revision + 1;
  await transact<CalendarTables, void>(ctx.kernel.db, async (trx) => {
    await bumpCalendar(trx);
    const stored = await trx.selectFrom('calendar.coveredYear').select('revision').where('year', '=', year).executeTakeFirst();
    if ((stored?.revision ?? 0) !== notice.revision) throw fail('calendar.stale');
    await trx.insertInto('calendar.coveredYear').values({ year, source: notice.source, revision, updatedAt: now, updatedBy: ctx.actor.id })
      .onConflict((conflict) => conflict.column('year').doUpdateSet({ source: notice.source, revision, updatedAt: now, updatedBy: ctx.actor.id })).execute();
    await trx.deleteFrom('calendar.dayException').where('noticeYear', '=', year).execute();
    // Days around New Year may stand in the notices of both years; the later notice prevails.
    await trx.insertInto('calendar.dayException').values(notice.days.map(({ date, kind, name }) => ({ date, kind, name, noticeYear: year })))
      .onConflict((conflict) => conflict.column('date').doUpdateSet((eb) => ({ kind: eb.ref('excluded.kind'), name: eb.ref('excluded.name'), noticeYear: year }))).execute();
    const batch = new WriteBatch();
    publishEvent(ctx, batch, { type: 'calendar.year-changed', aggregateType: 'calendar', aggregateId: String(year), data: { year, revision } });
    recordAudit(ctx, batch, { action: 'calendar.save-year', objectType: 'calendar-year', objectId: String(year), detail: { source: notice.source, days: notice.days.length } });
    await batch.executeIn((text, values) => runText(trx, text, values));
  });
  forgetCalendar(ctx.kernel);
  ctx.kernel.onCommitted();
  return findYear(ctx, year);
}
