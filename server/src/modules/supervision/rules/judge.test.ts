import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorkingCalendar, workingSeconds } from '../../../kernel/calendar/index.ts';
import type { SupervisedCase } from '../../cases/index.ts';
import { kindsOfRules, ruleKinds, type RuleKind } from '../rules.contract.ts';
import { judgeCase, type CaseFacts, type JudgingRule } from './judge.ts';
import { addWorkingHours } from './working-hours.ts';

const calendar = createWorkingCalendar({ coveredYears: [2026, 2027], exceptions: [{ date: '2026-11-09', kind: 'holiday', name: '测试' }, { date: '2026-11-14', kind: 'workday', name: '测试' }] });
const at = (time: string): Date => new Date(`${time}:00+08:00`);

const record: SupervisedCase = {
  id: 'c', itemId: 'i', applicantKind: 'person', organizationId: 'o', status: 'accepted', outcome: null, receivedOn: '2026-11-02', acceptedAt: at('2026-11-02T10:00'), deemedAt: null, decidedAt: null, refusedAt: null, reasonLength: 0, documented: false,
  supplements: 0, supplementAt: null, failedReviews: 0, specialDays: null, specialAt: null, byPlatform: false,
};
const plain: CaseFacts = { state: 'running', regionCode: '511602001000', organizationPath: '/a/b/', itemId: 'i', projectType: '2', account: undefined, record, steps: [], found: [] };
const rule = (kind: RuleKind, change: Partial<JudgingRule> = {}): JudgingRule =>
  ({ id: kind, kind, level: 'yellow', thresholds: {}, findings: [], regionCode: null, organizationPath: null, itemId: null, projectType: null, validFrom: null, validTo: null, ...change });
const holds = (facts: Partial<CaseFacts>, one: JudgingRule, now: string): boolean => judgeCase({ ...plain, ...facts }, [one], calendar, at(now)).holding.length === 1;

