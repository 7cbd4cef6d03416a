import type { ResponseOf } from '@tongban/contract-kit';
import { systemActor } from '../../../kernel/access/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch } from '../../../kernel/db/index.ts';
import type { DeviceBeat, sendBeat as operation } from './contract.ts';
import { getDeviceByKey, openToday, type DeviceRow } from './device-rows.ts';
import { offlineBetween } from './device-state.ts';
import { openFault, solveSilence } from './faults.ts';

/** Takes the beat of whatever device holds the key. @throws halls.wrong-device-key */
export async function takeBeat(ctx: Context, { deviceKey, ...beat }: DeviceBeat & { deviceKey: string }): Promise<ResponseOf<typeof operation>> {
  const device = await getDeviceByKey(ctx, deviceKey);
  await receiveBeat(ctx, device, beat);
  const { id, hallId, name, kind, windowId, windowNumber, rules } = device;
  return { deviceId: id, hallId, name, kind, windowId, windowNumber, beatSeconds: rules.beatSeconds };
}

/**
 * Notes that a device lives and what it says of itself, adds the silence before to its time offline, and opens a fault for each
 * that it reports (HAL-03). Beats are kept as counts of a day, not in the audit.
 */
export async function receiveBeat(ctx: Context, device: DeviceRow, { status, softwareVersion, selfChecks = [], faults = [] }: DeviceBeat): Promise<void> {
  const now = ctx.kernel.clock.now();
  const open = await openToday(ctx.kernel, device.hours);
  const since = device.lastBeatAt ?? device.keyIssuedAt ?? now;
  // Whoever beats more often than asked does not make up for what it missed.
  const counted = now.getTime() - since.getTime() >= device.rules.beatSeconds * 500 && open.some(({ from, to }) => from <= now.getTime() && now.getTime() < to) ? 1 : 0;
  const batch = new WriteBatch();
  batch.call('halls.take_beat(?::uuid, ?::date, ?::timestamptz, ?::timestamptz, ?::text, ?::text, ?::jsonb, ?::integer, ?::integer)', [
    device.id, chinaDate(now), now, device.lastBeatAt, status, softwareVersion, JSON.stringify(selfChecks), counted, offlineBetween(open, { from: since.getTime(), to: now.getTime() }, device.rules),
  ]);
  await commit(ctx, batch);
  const asDevice: Context = { ...ctx, actor: systemActor(`hall-device:${device.id}`, device.name) };
  await solveSilence(asDevice, device);
  if (status === 'fault') for (const { kind, note } of faults) await openFault(asDevice, device, { kind, note, source: 'device' });
}
