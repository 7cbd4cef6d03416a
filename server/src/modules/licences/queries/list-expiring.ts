import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { LicencesTables } from '../tables.ts';

/** A licence in force that ends soon. */
export interface ExpiringLicence {
  id: string;
  number: string;
  typeName: string;
  holderKind: 'person' | 'company';
  holderId: string;
  validTo: string;
}

/**
 * Licences of a type in a region that end between two days, the first to end first, past `after`. Skips access control: for
 * jobs that offer their holders a renewal.
 */
export async function listExpiring(
  ctx: Context, input: { typeCode: string; regionCode: string; from: string; to: string; limit: number; after?: string },
): Promise<ExpiringLicence[]> {
  let query = tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence').select(['id', 'number', 'typeName', 'holderKind', 'holderId', 'validTo'])
    .where('typeCode', '=', input.typeCode).where('regionCode', '=', input.regionCode).where('state', '=', 'valid').where('fileId', 'is not', null)
    .where('validTo', '>=', input.from).where('validTo', '<=', input.to);
  if (input.after !== undefined) query = query.where('id', '>', input.after);
  const rows = await query.orderBy('id').limit(input.limit).execute();
  return rows.flatMap(({ validTo, ...row }) => (validTo === null ? [] : [{ ...row, validTo }]));
}
