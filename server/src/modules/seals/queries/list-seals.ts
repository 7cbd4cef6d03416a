import type { Page, QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope, requireStaff } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { listSeals as sealsOperation, listSealUses as usesOperation, SealSummary, SealUse } from '../contract.ts';
import type { SealsTables } from '../tables.ts';
import type { Static } from '@tongban/contract-kit';

type Tables = SealsTables & Pick<OrganizationTables, 'organization.organization'>;

function visibleSeals(ctx: Context) {
  const actor = requireStaff(ctx);
  const scope = requireScope(ctx, 'seals.seal.view');
  const query = tablesOf<Tables>(ctx.kernel.db).selectFrom('seals.seal as s').innerJoin('organization.organization as o', 'o.id', 's.organizationId');
  if (scope.kind === 'all') return query;
  if (scope.kind === 'region') return query.where(sql<boolean>`o.region_code LIKE ${`${scope.regionCode.slice(0, 6).replace(/(00)+$/, '')}%`}`);
  return query.where('o.path', 'like', `${scope.kind === 'organization' ? scope.organizationPath : actor.organizationPath}%`);
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
