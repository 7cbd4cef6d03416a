import { createRequire } from 'node:module';
import type { DayException } from './working-calendar.ts';

interface PackageData {
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}

/** The notice of one year, as the holiday package has it. */
export interface PublishedYear {
  year: number;
  days: DayException[];
}

// Its functions answer for years it does not know as if they had plain weeks; only its data is used.
const data = createRequire(import.meta.url)('chinese-days/dist/chinese-days.json') as PackageData;

/** The year whose notice a day stands in: the days around New Year are announced with the year that begins. */
export function noticeYearOf(date: string, name: string): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5, 7) === '12' && name === '元旦' ? year + 1 : year;
}

function exceptions(days: Record<string, string>, kind: DayException['kind']): DayException[] {
  // Each value reads "English name,中文名,number of days".
  return Object.entries(days).map(([date, text]) => ({ date, kind, name: text.split(',')[1] ?? text }));
}

/** Every year whose notice the holiday package carries, oldest first, from `first` on. */
export function publishedYears(first = 2020): PublishedYear[] {
  const all = [...exceptions(data.holidays, 'holiday'), ...exceptions(data.workdays, 'workday')];
  const years = new Map<number, DayException[]>();
  for (const day of all) {
    const year = noticeYearOf(day.date, day.name);
    const days = years.get(year) ?? [];
    if (year >= first) years.set(year, [...days, day]);
  }
  // A year is published when it has its autumn holidays; the New Year days alone may come from the notice before.
  return [...years].filter(([year, days]) => days.some(({ date }) => date === `${year}-10-01`))
    .map(([year, days]) => ({ year, days: days.sort((a, b) => a.date.localeCompare(b.date)) }))
    .sort((a, b) => a.year - b.year);
}
