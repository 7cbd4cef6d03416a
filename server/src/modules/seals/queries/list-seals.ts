import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql, type RawBuilder } from 'kysely';
import { requireScope, requireStaff, singleScopes, type SingleScope, type StaffActor } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { listSeals as sealsOperation, listSealUses as usesOperation, SealSummary, SealUse } from '../contract.ts';
import type { SealsTables } from '../tables.ts';
import type { Static } from '@tongban/contract-kit';

type Tables = SealsTables & Pick<OrganizationTables, 'organization.organization'>;

function within(actor: StaffActor, scope: SingleScope): RawBuilder<boolean> {
  switch (scope.kind) {
    case 'all': return sql<boolean>`true`;
    case 'region': return sql<boolean>`o.region_code LIKE ${`${regionPrefix(scope.regionCode)}%`}`;
    case 'organization': return sql<boolean>`o.path LIKE ${`${scope.organizationPath}%`}`;
    case 'own': return sql<boolean>`o.path LIKE ${`${actor.organizationPath}%`}`;
  }
}

function visibleSeals(ctx: Context) {
  const actor = requireStaff(ctx);
  const scopes = singleScopes(requireScope(ctx, 'seals.seal.view'));
  return tablesOf<Tables>(ctx.kernel.db).selectFrom('seals.seal as s').innerJoin('organization.organization as o', 'o.id', 's.organizationId')
    .where((where) => where.or(scopes.map((scope) => within(actor, scope))));
}

/** Seals of the organisations in the officer's scope, newest first. */
export async function findSeals(ctx: Context, input: QueryOf<typeof sealsOperation>): Promise<Page<SealSummary>> {
  const limit = input.limit ?? 20;
  let query = visibleSeals(ctx).selectAll('s').orderBy('s.createdAt', 'desc').orderBy('s.id', 'desc').limit(limit + 1);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(s.created_at, s.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return pageOf(await query.execute(), limit, (row) => [row.createdAt.toISOString(), row.id], (row): SealSummary => ({
    id: row.id, name: row.name, kind: row.kind, organizationId: row.organizationId, organizationName: row.organizationName, state: row.state,
    validFrom: row.validFrom, validTo: row.validTo, certificateSerial: row.certificateSerial, createdAt: row.createdAt.toISOString(),
  }));
}

/** What a seal was used for, newest first; nothing for a seal outside the officer's scope. */
export async function findSealUses(ctx: Context, sealId: string, input: QueryOf<typeof usesOperation>): Promise<Page<Static<typeof SealUse>>> {
  const limit = input.limit ?? 20;
  let query = visibleSeals(ctx).innerJoin('seals.use as u', 'u.sealId', 's.id').selectAll('u').where('s.id', '=', sealId)
    .orderBy('u.usedAt', 'desc').orderBy('u.id', 'desc').limit(limit + 1);
  if (input.cursor) {
    const [at, id] = decodeCursor(input.cursor, 2);
    query = query.where(sql<boolean>`(u.used_at, u.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return pageOf(await query.execute(), limit, (row) => [row.usedAt.toISOString(), row.id], (row) => ({ ...row, usedAt: row.usedAt.toISOString() }));
}
