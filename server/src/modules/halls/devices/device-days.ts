import type { Page, QueryOf } from '@tongban/contract-kit';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, readRowsAlone } from '../../../kernel/db/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { fail } from '../errors.ts';
import { getOwnHall } from '../halls.ts';
import type { DeviceDay, DeviceDayLine, listDeviceDays as listOperation } from './contract.ts';
import { entryNames, placeOf } from './device-rows.ts';

/** Rows of one export. */
const mostRows = 20_000;

const sums = `
SELECT day::text AS day, count(*)::int AS devices, sum(expected)::int AS expected, sum(received)::int AS received, round(sum(offline_seconds) / 60.0)::int AS offline_minutes, sum(faults)::int AS faults
FROM halls.device_day WHERE hall_id = $1 AND expected IS NOT NULL AND ($2::date IS NULL OR day < $2::date) GROUP BY day ORDER BY day DESC LIMIT $3`;

/** The days of a hall that have their report, the newest first. @throws halls.hall-not-found */
export async function listDeviceDays(ctx: Context, hallId: string, { limit = 20, cursor }: QueryOf<typeof listOperation>): Promise<Page<DeviceDay>> {
  await getOwnHall(ctx, hallId, 'halls.hall.watch');
  const rows = await readRowsAlone<DeviceDay>(ctx.kernel.db, sums, [hallId, cursor ? String(decodeCursor(cursor, 1)[0]) : null, limit + 1]);
  return pageOf(rows, limit, ({ day }) => [day], (row) => row);
}

interface LineRow { day: string; deviceId: string; name: string; kind: string; zoneName: string | null; windowNumber: string | null; expected: number; received: number; offlineMinutes: number; faults: number }

const lines = `
SELECT r.day::text AS day, d.id AS device_id, d.name, d.kind, z.name AS zone_name, w.number AS window_number, r.expected, r.received, round(r.offline_seconds / 60.0)::int AS offline_minutes, r.faults
FROM halls.device_day r JOIN halls.device d ON d.id = r.device_id LEFT JOIN halls.zone z ON z.id = d.zone_id LEFT JOIN halls.window w ON w.id = d.window_id
WHERE r.hall_id = $1 AND r.day BETWEEN $2::date AND $3::date AND r.expected IS NOT NULL ORDER BY r.day DESC, d.kind, d.name LIMIT ${mostRows}`;

async function readLines(ctx: Context, hallId: string, from: string, to: string): Promise<(DeviceDayLine & { day: string })[]> {
  const [rows, kinds] = await Promise.all([readRowsAlone<LineRow>(ctx.kernel.db, lines, [hallId, from, to]), entryNames(ctx.kernel, 'kinds')]);
  return rows.map(({ kind, zoneName, windowNumber, ...row }) => ({ ...row, kindName: kinds.get(kind) ?? kind, place: placeOf({ zoneName, windowNumber }) }));
}

/** The report of one day, device by device. @throws halls.hall-not-found */
export async function getDeviceDay(ctx: Context, hallId: string, day: string): Promise<{ day: string; items: DeviceDayLine[] }> {
  await getOwnHall(ctx, hallId, 'halls.hall.watch');
  return { day, items: (await readLines(ctx, hallId, day, day)).map(({ day: _day, ...line }) => line) };
}

/** The reports of some days as a workbook. @throws halls.hall-not-found, halls.days-backwards */
export async function exportDeviceDays(ctx: Context, hallId: string, { from, to }: { from: string; to: string }): Promise<FileAnswer> {
  const hall = await getOwnHall(ctx, hallId, 'halls.hall.watch');
  if (from > to) throw fail('halls.days-backwards');
  await recordAuditNow(ctx, { action: 'halls.export-device-days', objectType: 'hall', objectId: hallId, detail: { from, to } });
  const sheet = defineSheet<DeviceDayLine & { day: string }>({
    name: '设备每日报告', rows: await readLines(ctx, hallId, from, to),
    columns: [
      { title: '日期', width: 12, format: 'date', value: (row) => row.day }, { title: '设备', width: 24, value: (row) => row.name }, { title: '类型', width: 12, value: (row) => row.kindName }, { title: '位置', width: 18, value: (row) => row.place },
      { title: '应有心跳', width: 10, format: 'integer', value: (row) => row.expected }, { title: '实收心跳', width: 10, format: 'integer', value: (row) => row.received },
      { title: '离线分钟', width: 10, format: 'integer', value: (row) => row.offlineMinutes }, { title: '故障', width: 8, format: 'integer', value: (row) => row.faults },
    ],
  });
  return workbookAnswer(`设备每日报告-${hall.name}-${from}-${to}.xlsx`, [sheet]);
}
