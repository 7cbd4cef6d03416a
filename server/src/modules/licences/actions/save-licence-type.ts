import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { LicenceType } from '../licence-type.ts';
import type { LicencesTables } from '../tables.ts';

/** Adds a type to the licence catalogue or changes it; licences issued before keep their face. */
export async function saveLicenceType(ctx: Context, type: LicenceType): Promise<void> {
  const row = { code: type.code, name: type.name, typeCode: type.typeCode, definition: type, updatedAt: ctx.kernel.clock.now() };
  await tablesOf<LicencesTables>(ctx.kernel.db).insertInto('licences.licenceType').values(row)
    .onConflict((conflict) => conflict.column('code').doUpdateSet({ name: row.name, typeCode: row.typeCode, definition: row.definition, updatedAt: row.updatedAt })).execute();
}
