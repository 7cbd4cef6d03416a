import type { Kernel } from '../../kernel/context.ts';
import { fail } from './errors.ts';
import type { HallRow } from './halls.ts';
import { inWords, minutesOf, openingNow, timeOfDay } from './opening-hours.ts';

/** Minutes before opening from which tickets are given out, so that those at the door need not stand in line twice. */
const earlyMinutes = 30;

/** Refuses tickets while the hall is shut. @returns today's date @throws halls.closed */
export async function requireOpen(kernel: Kernel, { hours }: Pick<HallRow, 'hours'>): Promise<string> {
  const { day, periods } = await openingNow(kernel, hours);
  const now = minutesOf(timeOfDay(kernel.clock.now()));
  if (!periods.some(({ from, to }) => minutesOf(from) - earlyMinutes <= now && now < minutesOf(to))) throw fail('halls.closed', { hours: inWords(periods) });
  return day;
}
