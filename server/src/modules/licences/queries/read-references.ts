import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { LicenceState } from '../contract.ts';
import type { LicencesTables } from '../tables.ts';
import { stateOf } from './licence-record.ts';
import type { Holder } from './usable-licences.ts';

/** By what a licence is found and verified elsewhere, without its face. */
export interface LicenceReference {
  id: string;
  holder: Holder;
  typeCode: string;
  name: string;
  number: string;
  identifier: string;
  state: LicenceState;
  verifyUrl: string;
}

/** References of the licences by id, in any order, with their state of this moment. Skips access control: for whoever may read the case they stand in. */
export async function unsafeReadReferences(ctx: Context, ids: readonly string[]): Promise<Map<string, LicenceReference>> {
  if (ids.length === 0) return new Map();
  const records = await tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence')
    .select(['id', 'holderKind', 'holderId', 'typeCode', 'typeName', 'number', 'identifier', 'state', 'validTo']).where('id', 'in', [...new Set(ids)]).execute();
  return new Map(records.map((record) => [record.id, {
    id: record.id, holder: { kind: record.holderKind, id: record.holderId }, typeCode: record.typeCode, name: record.typeName, number: record.number, identifier: record.identifier,
    state: stateOf(ctx, record), verifyUrl: `${ctx.kernel.config.publicUrl}/verify/${record.identifier}`,
  }]));
}
