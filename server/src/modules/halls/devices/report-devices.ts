import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRowsAlone, runText, transact } from '../../../kernel/db/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import type { HallsTables } from '../tables.ts';
import { openOn, readDevices, type DeviceRow } from './device-rows.ts';
import { expectedBeats, offlineBetween, type Stretch } from './device-state.ts';

// Days that have their report stay as they are.
const write = `
INSERT INTO halls.device_day AS d (device_id, day, hall_id, received, offline_seconds, expected, faults)
SELECT r.id, $1::date, r.hall_id, 0, r.offline, r.expected,
  (SELECT count(*)::int FROM halls.device_fault f WHERE f.device_id = r.id AND (f.opened_at AT TIME ZONE 'Asia/Shanghai')::date = $1::date)
FROM json_to_recordset($2::json) AS r(id uuid, hall_id uuid, offline integer, expected integer)
ON CONFLICT (device_id, day) DO UPDATE SET offline_seconds = d.offline_seconds + excluded.offline_seconds, expected = excluded.expected, faults = excluded.faults WHERE d.expected IS NULL`;

const reported = `SELECT device_id FROM halls.device_day WHERE day = $1::date AND expected IS NOT NULL`;

/** Ends the day of every hall that has closed: beats expected and received, time offline and faults of each device (HAL-03). */
export async function reportDevices(ctx: Context): Promise<void> {
  const now = ctx.kernel.clock.now();
  const today = chinaDate(now);
  const devices = await readDevices(ctx.kernel, 'd.key_digest IS NOT NULL', []);
  for (const day of [addCalendarDays(today, -1), today]) {
    const done = new Set((await readRowsAlone<{ deviceId: string }>(ctx.kernel.db, reported, [day])).map(({ deviceId }) => deviceId));
    const rows: EndedDay[] = [];
    for (const device of devices.filter(({ id }) => !done.has(id))) {
      const open = await openOn(ctx.kernel, device.hours, day);
      const closes = open.at(-1)?.to;
      if (closes === undefined || closes > now.getTime()) continue;
      const row = endOfDay(device, open, closes);
      if (row) rows.push(row);
    }
    if (rows.length > 0) await transact<HallsTables, void>(ctx.kernel.db, async (trx) => { await runText(trx, write, [day, JSON.stringify(rows)]); });
  }
}

interface EndedDay { id: string; hall_id: string; offline: number; expected: number }

/** Undefined for a device that was registered, or got its key, after the hall closed. */
function endOfDay({ id, hallId, keyIssuedAt, lastBeatAt, rules }: DeviceRow, open: readonly Stretch[], closes: number): EndedDay | undefined {
  const opens = open[0]?.from ?? closes;
  const from = Math.max(opens, keyIssuedAt?.getTime() ?? closes);
  if (from >= closes) return undefined;
  const silence = { from: Math.max(from, lastBeatAt?.getTime() ?? from), to: closes };
  return { id, hall_id: hallId, offline: silence.from < closes ? offlineBetween(open, silence, rules) : 0, expected: expectedBeats(open, { from, to: closes }, rules) };
}

export const reportDevicesJob: JobDefinition = { name: 'halls.report-devices', label: '大厅设备每日报告', cron: '*/5 * * * *', handle: reportDevices };
