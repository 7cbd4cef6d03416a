import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { findFreePort, startServerProcess, type ServerProcess } from '../../packages/testkit/src/server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the running platform with the demonstration city. */
    platformUrl: string;
    /** Where the journeys of one run keep who is signed in. */
    sessionsDir: string;
  }
}

let server: ServerProcess | undefined;
let dataDir: string | undefined;

/** Starts the platform on an empty data folder, so that every run begins with the freshly seeded city. */
export async function setup(project: Pick<TestProject, 'provide'>): Promise<void> {
  dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-browser-'));
  await chmod(dataDir, 0o755);
  const sessionsDir = path.join(dataDir, 'sessions');
  await mkdir(sessionsDir);
  const port = await findFreePort();
  server = await startServerProcess(port, { DATA_DIR: dataDir, TONGBAN_DEMO: '1', PUBLIC_URL: `http://127.0.0.1:${port}` });
  project.provide('platformUrl', server.url);
  project.provide('sessionsDir', sessionsDir);
}

export async function teardown(): Promise<void> {
  await server?.end('SIGTERM');
  if (dataDir !== undefined) await rm(dataDir, { recursive: true, force: true });
}
