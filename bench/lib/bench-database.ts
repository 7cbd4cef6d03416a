import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptyDatabaseStatement, runAdmin, urlOfDatabase } from '../../packages/testkit/src/test-cluster.ts';
import { startEmbeddedPostgres } from '../../server/src/kernel/db/embedded/index.ts';

/** A PostgreSQL server for one run of the benchmarks; what is created on it is removed at the end. */
export interface BenchServer {
  /** Creates a database, empty or as a copy of another; gives its connection string. */
  create(copyOf?: string): Promise<string>;
  drop(connectionString: string): Promise<void>;
  close(): Promise<void>;
  /** In words, for the report. */
  readonly kind: string;
}

async function openServer(): Promise<{ adminUrl: string; given: boolean; stop: () => Promise<void> }> {
  const given = process.env['BENCH_DATABASE_URL'];
  if (given) return { adminUrl: given, given: true, stop: async () => {} };
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-bench-'));
  await chmod(dataDir, 0o755);
  // Durable like the production default: a write that is acknowledged has been flushed.
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { adminUrl: server.connectionString('postgres'), given: false, stop };
}

/** Opens the server that `BENCH_DATABASE_URL` names, or an embedded one in a temporary folder. */
export async function openBenchServer(): Promise<BenchServer> {
  const { adminUrl, given, stop } = await openServer();
  const created = new Set<string>();
  const drop = async (connectionString: string): Promise<void> => {
    await runAdmin(adminUrl, `drop database if exists ${new URL(connectionString).pathname.slice(1)} with (force)`);
    created.delete(connectionString);
  };
  return {
    kind: given ? 'given PostgreSQL server' : 'embedded PostgreSQL',
    async create(copyOf) {
      const name = `tongban_bench_${randomBytes(5).toString('hex')}`;
      await runAdmin(adminUrl, copyOf === undefined ? emptyDatabaseStatement(name, given) : `create database ${name} template ${new URL(copyOf).pathname.slice(1)}`);
      const connectionString = urlOfDatabase(adminUrl, name);
      created.add(connectionString);
      return connectionString;
    },
    drop,
    async close() {
      try {
        for (const connectionString of created) await drop(connectionString);
      } finally {
        await stop();
      }
    },
  };
}
