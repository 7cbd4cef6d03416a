import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../calendar/index.ts';
import { outsideChannels, type OutsideChannel } from './channels.contract.ts';
import { planChannels, reachableBy, type ChannelPlan } from './plan-channels.ts';
import { quietUntil, type QuietHours } from './quiet-hours.ts';

const plan = (part: Partial<ChannelPlan>): ChannelPlan => ({ channels: ['sms'], fallback: ['wechat', 'email', 'voice'], choices: {}, enabled: outsideChannels, bound: [], required: false, staff: false, hasShortText: true, ...part });

describe('消息走哪些通道（MSG-02）', () => {
  it.each<[string, Partial<ChannelPlan>, OutsideChannel[], OutsideChannel[]]>([
    ['没有选过：默认通道', {}, ['sms'], []],
    ['选了微信、不要短信', { choices: { sms: false, wechat: true }, bound: ['wechat'] }, ['wechat'], ['sms']],
    ['选了微信又解除绑定：不须送达的就不发', { choices: { sms: false, wechat: true } }, [], ['sms']],
    ['须送达的没有可用的：回到短信', { choices: { sms: false, wechat: true }, required: true }, ['sms'], []],
    ['短信停用：须送达的走备用通道', { enabled: ['wechat', 'email', 'voice'], required: true, bound: ['email'] }, ['email'], []],
    ['没有短信文字：只走看得全的通道', { hasShortText: false, bound: ['wechat'], choices: { wechat: true } }, ['wechat'], []],
    ['工作人员只走钉钉和邮箱', { staff: true, channels: ['dingtalk'], bound: ['dingtalk', 'wechat'], choices: { wechat: true } }, ['dingtalk'], []],
    ['群众不走钉钉', { channels: ['sms', 'dingtalk'], bound: ['dingtalk'] }, ['sms'], []],
  ])('%s', (_name, part, send, suppressed) => expect(planChannels(plan(part))).toEqual({ send, suppressed }));

  it('任意设置和选择：只走够得着的；须送达的只要有一个够得着就不落空；不发的和发的不重', () => {
    const some = fc.subarray([...outsideChannels]);
    fc.assert(fc.property(some, some, some, some, fc.dictionary(fc.constantFrom(...outsideChannels), fc.boolean()), fc.boolean(), (channels, fallback, enabled, bound, choices, required) => {
      const given = plan({ channels, fallback, enabled, bound, choices, required });
      const { send, suppressed } = planChannels(given);
      expect(send.every((channel) => reachableBy(given, channel))).toBe(true);
      expect(send.filter((channel) => suppressed.includes(channel))).toEqual([]);
      if (required && [...channels, ...fallback].some((channel) => reachableBy(given, channel))) expect(send.length).toBeGreaterThan(0);
    }));
  });
});

describe('免打扰时段（MSG-02）', () => {
  const calendar = createWorkingCalendar({ coveredYears: [2026], exceptions: [] });
  const night: QuietHours = { enabled: true, starts: 22 * 60, ends: 8 * 60, workingDays: false };

  it.each<[string, string, QuietHours, string | undefined]>([
    ['晚上', '2026-11-23T22:30:00+08:00', night, '2026-11-24T08:00:00+08:00'],
    ['凌晨', '2026-11-23T03:00:00+08:00', night, '2026-11-23T08:00:00+08:00'],
    ['正好结束', '2026-11-23T08:00:00+08:00', night, undefined],
    ['正好开始', '2026-11-23T22:00:00+08:00', night, '2026-11-24T08:00:00+08:00'],
    ['关掉', '2026-11-23T03:00:00+08:00', { ...night, enabled: false }, undefined],
    ['午休', '2026-11-23T13:00:00+08:00', { ...night, starts: 12 * 60, ends: 14 * 60 }, '2026-11-23T14:00:00+08:00'],
    ['周六白天，休息日不打扰', '2026-11-28T10:00:00+08:00', { ...night, workingDays: true }, '2026-11-30T08:00:00+08:00'],
    ['周五晚上，休息日不打扰', '2026-11-27T23:00:00+08:00', { ...night, workingDays: true }, '2026-11-30T08:00:00+08:00'],
    ['周六，午休也不打扰：到周一零点', '2026-11-28T10:00:00+08:00', { enabled: true, starts: 12 * 60, ends: 14 * 60, workingDays: true }, '2026-11-30T00:00:00+08:00'],
  ])('%s', (_name, now, quiet, until) => expect(quietUntil(new Date(now), quiet, calendar)?.toISOString()).toBe(until === undefined ? undefined : new Date(until).toISOString()));

  it('任意时刻和时段：要么现在不安静，要么结束在将来、那时不再安静，且不超过一天（没有休息日时）', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2026, 0, 2), max: Date.UTC(2026, 11, 20) }), minutes, minutes, (time, starts, ends) => {
      const now = new Date(time);
      const quiet = { enabled: true, starts, ends, workingDays: false };
      const until = quietUntil(now, quiet, calendar);
      if (!until) return;
      expect(until.getTime()).toBeGreaterThan(time);
      expect(until.getTime() - time).toBeLessThanOrEqual(86_400_000);
      expect(quietUntil(until, quiet, calendar)).toBeUndefined();
    }));
  });
});
