import type { Page, QueryOf, Static } from '@tongban/contract-kit';
import { sql, type RawBuilder } from 'kysely';
import { requirePerson, requireScope, requireStaff, singleScopes, type SingleScope, type StaffActor } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { LicenceRecord } from '../actions/issue-licence.ts';
import type { LicenceSummary, LicenceUse, listLicences as operation } from '../contract.ts';
import type { LicencesTables } from '../tables.ts';
import { stateOf } from './licence-record.ts';

type Tables = LicencesTables & Pick<OrganizationTables, 'organization.organization'>;
interface Paging { limit?: number; cursor?: string }

/** One line of a list of licences. */
export function presentSummary(ctx: Context, record: LicenceRecord): LicenceSummary {
  const { id, typeCode, typeName, identifier, number, holderName, issuerName, issuedOn, validFrom, validTo, version, caseId } = record;
  return { id, typeCode, typeName, identifier, number, holderName, issuerName, issuedOn, validFrom, validTo, version, caseId, state: stateOf(ctx, record) };
}

function base(ctx: Context) {
  return tablesOf<Tables>(ctx.kernel.db).selectFrom('licences.licence as l').leftJoin('organization.organization as o', 'o.id', 'l.issuerId').selectAll('l');
}

async function page(ctx: Context, query: ReturnType<typeof base>, { limit = 20, cursor }: Paging): Promise<Page<LicenceSummary>> {
  let paged = query.where('l.fileId', 'is not', null).orderBy('l.createdAt', 'desc').orderBy('l.id', 'desc').limit(limit + 1);
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2);
    paged = paged.where(sql<boolean>`(l.created_at, l.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return pageOf(await paged.execute(), limit, (row) => [row.createdAt.toISOString(), row.id], (row) => presentSummary(ctx, row));
}

function holderOf(ctx: Context): { kind: 'person' | 'company'; id: string } {
  const actor = requirePerson(ctx);
  return actor.actingFor ?? { kind: 'person', id: actor.id };
}

/** Licences of the person, or of whom the person acts for. */
export async function findMyLicences(ctx: Context, paging: Paging): Promise<Page<LicenceSummary>> {
  const { kind, id } = holderOf(ctx);
  return page(ctx, base(ctx).where('l.holderKind', '=', kind).where('l.holderId', '=', id), paging);
}

function within(actor: StaffActor, scope: SingleScope): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'all': return sql<boolean>`true`;
    case 'region': return sql<boolean>`l.region_code LIKE ${`${regionPrefix(scope.regionCode)}%`}`;
    case 'organization': return sql<boolean>`o.path LIKE ${`${scope.organizationPath}%`}`;
    case 'own': return sql<boolean>`l.issuer_id = ${actor.organizationId}`;
  }
}

/** Licences issued within the officer's scope, filtered. */
export async function findLicences(ctx: Context, input: QueryOf<typeof operation>): Promise<Page<LicenceSummary>> {
  const actor = requireStaff(ctx);
  const scopes = singleScopes(requireScope(ctx, 'licences.licence.view'));
  const today = chinaDate(ctx.kernel.clock.now());
  let query = base(ctx).where((where) => where.or(scopes.map((scope) => within(actor, scope))));
  if (input.typeCode) query = query.where('l.typeCode', '=', input.typeCode);
  if (input.state === 'expired') query = query.where('l.state', '=', 'valid').where('l.validTo', '<', today);
  else if (input.state === 'valid') query = query.where('l.state', '=', 'valid').where((where) => where.or([where('l.validTo', 'is', null), where('l.validTo', '>=', today)]));
  else if (input.state) query = query.where('l.state', '=', input.state);
  const words = input.q?.trim().replace(/[\\%_]/g, '\\$&');
  if (words) query = query.where((where) => where.or([where('l.number', 'ilike', `%${words}%`), where('l.identifier', 'ilike', `%${words}%`), where('l.holderName', 'ilike', `%${words}%`)]));
  return page(ctx, query, input);
}

/** Who used one's licences and what for, newest first. */
export async function findMyUses(ctx: Context, { limit = 20, cursor }: Paging): Promise<Page<Static<typeof LicenceUse>>> {
  const { kind, id } = holderOf(ctx);
  let query = tablesOf<LicencesTables>(ctx.kernel.db).selectFrom('licences.use').selectAll().where('holderKind', '=', kind).where('holderId', '=', id)
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(limit + 1);
  if (cursor) {
    const [at, last] = decodeCursor(cursor, 2);
    query = query.where(sql<boolean>`(at, id) < (${at}::timestamptz, ${last}::uuid)`);
  }
  return pageOf(await query.execute(), limit, (row) => [row.at.toISOString(), row.id], (row) => ({
    id: row.id, at: row.at.toISOString(), licenceName: row.licenceName, licenceId: row.licenceId, by: row.by, purpose: row.purpose, caseNumber: row.caseNumber, times: row.times,
  }));
}
