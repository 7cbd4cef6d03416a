import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { createApp as CreateApp, Platform } from '../../../server/src/app.ts';
import { createTestClock, type TestClock } from '../../../server/src/kernel/clock/index.ts';
import { loadConfig } from '../../../server/src/kernel/config/index.ts';
import { createTestDatabase, useResource, type TestDatabase } from './create-test-database.ts';

/** The whole platform on a database of its own, with a clock that stands until the test moves it. */
export interface TestServer {
  readonly kernel: Platform['kernel'];
  readonly relay: Platform['relay'];
  /** The real HTTP application: `app.inject({ method, url, payload, headers })`. */
  readonly app: Awaited<ReturnType<typeof CreateApp>>;
  readonly clock: TestClock;
  readonly database: TestDatabase;
  /** Listens on a free loopback port and gives the origin, for tests that need real connections. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

export interface TestServerOptions {
  /** Instant the clock stands at; 2026-11-20 10:00 in China, a working day, unless told. */
  readonly now?: string;
  /** Further environment variables of `kernel/config`. */
  readonly env?: Readonly<Record<string, string>>;
  /** Serves the built front-ends too, for browsers. */
  readonly withFrontEnds?: boolean;
  /** The prepared database to copy; the migrated one with nothing in it unless told. */
  readonly template?: string;
  /** The database to stand on instead of a copy of its own; its maker drops it. */
  readonly database?: TestDatabase;
}

/** Puts the platform together for tests; nothing runs in the background: call `relay.drain()` to deliver events. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { createApp, createPlatform } = await import('../../../server/src/app.ts');
  const database = options.database ?? await createTestDatabase(options.template);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-server-'));
  const clock = createTestClock(options.now ?? '2026-11-20T10:00:00+08:00');
  const config = loadConfig({
    DATA_DIR: dataDir,
    DATABASE_URL: database.connectionString,
    LOG_LEVEL: 'silent',
    TONGBAN_DEMO: '0',
    TONGBAN_MASTER_KEY: '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff',
    ...options.env,
  });
  const platform = createPlatform(config, database.db, clock);
  const { frontEnds } = await import('../../../server/src/front-ends.ts');
  const app = await createApp(platform, options.withFrontEnds ? frontEnds : []);
  const close = async (): Promise<void> => {
    await app.close();
    if (!options.database) await database.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { ...platform, relay: { drain: () => drainAll(platform, database) }, app, clock, database, close, listen: () => app.listen({ host: '127.0.0.1', port: 0 }) };
}

/**
 * Delivers until nothing is left. The relay passes over events younger than any open transaction, also one of another test
 * file on the same cluster, so a single round may deliver nothing although all is committed.
 */
async function drainAll({ relay }: Platform, { db }: TestDatabase): Promise<number> {
  let delivered = 0;
  for (let behind = true; behind;) {
    delivered += await relay.drain();
    const { rows } = await db.pool.query<{ behind: boolean }>(`
      SELECT EXISTS (SELECT FROM kernel.subscription s, (SELECT tx, position FROM kernel.event ORDER BY tx DESC, position DESC LIMIT 1) AS head
        WHERE (s.last_tx, s.last_position) < (head.tx, head.position)) AS behind`);
    behind = rows[0]?.behind ?? false;
  }
  return delivered;
}

/** Gives the test file a server from its first test to its last; call the result inside tests. */
export function useTestServer(options: TestServerOptions = {}): () => TestServer {
  return useResource(() => startTestServer(options), (server) => server.close());
}
