import { CamelCasePlugin, CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { preparingPool } from './preparing-pool.ts';

/** The process's pool and its query builder; modules take a typed view with `tablesOf`. */
export interface Database {
  readonly pool: pg.Pool;
  readonly builder: Kysely<unknown>;
  close(): Promise<void>;
}

// Several reads may be on their way over one connection (see read-rows.ts); the types do not know the option yet.
const pipelined = { pipeline: true };

const int8 = 20;
const date = 1082;

function parserOf(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (oid === int8) return Number;
  if (oid === date) return (text) => text;
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}

/**
 * Opens a pool. bigint columns arrive as numbers (ours stay below 2^53), dates as `2026-11-20`, timestamps as Date.
 * Column names are snake_case in SQL and camelCase here.
 */
export function openDatabase(connectionString: string, maxConnections: number): Database {
  const pool = new pg.Pool({
    ...pipelined, connectionString, max: maxConnections, types: { getTypeParser: parserOf },
    application_name: 'tongban', statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000,
  });
  // An idle connection that the server ends is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {});
  // The same for one in use: its query fails and says why.
  pool.on('connect', (client) => { client.on('error', () => {}); });
  const builder = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: preparingPool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return { pool, builder, close: () => builder.destroy() };
}

/** The query builder seen through a module's own tables (and the kernel's published ones). */
export function tablesOf<T>(db: Database): Kysely<T> {
  return db.builder.withTables<Record<never, never>>() as Kysely<unknown> as Kysely<T>;
}

/** Runs `work` in one transaction; used where a write needs to read what it has locked. */
export async function transact<T, R>(db: Database, work: (trx: Transaction<T>) => Promise<R>): Promise<R> {
  return tablesOf<T>(db).transaction().execute(work);
}

/** Runs SQL text with parameters inside a transaction of the builder. */
export async function runText(trx: Pick<Kysely<unknown>, 'executeQuery'>, text: string, values: readonly unknown[]): Promise<unknown[]> {
  return (await trx.executeQuery(CompiledQuery.raw(text, [...values]))).rows;
}
