import pg from 'pg';
import { prepareCopies, type Copied, type Spread } from './clone-cases.ts';

const step = 50_000;

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET jit = off`);
    await work(client);
  } finally {
    await client.end();
  }
}

/** Fills one table while none of its indexes is kept, and builds them afterwards: minutes instead of an hour. */
async function fillTable(connectionString: string, table: string, copy: (client: pg.ClientBase, from: number, to: number) => Promise<void>, from: number, to: number): Promise<void> {
  const setReady = (ready: boolean) => withClient(connectionString, async (client) => {
    await client.query('UPDATE pg_index SET indisready = $2, indisvalid = $2 WHERE indrelid = $1::regclass', [table, ready]);
  });
  await setReady(false);
  await withClient(connectionString, async (client) => {
    for (let at = from; at <= to; at += step) await copy(client, at, Math.min(to, at + step - 1));
  });
  await setReady(true);
  await withClient(connectionString, async (client) => { await client.query(`REINDEX TABLE ${table}; ANALYZE ${table}`); });
}

/** Adds copies of the case `caseId`, numbers `from` to `to`, two tables at a time; needs a superuser. */
export async function bulkLoad(connectionString: string, caseId: string, from: number, to: number, log: (line: string) => void, copied: Copied = 'thinned', spread: Spread = {}): Promise<void> {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const copies = await prepareCopies(pool, caseId, copied, spread);
  await pool.end();
  // The source row of the case must be found without an index while its own table is filled.
  const queue = [...copies];
  const started = performance.now();
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await fillTable(connectionString, next.table, next.copy, from, to);
      log(`${next.table} filled after ${Math.round((performance.now() - started) / 1_000)} s`);
    }
  };
  await Promise.all([work(), work()]);
}
