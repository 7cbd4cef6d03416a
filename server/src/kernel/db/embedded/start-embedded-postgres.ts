import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { runsAsRoot } from './database-user.ts';
import { claimHome, findOwner } from './claim-home.ts';

import { openCluster, passwordFile, SUPERUSER, type Cluster } from './initialise-cluster.ts';
import { ensureRunnable, locateBinaries, type PostgresBinaries } from './locate-binaries.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { findHome, prepareHome, SYSTEM_HOME, type ClusterHome } from './prepare-home.ts';
import { PostmasterStartError, runPostmaster, type Postmaster } from './run-postmaster.ts';
import { stopOrphan } from './stop-orphan.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of all state; the database takes `postgres` in it. Relative paths start at the working directory. */
  readonly dataDir: string;
  /** Receives the few lines an operator should see. */
  readonly log: (line: string) => void;
  /** `disposable` gives durability up for speed: only for databases that tests throw away. */
  readonly durability?: 'durable' | 'disposable';
}

export interface EmbeddedPostgres {
  /** Process number of the server. */
  readonly pid: number;
  /** Connection string of one database for the superuser, over loopback TCP. */
  connectionString(database: string): string;
  /** Creates the database unless it exists. */
  ensureDatabase(database: string): Promise<void>;
  /** Ends all connections and stops the server; does nothing when another process owns it. */
  stop(): Promise<void>;
  /** Resolves when the server has ended, be it by `stop` or by itself. */
  readonly exited: Promise<void>;
}

/**
 * Starts the PostgreSQL server that npm installed, on the cluster in `dataDir`, making the cluster on first use.
 * The server ends with this process, however that ends; what it acknowledged is on disk (fsync).
 * @throws EmbeddedPostgresError `in-use` when another living process has started it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const durable = options.durability !== 'disposable';
  const home = await prepareHome(path.resolve(options.dataDir), log);
  const claim = await claimHome(home.path);
  try {
    const installed = await locateBinaries();
    const binaries = await ensureRunnable(installed, home.user, runsAsRoot() ? SYSTEM_HOME : home.path);
    if (binaries.copied) log(`数据库程序所在目录对数据库用户不可用，改用 ${binaries.root} 中的副本。`);
    const cluster = await openCluster(home, binaries, durable);
    await stopOrphan(cluster.path, log);
    const { postmaster, port } = await startOnFreePort({ home, cluster, binaries, durable, log });
    const stop = async (): Promise<void> => {
      await postmaster.stop();
      await claim.release();
    };
    return describeServer({ pid: postmaster.pid, port, password: cluster.password, exited: postmaster.exited, stop });
  } catch (error) {
    await claim.release();
    throw error;
  }
}

/**
 * Connects to the embedded server that another process on `dataDir` has started, so that commands work beside a
 * running platform. Returns undefined when none is running; the caller may then start it.
 */
export async function findEmbeddedPostgres(options: Pick<EmbeddedPostgresOptions, 'dataDir'>): Promise<EmbeddedPostgres | undefined> {
  const home = await findHome(path.resolve(options.dataDir));
  if (home === undefined) return undefined;
  while ((await findOwner(home)) !== undefined) {
    const running = await readPostmasterFile(path.join(home, 'cluster'));
    if (running?.ready === true) {
      const password = (await readFile(passwordFile({ path: home }), 'utf8')).trim();
      const nothing = (): Promise<void> => Promise.resolve();
      return describeServer({ ...running, password, exited: new Promise(() => undefined), stop: nothing });
    }
    await delay(100);
  }
  return undefined;
}

interface StartInput {
  readonly home: ClusterHome;
  readonly cluster: Cluster;
  readonly binaries: PostgresBinaries;
  readonly durable: boolean;
  readonly log: (line: string) => void;
}

async function startOnFreePort(input: StartInput): Promise<{ postmaster: Postmaster; port: number }> {
  const portFile = path.join(input.home.path, 'port');
  const previous = Number(await readFile(portFile, 'utf8').catch(() => '0'));
  let port = await reservePort(previous);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const postmaster = await runPostmaster({ ...input, port });
      if (port !== previous) await writeFile(portFile, `${port}\n`);
      return { postmaster, port };
    } catch (error) {
      if (!(error instanceof PostmasterStartError) || attempt === 30) throw error;
      if (/shared memory block|lock file/u.test(error.output)) {
        // Children of a server that was killed outright take a moment to notice.
        await delay(200);
      } else if (/Address already in use|could not create any TCP/u.test(error.output)) {
        port = await reservePort(0);
      } else throw error;
    }
  }
}

/** Returns `wanted` if it is free, else any free loopback port. Keeping the port lets waiting clients reconnect. */
async function reservePort(wanted: number): Promise<number> {
  return (await tryListen(wanted)) ?? (await tryListen(0)) ?? 0;
}

function tryListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}

function describeServer(server: {
  readonly pid: number;
  readonly port: number;
  readonly password: string;
  readonly exited: Promise<void>;
  readonly stop: () => Promise<void>;
}): EmbeddedPostgres {
  const connectionString = (database: string): string =>
    `postgresql://${SUPERUSER}:${server.password}@127.0.0.1:${server.port}/${encodeURIComponent(database)}`;
  return {
    pid: server.pid,
    exited: server.exited,
    stop: server.stop,
    connectionString,
    ensureDatabase: async (database) => await ensureDatabase(connectionString('postgres'), database),
  };
}

async function ensureDatabase(connectionString: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

