import type { Page } from '@tongban/contract-kit';
import { fail } from '../errors/kernel-errors.ts';

/** Packs the sort values of a page's last row into an opaque cursor. */
export function encodeCursor(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Unpacks a cursor of `length` values. @throws kernel.bad-cursor */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === length
      && values.every((value) => typeof value === 'string' || typeof value === 'number')) return values;
  } catch { /* answered below */ }
  throw fail('kernel.bad-cursor');
}

/** Makes a page of `limit` rows out of a query that fetched one more. */
export function pageOf<R, T>(rows: readonly R[], limit: number, cursorOf: (row: R) => readonly (string | number)[], present: (row: R) => T): Page<T> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(present), nextCursor: last === undefined ? null : encodeCursor(cursorOf(last)) };
}
