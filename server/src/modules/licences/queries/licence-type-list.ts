import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { countLicenceGivers } from '../../catalog/index.ts';
import { mostCountedLicences, type LicenceTypeSummary, type listLicenceTypes as listOperation } from '../contract.ts';
import type { LicencesTables } from '../tables.ts';
import type { LicenceTypeRecord } from '../type-record.ts';

/** Licences issued of each type, counted up to `mostCountedLicences`: a city has millions of some. */
export async function countLicences(kernel: Kernel, codes: readonly string[]): Promise<Map<string, number>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; count: number }>`
    SELECT asked.code, (SELECT count(*)::int FROM (SELECT FROM licences.licence l WHERE l.type_code = asked.code LIMIT ${mostCountedLicences}) AS counted) AS count
    FROM unnest(${[...codes]}::text[]) AS asked (code)`.execute(tablesOf<LicencesTables>(kernel.db));
  return new Map(rows.map(({ code, count }) => [code, count]));
}

/** A line of the catalogue with how much hangs on it. */
export async function presentTypes(kernel: Kernel, records: readonly LicenceTypeRecord[]): Promise<LicenceTypeSummary[]> {
  const codes = records.map(({ code }) => code);
  const [items, issued] = await Promise.all([countLicenceGivers(kernel, codes), countLicences(kernel, codes)]);
  return records.map(({ code, name, typeCode, definition, issuerId, issuerName, state, revision, updatedAt }) => ({
    code, name, typeCode, holderKind: definition.holderKind, issuer: issuerId === null ? null : { id: issuerId, name: issuerName ?? '' }, state, revision,
    itemCount: items.get(code) ?? 0, licenceCount: issued.get(code) ?? 0, updatedAt: updatedAt.toISOString(),
  }));
}

/** The licence catalogue in the order of names, narrowed by all that is asked (LIC-01). Everyone who keeps items reads all of it. */
export async function findLicenceTypes(ctx: Context, { limit = 20, cursor, q, holderKind, state, issuerId }: QueryOf<typeof listOperation>): Promise<Page<LicenceTypeSummary>> {
  let query = tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.licenceType').selectAll();
  const words = q?.trim().replace(/[\\%_]/g, '\\$&');
  if (words) query = query.where((eb) => eb.or([eb('name', 'ilike', `%${words}%`), eb('code', 'ilike', `%${words}%`), eb('typeCode', 'ilike', `%${words}%`)]));
  if (holderKind) query = query.where(sql<boolean>`definition ->> 'holderKind' = ${holderKind}`);
  if (state) query = query.where('state', '=', state);
  if (issuerId) query = query.where('issuerId', '=', issuerId);
  if (cursor !== undefined) {
    const [name, code] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(name, code) > (${String(name)}, ${String(code)})`);
  }
  const rows = await query.orderBy('name').orderBy('code').limit(limit + 1).execute();
  const presented = new Map((await presentTypes(ctx.kernel, rows.slice(0, limit))).map((one) => [one.code, one]));
  const page = pageOf(rows, limit, ({ name, code }) => [name, code], ({ code }) => presented.get(code));
  return { ...page, items: page.items.flatMap((one) => one ?? []) };
}
