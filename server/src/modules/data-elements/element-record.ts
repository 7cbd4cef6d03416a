import type { Selectable } from 'kysely';
import type { Context } from '../../kernel/context.ts';
import { readRows, tablesOf } from '../../kernel/db/index.ts';
import type { DataElement } from './contract.ts';
import { fail } from './errors.ts';
import type { DataElementsTables } from './tables.ts';

export type ElementRecord = Selectable<DataElementsTables['dataElements.element']>;

export function presentElement({ editedById: _editor, editedAt, ...record }: ElementRecord): DataElement {
  return { ...record, editedAt: editedAt.toISOString() };
}

/** An element of the dictionary. @throws data-elements.not-found */
export async function getElementRecord(ctx: Context, code: string): Promise<ElementRecord> {
  const record = await tablesOf<DataElementsTables>(ctx.kernel.db).selectFrom('dataElements.element').selectAll().where('code', '=', code).executeTakeFirst();
  if (!record) throw fail('data-elements.not-found');
  return record;
}

/** The elements of these codes; those that the dictionary does not have are left out. Read whenever an application is begun or opened. */
export async function readElements({ kernel }: Pick<Context, 'kernel'>, codes: readonly string[]): Promise<ElementRecord[]> {
  if (codes.length === 0) return [];
  return readRows<ElementRecord>(kernel.db, 'SELECT * FROM data_elements.element WHERE code = ANY($1)', [[...new Set(codes)]]);
}
