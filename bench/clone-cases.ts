import type pg from 'pg';

/**
 * SQL that multiplies one stored case. Ids keep the order of time that version 7 gives them, and instants lie a minute
 * apart, so that the copies lie in tables and indexes as cases of two years do.
 */
const functions = `
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.at(g integer) RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT date_trunc('day', now()) - interval '730 days' + g * interval '1 minute' $$;
CREATE OR REPLACE FUNCTION bench.id(source uuid, g integer) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT (lpad(to_hex((extract(epoch FROM bench.at(g)) * 1000)::bigint), 12, '0') || substr(md5(source::text || g), 1, 20))::uuid $$;`;

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

function valueOf({ name, type }: Column, openTasks: readonly string[]): string {
  if (type === 'uuid' && ownIds.has(name)) return `bench.id(s.${name}, g)`;
  if (idTexts.has(name)) return `bench.id(s.${name}::uuid, g)::text`;
  if (numbers.has(name)) return `s.${name} || '-' || g`;
  if (name === 'applicant_name' || name === 'subject_name') return `s.${name} || (g % 5000)`;
  if (type === 'timestamp with time zone') return `bench.at(g) + (s.${name} - c.submitted_at)`;
  if (name === 'state') return openTasks.reduce((text, id) => `replace(${text}, '${id}', bench.id('${id}', g)::text)`, 's.state::text') + '::jsonb';
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
    WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = ''
      AND coalesce(pg_get_expr(d.adbin, d.adrelid), '') NOT LIKE '%pg_current_xact_id%' ORDER BY a.attnum`, [table]);
  return rows;
}

/** The statement that copies one table's rows of the case `$1` for the numbers `$2` to `$3`. */
async function copyStatement(pool: pg.Pool, { table, where, most }: Part, openTasks: readonly string[]): Promise<string> {
  const columns = await columnsOf(pool, table);
  const limit = most === undefined ? '' : `LIMIT ${most}`;
  return `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')})
    SELECT ${columns.map((column) => valueOf(column, openTasks)).join(', ')}
    FROM generate_series($2::int, $3::int) g, cases."case" c, LATERAL (SELECT * FROM ${table} s WHERE ${where} ORDER BY s.id ${limit}) s WHERE c.id = $1`
    .replace('ORDER BY s.id', table === 'cases.answers' ? 'ORDER BY s.round' : 'ORDER BY s.id');
}

/** Prepares the copying of a case: gives one function for each table, which copies its rows for a span of numbers. */
export async function prepareCopies(pool: pg.Pool, caseId: string, thinned = false): Promise<{ table: string; copy: (client: pg.ClientBase, from: number, to: number) => Promise<void> }[]> {
  await pool.query(functions);
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM workflow.task WHERE subject_id = $1 AND status = 'open'`, [caseId]);
  const openTasks = rows.map(({ id }) => id);
  const copies = [];
  for (const part of partsOf(thinned)) {
    const text = await copyStatement(pool, part, openTasks);
    copies.push({ table: part.table, copy: async (client: pg.ClientBase, from: number, to: number) => { await client.query(text, [caseId, from, to]); } });
  }
  return copies;
}

/** Copies a case with all its rows, numbers `from` to `to`; gives the ids of the copies in order. */
export async function cloneCases(pool: pg.Pool, caseId: string, from: number, to: number): Promise<string[]> {
  const copies = await prepareCopies(pool, caseId);
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
