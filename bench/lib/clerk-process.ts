import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { percentileOf } from './figures.ts';

/** Somebody at a desk with the cases that are meant for them alone. */
export interface DeskWorker {
  readonly token: string;
  /** Cases that wait for this reviewer; a window clerk has none and registers new ones. */
  readonly reviews?: readonly { readonly caseId: string; readonly taskId: string }[];
}

export interface ClerkLoad {
  readonly origin: string;
  readonly workers: readonly DeskWorker[];
  readonly forMs: number;
  /** What is sent in the first ms is not counted: everybody begins. */
  readonly settleMs: number;
  /** A pause between two requests is drawn from these ms. */
  readonly thinkMs: readonly [number, number];
  readonly itemId: string;
  readonly answers: Record<string, unknown>;
  readonly searches: readonly string[];
  /** An applicant for each registration, never twice. */
  readonly applicants: readonly { name: string; documentNumber: string; mobile: string }[];
  readonly acceptancePoints: readonly object[];
  readonly reviewPoints: readonly object[];
}

/** By what was asked: how often, and how long it took, ms. */
export interface ClerkResult {
  readonly all: { count: number; average: number; p99: number };
  readonly byKind: Readonly<Record<string, { count: number; average: number; p99: number }>>;
  readonly errors: number;
  readonly firstError: string | undefined;
  readonly perSecond: number;
}

type Ask = <T>(kind: string, method: string, path: string, body?: object) => Promise<T>;

class Stopped extends Error {}

/** Lets everybody work at once, each one request at a time with pauses, until the time is over. */
async function work(load: ClerkLoad): Promise<ClerkResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.workers.length });
  const started = performance.now();
  const [from, until] = [started + load.settleMs, started + load.settleMs + load.forMs];
  const times = new Map<string, number[]>();
  const trouble: string[] = [];
  let applicant = 0;
  const think = (): Promise<void> => delay(load.thinkMs[0] + Math.random() * (load.thinkMs[1] - load.thinkMs[0]));

  function askAs(token: string): Ask {
    return async <T>(kind: string, method: string, path: string, body?: object): Promise<T> => {
      await think();
      const sentAt = performance.now();
      if (sentAt > until) throw new Stopped();
      const { status, text } = await send(new URL(path, load.origin), method, token, agent, body);
      if (status < 200 || status > 299) throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`);
      if (sentAt >= from) times.set(kind, [...times.get(kind) ?? [], performance.now() - sentAt]);
      return (text === '' ? undefined : JSON.parse(text)) as T;
    };
  }

  async function register(ask: Ask, at: number): Promise<void> {
    const q = load.searches[at % load.searches.length] ?? '';
    await ask('search', 'GET', `/api/v1/items?q=${encodeURIComponent(q)}&limit=10`);
    const who = load.applicants[applicant++];
    if (!who) throw new Error('there are not enough applicants');
    const draft = await ask<{ id: string; revision: number; answers: object }>('register', 'POST', '/api/v1/window/drafts',
      { itemId: load.itemId, guidance: [], applicant: { kind: 'person', documentType: '111', ...who } });
    const saved = await ask<{ revision: number }>('save', 'PUT', `/api/v1/drafts/${draft.id}`, { revision: draft.revision, answers: { ...load.answers, ...draft.answers }, materials: [] });
    const { caseId } = await ask<{ caseId: string }>('submit', 'POST', `/api/v1/drafts/${draft.id}/submit`, { revision: saved.revision, declared: true });
    const { version } = await ask<{ version: number }>('open', 'GET', `/api/v1/cases/${caseId}`);
    await ask('accept', 'POST', `/api/v1/cases/${caseId}/accept`, { version, points: load.acceptancePoints });
    await ask('inbox', 'GET', '/api/v1/inbox?box=todo&order=due&limit=20');
  }

  async function review(ask: Ask, { caseId, taskId }: { caseId: string; taskId: string }): Promise<void> {
    await ask('inbox', 'GET', '/api/v1/inbox?box=todo&order=due&limit=20');
    await ask('open', 'GET', `/api/v1/cases/${caseId}`);
    await ask('review', 'POST', `/api/v1/cases/${caseId}/reviews`, { taskId, conclusion: 'pass', opinion: '交通组织方案可行，同意。', points: load.reviewPoints });
  }

  await Promise.all(load.workers.map(async ({ token, reviews }, at) => {
    const ask = askAs(token);
    for (let round = 0; ; round += 1) {
      try {
        const waiting = reviews?.[round];
        if (reviews === undefined) await register(ask, at + round);
        else if (waiting) await review(ask, waiting);
        else throw new Error('there are not enough cases to review');
      } catch (error) {
        if (error instanceof Stopped) return;
        trouble.push(String(error));
        if (performance.now() > until) return;
      }
    }
  }));
  agent.destroy();
  const every = [...times.values()].flat();
  return {
    all: summaryOf(every), byKind: Object.fromEntries([...times].map(([kind, own]) => [kind, summaryOf(own)])),
    errors: trouble.length, firstError: trouble[0], perSecond: every.length / (load.forMs / 1_000),
  };
}

function summaryOf(times: readonly number[]): { count: number; average: number; p99: number } {
  const sorted = times.toSorted((one, other) => one - other);
  return { count: times.length, average: times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length), p99: percentileOf(sorted, 0.99) };
}

function send(url: URL, method: string, token: string, agent: Agent, body?: object): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const headers = { authorization: `Bearer ${token}`, ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }) };
    const sent = request(url, { method, agent, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => { resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }); });
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

process.once('message', async (load) => {
  // The one sender is `measureClerks`.
  process.send?.(await work(load as ClerkLoad));
  process.disconnect();
});
