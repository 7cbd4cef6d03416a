import type { Context } from '../../../kernel/context.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import type { DeviceBeat, SelfCheck } from './contract.ts';
import type { Behaviour } from './device-kinds.ts';
import { openToday, readDevices } from './device-rows.ts';
import { receiveBeat } from './receive-beat.ts';

const version = '模拟 1.0';
/** Sheets of a roll that is nearly used up, so that a demonstration sees it end. */
const lastSheets = 3;
const newRoll = 200;

/** What a simulated device says next, from what it said last; undefined when it says nothing. Whoever solves its fault has changed the roll. */
export function nextBeat(behaviour: Behaviour, before: readonly SelfCheck[], broken: boolean): DeviceBeat | undefined {
  // Heard once, then no more.
  if (behaviour === 'unplugged' && before.length > 0) return undefined;
  if (behaviour !== 'running-out-of-paper') return { status: 'normal', softwareVersion: version, selfChecks: [{ code: 'network', name: '网络', value: '正常', ok: true }] };
  const said = Number(before.find(({ code }) => code === 'paper')?.value ?? Number.NaN);
  const left = Number.isNaN(said) ? lastSheets : said > 0 ? said - 1 : broken ? 0 : newRoll;
  const paper = { code: 'paper', name: '剩余纸张', value: String(left), ok: left > 0 };
  return left > 0 ? { status: 'normal', softwareVersion: version, selfChecks: [paper] } : { status: 'fault', softwareVersion: version, selfChecks: [paper], faults: [{ kind: 'paper', note: '纸张用完，请换纸。' }] };
}

/** Lets the simulated devices of open halls beat, by the same way as real ones (HAL-03). */
export async function simulateDevices(ctx: Context): Promise<void> {
  const now = ctx.kernel.clock.now().getTime();
  for (const device of await readDevices(ctx.kernel, 'd.simulated AND d.key_digest IS NOT NULL', [])) {
    if (!(await openToday(ctx.kernel, device.hours)).some(({ from, to }) => from <= now && now < to)) continue;
    const beat = nextBeat(device.behaviour, device.selfChecks, device.unsolvedFaults > 0);
    if (beat) await receiveBeat(ctx, device, beat);
  }
}

export const simulateDevicesJob: JobDefinition = { name: 'halls.simulate-devices', label: '模拟大厅设备心跳', cron: '* * * * *', maxAttempts: 1, handle: simulateDevices };
