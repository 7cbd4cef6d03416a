import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { percentileOf } from './figures.ts';

/** What a load came to; latencies in ms. */
export interface LoadResult {
  /** All that were answered, also before the load had settled. */
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers other than 2xx and broken connections. */
  readonly errors: number;
  /** The first answer that was no success, for the report. */
  readonly firstError: string | undefined;
}

interface Connections {
  readonly origin: string;
  readonly connections: number;
  /** No request begins after this many ms. */
  readonly forMs?: number;
  /** What is sent in the first ms is answered but not counted: all connections ask in one instant then, of a server that has rested. */
  readonly settleMs?: number;
}

/** Requests sent over and over, each by the connection that is free next. */
export interface TimedLoad extends Connections {
  readonly requests: readonly Uint8Array[];
  /** Places in `requests`, in the order in which they are sent; as they stand when absent. */
  readonly order?: Uint32Array;
}

/** A load over keep-alive connections, each sending its next request as soon as the last one is answered. */
interface Load extends Connections {
  /** The next request of a connection as bytes; undefined ends the connection. */
  readonly next: (connection: number) => Uint8Array | undefined;
  /** Called with each body; only given where it is needed, since it costs. */
  readonly onAnswer?: (connection: number, status: number, body: string) => void;
}

/** Bytes of a JSON request; made before a measurement, so that it costs nothing in it. */
export function requestBytes(method: string, path: string, token: string | undefined, body?: object): Buffer {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const lines = [
    `${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
    ...(payload === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(payload)}`]),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${payload ?? ''}`);
}

interface Answer { status: number; end: number; bodyStart: number }

const blank = Buffer.from('\r\n\r\n');
const lastChunk = Buffer.from('0\r\n\r\n');

/** Where an answer ends in what has arrived; undefined while it is not all there. */
function parseAnswer(data: Buffer): Answer | undefined {
  const head = data.indexOf(blank);
  if (head === -1) return undefined;
  const text = data.toString('latin1', 0, head).toLowerCase();
  const status = Number(text.slice(9, 12));
  const bodyStart = head + 4;
  const length = /\r\ncontent-length: (\d+)/.exec(text)?.[1];
  if (length !== undefined) {
    const end = bodyStart + Number(length);
    return data.length >= end ? { status, end, bodyStart } : undefined;
  }
  if (status === 204 || status === 304) return { status, end: bodyStart, bodyStart };
  const chunks = data.indexOf(lastChunk, bodyStart);
  return chunks === -1 ? undefined : { status, end: chunks + lastChunk.length, bodyStart };
}

class Meter {
  readonly latencies: number[] = [];
  readonly countFrom: number;
  requests = 0;
  errors = 0;
  firstError: string | undefined;

  constructor(countFrom: number) {
    this.countFrom = countFrom;
  }

  take(sentAt: number): void {
    this.requests += 1;
    if (sentAt >= this.countFrom) this.latencies.push(performance.now() - sentAt);
  }

  fail(reason: string): void {
    this.errors += 1;
    this.firstError ??= reason.slice(0, 500);
  }
}

function openSocket(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true });
    socket.once('connect', () => { socket.removeListener('error', reject); resolve(socket); });
    socket.once('error', reject);
  });
}

function driveConnection(socket: Socket, connection: number, load: Load, meter: Meter, deadline: number): Promise<void> {
  return new Promise((resolve) => {
    let pending: Buffer = Buffer.alloc(0);
    let sentAt = 0;
    const finish = (): void => { socket.removeAllListeners(); socket.on('error', () => {}); socket.destroy(); resolve(); };
    const send = (): void => {
      const request = performance.now() < deadline ? load.next(connection) : undefined;
      if (request === undefined) { finish(); return; }
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('data', (chunk: Buffer) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const answer = parseAnswer(pending);
      if (answer === undefined) return;
      meter.take(sentAt);
      const isError = answer.status < 200 || answer.status > 299;
      if (isError) meter.fail(`${answer.status} ${pending.toString('utf8', answer.bodyStart, answer.end)}`);
      load.onAnswer?.(connection, answer.status, pending.toString('utf8', answer.bodyStart, answer.end));
      pending = pending.subarray(answer.end);
      send();
    });
    socket.on('error', (error) => { meter.fail(error.message); finish(); });
    socket.on('close', () => { meter.fail('connection closed by the server'); finish(); });
    send();
  });
}

/**
 * Runs a load from a process of its own: the heap of a benchmark is large, and each collection of it, thirty ms, would be
 * measured as an answer that took so long.
 */
export async function runLoad(load: TimedLoad): Promise<LoadResult> {
  const generator = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)), { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
  generator.send(load);
  const [result] = await once(generator, 'message') as [LoadResult];
  return result;
}

/** The work of that process. */
export function runTimedLoad({ requests, order, ...connections }: TimedLoad): Promise<LoadResult> {
  let asked = 0;
  const count = order?.length ?? requests.length;
  const next = (): Uint8Array | undefined => { const at = asked++ % count; return requests[order ? order[at] ?? 0 : at]; };
  return drive({ ...connections, next });
}

/** Opens the connections, then runs the load; connecting is not measured. */
async function drive(load: Load): Promise<LoadResult> {
  const { hostname, port } = new URL(load.origin);
  const sockets: Socket[] = [];
  for (let from = 0; from < load.connections; from += 100) {
    sockets.push(...await Promise.all(Array.from({ length: Math.min(100, load.connections - from) }, () => openSocket(hostname, Number(port)))));
  }
  const started = performance.now();
  const settled = started + (load.settleMs ?? 0);
  const meter = new Meter(settled);
  await Promise.all(sockets.map((socket, connection) => driveConnection(socket, connection, load, meter, settled + (load.forMs ?? Infinity))));
  const seconds = (performance.now() - settled) / 1_000;
  const sorted = meter.latencies.sort((one, other) => one - other);
  return {
    requests: meter.requests, perSecond: sorted.length / seconds, p50: percentileOf(sorted, 0.5), p99: percentileOf(sorted, 0.99),
    errors: meter.errors, firstError: meter.firstError,
  };
}

/** Sends each request once over `connections` connections. @throws Error when one is not answered with success */
export async function sendAll(origin: string, connections: number, requests: readonly Buffer[], onAnswer?: (index: number, body: string) => void): Promise<LoadResult> {
  let at = 0;
  const current = new Map<number, number>();
  const result = await drive({
    origin, connections: Math.min(connections, requests.length),
    next: (connection) => { current.set(connection, at); return requests[at++]; },
    ...(onAnswer ? { onAnswer: (connection: number, _status: number, body: string) => { onAnswer(current.get(connection) ?? 0, body); } } : {}),
  });
  if (result.errors > 0) throw new Error(`${result.errors} of ${requests.length} requests failed, first: ${result.firstError}`);
  return result;
}
