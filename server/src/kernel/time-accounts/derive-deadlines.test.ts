import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays, createWorkingCalendar, publishedYears } from '../calendar/index.ts';
import { clockLevels, deriveDeadlines, type Deadlines } from './derive-deadlines.ts';
import type { Ledger, Limits, Segment } from './ledger.ts';

const years = publishedYears();
const calendar = createWorkingCalendar({ coveredYears: years.map(({ year }) => year), exceptions: years.flatMap(({ days }) => days) });

const tenOfTwenty: Limits = { promisedDays: 10, legalDays: 20, unit: 'working-day' };

function ledger(startedOn: string, ...segments: Segment[]): Ledger {
  return { startedOn, immediate: false, segments };
}
function pause(fromOn: string, toOn: string | null): Segment {
  return { kind: 'suspended', fromOn, toOn, reason: '专家评审', documentId: null };
}
function extension(on: string, days: number): Segment {
  return { kind: 'extended', on, days, reason: '情况复杂', documentId: null };
}
function at(book: Ledger, today: string, limits = tenOfTwenty): Deadlines {
  return deriveDeadlines(book, limits, calendar, today);
}

describe('期限 (SUP-01)', () => {
  it('受理当日为第 0 日，国庆假期不计，调休上班日计', () => {
    const book = ledger('2026-09-24');
    expect(at(book, '2026-09-24')).toMatchObject({
      status: 'running', level: 'normal', promisedDueOn: '2026-10-15', legalDueOn: '2026-10-29', consumed: 0, remainingPromised: 10, provisional: false,
    });
    expect(at(book, '2026-10-08')).toMatchObject({ consumed: 4, remainingPromised: 6, remainingLegal: 16 });
  });

  it.each([
    ['2026-11-02', 'normal', '2026-11-12'],
    ['2026-11-11', 'normal', '2026-11-12'],
    ['2026-11-12', 'warning', '2026-11-17'],
    ['2026-11-16', 'warning', '2026-11-17'],
    ['2026-11-17', 'yellow', '2026-12-01'],
    ['2026-11-30', 'yellow', '2026-12-01'],
    ['2026-12-01', 'red', null],
  ])('承诺 10 日、法定 20 日，11 月 2 日受理：%s 为 %s，下次变化 %s', (today, level, nextChangeOn) => {
    expect(at(ledger('2026-11-02'), today)).toMatchObject({ level, nextChangeOn, promisedDueOn: '2026-11-16', legalDueOn: '2026-11-30' });
  });

  it.each([
    [1, '2026-11-03'], [2, '2026-11-03'], [3, '2026-11-04'], [5, '2026-11-06'], [15, '2026-11-18'],
  ])('承诺 %i 日从 %s 起预警：剩余一日或两成', (promisedDays, warnOn) => {
    const book = ledger('2026-11-02');
    const limits: Limits = { promisedDays, legalDays: 40, unit: 'working-day' };
    expect(at(book, warnOn, limits).level).toBe('warning');
    expect(at(book, addCalendarDays(warnOn, -1), limits).level).toBe('normal');
  });

  it('特别程序期间停钟，期限未定，预警不变化 (HND-03)', () => {
    const book = ledger('2026-11-02', pause('2026-11-04', null));
    expect(at(book, '2026-11-20')).toMatchObject({
      status: 'paused', level: 'normal', promisedDueOn: null, legalDueOn: null, consumed: 2, remainingPromised: 8, nextChangeOn: null,
    });
  });

  it('预警后停钟，预警不消失', () => {
    expect(at(ledger('2026-11-02', pause('2026-11-13', null)), '2026-11-30')).toMatchObject({ level: 'warning', promisedDueOn: null, remainingPromised: 1 });
  });

  it('已超承诺期限后停钟，黄牌不消失', () => {
    expect(at(ledger('2026-11-02', pause('2026-11-18', null)), '2026-11-20')).toMatchObject({
      level: 'yellow', promisedDueOn: '2026-11-16', remainingPromised: -2, legalDueOn: null,
    });
  });

  it('重叠的停钟只计一次', () => {
    const two = ledger('2026-11-02', pause('2026-11-04', '2026-11-10'), pause('2026-11-06', '2026-11-12'));
    expect(at(two, '2026-11-02')).toEqual(at(ledger('2026-11-02', pause('2026-11-04', '2026-11-12')), '2026-11-02'));
  });

  it('延长期限加在承诺和法定期限上（行政许可法第四十二条）', () => {
    expect(at(ledger('2026-11-02', extension('2026-11-13', 10)), '2026-11-13')).toMatchObject({ promisedDueOn: '2026-11-30', legalDueOn: '2026-12-14' });
  });

  it.each([
    ['2026-11-20', '2026-11-20', 'normal'],
    ['2026-11-20', '2026-11-21', 'yellow'],
    ['2026-11-21', '2026-11-23', 'normal'],
  ])('即办件 %s 受理，%s 为 %s', (startedOn, today, level) => {
    const book: Ledger = { startedOn, immediate: true, segments: [] };
    expect(at(book, today, { promisedDays: 0, legalDays: 20, unit: 'working-day' }).level).toBe(level);
  });

  it('自然日期限的最后一天是休息日，顺延到次一工作日（民法典第二百零三条）', () => {
    const limits: Limits = { promisedDays: 5, legalDays: 30, unit: 'working-day', legalUnit: 'calendar-day' };
    expect(at(ledger('2026-09-02'), '2026-09-02', limits)).toMatchObject({ promisedDueOn: '2026-09-09', legalDueOn: '2026-10-08' });
  });

  it('办结后等级停在办结那一天', () => {
    const closed = ledger('2026-11-02', { kind: 'closed', fromOn: '2026-11-16', toOn: null });
    expect(at(closed, '2027-03-01')).toMatchObject({ status: 'stopped', level: 'warning', remainingPromised: 0, nextChangeOn: null, provisional: false });
  });

  it('提前办结的仍显示原定期限', () => {
    const closed = ledger('2026-11-02', { kind: 'closed', fromOn: '2026-11-04', toOn: null });
    expect(at(closed, '2026-12-20')).toMatchObject({ status: 'stopped', level: 'normal', promisedDueOn: '2026-11-16', legalDueOn: '2026-11-30', remainingPromised: 8, consumed: 2 });
  });

  it('重新办理时接着原来剩余的时间计算', () => {
    const reopened = ledger('2026-11-02', { kind: 'closed', fromOn: '2026-11-05', toOn: '2026-11-19' });
    expect(at(reopened, '2026-11-19')).toMatchObject({ status: 'running', consumed: 3, remainingPromised: 7, promisedDueOn: '2026-11-30' });
  });
});

