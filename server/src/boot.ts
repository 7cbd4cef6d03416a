import { migrate } from './app.ts';
import type { Config } from './kernel/config/index.ts';
import { findEmbeddedPostgres, startEmbeddedPostgres } from './kernel/db/embedded/index.ts';
import { openDatabase, type Database } from './kernel/db/index.ts';
import { checkMasterKey } from './kernel/personal-data/index.ts';

/** The database a configuration names, migrated and open. */
export interface OpenedDatabase {
  db: Database;
  connectionString: string;
  /** Names of the migrations this start applied. */
  applied: string[];
  /** Closes the pool, then the embedded server if this process started it. */
  close(): Promise<void>;
}

const databaseName = 'tongban';

/** Opens `DATABASE_URL`, or starts the embedded PostgreSQL in `DATA_DIR`, and brings it to this version's schema. */
export async function openConfiguredDatabase(config: Config, log: (line: string) => void): Promise<OpenedDatabase> {
  if (config.databaseUrl) return open(config, config.databaseUrl, async () => {});
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  await server.ensureDatabase(databaseName);
  return open(config, server.connectionString(databaseName), () => server.stop());
}

/**
 * Opens the database for a command: beside a running server it joins that server's embedded PostgreSQL, which is left
 * running; otherwise as `openConfiguredDatabase` does.
 */
export async function openCommandDatabase(config: Config, log: (line: string) => void = () => {}): Promise<OpenedDatabase> {
  const running = config.databaseUrl ? undefined : await findEmbeddedPostgres({ dataDir: config.dataDir });
  return running ? open(config, running.connectionString(databaseName), async () => {}) : openConfiguredDatabase(config, log);
}

async function open(config: Config, connectionString: string, stop: () => Promise<void>): Promise<OpenedDatabase> {
  const db = openDatabase(connectionString, config.databaseConnections);
  try {
    const applied = await migrate(db, connectionString);
    await checkMasterKey(config, db);
    return { db, connectionString, applied, close: async () => { await db.close(); await stop(); } };
  } catch (error) {
    await db.close();
    await stop();
    throw error;
  }
}
