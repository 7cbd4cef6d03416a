import { appendFile, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

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

const mostBytes = 64 * 1024;

/**
 * Makes a runnable SMS gateway for tests and rehearsals: `POST /messages {id, mobile, text}` takes a message (the same
 * id once), `GET /receipts?after=` tells what became of them, `GET /messages?mobile=` shows what was sent.
 * A number that ends in 9998 gets a failed receipt, 9997 is refused for good (422), 9999 finds the gateway busy (503).
 */
export async function createSmsSimulator({ file, now }: SimulatorOptions): Promise<Server> {
  const sent = file === undefined ? [] : await readSent(file);
  const known = new Set(sent.map(({ id }) => id));

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sms = parseSms(await readBody(request), now());
    if (!sms) return answer(response, 400, { message: '需要 id、mobile、text' });
    if (sms.mobile.endsWith('9999')) return answer(response, 503, { message: '网关繁忙' });
    if (sms.mobile.endsWith('9997')) return answer(response, 422, { message: '号码已停机' });
    if (!known.has(sms.id)) {
      known.add(sms.id);
      sent.push(sms);
      if (file !== undefined) await appendFile(file, `${JSON.stringify(sms)}\n`);
    }
    answer(response, 202, { id: sms.id });
  }

  function receipts(after: string): { items: object[]; cursor: string } {
    const from = Number(after) || 0;
    const items = sent.slice(from, from + 200).map(({ id, mobile, receivedAt }) => (mobile.endsWith('9998')
      ? { id, state: 'failed', at: receivedAt, reason: '空号' } : { id, state: 'delivered', at: receivedAt }));
    return { items, cursor: String(from + items.length) };
  }

  return createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://simulator');
    if (request.method === 'POST' && url.pathname === '/messages') {
      take(request, response).catch(() => { answer(response, 500, { message: '模拟器出错' }); });
    } else if (request.method === 'GET' && url.pathname === '/receipts') answer(response, 200, receipts(url.searchParams.get('after') ?? ''));
    else if (request.method === 'GET' && url.pathname === '/messages') {
      const mobile = url.searchParams.get('mobile');
      answer(response, 200, { items: sent.filter((sms) => mobile === null || sms.mobile === mobile).reverse() });
    } else answer(response, 404, { message: '没有这个地址' });
  });
}

async function readSent(file: string): Promise<SimulatedSms[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as SimulatedSms);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > mostBytes) return '';
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseSms(body: string, now: Date): SimulatedSms | undefined {
  try {
    const { id, mobile, text } = JSON.parse(body) as Record<string, unknown>;
    if (typeof id === 'string' && typeof mobile === 'string' && typeof text === 'string') return { id, mobile, text, receivedAt: now.toISOString() };
  } catch { /* not JSON: answered as incomplete */ }
  return undefined;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
