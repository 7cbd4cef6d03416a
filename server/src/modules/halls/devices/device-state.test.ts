import { describe, expect, it } from 'vitest';
import { deviceStateOf, expectedBeats, offlineBetween, openSeconds } from './device-state.ts';
import { afterFaultStep, type FaultAction, type FaultState } from './fault-states.ts';
import { nextBeat } from './simulate-devices.ts';

const rules = { beatSeconds: 60, missedBeats: 3 };
const at = (time: string): number => Date.parse(`2026-11-30T${time}:00+08:00`);
const open = [{ from: at('09:00'), to: at('12:00') }, { from: at('13:00'), to: at('17:00') }];

describe('设备状态 (HAL-03)', () => {
  it.each([
    [180, 'normal', 'online'], [181, 'normal', 'offline'], [10, 'fault', 'faulty'], [181, 'fault', 'offline'],
  ] as const)('%i 秒没有心跳、最后说 %s：%s', (seconds, lastStatus, state) => {
    expect(deviceStateOf({ hasKey: true, lastBeatAt: new Date(at('10:00') - seconds * 1_000), lastStatus }, rules, new Date(at('10:00')))).toBe(state);
  });

  it('没有密钥、从没有心跳的是未启用', () => {
    expect(deviceStateOf({ hasKey: false, lastBeatAt: new Date(at('10:00')), lastStatus: 'normal' }, rules, new Date(at('10:00')))).toBe('unused');
    expect(deviceStateOf({ hasKey: true, lastBeatAt: null, lastStatus: null }, rules, new Date(at('10:00')))).toBe('unused');
  });

  it.each([
    ['08:00', '09:30', 1_800], ['11:50', '13:10', 1_200], ['12:10', '12:50', 0], ['16:00', '20:00', 3_600],
  ])('%s 到 %s 之间办公 %i 秒', (from, to, seconds) => {
    expect(openSeconds(open, { from: at(from), to: at(to) })).toBe(seconds);
  });

  it.each([['10:00', '10:03', 0], ['10:00', '10:04', 240], ['11:59', '13:02', 0], ['11:58', '13:02', 240]])('%s 到 %s 没有心跳，离线 %i 秒：午休不算', (from, to, seconds) => {
    expect(offlineBetween(open, { from: at(from), to: at(to) }, rules)).toBe(seconds);
  });

  it('应有心跳按办公时间算', () => {
    expect(expectedBeats(open, { from: at('00:00'), to: at('23:59') }, rules)).toBe(420);
  });
});

describe('故障单 (HAL-03)', () => {
  it.each<[FaultState, Partial<Record<FaultAction, FaultState>>]>([
    ['reported', { take: 'handling', solve: 'solved' }], ['handling', { solve: 'solved' }], ['solved', { reopen: 'handling', confirm: 'confirmed' }], ['confirmed', {}],
  ])('%s 之后只能 %j', (state, allowed) => {
    for (const action of ['take', 'solve', 'reopen', 'confirm'] as const) expect(afterFaultStep(state, action)).toBe(allowed[action]);
  });
});

describe('模拟设备 (HAL-03)', () => {
  it('纸一张张用完，报缺纸，直到有人解决', () => {
    const said: string[] = [];
    let checks: NonNullable<ReturnType<typeof nextBeat>>['selfChecks'] = [];
    for (const broken of [false, false, false, false, true, true, false]) {
      const beat = nextBeat('running-out-of-paper', checks ?? [], broken);
      checks = beat?.selfChecks ?? [];
      said.push(`${checks[0]?.value} ${beat?.status}`);
    }
    expect(said).toEqual(['3 normal', '2 normal', '1 normal', '0 fault', '0 fault', '0 fault', '200 normal']);
    const first = nextBeat('unplugged', [], false);
    expect(first).toMatchObject({ status: 'normal' });
    expect(nextBeat('unplugged', first?.selfChecks ?? [], false)).toBeUndefined();
  });
});
