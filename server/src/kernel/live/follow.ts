import type { Context } from '../context.ts';
import { isId } from '../db/index.ts';
import { EventStream } from '../module/index.ts';
import { fail } from './errors.ts';
import { liveFeed, type Followed } from './feed.ts';
import { findLiveTopic } from './topic.ts';

const mostTopics = 8;
/** A connection is ended after this time and up to a fifth more, ms: rights are judged anew, and load spreads over the processes. */
const lifeMs = 10 * 60_000;
/** How long a reader waits before it connects again, ms; drawn, so that thousands do not come at once after a restart. */
const retryMs = [500, 3_000] as const;

const drawn = (from: number, to: number): number => Math.round(from + Math.random() * (to - from));

/** Follows topics over a connection that stays open. @throws live.unknown-topic, live.too-many-topics, live.busy, and as the topics do */
export async function follow(ctx: Context, topics: string): Promise<EventStream> {
  const names = [...new Set(topics.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length > mostTopics) throw fail('live.too-many-topics', { most: mostTopics });
  const feed = liveFeed(ctx.kernel);
  const origin = ctx.actor.kind === 'anonymous' ? ctx.origin.ip : ctx.actor.id;
  if (!feed.hasRoom(origin)) throw fail('live.busy');
  const followed = await Promise.all(names.map((name) => resolve(ctx, name)));
  return new EventStream((write, end) => {
    write(`retry: ${drawn(...retryMs)}\n\n`);
    const leave = feed.follow({ origin, write, end, followed });
    const life = setTimeout(leave, drawn(lifeMs, lifeMs * 1.2));
    life.unref();
    return () => { clearTimeout(life); leave(); };
  });
}

async function resolve(ctx: Context, name: string): Promise<Followed> {
  const slash = name.indexOf('/');
  const id = slash < 0 ? undefined : name.slice(slash + 1);
  const topic = findLiveTopic(ctx.kernel, slash < 0 ? name : name.slice(0, slash));
  if (!topic || (id !== undefined && !isId(id))) throw fail('live.unknown-topic', { topic: name });
  const keys = await topic.keysFor(ctx, id);
  const read = topic.read?.bind(topic);
  return { name, keys, ...(read ? { read: (notBefore: number) => read(ctx.kernel, id, notBefore) } : {}) };
}
