import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone } from '../../../kernel/db/index.ts';
import { getOwnHall, mayOver } from '../halls.ts';
import { hallFeed } from '../live/hall-feed.ts';
import type { HallWatch } from '../windows.contract.ts';

interface Totals { taken: number; waiting: number; done: number; missed: number; medianWait: number | null; medianService: number | null }
interface WindowRow extends Omit<HallWatch['windows'][number], 'since' | 'ticketSince' | 'queueIds'> { since: Date | null; ticketSince: Date | null; queueIds: string[] | null }
interface QueueRow { queueId: string; priorityWaiting: number; longest: Date | null; servedToday: number }

const totals = `
SELECT count(*)::int AS taken, count(*) FILTER (WHERE state = 'waiting')::int AS waiting, count(*) FILTER (WHERE state = 'done')::int AS done, count(*) FILTER (WHERE missed_at IS NOT NULL)::int AS missed,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM called_at - taken_at)) FILTER (WHERE called_at IS NOT NULL) AS median_wait,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at - coalesce(serving_at, called_at))) FILTER (WHERE state = 'done') AS median_service
FROM halls.ticket WHERE hall_id = $1 AND day = $2::date`;

const windowRows = `
SELECT w.id AS window_id, w.number, w.name, z.name AS zone_name, w.state, w.pause_reason, w.clerk_name, w.since, t.number AS ticket, t.state AS ticket_state, coalesce(t.serving_at, t.called_at) AS ticket_since,
  (SELECT count(*)::int FROM halls.ticket d WHERE d.window_id = w.id AND d.day = $2::date AND d.state = 'done') AS served_today,
  (SELECT array_agg(wq.queue_id ORDER BY wq.rank) FROM halls.window_queue wq WHERE wq.window_id = w.id) AS queue_ids
FROM halls.window w JOIN halls.zone z ON z.id = w.zone_id LEFT JOIN halls.ticket t ON t.window_id = w.id AND t.state IN ('called', 'serving')
WHERE w.hall_id = $1 AND w.active ORDER BY w.sort_order, w.number`;

const queueRows = `
SELECT queue_id, count(*) FILTER (WHERE state = 'waiting' AND priority_group IS NOT NULL)::int AS priority_waiting, min(taken_at) FILTER (WHERE state = 'waiting') AS longest,
  count(*) FILTER (WHERE state = 'done')::int AS served_today
FROM halls.ticket WHERE hall_id = $1 AND day = $2::date GROUP BY 1`;

const minutes = (seconds: number | null): number | null => (seconds === null ? null : Math.round(seconds / 6) / 10);

/** All windows and queues of a hall at once, for whoever leads it. @throws halls.hall-not-found */
export async function watchHall(ctx: Context, hallId: string): Promise<HallWatch> {
  const hall = await getOwnHall(ctx, hallId, 'halls.hall.watch');
  const values = [hallId, chinaDate(ctx.kernel.clock.now())];
  const { db } = ctx.kernel;
  const [{ live }, [today], windows, queues] = await Promise.all([
    hallFeed(ctx, hallId), readRowsAlone<Totals>(db, totals, values), readRowsAlone<WindowRow>(db, windowRows, values), readRowsAlone<QueueRow>(db, queueRows, values),
  ]);
  return {
    hallId, name: hall.name,
    today: { taken: today?.taken ?? 0, waiting: today?.waiting ?? 0, done: today?.done ?? 0, missed: today?.missed ?? 0, medianWaitMinutes: minutes(today?.medianWait ?? null), medianServiceMinutes: minutes(today?.medianService ?? null) },
    windows: windows.map(({ since, ticketSince, queueIds, ...window }) => ({ ...window, since: since?.toISOString() ?? null, ticketSince: ticketSince?.toISOString() ?? null, queueIds: queueIds ?? [] })),
    queues: live.queues.map(({ queueId, name, zoneName, waiting, openWindows, forecastMinutes }) => {
      const own = queues.find((row) => row.queueId === queueId);
      return { queueId, name, zoneName, waiting, priorityWaiting: own?.priorityWaiting ?? 0, openWindows, longestWaitSince: own?.longest?.toISOString() ?? null, forecastMinutes, servedToday: own?.servedToday ?? 0 };
    }),
    abilities: { manage: mayOver(ctx, 'halls.window.manage', hall) },
  };
}
