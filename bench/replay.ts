import type pg from 'pg';
import { createId } from '../server/src/kernel/db/index.ts';
import type { WrittenRows } from './capture.ts';

/** What stands in for the captured values in one repetition: ids of rows to change, numbers that must be unique. */
export type Replacements = ReadonlyMap<string, string>;

interface Prepared { text: string; name: string; values: (string | null | (string | null)[])[] }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids of the captured new rows; each repetition gets its own. */
function newIdsOf(written: readonly WrittenRows[], given: Replacements): string[] {
  const keys = written.filter(({ kind }) => kind === 'insert').flatMap(({ columns, rows, keys: primary }) => {
    const at = columns.indexOf('id');
    return [...primary, ...rows.flatMap((row) => (at === -1 ? [] : row[at] ?? []))];
  });
  return [...new Set(keys)].filter((key) => uuid.test(key) && !given.has(key));
}

type Substitute = (value: string | null) => string | null;

function substituteWith(all: Replacements): Substitute {
  const pattern = new RegExp([...all.keys()].map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return (value) => value === null ? null : value.replace(pattern, (token) => all.get(token) ?? token);
}

const places = (from: number, count: number): string => Array.from({ length: count }, (_, index) => `$${from + index + 1}`).join(', ');

function insertOf({ table, columns, rows }: WrittenRows, substitute: Substitute, from: number): { text: string; values: Prepared['values'] } {
  const tuples = rows.map((_row, index) => `(${places(from + index * columns.length, columns.length)})`).join(', ');
  return { text: `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${tuples}`, values: rows.flatMap((row) => row.map(substitute)) };
}

/** Rows that change alike are changed by one statement, as a person would write it. */
function updatesOf({ table, columns, rows, key, keys }: WrittenRows, substitute: Substitute, from: number): { text: string; values: Prepared['values'] }[] {
  const set = columns.map((column, index) => `${column} = $${from + index + 1}`).join(', ');
  const alike = rows.every((row) => row.join('\u0000') === rows[0]?.join('\u0000'));
  const groups = alike ? [{ row: rows[0] ?? [], keys }] : rows.map((row, index) => ({ row, keys: keys.slice(index, index + 1) }));
  return groups.map((group) => ({
    text: `UPDATE ${table} SET ${set} WHERE ${key} ${group.keys.length > 1 ? `= ANY($${from + columns.length + 1}::uuid[])` : `= $${from + columns.length + 1}`}`,
    values: [...group.row.map(substitute), group.keys.length > 1 ? group.keys.map((one) => substitute(one)) : substitute(group.keys[0] ?? null)],
  }));
}

/** One statement for each table and kind of change, in the order of their references. */
function plainStatements(written: readonly WrittenRows[], substitute: Substitute): Prepared[] {
  return written.flatMap((rows) => (rows.kind === 'insert' ? [insertOf(rows, substitute, 0)] : updatesOf(rows, substitute, 0)))
    .map((statement, index) => ({ ...statement, name: `plain${index}` }));
}

/** The same rows in one statement of data-modifying CTEs. */
function singleStatement(written: readonly WrittenRows[], substitute: Substitute): Prepared[] {
  const parts: string[] = [];
  const values: Prepared['values'] = [];
  for (const rows of written) {
    const statements = rows.kind === 'insert' ? [insertOf(rows, substitute, values.length)] : updatesOf(rows, substitute, values.length);
    if (statements.length > 1) throw new Error(`rows of ${rows.table} change in different ways`);
    for (const statement of statements) { parts.push(`w${parts.length} AS (${statement.text})`); values.push(...statement.values); }
  }
  return [{ name: 'single', text: `WITH ${parts.join(', ')} SELECT 1`, values }];
}

/** How the bare rows are sent: a statement for each table between BEGIN and COMMIT, or all in one statement. */
export type Manner = 'plain' | 'single';

/** Makes the statements of one repetition; done before a measurement. */
export function prepareReplay(written: readonly WrittenRows[], manner: Manner, given: Replacements): Prepared[] {
  const all = new Map([...given, ...newIdsOf(written, given).map((id): [string, string] => [id, createId()])]);
  const substitute = substituteWith(all);
  return manner === 'plain' ? plainStatements(written, substitute) : singleStatement(written, substitute);
}

async function send(client: pg.PoolClient, statements: readonly Prepared[]): Promise<void> {
  const [only] = statements;
  if (statements.length === 1 && only) { await client.query(only); return; }
  await client.query('BEGIN');
  for (const statement of statements) await client.query(statement);
  await client.query('COMMIT');
}

/** Sends the prepared transactions over `concurrency` connections of this process; gives transactions per second. */
export async function replay(pool: pg.Pool, concurrency: number, transactions: readonly (readonly Prepared[])[]): Promise<number> {
  const clients = await Promise.all(Array.from({ length: concurrency }, () => pool.connect()));
  let at = 0;
  try {
    const started = performance.now();
    await Promise.all(clients.map(async (client) => {
      for (let one = transactions[at++]; one !== undefined; one = transactions[at++]) await send(client, one);
    }));
    return transactions.length / ((performance.now() - started) / 1_000);
  } finally {
    for (const client of clients) client.release();
  }
}
