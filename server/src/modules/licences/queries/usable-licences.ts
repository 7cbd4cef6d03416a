import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { AppError } from '../../../kernel/errors/index.ts';
import type { LicencesTables } from '../tables.ts';

export interface Holder {
  kind: 'person' | 'company';
  id: string;
}

/** A licence that may stand for a material: in force today and the applicant's own. */
export interface UsableLicence {
  id: string;
  typeCode: string;
  name: string;
  number: string;
  validTo: string | null;
  /** Where it was issued. */
  regionCode: string;
}

function query(ctx: Context, holder: Holder) {
  const today = chinaDate(ctx.kernel.clock.now());
  return tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licence')
    .select(['id', 'typeCode', 'typeName as name', 'number', 'validTo', 'regionCode'])
    .where('holderKind', '=', holder.kind).where('holderId', '=', holder.id).where('state', '=', 'valid').where('fileId', 'is not', null).where('validFrom', '<=', today)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>=', today)]));
}

/** Licences of the holder of these types that are in force today (answer once, reuse: design invariant 5). */
export async function findUsableLicences(ctx: Context, holder: Holder, typeCodes: readonly string[]): Promise<UsableLicence[]> {
  if (typeCodes.length === 0) return [];
  return query(ctx, holder).where('typeCode', 'in', [...new Set(typeCodes)]).orderBy('issuedOn', 'desc').execute();
}

/** A licence that its holder may show, with the case it came from. */
export interface HeldLicence extends UsableLicence {
  issuerName: string;
  caseId: string | null;
}

/** The holder's licences in force today, of every type, the newest first. */
export async function listHeldLicences(ctx: Context, holder: Holder, limit: number): Promise<HeldLicence[]> {
  return query(ctx, holder).select(['issuerName', 'caseId']).orderBy('issuedOn', 'desc').orderBy('id', 'desc').limit(limit).execute();
}

/** The licences by id, each the holder's and in force. @throws the given error when one is not */
export async function requireUsableLicences(ctx: Context, holder: Holder, ids: readonly string[], otherwise: () => AppError): Promise<UsableLicence[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const found = await query(ctx, holder).where('id', 'in', wanted).execute();
  if (found.length !== wanted.length) throw otherwise();
  return found;
}
