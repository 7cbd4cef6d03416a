import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database } from '../../../server/src/kernel/db/index.ts';
import { emptyDatabaseStatement, nameTestDatabase, runAdmin, urlOfTestDatabase, type TemplateDatabase } from './test-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for the template database; it is made when the first of them asks. */
    testDatabaseBroker: string;
  }
}

const CONNECTIONS = 6;

/** A database of its own for one test file, with all migrations applied and no rows but theirs. */
export interface TestDatabase {
  readonly connectionString: string;
  /** An open pool on it. */
  readonly db: Database;
  /** Closes the pool; the server then removes the database while other tests go on. */
  drop(): Promise<void>;
}

/** Copies the migrated template, or another one that was prepared (about 50 ms). Prefer `useTestDatabase`, which also removes it. */
export async function createTestDatabase(from?: string): Promise<TestDatabase> {
  const { adminUrl, name: template } = await askForTemplate();
  const name = nameTestDatabase(template);
  await runAdmin(adminUrl, `create database ${name} template ${from ?? template}`);
  const connectionString = urlOfTestDatabase(adminUrl, name);
  const db = openDatabase(connectionString, CONNECTIONS);
  const drop = async (): Promise<void> => {
    await db.close();
    // Nobody waits for the checkpoint that this takes; what is left when the tests are over, the end of the run removes.
    runAdmin(adminUrl, `drop database if exists ${name} with (force)`).catch(() => {});
  };
  return { connectionString, db, drop };
}

/** A database that was filled once for the whole run, and what its test files must know of it. */
export interface PreparedDatabase<T> {
  /** For `createTestDatabase`. */
  readonly template: string;
  readonly data: T;
}

/**
 * Fills a database once for all test files that ask for `name`; the first of them does it. `fill` gets a copy of the migrated
 * template and closes what it opened on it; what it gives must survive JSON.
 */
export async function prepareDatabase<T>(name: string, fill: (database: TestDatabase) => Promise<T>): Promise<PreparedDatabase<T>> {
  const address = new URL(`prepared/${name}`, inject('testDatabaseBroker'));
  const response = await fetch(address);
  if (response.status !== 204) return readPrepared<T>(await response.text());
  const outcome = await fillTemplate(fill).catch((error: unknown) => ({ failed: String(error) }));
  const body = JSON.stringify(outcome);
  await fetch(address, { method: 'PUT', body });
  return readPrepared<T>(body);
}

async function fillTemplate<T>(fill: (database: TestDatabase) => Promise<T>): Promise<PreparedDatabase<T>> {
  const database = await createTestDatabase();
  const template = new URL(database.connectionString).pathname.slice(1);
  const data = await fill(database);
  await database.db.close();
  const { adminUrl } = await askForTemplate();
  // A database can only be copied while nobody is connected to it.
  await runAdmin(adminUrl, `alter database ${template} allow_connections false`);
  return { template, data };
}

function readPrepared<T>(body: string): PreparedDatabase<T> {
  const outcome = JSON.parse(body) as PreparedDatabase<T> | { failed: string };
  if ('failed' in outcome) throw new Error(`the prepared database could not be filled: ${outcome.failed}`);
  return outcome;
}

/** An empty database on the server that `TEST_DATABASE_URL` names; undefined in a run on the embedded one. */
export async function createEmptyDatabaseOnGivenServer(): Promise<{ connectionString: string; drop: () => Promise<void> } | undefined> {
  const { adminUrl, given, name: template } = await askForTemplate();
  if (!given) return undefined;
  const name = nameTestDatabase(template);
  await runAdmin(adminUrl, emptyDatabaseStatement(name, given));
  return { connectionString: urlOfTestDatabase(adminUrl, name), drop: async () => { await runAdmin(adminUrl, `drop database if exists ${name} with (force)`); } };
}

/** Gives the test file a database from its first test to its last; call the result inside tests. */
export function useTestDatabase(): () => TestDatabase {
  return useResource(createTestDatabase, (database) => database.drop());
}

/** Opens something before the file's tests and closes it after them. */
export function useResource<T>(open: () => Promise<T>, close: (opened: T) => Promise<void>): () => T {
  const held: T[] = [];
  // The first of all test files may have to fill what the others only copy.
  beforeAll(async () => {
    held.push(await open());
  }, 180_000);
  afterAll(async () => {
    for (const opened of held.splice(0)) await close(opened);
  });
  return () => {
    const [opened] = held;
    if (opened === undefined) throw new Error('only available inside tests and hooks of this file');
    return opened;
  };
}

async function askForTemplate(): Promise<TemplateDatabase> {
  const response = await fetch(inject('testDatabaseBroker'));
  const text = await response.text();
  if (!response.ok) throw new Error(`the test database could not be prepared: ${text}`);
  return JSON.parse(text) as TemplateDatabase;
}
