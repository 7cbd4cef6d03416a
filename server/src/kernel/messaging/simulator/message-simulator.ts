import { randomInt } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createSimulator } from '../../engines/index.ts';

/** A message the simulator took. */
export interface TakenMessage {
  id: string;
  to: string;
  title: string;
  text: string;
  link: string | null;
  /** ISO instant. */
  receivedAt: string;
}

interface SimulatorOptions {
  /** JSON-lines file that keeps what was sent over restarts; memory only without it. */
  file?: string;
  now: () => Date;
}

/**
 * Makes a runnable gateway of any channel for tests and rehearsals: `POST /messages {id, to, title, text, link}` takes a
 * message (the same id once), `GET /receipts?after=` tells what became of them, `GET /messages?to=` shows what was sent,
 * `POST /codes {address}` gives an account a one-time code, `POST /bindings {code}` tells the account of a code once.
 * An address that ends in 9998 gets a failed receipt, 9997 is refused for good (422), 9999 finds the gateway busy (503), 9996 reads.
 */
export async function createMessageSimulator({ file, now }: SimulatorOptions): Promise<Server> {
  const sent = file === undefined ? [] : await readSent(file);
  const known = new Set(sent.map(({ id }) => id));
  const codes = new Map<string, string>();
  return createSimulator({
    'POST /messages': async ({ body: { id, to, title = '', text, link = null } = {} }) => {
      if (typeof id !== 'string' || typeof to !== 'string' || typeof text !== 'string' || typeof title !== 'string') return { status: 400, body: { message: '需要 id、to、title、text' } };
      if (to.endsWith('9999')) return { status: 503, body: { message: '网关繁忙' } };
      if (to.endsWith('9997')) return { status: 422, body: { message: '号码已停机' } };
      if (!known.has(id)) {
        known.add(id);
        const message: TakenMessage = { id, to, title, text, link: typeof link === 'string' ? link : null, receivedAt: now().toISOString() };
        sent.push(message);
        if (file !== undefined) await appendFile(file, `${JSON.stringify(message)}\n`);
      }
      return { status: 202, body: { id } };
    },
    'GET /receipts': ({ query }) => {
      const from = Number(query.get('after')) || 0;
      const items = sent.slice(from, from + 200).map(({ id, to, receivedAt }) => (to.endsWith('9998')
        ? { id, state: 'failed', at: receivedAt, reason: '空号' } : { id, state: to.endsWith('9996') ? 'read' : 'delivered', at: receivedAt }));
      return { body: { items, cursor: String(from + items.length) } };
    },
    'GET /messages': ({ query }) => {
      const to = query.get('to');
      return { body: { items: sent.filter((message) => to === null || message.to === to).reverse() } };
    },
    'POST /codes': ({ body: { address } = {} }) => {
      if (typeof address !== 'string' || address === '') return { status: 400, body: { message: '需要 address' } };
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      codes.set(code, address);
      return { body: { code } };
    },
    'POST /bindings': ({ body: { code } = {} }) => {
      const address = typeof code === 'string' ? codes.get(code) : undefined;
      if (address === undefined) return { status: 404, body: { message: '没有这个绑定码，或者已经用过' } };
      codes.delete(String(code));
      return { body: { address } };
    },
  });
}

async function readSent(file: string): Promise<TakenMessage[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as TakenMessage);
}
