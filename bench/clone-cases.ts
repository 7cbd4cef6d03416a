import type pg from 'pg';

/**
 * SQL that multiplies one stored case. Ids keep the order of time that version 7 gives them, and instants lie a minute
 * apart, so that the copies lie in tables and indexes as cases of two years do.
 */
const functionsOver = ({ days, apartMs }: Span): string => `
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.at(g integer) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT date_trunc('day', now()) - interval '${days} days' + g * interval '${apartMs} milliseconds' $$;
CREATE OR REPLACE FUNCTION bench.id(source uuid, g integer) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT (lpad(to_hex((extract(epoch FROM bench.at(g)) * 1000)::bigint), 12, '0') || substr(md5(source::text || g), 1, 20))::uuid $$;`;

/** Over which time copies are spread: the first so many days ago, each so many ms after the one before. */
interface Span { readonly days: number; readonly apartMs: number }

interface Column { name: string; type: string }

/** Which rows of a table belong to the case, and how many of them a copy has. */
interface Part {
  readonly table: string;
  readonly where: string;
  /** Rows of the source that are copied, so that a million cases stay loadable; all when absent. */
  readonly most?: number;
}

const ownIds = new Set(['id', 'case_id', 'subject_id', 'instance_id', 'process_instance_id', 'submitted_case_id']);
const idTexts = new Set(['submission_key', 'aggregate_id', 'object_id']);
const numbers = new Set(['number', 'document_number', 'subject_number']);

function valueOf({ name, type }: Column, openTasks: readonly string[], own: Readonly<Record<string, string>>): string {
  const given = own[name];
  if (given !== undefined) return given;
  if (type === 'uuid' && ownIds.has(name)) return `bench.id(s.${name}, g)`;
  if (idTexts.has(name)) return `bench.id(s.${name}::uuid, g)::text`;
  if (numbers.has(name)) return `s.${name} || '-' || g`;
  if (name === 'applicant_name' || name === 'subject_name') return `s.${name} || (g % 5000)`;
  if (type === 'timestamp with time zone') return `bench.at(g) + (s.${name} - c.submitted_at)`;
  if (name === 'state' && type === 'jsonb') return openTasks.reduce((text, id) => `replace(${text}, '${id}', bench.id('${id}', g)::text)`, 's.state::text') + '::jsonb';
  return `s.${name}`;
}

const whole: readonly Part[] = [
  { table: 'cases."case"', where: 's.id = c.id' },
  { table: 'cases.answers', where: 's.case_id = c.id' },
  { table: 'cases.action', where: 's.case_id = c.id' },
  { table: 'cases.material', where: 's.case_id = c.id' },
  { table: 'cases.notice', where: 's.case_id = c.id' },
  { table: 'workflow.instance', where: 's.subject_id = c.id' },
  { table: 'workflow.task', where: 's.subject_id = c.id' },
  { table: 'time.account', where: 's.subject_id = c.id' },
  { table: 'intake.draft', where: 's.submitted_case_id = c.id' },
  { table: 'kernel.event', where: `s.aggregate_type = 'case' AND s.aggregate_id = c.id::text` },
  { table: 'kernel.audit_entry', where: `s.object_type = 'case' AND s.object_id = c.id::text` },
];

/** What supervision keeps of a case; only copied where it is asked for by name. */
const watched: Part = { table: 'supervision.watched_case', where: 's.case_id = c.id' };

const orders: Readonly<Record<string, string>> = { 'cases.answers': 's.round', 'supervision.watched_case': 's.case_id' };

const thin: Readonly<Record<string, number>> = {
  'cases.action': 3, 'cases.material': 2, 'cases.notice': 1, 'workflow.task': 2, 'kernel.event': 2, 'kernel.audit_entry': 2,
};

/** The tables that hold a case's rows; a thinned copy has few of the rows that come many to a case. */
export function partsOf(thinned: boolean): readonly Part[] {
  return thinned ? whole.map((part) => ({ ...part, ...(thin[part.table] === undefined ? {} : { most: thin[part.table] ?? 0 }) })) : whole;
}

async function columnsOf(pool: pg.Pool, table: string): Promise<Column[]> {
  const { rows } = await pool.query<Column>(`
    SELECT quote_ident(a.attname) AS name, format_type(a.atttypid, NULL) AS type FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''
      AND coalesce(pg_get_expr(d.adbin, d.adrelid), '') NOT LIKE '%pg_current_xact_id%' ORDER BY a.attnum`, [table]);
  return rows;
}

/** The statement that copies one table's rows of the case `$1` for the numbers `$2` to `$3`. */
async function copyStatement(pool: pg.Pool, { table, where, most }: Part, openTasks: readonly string[], { join = '', columns: own = {} }: Spread): Promise<string> {
  const columns = await columnsOf(pool, table);
  const limit = most === undefined ? '' : `LIMIT ${most}`;
  return `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')})
    SELECT ${columns.map((column) => valueOf(column, openTasks, own[table] ?? {})).join(', ')}
    FROM generate_series($2::int, $3::int) g ${join}, cases."case" c, LATERAL (SELECT * FROM ${table} s WHERE ${where} ORDER BY ${orders[table] ?? 's.id'} ${limit}) s WHERE c.id = $1`;
}

/** Which rows are copied: few of those that come many to a case, or all rows of the tables named. */
export type Copied = 'thinned' | 'whole' | readonly string[];

/** What a copy has of its own beside its ids and instants: SQL by table and column, over its number `g`, the source `s`, and what is joined. */
export interface Spread {
  readonly join?: string;
  readonly columns?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly over?: Span;
}

/** Prepares the copying of a case: gives one function for each table, which copies its rows for a span of numbers. */
export async function prepareCopies(pool: pg.Pool, caseId: string, copied: Copied = 'whole', spread: Spread = {}): Promise<{ table: string; copy: (client: pg.ClientBase, from: number, to: number) => Promise<void> }[]> {
  await pool.query(functionsOver(spread.over ?? { days: 730, apartMs: 60_000 }));
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM workflow.task WHERE subject_id = $1 AND status = 'open'`, [caseId]);
  const openTasks = rows.map(({ id }) => id);
  const copies = [];
  const parts = typeof copied === 'string' ? partsOf(copied === 'thinned') : [...whole, watched].filter(({ table }) => copied.includes(table));
  for (const part of parts) {
    const text = await copyStatement(pool, part, openTasks, spread);
    copies.push({ table: part.table, copy: async (client: pg.ClientBase, from: number, to: number) => { await client.query(text, [caseId, from, to]); } });
  }
  return copies;
}

/**
 * Copies a case with all its rows, numbers `from` to `to`; gives the ids of the copies in order. Its events stay away: a
 * process that delivers would tell everybody of cases that are supposed to be there already.
 */
export async function cloneCases(pool: pg.Pool, caseId: string, from: number, to: number): Promise<string[]> {
  const copies = (await prepareCopies(pool, caseId)).filter(({ table }) => table !== 'kernel.event');
  const client = await pool.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica`);
    for (const { copy } of copies) await copy(client, from, to);
    await client.query('COMMIT');
    const { rows } = await client.query<{ id: string }>('SELECT bench.id($1, g) AS id FROM generate_series($2::int, $3::int) g', [caseId, from, to]);
    return rows.map(({ id }) => id);
  } finally {
    client.release();
  }
}
