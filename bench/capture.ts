import type pg from 'pg';

/** One statement's worth of what a transaction wrote to one table; values are PostgreSQL's own text of them. */
export interface WrittenRows {
  readonly table: string;
  readonly kind: 'insert' | 'update';
  readonly columns: readonly string[];
  readonly types: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** For updates: the key column, and its value for each row. */
  readonly key: string;
  readonly keys: readonly string[];
}

interface Table { name: string; key: string; references: string[]; columns: { name: string; type: string; generated: boolean }[] }
type Values = Record<string, string | null>;
type Snapshot = Map<string, Map<string, Values>>;

const schemas = ['kernel', 'intake', 'cases', 'workflow', 'files', 'time', 'messaging', 'identity', 'catalog', 'licences', 'graphile_worker'];

async function listTables(pool: pg.Pool): Promise<Table[]> {
  const { rows } = await pool.query<Omit<Table, 'key'> & { key: string | null }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name,
      (SELECT format('%I', a.attname) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
      ARRAY(SELECT format('%I.%I', fn.nspname, f.relname) FROM pg_constraint r JOIN pg_class f ON f.oid = r.confrelid JOIN pg_namespace fn ON fn.oid = f.relnamespace
        WHERE r.conrelid = c.oid AND r.contype = 'f' AND r.confrelid <> c.oid) AS references,
      (SELECT json_agg(json_build_object('name', format('%I', a.attname), 'type', format_type(a.atttypid, a.atttypmod),
          'generated', a.attidentity <> '' OR a.attgenerated <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid), '') LIKE '%pg_current_xact_id%') ORDER BY a.attnum)
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = ANY($1) ORDER BY 1`, [schemas]);
  return inOrder(rows.flatMap(({ key, ...table }) => (key === null ? [] : [{ ...table, key }])));
}

/** Tables after those they refer to, so that rows can be written one statement after the other. */
function inOrder(tables: readonly Table[]): Table[] {
  const left = new Map(tables.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ references }) => !references.some((name) => left.has(name)));
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    for (const table of free) left.delete(table.name);
    ordered.push(...free);
  }
  return ordered;
}

function rowKey(table: Table, row: Values): string {
  return row[table.key.replaceAll('"', '')] ?? '';
}

async function readRows(pool: pg.Pool, table: Table, where: string): Promise<Values[]> {
  const columns = table.columns.map(({ name }) => `${name}::text AS ${name}`).join(', ');
  return (await pool.query<Values>(`SELECT ${columns} FROM ${table.name} ${where}`)).rows;
}

async function takeSnapshot(pool: pg.Pool, tables: readonly Table[]): Promise<Snapshot> {
  const snapshot: Snapshot = new Map();
  for (const table of tables) snapshot.set(table.name, new Map((await readRows(pool, table, '')).map((row) => [rowKey(table, row), row])));
  return snapshot;
}

function toWritten(table: Table, inserted: readonly Values[], updated: readonly { before: Values; after: Values }[]): WrittenRows[] {
  const plain = (name: string): string => name.replaceAll('"', '');
  const written: WrittenRows[] = [];
  if (inserted.length > 0) {
    const columns = table.columns.filter(({ generated }) => !generated);
    written.push({
      table: table.name, kind: 'insert', columns: columns.map(({ name }) => name), types: columns.map(({ type }) => type),
      rows: inserted.map((row) => columns.map(({ name }) => row[plain(name)] ?? null)), key: table.key, keys: inserted.map((row) => rowKey(table, row)),
    });
  }
  const groups = new Map<string, { before: Values; after: Values }[]>();
  for (const change of updated) {
    const changed = table.columns.filter(({ name }) => change.before[plain(name)] !== change.after[plain(name)]).map(({ name }) => name).join();
    groups.set(changed, [...groups.get(changed) ?? [], change]);
  }
  for (const [changed, changes] of groups) {
    const columns = table.columns.filter(({ name, generated }) => !generated && changed.split(',').includes(name));
    written.push({
      table: table.name, kind: 'update', columns: columns.map(({ name }) => name), types: columns.map(({ type }) => type),
      rows: changes.map(({ after }) => columns.map(({ name }) => after[plain(name)] ?? null)), key: table.key, keys: changes.map(({ after }) => rowKey(table, after)),
    });
  }
  return written;
}

/**
 * Runs one action and gives every row that its transaction inserted or changed, found by the transaction id that
 * PostgreSQL keeps with each row. `act` answers the aggregate whose event marks the transaction.
 */
export async function captureWrites(pool: pg.Pool, act: () => Promise<string>): Promise<WrittenRows[]> {
  const tables = await listTables(pool);
  const before = await takeSnapshot(pool, tables);
  const aggregateId = await act();
  const { rows: [event] } = await pool.query<{ xmin: string }>('SELECT xmin::text FROM kernel.event WHERE aggregate_id = $1 ORDER BY position DESC LIMIT 1', [aggregateId]);
  if (!event) throw new Error('the captured action published no event');
  const written: WrittenRows[] = [];
  for (const table of tables) {
    const rows = await readRows(pool, table, `WHERE xmin::text = '${event.xmin}'`);
    const known = before.get(table.name);
    const changes = rows.flatMap((after) => {
      const row = known?.get(rowKey(table, after));
      return row ? [{ before: row, after }] : [];
    });
    written.push(...toWritten(table, rows.filter((row) => !known?.has(rowKey(table, row))), changes));
  }
  return written;
}

/** How many rows were written, for the report. */
export function countRows(written: readonly WrittenRows[]): number {
  return written.reduce((sum, { rows }) => sum + rows.length, 0);
}
