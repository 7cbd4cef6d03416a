import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type { TestCluster } from './test-cluster.ts';

let cluster: Promise<TestCluster> | undefined;
let broker: Server | undefined;

/** Runs once before all test files. Pure tests pay nothing for the server: all is loaded and started at the first request. */
export async function setup(project: Pick<TestProject, 'provide'>): Promise<void> {
  const server = createServer((_request, response) => {
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

/** Runs once after all test files. */
export async function teardown(): Promise<void> {
  broker?.close();
  broker?.closeAllConnections();
  const opened = await cluster?.catch(() => undefined);
  await opened?.close();
}