describe('期限进入尚无放假通知的年份', () => {
  const book = ledger('2026-12-17');

  it('照常给出期限，并标明暂定', () => {
    expect(at(book, '2026-12-17')).toMatchObject({ promisedDueOn: '2026-12-31', legalDueOn: '2027-01-14', provisional: true });
  });

  it('承诺期限确定则黄牌照发；法定期限只是暂定时不发红牌', () => {
    expect(at(book, '2027-01-01')).toMatchObject({ level: 'yellow', nextChangeOn: null });
    expect(at(book, '2027-02-01')).toMatchObject({ level: 'yellow', nextChangeOn: null, provisional: true });
  });

  it('通知录入后重新计算，红牌按确定的期限发', () => {
    const loaded = createWorkingCalendar({
      coveredYears: [2026, 2027], exceptions: [...years.flatMap(({ days }) => days), { date: '2027-01-01', kind: 'holiday', name: '元旦' }],
    });
    expect(deriveDeadlines(book, tenOfTwenty, loaded, '2027-01-15')).toMatchObject({ level: 'yellow', legalDueOn: '2027-01-15', provisional: false, nextChangeOn: '2027-01-16' });
    expect(deriveDeadlines(book, tenOfTwenty, loaded, '2027-01-16').level).toBe('red');
  });
});

