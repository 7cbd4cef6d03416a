import type { Kernel } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { LicenceType } from '../licence-type.contract.ts';
import type { LicencesTables } from '../tables.ts';

/** A type of the licence catalogue, and whether no item may be given it any more. */
export type ListedLicenceType = LicenceType & { readonly retired: boolean };

/** The licence catalogue (证照目录) in the order of its names, or the types of the given codes; unknown codes are left out. */
export async function listLicenceTypes(kernel: Kernel, codes?: readonly string[]): Promise<ListedLicenceType[]> {
  if (codes?.length === 0) return [];
  let query = tablesOf<LicencesTables>(kernel.db).selectFrom('licences.licenceType').select(['definition', 'state']).orderBy('name').orderBy('code');
  if (codes) query = query.where('code', 'in', codes);
  return (await query.execute()).map(({ definition, state }) => ({ ...definition, retired: state === 'retired' }));
}
