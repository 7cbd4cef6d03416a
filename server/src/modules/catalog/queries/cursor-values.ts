import { fail } from '../../../kernel/errors/kernel-errors.ts';

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
