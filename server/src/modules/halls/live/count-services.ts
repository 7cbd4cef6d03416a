import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, runText, transact } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import type { HallsTables } from '../tables.ts';
import { forgetCounts } from './service-times.ts';

/** Days counted at once. */
const mostDays = 31;

// A day is written as a whole, so that counting it twice changes nothing. The bucket is that of kernel/reporting.
const count = `
INSERT INTO halls.service_day (day, hall_id, queue_id, hour, buckets)
SELECT $1::date, hall_id, queue_id, extract(hour FROM served_from AT TIME ZONE 'Asia/Shanghai')::smallint,
  array_agg(floor(ln(extract(epoch FROM finished_at - served_from) + 1) / ln(1.1))::int)
FROM (SELECT hall_id, queue_id, finished_at, coalesce(serving_at, called_at) AS served_from FROM halls.ticket WHERE day = $1::date AND state = 'done') AS served
WHERE finished_at >= served_from GROUP BY 2, 3, 4`;

/** Counts the times of service, the last counted day again and all after it: what the forecast of the wait rests on (HAL-02). */
export async function countServices(ctx: Context): Promise<void> {
  const { db, clock } = ctx.kernel;
  const today = chinaDate(clock.now());
  const [progress] = await readRowsAlone<{ countedTo: string }>(db, 'SELECT counted_to FROM halls.service_progress', []);
  const [first] = progress ? [] : await readRowsAlone<{ day: string }>(db, `SELECT day FROM halls.ticket WHERE state = 'done' ORDER BY finished_at LIMIT 1`, []);
  let day = progress?.countedTo ?? first?.day ?? today;
  for (let counted = 0; day <= today && counted < mostDays; counted += 1) {
    const on = day;
    await transact<HallsTables, void>(db, async (trx) => {
      await trx.deleteFrom('halls.serviceDay').where('day', '=', on).execute();
      await runText(trx, count, [on]);
      await trx.insertInto('halls.serviceProgress').values({ countedTo: on }).onConflict((conflict) => conflict.column('single').doUpdateSet({ countedTo: on })).execute();
    });
    day = addCalendarDays(day, 1);
  }
  forgetCounts(ctx.kernel);
}

export const countServicesJob: JobDefinition = { name: 'halls.count-services', label: '统计大厅办理时长', cron: '*/10 * * * *', handle: countServices };