const start = fc.integer({ min: 0, max: 900 }).map((days) => addCalendarDays('2023-01-03', days));
const limit = fc.record({ promisedDays: fc.integer({ min: 1, max: 30 }), more: fc.integer({ min: 0, max: 30 }) })
  .map(({ promisedDays, more }): Limits => ({ promisedDays, legalDays: promisedDays + more, unit: 'working-day' }));
const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30 })), { maxLength: 5 });

function pausesAfter(startedOn: string, offsets: readonly (readonly [number, number])[]): Segment[] {
  return offsets.map(([from, length]) => pause(addCalendarDays(startedOn, from), addCalendarDays(startedOn, from + length)));
}

describe('任意时钟', () => {
  it('停 k 个工作日，期限恰好后移 k 个工作日', () => {
    fc.assert(fc.property(start, limit, fc.nat(29), fc.integer({ min: 0, max: 40 }), (startedOn, limits, used, k) => {
      const from = calendar.addWorkingDays(startedOn, Math.min(used, limits.promisedDays - 1));
      const plain = at(ledger(startedOn), startedOn, limits);
      const paused = at(ledger(startedOn, pause(from, calendar.addWorkingDays(from, k))), startedOn, limits);
      expect(paused.promisedDueOn).toBe(calendar.addWorkingDays(plain.promisedDueOn ?? '', k));
      expect(paused.legalDueOn).toBe(calendar.addWorkingDays(plain.legalDueOn ?? '', k));
    }));
  });

  it('停钟的先后次序无关，重复记录无关', () => {
    fc.assert(fc.property(start, limit, pauses, fc.nat(80), (startedOn, limits, offsets, days) => {
      const today = addCalendarDays(startedOn, days);
      const segments = pausesAfter(startedOn, offsets);
      const expected = at(ledger(startedOn, ...segments), today, limits);
      expect(at(ledger(startedOn, ...segments.toReversed()), today, limits)).toEqual(expected);
      expect(at(ledger(startedOn, ...segments, ...segments), today, limits)).toEqual(expected);
    }));
  });

  it('已用加剩余等于期限；剩余为零之日即到期日', () => {
    fc.assert(fc.property(start, limit, pauses, fc.nat(120), (startedOn, limits, offsets, days) => {
      const book = ledger(startedOn, ...pausesAfter(startedOn, offsets));
      const derived = at(book, addCalendarDays(startedOn, days), limits);
      expect(derived.consumed + derived.remainingPromised).toBe(limits.promisedDays);
      expect(derived.consumed + derived.remainingLegal).toBe(limits.legalDays);
      expect(at(book, derived.promisedDueOn ?? '', limits).remainingPromised).toBe(0);
    }));
  });

  it('等级只会变差，且恰好在预告的那一天变', () => {
    fc.assert(fc.property(start, limit, pauses, (startedOn, limits, offsets) => {
      const book = ledger(startedOn, ...pausesAfter(startedOn, offsets));
      let now = at(book, startedOn, limits);
      for (let steps = 0; now.nextChangeOn !== null; steps += 1) {
        expect(at(book, addCalendarDays(now.nextChangeOn, -1), limits).level).toBe(now.level);
        const next = at(book, now.nextChangeOn, limits);
        expect(clockLevels.indexOf(next.level)).toBeGreaterThan(clockLevels.indexOf(now.level));
        expect(steps).toBeLessThan(3);
        now = next;
      }
      expect(now.level).toBe('red');
    }), { numRuns: 60 });
  });

  it('办结后重新办理与停钟同样计算', () => {
    fc.assert(fc.property(start, limit, fc.nat(60), fc.nat(60), (startedOn, limits, from, length) => {
      const [closedOn, reopenedOn] = [addCalendarDays(startedOn, from), addCalendarDays(startedOn, from + length)];
      const reopened = ledger(startedOn, { kind: 'closed', fromOn: closedOn, toOn: reopenedOn });
      expect(at(reopened, reopenedOn, limits)).toEqual(at(ledger(startedOn, pause(closedOn, reopenedOn)), reopenedOn, limits));
    }));
  });
});
