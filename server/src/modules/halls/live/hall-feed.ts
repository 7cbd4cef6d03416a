import { createHash } from 'node:crypto';
import { elapsedMilliseconds } from '../../../kernel/clock/index.ts';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { VersionedJson } from '../../../kernel/module/index.ts';
import type { HallLive } from '../contract.ts';
import { readLive } from './read-live.ts';

/** How long an answer stands, ms. */
const freshMs = 1_000;
/** Halls kept at most; the one asked for longest ago goes. */
const most = 500;

interface Feed { at: number; answer: Promise<Answer> }
export interface Answer { live: HallLive; json: VersionedJson }

const feeds = new WeakMap<Kernel, Map<string, Feed>>();

/**
 * The state of a hall as everybody in it sees it, read at most once a second and process however many screens ask. Its version
 * comes from its content, so that all processes agree and whoever knows it already is answered 304 (HAL-02). What was read
 * before the monotonic time `notBefore`, ms, is read again.
 */
export function hallFeed(ctx: Pick<Context, 'kernel'>, hallId: string, notBefore = 0): Promise<Answer> {
  const { kernel } = ctx;
  const own = feeds.get(kernel) ?? new Map<string, Feed>();
  feeds.set(kernel, own);
  const known = own.get(hallId);
  const now = elapsedMilliseconds();
  if (known && now - known.at < freshMs && known.at >= notBefore) return known.answer;
  const answer = readLive(ctx, hallId).then((live) => {
    const json = JSON.stringify(live);
    return { live, json: new VersionedJson(createHash('sm3').update(json).digest('hex').slice(0, 24), json) };
  });
  own.delete(hallId);
  own.set(hallId, { at: now, answer });
  answer.catch(() => { if (own.get(hallId)?.answer === answer) own.delete(hallId); });
  const [oldest] = own.keys();
  if (own.size > most && oldest !== undefined) own.delete(oldest);
  return answer;
}

/** Called after a write, so that this process shows it at once. */
export function forgetHall(kernel: Kernel, hallId: string): void {
  feeds.get(kernel)?.delete(hallId);
}
