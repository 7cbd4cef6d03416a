import { describe, expect, it } from 'vitest';
import { createWorkingCalendar } from '../../../kernel/calendar/index.ts';
import { countDays } from './view-progress.ts';

const calendar = createWorkingCalendar({ coveredYears: [2026], exceptions: [] });

describe('每个环节的工作日 (WFL-03)', () => {
  it('停钟的工作日另计，到达当天是第 0 天', () => {
    const stopped = [{ from: 20_760, to: 20_763 }];
    expect(countDays(calendar, [], '2026-11-02', '2026-11-09')).toEqual({ workingDays: 5, stoppedDays: 0 });
    // 2026-11-03 is day 20760: 4, 5 and 6 November do not count.
    expect(countDays(calendar, stopped, '2026-11-02', '2026-11-09')).toEqual({ workingDays: 2, stoppedDays: 3 });
    expect(countDays(calendar, [{ from: 20_760, to: Infinity }], '2026-11-02', '2026-11-09')).toEqual({ workingDays: 1, stoppedDays: 4 });
    expect(countDays(calendar, stopped, '2026-11-09', '2026-11-09')).toEqual({ workingDays: 0, stoppedDays: 0 });
  });
});
