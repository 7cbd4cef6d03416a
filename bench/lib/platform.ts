import { createPlatform, migrate, type Platform } from '../../server/src/app.ts';
import { systemClock } from '../../server/src/kernel/clock/index.ts';
import { loadConfig, type Config } from '../../server/src/kernel/config/index.ts';
import { openDatabase, type Database } from '../../server/src/kernel/db/index.ts';
import { startServerProcess, type ServerProcess } from '../../packages/testkit/src/server-process.ts';
import { peakMemoryOf, type MemoryLog } from './memory.ts';

const masterKey = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

/** Connections of every pool: the server's, and the bare statements' it is compared with. */
export const poolSize = 16;

export interface BenchSite {
  readonly connectionString: string;
  readonly dataDir: string;
}

function environmentOf({ connectionString, dataDir }: BenchSite): Record<string, string> {
  return { DATABASE_URL: connectionString, DATA_DIR: dataDir, TONGBAN_MASTER_KEY: masterKey, TONGBAN_DEMO: '0', DATABASE_CONNECTIONS: String(poolSize), LOG_LEVEL: 'error' };
}

/** What a platform in a process of the benchmark stands on; `connections` of its pool. */
export function openBenchPlatform(site: BenchSite, connections = poolSize): { config: Config; db: Database } {
  return { config: loadConfig(environmentOf(site)), db: openDatabase(site.connectionString, connections) };
}

/** The platform in this process, to prepare what is measured; migrates the database. */
export async function openPlatform(site: BenchSite): Promise<Platform> {
  const { config, db } = openBenchPlatform(site, 4);
  await migrate(db, site.connectionString);
  return createPlatform(config, db, systemClock);
}

/**
 * Runs `work` against the built server in a process of its own. It serves HTTP only (`main`), as in an installation with
 * workers: deliveries, notices and audit chaining follow in another process and are measured apart; with `all` it does both.
 */
export async function withServer<T>(site: BenchSite, port: number, memory: MemoryLog, work: (server: ServerProcess) => Promise<T>, role: 'main' | 'all' = 'main'): Promise<T> {
  // For a closer look, e.g. BENCH_NODE_OPTIONS="--require ./profile.cjs"
  const options = process.env['BENCH_NODE_OPTIONS'];
  const server = await startServerProcess(port, { ...environmentOf(site), TONGBAN_ROLE: role, ...(options ? { NODE_OPTIONS: options } : {}) });
  try {
    return await work(server);
  } finally {
    memory.server = Math.max(memory.server, await peakMemoryOf(server.pid));
    await server.end('SIGTERM');
  }
}
