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

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The value of a cursor as an id. @throws kernel.bad-cursor when somebody made the cursor up */
export function cursorId(value: unknown): string {
  if (typeof value === 'string' && uuid.test(value)) return value;
  throw fail('kernel.bad-cursor');
}

/** The value of a cursor as a number. @throws kernel.bad-cursor */
export function cursorNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw fail('kernel.bad-cursor');
}

/** The value of a cursor as an instant in ISO 8601. @throws kernel.bad-cursor */
export function cursorInstant(value: unknown): string {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw fail('kernel.bad-cursor');
}
