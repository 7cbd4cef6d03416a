import { findCalendarDate } from '@tongban/identifiers';

/** The date a text spells: `2026-11-28`, `2026/11/28`, `2026.11.28`, `2026年11月28日`, `20261128`, also with a time behind. */
export function findDate(text: string): string | undefined {
  const tidy = text.normalize('NFKC').trim().replace(/[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?$/, '').replace(/\s/g, '');
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(tidy);
  if (!parts) return undefined;
  const [, year = '', month, day, joinedMonth, joinedDay] = parts;
  return findCalendarDate(year + (month ?? joinedMonth ?? '').padStart(2, '0') + (day ?? joinedDay ?? '').padStart(2, '0'));
}
