import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate, elapsedMilliseconds } from '../../../kernel/clock/index.ts';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { readRowsAlone } from '../../../kernel/db/index.ts';
import { medianOf, type Bucket } from '../../../kernel/reporting/index.ts';
import { timeOfDay } from '../opening-hours.ts';

const weeks = 4;
/** Fewer services than these say nothing yet. */
const enough = 10;
const keptMs = 60_000;

interface Counted extends Bucket { queueId: string; hour: number }
interface Kept { at: number; rows: Promise<Counted[]> }

const kept = new WeakMap<Kernel, Map<string, Kept>>();

const counted = `
SELECT queue_id, hour::int AS hour, bucket, count(*)::int AS count FROM halls.service_day CROSS JOIN LATERAL unnest(buckets) AS bucket
WHERE hall_id = $1 AND day >= $2::date GROUP BY 1, 2, 3`;

/** The counts of a hall, read at most once a minute and process. */
function readCounts(kernel: Kernel, hallId: string): Promise<Counted[]> {
  const own = kept.get(kernel) ?? new Map<string, Kept>();
  kept.set(kernel, own);
  const known = own.get(hallId);
  if (known && elapsedMilliseconds() - known.at < keptMs) return known.rows;
  const rows = readRowsAlone<Counted>(kernel.db, counted, [hallId, addCalendarDays(chinaDate(kernel.clock.now()), -7 * weeks)]);
  own.set(hallId, { at: elapsedMilliseconds(), rows });
  rows.catch(() => own.delete(hallId));
  return rows;
}

/** Usual seconds of one service of each queue at this hour: of the last weeks at this hour, of all hours, or as the hall says. */
export async function usualSeconds({ kernel }: Pick<Context, 'kernel'>, hallId: string, queues: readonly { id: string; typicalMinutes: number }[]): Promise<Map<string, number>> {
  const rows = await readCounts(kernel, hallId);
  const hour = Number(timeOfDay(kernel.clock.now()).slice(0, 2));
  return new Map(queues.map(({ id, typicalMinutes }) => {
    const own = rows.filter((row) => row.queueId === id);
    const now = own.filter((row) => row.hour === hour);
    const told = [now, own].find((some) => some.reduce((sum, { count }) => sum + count, 0) >= enough);
    return [id, (told && medianOf(told)) ?? typicalMinutes * 60];
  }));
}

/** Forgets what was read, after the counts have been made anew. */
export function forgetCounts(kernel: Kernel): void {
  kept.get(kernel)?.clear();
}
