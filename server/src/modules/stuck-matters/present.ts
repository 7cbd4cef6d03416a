import { chinaDate } from '../../kernel/clock/index.ts';
import { loadCalendar, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Context } from '../../kernel/context.ts';
import { matterStateLabels, type MatterLine } from './contract.ts';
import { readNames } from './lists.ts';
import { shownContent, type MatterRecord } from './record.ts';

/** What a page of matters needs to be told in words. */
export interface Words { reasons: ReadonlyMap<string, string>; calendar: WorkingCalendar; today: string }

/** Reads what presenting needs, once a page. */
export async function readWords(ctx: Context): Promise<Words> {
  const [reasons, calendar] = await Promise.all([readNames(ctx.kernel, 'reason'), loadCalendar(ctx.kernel)]);
  return { reasons, calendar: calendar.provisional, today: chinaDate(ctx.kernel.clock.now()) };
}

/** What offices and the reporter alike see of a matter in a list. */
export function presentCommon(row: MatterRecord, { reasons }: Words) {
  const { id, number, state, channel, round, reasonCode, itemName, regionCode, dueOn } = row;
  return {
    id, number, state, stateLabel: matterStateLabels[state], channel, round, reasonCode, reason: reasons.get(reasonCode) ?? reasonCode, itemName, regionCode,
    registeredAt: row.registeredAt.toISOString(), dueOn, finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** A matter as offices see it in a list: masked. */
export function presentLine(row: MatterRecord, words: Words): MatterLine {
  const running = row.dueOn !== null && (row.state === 'assigned' || row.state === 'handling');
  return {
    ...presentCommon(row, words), content: shownContent(row), reporterName: row.reporterNameMasked, organizationName: row.organizationName ?? row.concernedName, officerName: row.officerName, level: row.level,
    remainingDays: running && row.dueOn !== null ? words.calendar.workingDaysBetween(words.today, row.dueOn) : null, word: row.word,
  };
}
