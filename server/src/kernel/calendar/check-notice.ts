import type { Issue } from '@tongban/contract-kit';
import { isWeekend, toDayNumber } from './day-number.ts';
import type { DayException } from './working-calendar.ts';

/** Statutory holidays on fixed dates (全国年节及纪念日放假办法 第二条); each year's notice must hold them. */
const fixedHolidays = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
/** All statutory holidays of a year since 2025, days. */
const statutoryDays = 13;

/** What is wrong with a year's days as an administrator typed them; a mistyped year must not become law. */
export function checkNotice(year: number, days: readonly DayException[]): Issue[] {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  days.forEach(({ date, kind }, index) => {
    const report = (code: string, message: string): void => { issues.push({ path: `days.${index}.date`, code, message }); };
    if (seen.has(date)) report('duplicate', `${date} 重复出现，请删去一个。`);
    seen.add(date);
    if (date < `${year - 1}-12-20` || date > `${year}-12-31`) report('outside-year', `${date} 不在 ${year} 年放假通知的范围内。`);
    if (kind === 'workday' && !isWeekend(toDayNumber(date))) report('not-weekend', `${date} 本来就是工作日，不需要设为调休上班。`);
  });
  const holidays = new Set(days.filter(({ kind }) => kind === 'holiday').map(({ date }) => date));
  for (const day of fixedHolidays) {
    if (year >= 2025 && !holidays.has(`${year}-${day}`)) issues.push({ path: 'days', code: 'missing', message: `缺少法定节假日 ${year}-${day}。` });
  }
  if (holidays.size < statutoryDays) issues.push({ path: 'days', code: 'too-few', message: `放假天数只有 ${holidays.size} 天，少于法定的 ${statutoryDays} 天。` });
  return issues;
}