describe('监察规则的判定 (SUP-01)', () => {
  it.each<[string, Partial<CaseFacts>, JudgingRule, string, string]>([
    ['收件满四个工作日未受理，遇节假日顺延', { state: 'waiting', record: { ...record, status: 'submitted' } }, rule('not-accepted', { thresholds: { days: 5 } }), '2026-11-10T23:59', '2026-11-11T00:00'],
    ['环节停留只计工作日', { steps: [{ name: '审查', createdAt: at('2026-11-06T10:00'), dueOn: null, regionCode: null }] }, rule('step-overtime', { thresholds: { hours: 24 } }), '2026-11-10T09:59', '2026-11-10T10:00'],
    ['环节过了流程规定的日期', { steps: [{ name: '审查', createdAt: at('2026-11-02T10:00'), dueOn: '2026-11-05', regionCode: null }] }, rule('step-overtime'), '2026-11-05T23:59', '2026-11-06T00:00'],
    ['下级机关审查后没有报送上级', { regionCode: '511602000000', steps: [{ name: '初审', createdAt: at('2026-11-05T10:00'), dueOn: null, regionCode: '511602001000' }] }, rule('late-report', { thresholds: { days: 2 } }), '2026-11-10T23:59', '2026-11-11T00:00'],
    ['特别程序超过告知的天数', { state: 'paused', record: { ...record, specialAt: at('2026-11-05T10:00'), specialDays: 2 } }, rule('special-over'), '2026-11-10T23:59', '2026-11-11T00:00'],
    ['决定后未送达', { state: 'closed', record: { ...record, status: 'decided', decidedAt: at('2026-11-10T10:00') } }, rule('delivery-late', { thresholds: { days: 3 } }), '2026-11-13T23:59', '2026-11-14T00:00'],
  ])('%s：到点之前不亮，到点即亮', (_name, facts, one, before, from) => {
    expect(holds(facts, one, before)).toBe(false);
    expect(holds(facts, one, from)).toBe(true);
    expect(judgeCase({ ...plain, ...facts }, [one], calendar, at(before)).nextAt).toEqual(at(from));
  });

  it.each<[string, Partial<SupervisedCase>, JudgingRule, boolean]>([
    ['不予许可理由太短', { refusedAt: at('2026-11-03T10:00'), reasonLength: 4, documented: true }, rule('no-reasons'), true],
    ['没有出具决定书', { refusedAt: at('2026-11-03T10:00'), reasonLength: 90, documented: false }, rule('no-reasons'), true],
    ['理由充分并出具决定书', { refusedAt: at('2026-11-03T10:00'), reasonLength: 90, documented: true }, rule('no-reasons'), false],
    ['补正一次', { supplements: 1, supplementAt: at('2026-11-03T10:00') }, rule('supplement-repeated'), false],
    ['补正两次', { supplements: 2, supplementAt: at('2026-11-03T10:00') }, rule('supplement-repeated'), true],
    ['三分钟办完', { decidedAt: at('2026-11-02T10:03') }, rule('offline-handling'), true],
    ['自动办理三分钟办完', { decidedAt: at('2026-11-02T10:03'), byPlatform: true }, rule('offline-handling'), false],
    ['办了一小时', { decidedAt: at('2026-11-02T11:00') }, rule('offline-handling'), false],
    ['审查不通过仍准予', { failedReviews: 1, outcome: 'approved', decidedAt: at('2026-11-03T10:00') }, rule('against-review'), true],
    ['审查不通过，不予许可', { failedReviews: 1, outcome: 'denied', decidedAt: at('2026-11-03T10:00') }, rule('against-review'), false],
    ['视为受理', { deemedAt: at('2026-11-03T10:00') }, rule('deemed-accepted'), true],
  ])('%s', (_name, change, one, expected) => {
    expect(holds({ record: { ...record, ...change } }, one, '2026-11-05T10:00')).toBe(expected);
  });

  it('人工查实的问题，只对规则选中的亮起，几处一并写明；没有查实的不亮', () => {
    const found = [{ finding: 'spot-check:no-illegal-fee', at: at('2026-11-04T10:00'), says: '多收五十元' }, { finding: 'spot-check:told-once', at: at('2026-11-03T10:00'), says: '补正两次' }];
    const judged = (findings: string[], now = '2026-11-05T10:00') => judgeCase({ ...plain, state: 'closed', found }, [rule('verified', { findings })], calendar, at(now)).holding.map(({ says }) => says);
    expect(judged(['spot-check:no-illegal-fee'])).toEqual(['多收五十元']);
    expect(judged(['spot-check:no-illegal-fee', 'spot-check:told-once'])).toEqual(['补正两次；多收五十元']);
    expect([judged(['rating:190']), judged([])]).toEqual([[], []]);
  });

  it('本级和上级机关的环节、没有指明机构的环节，不算迟报上级', () => {
    const stays = (regionCode: string | null, state: CaseFacts['state'] = 'running') =>
      holds({ state, regionCode: '511602000000', steps: [{ name: '审查', createdAt: at('2026-11-02T10:00'), dueOn: null, regionCode }] }, rule('late-report'), '2026-11-30T10:00');
    expect([stays('511602001000'), stays('511602000000'), stays('511600000000'), stays('511621001000'), stays(null), stays('511602001000', 'paused')]).toEqual([true, false, false, false, false, false]);
  });

  it('只管范围之内、有效期之内的办件', () => {
    const facts = { record: { ...record, supplements: 2, supplementAt: at('2026-11-03T10:00') } };
    const within = (change: Partial<JudgingRule>, now = '2026-11-05T10:00') => holds(facts, rule('supplement-repeated', change), now);
    expect([within({ regionCode: '511602000000' }), within({ regionCode: '511621000000' }), within({ organizationPath: '/a/' }), within({ organizationPath: '/c/' })]).toEqual([true, false, true, false]);
    expect([within({ itemId: 'i' }), within({ itemId: 'x' }), within({ projectType: '2' }), within({ projectType: '1' })]).toEqual([true, false, true, false]);
    expect([within({ validFrom: '2026-11-06' }), within({ validFrom: '2026-11-06' }, '2026-11-06T00:00'), within({ validTo: '2026-11-05' }, '2026-11-05T23:59'), within({ validTo: '2026-11-05' }, '2026-11-06T00:00')]).toEqual([false, true, true, false]);
  });

  it('到下次判定的时刻之前，结论不会自己改变', () => {
    const hour = fc.integer({ min: 0, max: 24 * 40 }).map((hours) => new Date(at('2026-11-01T00:00').getTime() + hours * 3_600_000));
    const facts = fc.record({
      state: fc.constantFrom('waiting' as const, 'running' as const, 'paused' as const, 'closed' as const), created: hour, received: hour, special: fc.option(hour), decided: fc.option(hour),
      days: fc.integer({ min: 0, max: 10 }), hours: fc.integer({ min: 1, max: 200 }),
    });
    fc.assert(fc.property(facts, hour, fc.double({ min: 0, max: 0.999, noNaN: true }), ({ state, created, received, special, decided, days, hours }, now, share) => {
      const status = state === 'waiting' ? 'submitted' as const : decided ? 'decided' as const : 'accepted' as const;
      const known: CaseFacts = {
        ...plain, state, steps: [{ name: '审查', createdAt: created, dueOn: null, regionCode: '511602001001' }],
        record: { ...record, status, receivedOn: received.toISOString().slice(0, 10), specialAt: special, specialDays: special ? days : null, decidedAt: decided },
      };
      const rules = ruleKinds.filter((kind) => kindsOfRules[kind].follows === undefined).map((kind) => rule(kind, { thresholds: { days, hours } }));
      const { holding, nextAt } = judgeCase(known, rules, calendar, now);
      const end = nextAt?.getTime() ?? now.getTime() + 90 * 86_400_000;
      // What depends on an event of the past cannot come before it.
      const later = new Date(now.getTime() + Math.floor((end - now.getTime()) * share));
      expect(judgeCase(known, rules, calendar, later).holding.map(({ ruleId }) => ruleId)).toEqual(holding.map(({ ruleId }) => ruleId));
      if (nextAt) expect(judgeCase(known, rules, calendar, nextAt).holding.map(({ ruleId }) => ruleId)).not.toEqual(holding.map(({ ruleId }) => ruleId));
    }));
  });

  it('工作小时相加正是工作时间计数的反面', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 * 24 * 50 }), fc.integer({ min: 1, max: 500 }), (minutes, hours) => {
      const from = new Date(at('2026-10-20T00:00').getTime() + minutes * 60_000);
      expect(workingSeconds(calendar, from, addWorkingHours(calendar, from, hours))).toBe(hours * 3_600);
    }));
  });
});
