import { requireStaff } from '../../../kernel/access/index.ts';
import { loadCalendar } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRows, tablesOf } from '../../../kernel/db/index.ts';
import { timeOfDay, weekdayOf } from '../opening-hours.ts';
import type { HallsTables } from '../tables.ts';

/** Who comes to relieve a colleague may sit down so many minutes early and stay so many longer. */
const graceMinutes = 30;

export interface SeatNow { windowId: string; hallId: string; hallName: string; number: string; name: string; clerkId: string | null; clerkName: string | null }

const seatsNow = `
SELECT DISTINCT w.id AS window_id, w.hall_id, h.name AS hall_name, w.number, w.name, w.clerk_id, w.clerk_name, w.sort_order
FROM halls.seat s JOIN halls.window w ON w.id = s.window_id AND w.active JOIN halls.hall h ON h.id = w.hall_id AND h.active
WHERE s.staff_id = $1 AND s.weekdays && $2::int[]
  AND $3::time >= s.from_time::time - least($4 * interval '1 minute', s.from_time::time - time '00:00')
  AND $3::time < s.to_time::time + least($4 * interval '1 minute', time '23:59' - s.to_time::time)
ORDER BY h.name, w.sort_order, w.number`;

/** The windows at which the officer is to sit now. A weekend day that is worked counts as the Monday it stands for. */
export async function listSeatsNow(ctx: Context): Promise<SeatNow[]> {
  const staff = requireStaff(ctx);
  const now = ctx.kernel.clock.now();
  const day = chinaDate(now);
  const weekday = weekdayOf(day);
  const madeUp = weekday > 5 && (await loadCalendar(ctx.kernel)).provisional.isWorkingDay(day);
  return readRows<SeatNow>(ctx.kernel.db, seatsNow, [staff.id, madeUp ? [weekday, 1] : [weekday], timeOfDay(now), graceMinutes]);
}

/** Whether the officer has a seat in the hall at any time. */
export async function sitsIn(ctx: Context, hallId: string): Promise<boolean> {
  const staff = requireStaff(ctx);
  const seat = await tablesOf<HallsTables>(ctx.kernel.db).selectFrom('halls.seat').select('id').where('hallId', '=', hallId).where('staffId', '=', staff.id).executeTakeFirst();
  return seat !== undefined;
}
