import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { LicenceRecord } from '../actions/issue-licence.ts';
import type { LicenceState } from '../contract.ts';
import { decryptFace } from '../face-cipher.ts';
import type { FaceLine, LicencesTables } from '../tables.ts';
import { stateOf } from './licence-record.ts';
import type { Holder } from './usable-licences.ts';

/** What a licence says: its own values and the lines of its face. */
export interface LicenceFace {
  id: string;
  typeCode: string;
  name: string;
  number: string;
  issuerName: string;
  holderName: string;
  issuedOn: string;
  validFrom: string;
  validTo: string | null;
  caseId: string | null;
  state: LicenceState;
  face: FaceLine[];
}

const most = 50;

/**
 * The newest rendered licence of each type that the holder has: one in force before one that has ended. Skips access control;
 * the caller has the holder's consent and records the reading (FRM-02).
 */
export async function unsafeReadFaces(ctx: Context, holder: Holder, typeCodes: readonly string[], accepts: (licence: { caseId: string | null }) => Promise<boolean>): Promise<LicenceFace[]> {
  if (typeCodes.length === 0) return [];
  const records = await tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence').selectAll()
    .where('holderKind', '=', holder.kind).where('holderId', '=', holder.id).where('fileId', 'is not', null).where('typeCode', 'in', [...new Set(typeCodes)])
    .orderBy('issuedOn', 'desc').orderBy('id', 'desc').limit(most).execute();
  const chosen = new Map<string, LicenceFace>();
  for (const record of records) {
    const state = stateOf(ctx, record);
    const known = chosen.get(record.typeCode);
    if (known && (known.state === 'valid' || state !== 'valid')) continue;
    if (!await accepts(record)) continue;
    chosen.set(record.typeCode, faceOf(ctx, record));
  }
  return [...chosen.values()];
}

/** What has ended is named, not read. */
function faceOf(ctx: Context, record: LicenceRecord): LicenceFace {
  const { id, typeCode, typeName: name, number, issuerName, holderName, issuedOn, validFrom, validTo, caseId } = record;
  const state = stateOf(ctx, record);
  return { id, typeCode, name, number, issuerName, holderName, issuedOn, validFrom, validTo, caseId, state, face: state === 'valid' ? decryptFace(ctx, record) : [] };
}

/** The holder's licences by id, whatever their state now. Skips access control; the caller has the holder's consent and records the reading (INT-09). */
export async function unsafeReadFacesOf(ctx: Context, holder: Holder, ids: readonly string[]): Promise<LicenceFace[]> {
  if (ids.length === 0) return [];
  const records = await tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence').selectAll()
    .where('holderKind', '=', holder.kind).where('holderId', '=', holder.id).where('fileId', 'is not', null).where('id', 'in', [...ids]).execute();
  return records.map((record) => faceOf(ctx, record));
}
