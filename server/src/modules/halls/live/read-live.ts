import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone } from '../../../kernel/db/index.ts';
import type { HallLive } from '../contract.ts';
import { getHallRow } from '../halls.ts';
import { forecastMinutes, windowsFor, type QueueLoad } from './forecast.ts';
import { rateableSince } from '../visits/rateable.ts';
import { usualSeconds } from './service-times.ts';

interface WindowNow {
  windowId: string; number: string; name: string; zoneName: string; state: HallLive['windows'][number]['state']; reason: string | null;
  ticket: string | null; ticketState: 'called' | 'serving' | null; calls: number | null; calledAt: Date | null; queueIds: string[] | null; rateable: string | null;
}
interface QueueNow { id: string; name: string; zoneName: string; prefix: string; typicalMinutes: number; waiting: number }
interface LastCall { number: string; windowNumber: string; calls: number; at: Date }

const windowsNow = `
SELECT w.id AS window_id, w.number, w.name, z.name AS zone_name, w.state, w.pause_reason AS reason, t.number AS ticket, t.state AS ticket_state, t.calls, t.called_at,
  (SELECT array_agg(wq.queue_id ORDER BY wq.rank) FROM halls.window_queue wq WHERE wq.window_id = w.id) AS queue_ids,
  CASE WHEN t.state IS DISTINCT FROM 'serving' THEN (
    SELECT CASE WHEN l.rated_at IS NULL THEN l.number END FROM (
      SELECT d.number, d.rated_at FROM halls.ticket d WHERE d.window_id = w.id AND d.state = 'done' AND d.finished_at > $2::timestamptz ORDER BY d.finished_at DESC LIMIT 1) l) END AS rateable
FROM halls.window w JOIN halls.zone z ON z.id = w.zone_id LEFT JOIN halls.ticket t ON t.window_id = w.id AND t.state IN ('called', 'serving')
WHERE w.hall_id = $1 AND w.active ORDER BY w.sort_order, w.number`;

const queuesNow = `
SELECT q.id, q.name, z.name AS zone_name, coalesce(nullif(q.prefix, ''), z.prefix) AS prefix, q.typical_minutes,
  (SELECT count(*)::int FROM halls.ticket t WHERE t.queue_id = q.id AND t.day = $2::date AND t.state = 'waiting') AS waiting
FROM halls.queue q JOIN halls.zone z ON z.id = q.zone_id WHERE q.hall_id = $1 AND q.active ORDER BY z.sort_order, q.sort_order`;

/** How long after the call somebody who is at the window already still stands among those called, ms: a clerk may begin at once, before the number was read. */
const readMs = 60_000;

const lastCalls = `
SELECT t.number, w.number AS window_number, t.calls, t.called_at AS at FROM halls.ticket t JOIN halls.window w ON w.id = t.window_id
WHERE t.hall_id = $1 AND t.day = $2::date AND t.called_at IS NOT NULL AND (t.state = 'called' OR (t.state = 'serving' AND t.called_at > $3::timestamptz)) ORDER BY t.called_at DESC LIMIT 12`;

/** The state of a hall as it is now: three statements, whatever the number of those who watch. @throws halls.hall-not-found */
export async function readLive(ctx: Pick<Context, 'kernel'>, hallId: string): Promise<HallLive> {
  const { db, clock } = ctx.kernel;
  const day = chinaDate(clock.now());
  const hall = await getHallRow(ctx, hallId);
  const [windows, queues, calls] = await Promise.all([
    readRowsAlone<WindowNow>(db, windowsNow, [hallId, rateableSince(clock.now())]), readRowsAlone<QueueNow>(db, queuesNow, [hallId, day]), readRowsAlone<LastCall>(db, lastCalls, [hallId, day, new Date(clock.now().getTime() - readMs)]),
  ]);
  const seconds = await usualSeconds(ctx, hallId, queues);
  const open = windows.filter(({ state }) => state === 'open').map(({ queueIds }) => queueIds ?? []);
  const loads: QueueLoad[] = queues.map(({ id, waiting }) => ({ queueId: id, waiting, serviceSeconds: seconds.get(id) ?? 0 }));
  const nameOf = new Map(queues.map(({ id, name }) => [id, name]));
  return {
    hallId, name: hall.name, waiting: queues.reduce((sum, { waiting }) => sum + waiting, 0), openWindows: open.length,
    windows: windows.map(({ queueIds, calledAt, calls: times, ...window }) => ({
      ...window, calls: times ?? 0, calledAt: calledAt?.toISOString() ?? null, queues: (queueIds ?? []).flatMap((id) => nameOf.get(id) ?? []),
    })),
    queues: queues.map(({ id, typicalMinutes, ...queue }, index) => {
      const load = loads[index] ?? { queueId: id, waiting: queue.waiting, serviceSeconds: typicalMinutes * 60 };
      return {
        queueId: id, ...queue, openWindows: open.filter((served) => served.includes(id)).length, serviceMinutes: Math.round(load.serviceSeconds / 6) / 10,
        forecastMinutes: forecastMinutes(load, queue.waiting, windowsFor(id, loads, open)),
      };
    }),
    calls: calls.map(({ at, ...call }) => ({ ...call, at: at.toISOString() })),
  };
}
