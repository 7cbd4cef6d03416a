import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';

/** What a simulator was asked. */
export interface SimulatorRequest {
  /** The JSON it was sent; undefined when it was none or too long. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  readonly query: URLSearchParams;
  /** What stands in the path at `*`. */
  readonly rest: string;
}

/** A text is sent as a page, bytes as a file of `mediaType`, anything else as JSON. */
export interface SimulatorAnswer { readonly status?: number; readonly body: object | string; readonly mediaType?: string }

/** Routes of a simulator: `POST /readings`, or with one variable end `GET /indicators/*`. */
export type SimulatorRoutes = Readonly<Record<string, (request: SimulatorRequest) => SimulatorAnswer | Promise<SimulatorAnswer>>>;

interface SimulatorLimits {
  mostBytes?: number;
  /** Of a service that pages in a browser ask by themselves: which pages may. Every other page is refused (403). */
  allows?: (origin: string) => boolean;
}

/** Makes a service outside the platform as a process of its own, for tests and rehearsals: JSON in, JSON out. */
export function createSimulator(routes: SimulatorRoutes, { mostBytes = 64 * 1024, allows }: SimulatorLimits = {}): Server {
  async function handle(request: IncomingMessage): Promise<SimulatorAnswer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
    const end = pathname.lastIndexOf('/');
    const route = routes[`${request.method ?? ''} ${pathname}`] ?? routes[`${request.method ?? ''} ${pathname.slice(0, end)}/*`];
    if (!route) return { status: 404, body: { message: '没有这个地址' } };
    return route({ body: parse(await readBody(request, mostBytes)), query: searchParams, rest: decodeURIComponent(pathname.slice(end + 1)) });
  }
  return createServer((request, response) => {
    if (allows && !admit(request, response, allows)) return;
    handle(request).then((answer) => { send(response, answer); }, () => { send(response, { status: 500, body: { message: '模拟器出错' } }); });
  });
}

/** Answers what a browser asks before a page may speak with a service on its own computer (CORS, private network access). */
function admit({ method, headers: { origin, host = '' } }: IncomingMessage, response: ServerResponse, allows: (origin: string) => boolean): boolean {
  // A name that somebody has pointed at this computer (DNS rebinding) is not loopback.
  const local = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host);
  if (local && origin === undefined) return true;
  if (!local || origin === undefined || !allows(origin)) {
    send(response, { status: 403, body: { code: 'not-allowed', message: '这个网站没有被允许使用本机设备' } });
    return false;
  }
  response.setHeader('access-control-allow-origin', origin).setHeader('vary', 'origin');
  if (method !== 'OPTIONS') return true;
  response.writeHead(204, { 'access-control-allow-methods': 'GET, POST, DELETE', 'access-control-allow-headers': 'content-type', 'access-control-allow-private-network': 'true', 'access-control-max-age': '600' }).end();
  return false;
}

async function readBody(request: IncomingMessage, mostBytes: number): Promise<string> {
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

function parse(body: string): Record<string, unknown> | undefined {
  try {
    const found: unknown = JSON.parse(body);
    return typeof found === 'object' && found !== null ? found as Record<string, unknown> : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status = 200, body, mediaType = 'application/octet-stream' }: SimulatorAnswer): void {
  if (body instanceof Uint8Array) {
    response.writeHead(status, { 'content-type': mediaType, 'x-content-type-options': 'nosniff' }).end(body);
    return;
  }
  const page = typeof body === 'string';
  response.writeHead(status, { 'content-type': `${page ? 'text/html' : 'application/json'}; charset=utf-8` }).end(page ? body : JSON.stringify(body));
}

interface Started<K extends string> {
  /** e.g. 短信模拟网关. */
  name: string;
  /** TCP port unless `--port` says another. */
  port: string;
  /** Further options that take a value. */
  options?: readonly K[];
  make: (values: Partial<Record<K, string>>) => Server | Promise<Server>;
  /** What is said once it is up, after its address. */
  hint: string;
}

/** Runs a simulator from the command line until it is told to stop. */
export async function runSimulator<K extends string = never>({ name, port, options = [], make, hint }: Started<K>): Promise<void> {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string', default: port }, host: { type: 'string', default: '127.0.0.1' }, ...Object.fromEntries(options.map((option) => [option, { type: 'string' as const }])) } });
    const given = values as Record<string, string | undefined>;
    const { port: chosen = port, host = '127.0.0.1', ...rest } = given;
    const server = await make(rest as Partial<Record<K, string>>);
    server.listen(Number(chosen), host, () => { process.stdout.write(`${name}已启动：http://${host}:${chosen}（${hint}）\n`); });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => { server.close(); server.closeAllConnections(); });
  } catch (error) {
    process.stderr.write(`${name}没有启动：${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
