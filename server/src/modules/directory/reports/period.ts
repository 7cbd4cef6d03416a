import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import { startOfChinaDay } from '../../../kernel/clock/index.ts';
import { fail } from '../errors.ts';

/** What a report covers: from the first instant of one day to the end of another, and a region with all below it. */
export interface Period { readonly since: Date; readonly before: Date; readonly regionPrefix: string }

const oneDay = 86_400_000;
const longest = 5 * 366 * oneDay;

/** @throws directory.period-invalid when it ends before it begins or is longer than five years */
export function readPeriod({ from, to, regionCode }: { from: string; to: string; regionCode?: string }): Period {
  const [since, before] = [startOfChinaDay(from), new Date(startOfChinaDay(to).getTime() + oneDay)];
  if (before <= since || before.getTime() - since.getTime() > longest) throw fail('directory.period-invalid');
  return { since, before, regionPrefix: regionCode === undefined || regionCode === '000000000000' ? '' : regionPrefix(regionCode) };
}
