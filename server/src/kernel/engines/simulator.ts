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

export interface SimulatorAnswer { readonly status?: number; readonly body: object }

/** Routes of a simulator: `POST /readings`, or with one variable end `GET /indicators/*`. */
export type SimulatorRoutes = Readonly<Record<string, (request: SimulatorRequest) => SimulatorAnswer | Promise<SimulatorAnswer>>>;

/** Makes a service outside the platform as a process of its own, for tests and rehearsals: JSON in, JSON out. */
export function createSimulator(routes: SimulatorRoutes, { mostBytes = 64 * 1024 }: { mostBytes?: number } = {}): Server {
  async function handle(request: IncomingMessage): Promise<SimulatorAnswer> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://simulator');
    const end = pathname.lastIndexOf('/');
    const route = routes[`${request.method ?? ''} ${pathname}`] ?? routes[`${request.method ?? ''} ${pathname.slice(0, end)}/*`];
    if (!route) return { status: 404, body: { message: '没有这个地址' } };
    return route({ body: parse(await readBody(request, mostBytes)), query: searchParams, rest: decodeURIComponent(pathname.slice(end + 1)) });
  }
  return createServer((request, response) => {
    handle(request).then(({ status = 200, body }) => { send(response, status, body); }, () => { send(response, 500, { message: '模拟器出错' }); });
  });
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

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
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
