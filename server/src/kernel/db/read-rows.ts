import type { Database } from './database.ts';
import { statementName } from './statement-name.ts';

const keys = new Map<string, string>();

function camelName(column: string): string {
  let key = keys.get(column);
  if (key === undefined) {
    key = column.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
    keys.set(column, key);
  }
  return key;
}

/**
 * Runs a read of a hot path as SQL text, prepared once per connection; column names arrive in camelCase. It costs half the
 * processor time of the builder, which checks tables and columns and is right everywhere else.
 */
export async function readRows<R>(db: Database, text: string, values: readonly unknown[]): Promise<R[]> {
  const name = statementName(text);
  const { fields, rows } = await db.pool.query<unknown[]>({ ...(name === undefined ? {} : { name }), text, values: [...values], rowMode: 'array' });
  const names = fields.map((field) => camelName(field.name));
  return rows.map((row) => {
    const read: Record<string, unknown> = {};
    for (const [index, value] of row.entries()) read[names[index] ?? ''] = value;
    return read as R;
  });
}

/** The first row of `readRows`. */
export async function findRow<R>(db: Database, text: string, values: readonly unknown[]): Promise<R | undefined> {
  return (await readRows<R>(db, text, values))[0];
}
