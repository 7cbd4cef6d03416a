import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { LiveChange } from '../contract.ts';

/** What a page would see of the changes that it follows. */
export interface Follower {
  readonly status: number;
  readonly changes: readonly LiveChange[];
  /** Waits until something that fits has come. @throws after five seconds */
  until(fits: (change: LiveChange) => boolean): Promise<LiveChange>;
  /** Whether the server has ended the connection. */
  readonly ended: boolean;
  stop(): void;
}

const patienceMs = 5_000;

/** Follows topics of a server that listens at `origin`; resolves once the server is ready, or has refused. */
export async function follow(origin: string, topics: string, headers: Record<string, string> = {}): Promise<Follower> {
  const request = get(`${origin}/api/v1/live?topics=${topics}`, { headers, agent: false });
  const [answer] = await once(request, 'response') as [IncomingMessage];
  const changes: LiveChange[] = [];
  const state = { ready: false, ended: false };
  const stop = (): void => { request.destroy(); };
  const within = async <T>(look: () => T | undefined): Promise<T> => {
    for (const since = performance.now(); performance.now() - since < patienceMs; await delay(10)) {
      const found = look();
      if (found !== undefined) return found;
    }
    throw new Error(`nothing that fits within ${patienceMs} ms; ${changes.length} changes came`);
  };
  if (answer.statusCode === 200) {
    void read(answer, (event, data) => {
      if (event === 'ready') state.ready = true;
      else if (data !== '') changes.push(JSON.parse(data) as LiveChange);
    }).catch(() => undefined).finally(() => { state.ended = true; });
    await within(() => state.ready || undefined);
  } else {
    stop();
  }
  return { status: answer.statusCode ?? 0, changes, stop, until: (fits) => within(() => changes.find(fits)), get ended() { return state.ended; } };
}

async function read(body: IncomingMessage, take: (event: string, data: string) => void): Promise<void> {
  let rest = '';
  body.setEncoding('utf8');
  for await (const chunk of body) {
    const parts = (rest + String(chunk)).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const field = (name: string): string => part.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? '';
      take(field('event'), field('data'));
    }
  }
}
