import type { Context } from '../../../kernel/context.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { silentFault } from './device-kinds.ts';
import { openToday, readDevices, type DeviceRow } from './device-rows.ts';
import { offlineAfter, openSeconds } from './device-state.ts';
import { openFault } from './faults.ts';

/** Reports a fault of every device that has been silent for too long while its hall is open; one that was never heard of is not in use yet (HAL-03). */
export async function watchDevices(ctx: Context): Promise<void> {
  const now = ctx.kernel.clock.now().getTime();
  for (const device of await readDevices(ctx.kernel, 'd.key_digest IS NOT NULL AND d.last_beat_at IS NOT NULL', [])) {
    const silent = await silentSeconds(ctx, device, now);
    if (silent < Math.max(device.rules.silentMinutes * 60, offlineAfter(device.rules))) continue;
    await openFault(ctx, device, { kind: silentFault, note: `已 ${Math.floor(silent / 60)} 分钟没有心跳。`, source: 'watch' });
  }
}

/** Seconds of today's opening hours since the last beat, 0 while the hall is shut. */
async function silentSeconds({ kernel }: Context, { hours, lastBeatAt }: DeviceRow, now: number): Promise<number> {
  const open = await openToday(kernel, hours);
  if (!open.some(({ from, to }) => from <= now && now < to)) return 0;
  return openSeconds(open, { from: lastBeatAt?.getTime() ?? now, to: now });
}

export const watchDevicesJob: JobDefinition = { name: 'halls.watch-devices', label: '大厅设备失联检查', cron: '* * * * *', maxAttempts: 1, handle: watchDevices };
