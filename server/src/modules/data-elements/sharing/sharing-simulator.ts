import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** What a service of the simulator knows of one subject. */
export interface SimulatedRecord {
  service: string;
  documentNumber: string;
  asOf?: string;
  validUntil?: string;
  values?: Record<string, unknown>;
  /** Instead of an answer: out of order (503), or five seconds late. */
  fault?: 'out-of-order' | 'slow';
}

interface SimulatorOptions {
  records: () => readonly SimulatedRecord[];
  /** Told of every question, for those who want to see what was asked. */
  onAsked?: (question: Question) => void;
}

interface Question { service: string; fields: string[]; subject: { documentNumber: string }; purpose: string; consentAt: string }

const mostBytes = 64 * 1024;
/** Longer than the platform waits. */
const slowMs = 5_000;

/**
 * Makes a runnable data-sharing platform for tests and rehearsals, by the contract of the module's README:
 * `POST /queries` answers what its records say of a subject, or fails as they say.
 */
export function createSharingSimulator({ records, onAsked }: SimulatorOptions): Server {
  async function answerQuery(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const question = parse(await readBody(request));
    if (!question) return answer(response, 400, { message: '需要 id、service、fields、subject、purpose、consentAt' });
    onAsked?.(question);
    const record = records().find(({ service, documentNumber }) => service === question.service && documentNumber === question.subject.documentNumber);
    if (!record) return answer(response, 200, { found: false });
    if (record.fault === 'out-of-order') return answer(response, 503, { message: '接口维护中' });
    if (record.fault === 'slow') await delay(slowMs, undefined, { ref: false });
    const { values = {}, asOf = null, validUntil = null } = record;
    const known = question.fields.filter((field) => Object.hasOwn(values, field)).map((field) => [field, values[field]] as const);
    answer(response, 200, { found: true, asOf, validUntil, values: Object.fromEntries(known) });
  }
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://simulator');
    if (request.method === 'POST' && pathname === '/queries') answerQuery(request, response).catch(() => { answer(response, 500, { message: '模拟器出错' }); });
    else answer(response, 404, { message: '没有这个地址' });
  });
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

function parse(body: string): Question | undefined {
  try {
    const question = JSON.parse(body) as Partial<Question> & { id?: unknown };
    const { id, service, fields, subject, purpose, consentAt } = question;
    const whole = typeof id === 'string' && typeof service === 'string' && Array.isArray(fields) && typeof subject?.documentNumber === 'string' && typeof purpose === 'string' && typeof consentAt === 'string';
    return whole ? { service, fields, subject, purpose, consentAt } : undefined;
  } catch {
    return undefined;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
