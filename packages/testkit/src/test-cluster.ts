import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../../server/src/app.ts';
import { startEmbeddedPostgres } from '../../../server/src/kernel/db/embedded/index.ts';
import { openDatabase } from '../../../server/src/kernel/db/index.ts';

/** The migrated database that every test database is a copy of. */
export interface TemplateDatabase {
  /** Connection to the server's maintenance database, with the right to create databases. */
  readonly adminUrl: string;
  readonly name: string;
  /** True for a server that `TEST_DATABASE_URL` names, false for the embedded one. */
  readonly given: boolean;
}

/** One PostgreSQL for a whole test run. */
export interface TestCluster {
  readonly template: TemplateDatabase;
  close(): Promise<void>;
}

/** Opens the server that `TEST_DATABASE_URL` names, or an embedded one in a temporary folder, and migrates a template. */
export async function openTestCluster(): Promise<TestCluster> {
  const given = process.env['TEST_DATABASE_URL'];
  const server = given ? { adminUrl: given, close: async () => {} } : await startTemporaryServer();
  try {
    const name = `tongban_template_${randomBytes(5).toString('hex')}`;
    await createTemplate(server.adminUrl, name, Boolean(given));
    const close = async (): Promise<void> => {
      if (given) await dropAll(given, name);
      await server.close();
    };
    return { template: { adminUrl: server.adminUrl, name, given: Boolean(given) }, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** What the names of all databases begin with that are made for the run of a template. */
const prefixOf = (template: string): string => template.replace('template', 'test');

/** A new name for a database of the run that a template was made for. */
export function nameTestDatabase(template: string): string {
  return `${prefixOf(template)}_${randomBytes(5).toString('hex')}`;
}

/** Connection string of another database on the server of `adminUrl`. */
export function urlOfDatabase(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** The same for a database that is thrown away: its commits wait for no disk. */
export function urlOfTestDatabase(adminUrl: string, database: string): string {
  const url = new URL(urlOfDatabase(adminUrl, database));
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}

/** Removes the databases of a run, the template too: a server that stays would keep them. */
async function dropAll(adminUrl: string, template: string): Promise<void> {
  const made = await runAdmin(adminUrl, `select datname as name from pg_database where starts_with(datname, '${prefixOf(template)}_')`);
  for (const name of [...made, template]) await runAdmin(adminUrl, `drop database if exists ${name} with (force)`);
}

/** Runs one statement on the maintenance database; gives the names it selects. */
export async function runAdmin(adminUrl: string, statement: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query<{ name: string }>(statement)).rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** SQL that makes an empty database. The embedded cluster has the right locale as its default; a given server may have any. */
export function emptyDatabaseStatement(name: string, given: boolean): string {
  const locale = given ? ` template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'` : '';
  return `create database ${name}${locale}`;
}

async function startTemporaryServer(): Promise<{ adminUrl: string; close: () => Promise<void> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-test-'));
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, log: () => {}, durability: 'disposable' });
  const close = async (): Promise<void> => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { adminUrl: server.connectionString('postgres'), close };
}

async function createTemplate(adminUrl: string, name: string, given: boolean): Promise<void> {
  await runAdmin(adminUrl, emptyDatabaseStatement(name, given));
  const url = urlOfTestDatabase(adminUrl, name);
  const db = openDatabase(url, 2);
  try {
    await migrate(db, url);
  } finally {
    await db.close();
  }
  // A database can only be copied while nobody is connected to it.
  await runAdmin(adminUrl, `alter database ${name} allow_connections false`);
}
