import type { TimeLimit } from '@tongban/server/src/modules/catalog/contract.ts';

/** The promise of an item in words; undefined when the list does not say. */
export function formatPromise(days: number | null | undefined, unit: 'working-day' | 'calendar-day' = 'working-day'): string | undefined {
  if (days === null || days === undefined) return undefined;
  if (days === 0) return '当场办结';
  return `${days} ${unit === 'working-day' ? '个工作日' : '日'}`;
}

/** A limit in full, with the clause that sets it or what it runs from: “20 个工作日（行政许可法第四十二条）”. */
export function formatLimit(limit: TimeLimit | undefined): string | undefined {
  const words = limit && formatPromise(limit.days, limit.unit);
  const explanation = limit?.explanation?.trim();
  return words && explanation ? `${words}（${explanation}）` : words;
}

/** How often one must come; undefined when the list does not say. */
export function formatVisits(count: number | null | undefined): string | undefined {
  if (count === null || count === undefined) return undefined;
  return count === 0 ? '不用跑' : `最多跑 ${count} 次`;
}
