import type { Context } from '../context.ts';
import { fail } from './errors.ts';

/** At most `limit` hits in each window of `windowMs`, counted in the database for all processes. */
export interface ThrottleRule {
  limit: number;
  windowMs: number;
}

/** Wrong sign-ins from one address, whichever accounts they tried. */
export const signInByAddress: ThrottleRule = { limit: 40, windowMs: 10 * 60_000 };

function windowStart(ctx: Context, rule: ThrottleRule): Date {
  return new Date(Math.floor(ctx.kernel.clock.now().getTime() / rule.windowMs) * rule.windowMs);
}

function refusal(ctx: Context, rule: ThrottleRule): Error {
  const left = windowStart(ctx, rule).getTime() + rule.windowMs - ctx.kernel.clock.now().getTime();
  return fail('identity.too-many-attempts', { minutes: Math.max(1, Math.ceil(left / 60_000)) });
}

/** Refuses when the bucket is full already. @throws identity.too-many-attempts */
export async function refuseIfFull(ctx: Context, bucket: string, rule: ThrottleRule): Promise<void> {
  const { rows: [row] } = await ctx.kernel.db.pool.query<{ hits: number }>(
    'SELECT hits FROM identity.throttle WHERE bucket = $1 AND window_start = $2', [bucket, windowStart(ctx, rule)]);
  if (row && row.hits >= rule.limit) throw refusal(ctx, rule);
}

/** Counts one hit. @throws identity.too-many-attempts when it is one too many */
export async function hitThrottle(ctx: Context, bucket: string, rule: ThrottleRule): Promise<void> {
  const { rows: [row] } = await ctx.kernel.db.pool.query<{ hits: number }>(
    `INSERT INTO identity.throttle AS t (bucket, window_start, hits) VALUES ($1, $2, 1)
     ON CONFLICT (bucket, window_start) DO UPDATE SET hits = t.hits + 1 RETURNING hits`, [bucket, windowStart(ctx, rule)]);
  if (row && row.hits > rule.limit) throw refusal(ctx, rule);
}
