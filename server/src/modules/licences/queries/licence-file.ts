import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { LicencesTables } from '../tables.ts';

/** The id of a licence's sealed file; null while it has none. Skips access control: for whoever keeps the record of its case. */
export async function unsafeFindLicenceFile(ctx: Context, licenceId: string): Promise<string | null> {
  const row = await tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence').select('fileId').where('id', '=', licenceId).executeTakeFirst();
  return row?.fileId ?? null;
}
