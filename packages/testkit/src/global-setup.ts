import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestProject } from 'vitest/node';
import type { TestCluster } from './test-cluster.ts';

let cluster: Promise<TestCluster> | undefined;
let built: Promise<void> | undefined;
let broker: Server | undefined;

/** What one test file prepares for all: the answer of the file that was first, awaited by the others. */
const prepared = new Map<string, { answer: Promise<string>; give: (answer: string) => void }>();

/** Runs once before all test files. Pure tests pay nothing for the server: all is loaded and started at the first request. */
export async function setup(project: Pick<TestProject, 'provide'>): Promise<void> {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/prepared/')) {
      answerPrepared(request.url, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
      return;
    }
    if (request.url === '/built-server') {
      built ??= import('./server-process.ts').then(({ buildServer }) => buildServer());
      built.then(() => response.end(), (error: unknown) => response.writeHead(500).end(String(error)));
      return;
    }
    cluster ??= import('./test-cluster.ts').then(({ openTestCluster }) => openTestCluster());
    cluster.then(
      ({ template }) => response.end(JSON.stringify(template)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? `${error.message}\n${String(error.cause ?? '')}` : String(error)),
    );
  });
  // The first request waits for initdb and all migrations.
  server.requestTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  broker = server;
  project.provide('testDatabaseBroker', `http://127.0.0.1:${port}/`);
}

/** GET: what was prepared, or 204 to the first who asks and is to prepare it. PUT: here it is. */
async function answerPrepared(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const known = prepared.get(name);
  if (request.method === 'PUT') {
    known?.give(await text(request));
    response.end();
  } else if (known) {
    response.end(await known.answer);
  } else {
    const { promise: answer, resolve: give } = withResolvers<string>();
    prepared.set(name, { answer, give });
    response.writeHead(204).end();
  }
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  const held: ((value: T) => void)[] = [];
  const promise = new Promise<T>((resolve) => { held.push(resolve); });
  return { promise, resolve: (value) => { for (const resolve of held) resolve(value); } };
}

/** Runs once after all test files. */
export async function teardown(): Promise<void> {
  broker?.close();
  broker?.closeAllConnections();
  const opened = await cluster?.catch(() => undefined);
  await opened?.close();
}
