import type { Context } from '../../context.ts';
import type { OutsideChannel } from '../channels.contract.ts';

/** Most messages handed over in one go. */
export const mostTogether = 100;

/** Failures of a gateway in a row after which it is taken to be down. */
export const failuresToDown = 3;

/** Messages looked at for one that can be tried while a gateway is down. */
const lookedAt = 20;

/** What the gate of a channel lets through: `probe` of what is granted one is tried, `rate` nothing before there is room again. */
export interface Gate { granted: number; reason: 'open' | 'probe' | 'rate' }

/** Asks how many messages may go out now: none while the channel is paused, one at a time while it is down, else by its rate. */
export async function openGate(ctx: Context, channel: OutsideChannel): Promise<Gate> {
  const { rows: [row] } = await ctx.kernel.db.pool.query<{ granted: number }>({
    name: 'messaging-open-gate', text: 'SELECT messaging.open_gate($1, $2, $3) AS granted', values: [channel, ctx.kernel.clock.now(), mostTogether],
  });
  const granted = row?.granted ?? 0;
  if (granted >= 0) return { granted, reason: 'open' };
  return granted === -1 ? { granted: 0, reason: 'rate' } : { granted: lookedAt, reason: 'probe' };
}

// What a channel was before decides whether its operators are told.
const worked = `
WITH before AS (SELECT down_since FROM messaging.channel WHERE code = $1)
UPDATE messaging.channel SET up_since = CASE WHEN down_since IS NOT NULL OR up_since IS NULL THEN $2 ELSE up_since END,
  down_since = NULL, failures = 0, probes = 0, next_try_at = NULL, last_error = NULL, last_sent_at = $2 WHERE code = $1
RETURNING (SELECT down_since FROM before) AS since`;

// The pauses between tries grow: 1, 2, 4 … minutes, half an hour at most.
const failed = `
UPDATE messaging.channel SET failures = failures + $3, last_error = $4,
  down_since = CASE WHEN failures + $3 >= ${failuresToDown} THEN coalesce(down_since, $2::timestamptz) END,
  probes = CASE WHEN failures + $3 >= ${failuresToDown} THEN probes + 1 ELSE 0 END,
  next_try_at = CASE WHEN failures + $3 >= ${failuresToDown} THEN $2::timestamptz + least(30, power(2, least(probes, 5))) * interval '1 minute' END
WHERE code = $1
RETURNING CASE WHEN probes = 1 THEN down_since END AS since`;

/** A channel that has just gone down or come up again, and since when it is or was down. */
export type HealthChange = { now: 'up' | 'down'; since: Date };

/** Notes whether the gateway answered; it is up as soon as one message went, and down after three failures in a row; gives what changed. */
export async function noteHealth(ctx: Context, channel: OutsideChannel, { answered, failures, error }: { answered: number; failures: number; error: string | undefined }): Promise<HealthChange | undefined> {
  const now = ctx.kernel.clock.now();
  if (answered === 0 && failures === 0) return undefined;
  const { rows: [row] } = await ctx.kernel.db.pool.query<{ since: Date | null }>(answered > 0 ? worked : failed, answered > 0 ? [channel, now] : [channel, now, failures, error ?? null]);
  return row?.since ? { now: answered > 0 ? 'up' : 'down', since: row.since } : undefined;
}

const reachable = `
UPDATE messaging.channel AS c SET next_try_at = CASE WHEN w.waits THEN $2::timestamptz END, down_since = CASE WHEN w.waits THEN c.down_since END, up_since = CASE WHEN w.waits THEN c.up_since ELSE $2 END,
  failures = CASE WHEN w.waits THEN c.failures ELSE 0 END, probes = CASE WHEN w.waits THEN c.probes ELSE 0 END, last_error = CASE WHEN w.waits THEN c.last_error END
FROM (SELECT EXISTS (SELECT FROM messaging.message WHERE channel = $1 AND state = 'queued') AS waits) w
WHERE c.code = $1 AND c.down_since IS NOT NULL`;

/** Notes that a gateway answers although it was taken to be down: what waits is tried at once, and with nothing to try it is up. */
export async function noteReachable(ctx: Context, channel: OutsideChannel): Promise<void> {
  await ctx.kernel.db.pool.query(reachable, [channel, ctx.kernel.clock.now()]);
}
