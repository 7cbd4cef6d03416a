import { appendFile, readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createSimulator } from '../../engines/index.ts';

/** An SMS the simulator took. */
export interface SimulatedSms {
  id: string;
  mobile: string;
  text: string;
  /** ISO instant. */
  receivedAt: string;
}

interface SimulatorOptions {
  /** JSON-lines file that keeps what was sent over restarts; memory only without it. */
  file?: string;
  now: () => Date;
}

/**
 * Makes a runnable SMS gateway for tests and rehearsals: `POST /messages {id, mobile, text}` takes a message (the same
 * id once), `GET /receipts?after=` tells what became of them, `GET /messages?mobile=` shows what was sent.
 * A number that ends in 9998 gets a failed receipt, 9997 is refused for good (422), 9999 finds the gateway busy (503).
 */
export async function createSmsSimulator({ file, now }: SimulatorOptions): Promise<Server> {
  const sent = file === undefined ? [] : await readSent(file);
  const known = new Set(sent.map(({ id }) => id));
  return createSimulator({
    'POST /messages': async ({ body: { id, mobile, text } = {} }) => {
      if (typeof id !== 'string' || typeof mobile !== 'string' || typeof text !== 'string') return { status: 400, body: { message: '需要 id、mobile、text' } };
      if (mobile.endsWith('9999')) return { status: 503, body: { message: '网关繁忙' } };
      if (mobile.endsWith('9997')) return { status: 422, body: { message: '号码已停机' } };
      if (!known.has(id)) {
        known.add(id);
        const sms: SimulatedSms = { id, mobile, text, receivedAt: now().toISOString() };
        sent.push(sms);
        if (file !== undefined) await appendFile(file, `${JSON.stringify(sms)}\n`);
      }
      return { status: 202, body: { id } };
    },
    'GET /receipts': ({ query }) => {
      const from = Number(query.get('after')) || 0;
      const items = sent.slice(from, from + 200).map(({ id, mobile, receivedAt }) => (mobile.endsWith('9998')
        ? { id, state: 'failed', at: receivedAt, reason: '空号' } : { id, state: 'delivered', at: receivedAt }));
      return { body: { items, cursor: String(from + items.length) } };
    },
    'GET /messages': ({ query }) => {
      const mobile = query.get('mobile');
      return { body: { items: sent.filter((sms) => mobile === null || sms.mobile === mobile).reverse() } };
    },
  });
}

async function readSent(file: string): Promise<SimulatedSms[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as SimulatedSms);
}
