import type { Insertable, Updateable } from 'kysely';
import type pg from 'pg';
import type { AppError } from '../errors/index.ts';
import { statementName } from './prepared.ts';
import { violatedConstraint } from './violations.ts';

type Row = Record<string, unknown>;

/** Equality conditions of an update or delete; null means IS NULL, an array means "one of". */
export type Conditions = Record<string, unknown>;

interface Guard { expected: number; otherwise: () => AppError }

const plainNames = new Map<string, string>();

/** camelCase to snake_case. */
function plainName(key: string): string {
  let name = plainNames.get(key);
  if (name === undefined) {
    name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    plainNames.set(key, name);
  }
  return name;
}

function columnName(key: string): string {
  return `"${plainName(key)}"`;
}

function tableName(table: string): string {
  return table.split('.').map(columnName).join('.');
}

function prepare(row: Row): Row {
  const prepared: Row = {};
  for (const key in row) {
    const value = row[key];
    if (value === undefined) continue;
    prepared[plainName(key)] = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
  }
  return prepared;
}

/** Marks a value that must reach a jsonb column as JSON in a Kysely query (arrays would become PostgreSQL arrays). */
export function json(value: unknown): string {
  return JSON.stringify(value);
}

/**
 * The rows one action writes, collected and sent as one statement: all of it happens or none of it, in one round trip.
 * Rows travel as JSON and PostgreSQL gives each value its column's type, so jsonb, arrays, dates and bytes need no marks.
 * The parts of one statement do not see each other's writes; never touch one row twice.
 */
