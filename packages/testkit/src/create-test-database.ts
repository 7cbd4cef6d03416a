import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database } from '../../../server/src/kernel/db/index.ts';
import { emptyDatabaseStatement, runAdmin, urlOfDatabase, type TemplateDatabase } from './test-cluster.ts';

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
  /** Closes the pool and removes the database. */
  drop(): Promise<void>;
}

/** Copies the migrated template (about 50 ms). Prefer `useTestDatabase`, which also removes it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, name: template } = await askForTemplate();
  const name = `tongban_test_${randomBytes(6).toString('hex')}`;
  await runAdmin(adminUrl, `create database ${name} template ${template}`);
  const connectionString = urlOfDatabase(adminUrl, name);
  const db = openDatabase(connectionString, CONNECTIONS);
  const drop = async (): Promise<void> => {
    await db.close();
    await runAdmin(adminUrl, `drop database if exists ${name} with (force)`);
  };
  return { connectionString, db, drop };
}

/** An empty database on the server that `TEST_DATABASE_URL` names; undefined in a run on the embedded one. */
export async function createEmptyDatabaseOnGivenServer(): Promise<{ connectionString: string; drop: () => Promise<void> } | undefined> {
  const { adminUrl, given } = await askForTemplate();
  if (!given) return undefined;
  const name = `tongban_test_${randomBytes(6).toString('hex')}`;
  await runAdmin(adminUrl, emptyDatabaseStatement(name, given));
  return { connectionString: urlOfDatabase(adminUrl, name), drop: () => runAdmin(adminUrl, `drop database if exists ${name} with (force)`) };
}

/** Gives the test file a database from its first test to its last; call the result inside tests. */
export function useTestDatabase(): () => TestDatabase {
  return useResource(createTestDatabase, (database) => database.drop());
}

/** Opens something before the file's tests and closes it after them. */
export function useResource<T>(open: () => Promise<T>, close: (opened: T) => Promise<void>): () => T {
  const held: T[] = [];
  beforeAll(async () => {
    held.push(await open());
  });
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
