import { sm3 } from '@tongban/gm-crypto';
import type { Context } from '../context.ts';
import { fail } from './errors.ts';

/** Failures in a row that lock, and for how long (domain.md §9 身份鉴别 b). */
const lockout = { failures: 5, minutes: 15 } as const;

/** What failures are counted on: the account, or the name typed when there is no such account, so that both behave alike. */
export function lockSubject(kind: 'staff' | 'person', typedName: string, accountId: string | undefined): string {
  return accountId ? `account:${accountId}` : `${kind}:${sm3(typedName).toString('hex')}`;
}

function locked(until: Date, now: Date): Error {
  return fail('identity.locked', { minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)) });
}

/** @throws identity.locked telling the minutes that remain */
export async function refuseIfLocked(ctx: Context, subject: string): Promise<void> {
  const { rows: [row] } = await ctx.kernel.db.pool.query<{ locked_until: Date | null }>(
    'SELECT locked_until FROM identity.sign_in_failure WHERE subject = $1', [subject]);
  const now = ctx.kernel.clock.now();
  if (row?.locked_until && row.locked_until > now) throw locked(row.locked_until, now);
}

/** Counts a failure; the fifth in a row locks. @throws identity.locked when it did */
export async function recordFailure(ctx: Context, subject: string): Promise<void> {
  const now = ctx.kernel.clock.now();
  const until = new Date(now.getTime() + lockout.minutes * 60_000);
  const { rows: [row] } = await ctx.kernel.db.pool.query<{ locked_until: Date | null }>(
    `INSERT INTO identity.sign_in_failure AS f (subject, failures, last_failed_at) VALUES ($1, 1, $2)
     ON CONFLICT (subject) DO UPDATE SET
       failures = CASE WHEN f.locked_until <= $2 THEN 1 ELSE f.failures + 1 END,
       locked_until = CASE WHEN f.locked_until <= $2 THEN NULL WHEN f.failures + 1 >= ${lockout.failures} THEN $3::timestamptz ELSE f.locked_until END,
       last_failed_at = $2
     RETURNING locked_until`, [subject, now, until]);
  if (row?.locked_until) throw locked(row.locked_until, now);
}