export class WriteBatch {
  readonly #parts: string[] = [];
  readonly #values: unknown[] = [];
  readonly #guards: Guard[] = [];
  readonly #guarded: string[] = [];
  /** Rows of one table go in one part, since parts run in no order; they become the value at `at` when the batch is sent. */
  readonly #inserts = new Map<string, { at: number; rows: Row[] }>();
  readonly #onViolation = new Map<string, () => AppError>();
  /** True once the batch holds an event, so that delivery is woken after the commit. */
  publishes = false;

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  #value(value: unknown): string {
    return `$${this.#values.push(value)}`;
  }

  #guard(name: string, guard: Guard | undefined): void {
    if (!guard) return;
    this.#guarded.push(`kernel.expect_rows((SELECT count(*) FROM ${name}), ${guard.expected}, '${this.#guards.length}')`);
    this.#guards.push(guard);
  }

  /** Adds rows that all have the same keys, written in the order of adding; omitted columns take their defaults. */
  insert(table: string, rows: readonly Row[], onConflict?: 'nothing'): this {
    const first = rows[0];
    if (!first) return this;
    const prepared = rows.map(prepare);
    const columns = Object.keys(prepared[0] ?? first).map((name) => `"${name}"`).join(',');
    const target = tableName(table);
    const key = `${target} ${columns} ${onConflict ?? ''}`;
    const known = this.#inserts.get(key);
    if (known) {
      known.rows.push(...prepared);
      return this;
    }
    this.#inserts.set(key, { at: this.#values.length, rows: prepared });
    const source = `SELECT ${columns} FROM json_populate_recordset(NULL::${target}, ${this.#value(undefined)}::json)`;
    this.#parts.push(`INSERT INTO ${target} (${columns}) ${source}${onConflict === 'nothing' ? ' ON CONFLICT DO NOTHING' : ''}`);
    return this;
  }

  #where(where: Conditions): string {
    return Object.entries(where).map(([key, value]) => {
      if (value === null) return `${columnName(key)} IS NULL`;
      if (Array.isArray(value)) return `${columnName(key)} = ANY(${this.#value(value)})`;
      return `${columnName(key)} = ${this.#value(value)}`;
    }).join(' AND ');
  }

  /** Changes the rows that meet `where`; with `guard`, any other number of rows undoes the whole batch. */
  update(table: string, set: Row, where: Conditions, guard?: Guard): this {
    const target = tableName(table);
    const row = prepare(set);
    const columns = Object.keys(row).map((key) => `"${key}"`);
    const source = `SELECT ${columns.join(',')} FROM json_populate_record(NULL::${target}, ${this.#value(JSON.stringify(row))}::json)`;
    const name = `w${this.#parts.length}`;
    this.#parts.push(`UPDATE ${target} SET (${columns.join(',')}) = (${source}) WHERE ${this.#where(where)} RETURNING 1`);
    this.#guard(name, guard);
    return this;
  }

  /**
   * Changes many rows at once, each to its own values: a row is found by its columns `by`, the others are set, and `raised`
   * grows by one. All rows have the same keys. With `guard`, any other number of changed rows undoes the whole batch.
   */
  updateEach(table: string, rows: readonly Row[], by: readonly string[], guard?: Guard, raised?: string): this {
    const [first] = rows;
    if (!first) return this;
    const target = tableName(table);
    const set = Object.keys(first).filter((key) => !by.includes(key)).map((key) => `${columnName(key)} = r.${columnName(key)}`);
    if (raised !== undefined) set.push(`${columnName(raised)} = t.${columnName(raised)} + 1`);
    const found = by.map((key) => `t.${columnName(key)} = r.${columnName(key)}`);
    const source = `json_populate_recordset(NULL::${target}, ${this.#value(JSON.stringify(rows.map(prepare)))}::json)`;
    const name = `w${this.#parts.length}`;
    this.#parts.push(`UPDATE ${target} AS t SET ${set.join(', ')} FROM ${source} AS r WHERE ${found.join(' AND ')} RETURNING 1`);
    this.#guard(name, guard);
    return this;
  }

  /** Removes the rows that meet `where`; with `guard`, any other number of rows undoes the whole batch. */
  delete(table: string, where: Conditions, guard?: Guard): this {
    const name = `w${this.#parts.length}`;
    this.#parts.push(`DELETE FROM ${tableName(table)} WHERE ${this.#where(where)} RETURNING 1`);
    this.#guard(name, guard);
    return this;
  }

  /**
   * Asks, within the statement, that as many rows meet `where`, and keeps them so until it has committed; others may ask the
   * same of them meanwhile. With any other number the whole batch is undone.
   */
  require(table: string, where: Conditions, guard: Guard): this {
    const name = `w${this.#parts.length}`;
    this.#parts.push(`SELECT FROM ${tableName(table)} WHERE ${this.#where(where)} FOR SHARE`);
    this.#guard(name, guard);
    return this;
  }

  /** Adds a function call for its effect, such as queueing a job; `call` names its arguments `?` in order. */
  call(call: string, values: readonly unknown[]): this {
    let at = 0;
    const text = call.replace(/\?/g, () => this.#value(values[at++]));
    this.#guarded.push(`(SELECT count(*) FROM (SELECT ${text} OFFSET 0) AS called)`);
    return this;
  }

  /** What to throw instead of the database's error when the named constraint is broken. */
  onViolation(constraint: string, otherwise: () => AppError): this {
    this.#onViolation.set(constraint, otherwise);
    return this;
  }

  /** The statement and its parameters. */
  toStatement(): { text: string; values: unknown[] } {
    const parts = this.#parts.map((part, index) => `w${index} AS (${part})`);
    const head = parts.length === 0 ? '' : `WITH ${parts.join(', ')} `;
    for (const { at, rows } of this.#inserts.values()) this.#values[at] = JSON.stringify(rows);
    return { text: `${head}SELECT ${this.#guarded.join(', ') || '1'}`, values: this.#values };
  }

  /** Sends the batch by itself (its own transaction). @throws AppError of a guard or violation */
  async execute(pool: pg.Pool): Promise<void> {
    if (this.isEmpty && this.#guarded.length === 0) return;
    const { text, values } = this.toStatement();
    try {
      const name = statementName(text);
      await pool.query({ ...(name === undefined ? {} : { name }), text, values });
    } catch (error) {
      throw this.#explain(error);
    }
  }

  /** Sends the batch inside a transaction: `executeIn((text, values) => runText(trx, text, values))`. @throws AppError of a guard or violation */
  async executeIn(run: (text: string, values: readonly unknown[]) => Promise<unknown>): Promise<void> {
    if (this.isEmpty && this.#guarded.length === 0) return;
    const { text, values } = this.toStatement();
    try {
      await run(text, values);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #explain(error: unknown): unknown {
    const { code, detail } = error as { code?: string; detail?: string };
    const guard = code === 'TB409' ? this.#guards[Number(detail)] : undefined;
    if (guard) return guard.otherwise();
    const constraint = violatedConstraint(error);
    return (constraint && this.#onViolation.get(constraint)?.()) ?? error;
  }
}

/** A batch seen through a module's tables: the compiler checks table and column names and types. */
export interface TypedWrites<T> {
  insert<K extends keyof T & string>(table: K, rows: Insertable<T[K]> | readonly Insertable<T[K]>[], onConflict?: 'nothing'): void;
  update<K extends keyof T & string>(table: K, set: Updateable<T[K]>, where: Partial<Record<keyof T[K], unknown>>, guard?: Guard): void;
  updateEach<K extends keyof T & string>(table: K, rows: readonly Updateable<T[K]>[], by: readonly (keyof T[K] & string)[], guard?: Guard, raised?: keyof T[K] & string): void;
  delete<K extends keyof T & string>(table: K, where: Partial<Record<keyof T[K], unknown>>, guard?: Guard): void;
  require<K extends keyof T & string>(table: K, where: Partial<Record<keyof T[K], unknown>>, guard: Guard): void;
}

/** Gives the typed view of `batch` for the tables `T` of a module. */
export function writesFor<T>(batch: WriteBatch): TypedWrites<T> {
  return {
    insert: (table, rows, onConflict) => { batch.insert(table, (Array.isArray(rows) ? rows : [rows]) as Row[], onConflict); },
    update: (table, set, where, guard) => { batch.update(table, set as Row, where as Conditions, guard); },
    updateEach: (table, rows, by, guard, raised) => { batch.updateEach(table, rows as readonly Row[], by, guard, raised); },
    delete: (table, where, guard) => { batch.delete(table, where as Conditions, guard); },
    require: (table, where, guard) => { batch.require(table, where as Conditions, guard); },
  };
}
