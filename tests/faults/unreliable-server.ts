import { chmod, mkdtemp, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createEmptyDatabaseOnGivenServer, findFreePort, startServerProcess, type ServerProcess } from '@tongban/testkit';
import { findEmbeddedPostgres } from '../../server/src/kernel/db/embedded/index.ts';
import { openDatabase, type Database } from '../../server/src/kernel/db/index.ts';

/** The built platform on a database of its own, to be killed and started again at the same address. */
export interface UnreliableServer {
  readonly url: string;
  /** Resolves once the server runs; already resolved while it does. */
  running(): Promise<void>;
  /** SIGKILL; with `database` the embedded PostgreSQL dies too, where there is one. Starts again at once. */
  killAndRestart(database: boolean): Promise<void>;
  /** A pool on its database, for looking behind the scenes. */
  open(): Promise<Database>;
  dispose(): Promise<void>;
}

/** Starts the platform with the demonstration city: on the server `TEST_DATABASE_URL` names, else on its embedded one. */
export async function startUnreliableServer(): Promise<UnreliableServer> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-faults-'));
  await chmod(dataDir, 0o755);
  const database = await createEmptyDatabaseOnGivenServer();
  const port = await findFreePort();
  const env = { DATA_DIR: dataDir, TONGBAN_DEMO: '1', LOG_LEVEL: 'error', ...(database ? { DATABASE_URL: database.connectionString } : {}) };
  const start = (): Promise<ServerProcess> => startServerProcess(port, env);
  let current = start();
  const { url } = await current;
  return {
    url,
    running: async () => {
      await current;
    },
    killAndRestart: async (killDatabase) => {
      const server = await current;
      const victims = killDatabase && !database ? [await readPostmasterPid(dataDir)] : [];
      current = (async () => {
        for (const pid of victims) process.kill(pid, 'SIGKILL');
        await server.end('SIGKILL');
        return await start();
      })();
      await current;
    },
    open: async () => {
      const embedded = database ? undefined : await findEmbeddedPostgres({ dataDir });
      return openDatabase(database?.connectionString ?? embedded?.connectionString('tongban') ?? '', 4);
    },
    dispose: async () => {
      await (await current).end('SIGTERM');
      await database?.drop();
      const elsewhere = await readlink(path.join(dataDir, 'postgres')).catch(() => undefined);
      if (elsewhere !== undefined) await rm(elsewhere, { recursive: true, force: true });
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function readPostmasterPid(dataDir: string): Promise<number> {
  const text = await readFile(path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8');
  return Number.parseInt(text, 10);
}
