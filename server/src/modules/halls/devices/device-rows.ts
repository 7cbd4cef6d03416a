import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { readRows } from '../../../kernel/db/index.ts';
import { getDictionary } from '../../../kernel/dictionary/index.ts';
import type { OpeningHours } from '../configuration.contract.ts';
import { fail } from '../errors.ts';
import { digestOf, mayOver } from '../halls.ts';
import { periodsOn } from '../opening-hours.ts';
import type { DeviceEntry, DeviceRules, SelfCheck } from './contract.ts';
import { deviceKinds, faultKinds, type Behaviour } from './device-kinds.ts';
import type { Stretch } from './device-state.ts';

/** A device with what is needed of its hall. */
export interface DeviceRow {
  id: string; hallId: string; kind: string; name: string; zoneId: string | null; zoneName: string | null; windowId: string | null; windowNumber: string | null; simulated: boolean; behaviour: Behaviour; version: number;
  keyIssuedAt: Date | null; lastBeatAt: Date | null; lastStatus: 'normal' | 'fault' | null; softwareVersion: string | null; selfChecks: SelfCheck[]; openFaults: number; unsolvedFaults: number;
  hallName: string; hours: OpeningHours; rules: DeviceRules; organizationPath: string; regionCode: string;
}

const select = `
SELECT d.id, d.hall_id, d.kind, d.name, d.zone_id, z.name AS zone_name, d.window_id, w.number AS window_number, d.simulated, d.behaviour, d.version, d.key_issued_at, d.last_beat_at, d.last_status, d.software_version, d.self_checks,
  (SELECT count(*)::int FROM halls.device_fault f WHERE f.device_id = d.id AND f.state <> 'confirmed') AS open_faults,
  (SELECT count(*)::int FROM halls.device_fault f WHERE f.device_id = d.id AND f.state IN ('reported', 'handling')) AS unsolved_faults,
  h.name AS hall_name, h.hours, h.device_rules AS rules, h.organization_path, h.region_code
FROM halls.device d JOIN halls.hall h ON h.id = d.hall_id AND h.active LEFT JOIN halls.window w ON w.id = d.window_id LEFT JOIN halls.zone z ON z.id = coalesce(d.zone_id, w.zone_id)`;

/** Devices by a condition on `d` and `h`. */
export function readDevices(kernel: Kernel, where: string, values: readonly unknown[]): Promise<DeviceRow[]> {
  return readRows<DeviceRow>(kernel.db, `${select} WHERE ${where} ORDER BY d.kind, d.name`, values);
}

/** The device that holds a key. @throws halls.wrong-device-key */
export async function getDeviceByKey(ctx: Pick<Context, 'kernel'>, key: string): Promise<DeviceRow> {
  const [device] = await readDevices(ctx.kernel, 'd.key_digest = $1', [digestOf(key)]);
  if (!device) throw fail('halls.wrong-device-key');
  return device;
}

/** A device of a hall over which the officer holds the permission. @throws halls.device-not-found */
export async function getOwnDevice(ctx: Context, deviceId: string, permission: string): Promise<DeviceRow> {
  const [device] = await readDevices(ctx.kernel, 'd.id = $1', [deviceId]);
  if (!device || !mayOver(ctx, permission, device)) throw fail('halls.device-not-found');
  return device;
}

/** The opening periods of a day as stretches of time. */
export async function openOn(kernel: Kernel, hours: OpeningHours, day: string): Promise<Stretch[]> {
  const at = (time: string): number => Date.parse(`${day}T${time}:00+08:00`);
  return (await periodsOn(kernel, hours, day)).map(({ from, to }) => ({ from: at(from), to: at(to) }));
}

/** The opening periods of today. */
export async function openToday(kernel: Kernel, hours: OpeningHours): Promise<Stretch[]> {
  return openOn(kernel, hours, chinaDate(kernel.clock.now()));
}

export type DeviceListName = 'kinds' | 'faults';
export const dictionaryOf: Readonly<Record<DeviceListName, string>> = { kinds: deviceKinds.code, faults: faultKinds.code };

/** A list with the entries out of use, which devices and old faults name. */
export async function readEntries(kernel: Kernel, list: DeviceListName): Promise<DeviceEntry[]> {
  return (await getDictionary(kernel, dictionaryOf[list])).entries.map(({ code, name, active }) => ({ code, name, active }));
}

/** Names by code, also of entries out of use. */
export async function entryNames(kernel: Kernel, list: DeviceListName): Promise<ReadonlyMap<string, string>> {
  return new Map((await readEntries(kernel, list)).map(({ code, name }) => [code, name]));
}

/** Where a device stands, in words. */
export function placeOf({ zoneName, windowNumber }: { zoneName: string | null; windowNumber: string | null }): string {
  return windowNumber === null ? zoneName ?? '大厅' : `${windowNumber} 号窗口`;
}
