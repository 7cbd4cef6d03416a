import { get } from 'node:http';
import { percentileOf } from './figures.ts';

/** Pages that follow a topic; those with a session ask again at once for what it is about, as an inbox does. */
export interface Followers {
  readonly topic: string;
  readonly count: number;
  readonly token?: string;
  /** What is asked again when the topic has changed. */
  readonly ask?: string;
}

/** Follow these; later messages name groups of them of which a change is to be awaited. */
export type LiveOrder = { kind: 'follow'; origin: string; groups: readonly Followers[] } | { kind: 'await'; groups: readonly number[]; forMs: number };

export type LiveReport = { kind: 'following'; connections: number } | { kind: 'updated'; waited: number; missing: number; p50: number; p99: number; last: number };

interface PageState { readonly group: number; updatedAt: number }

const pages: PageState[] = [];
let ready = 0;

function open(origin: string, { topic, token, ask }: Followers, page: PageState): Promise<void> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return new Promise((resolve, reject) => {
    get(`${origin}/api/v1/live?topics=${topic}`, { headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) { reject(new Error(`following ${topic} was answered ${answer.statusCode}`)); return; }
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => {
        if (text.includes('event: ready')) { ready += 1; resolve(); }
        if (!text.includes('data: {"topic"')) return;
        if (ask === undefined) { page.updatedAt = Date.now(); return; }
        get(origin + ask, { headers }, (counted) => { counted.resume().on('end', () => { page.updatedAt = Date.now(); }); });
      });
    }).on('error', reject);
  });
}

async function follow({ origin, groups }: Extract<LiveOrder, { kind: 'follow' }>): Promise<LiveReport> {
  for (const [group, followers] of groups.entries()) {
    const own = Array.from({ length: followers.count }, (): PageState => ({ group, updatedAt: 0 }));
    pages.push(...own);
    await Promise.all(own.map((page) => open(origin, followers, page)));
  }
  return { kind: 'following', connections: ready };
}

/** Waits until every page of the groups has been updated since now, or the time is over. */
async function awaitUpdates({ groups, forMs }: Extract<LiveOrder, { kind: 'await' }>): Promise<LiveReport> {
  const from = Date.now();
  const concerned = pages.filter(({ group }) => groups.includes(group));
  const outstanding = (): number => concerned.filter(({ updatedAt }) => updatedAt < from).length;
  while (outstanding() > 0 && Date.now() - from < forMs) await new Promise((resolve) => { setTimeout(resolve, 20); });
  const times = concerned.flatMap(({ updatedAt }) => (updatedAt < from ? [] : [updatedAt - from])).sort((one, other) => one - other);
  return { kind: 'updated', waited: concerned.length, missing: outstanding(), p50: percentileOf(times, 0.5), p99: percentileOf(times, 0.99), last: times.at(-1) ?? 0 };
}

process.on('message', async (message) => {
  // The one sender is `measureLive`.
  const order = message as LiveOrder;
  process.send?.(order.kind === 'follow' ? await follow(order) : await awaitUpdates(order));
});
