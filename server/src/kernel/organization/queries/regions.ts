import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { Region } from '../contract.ts';
import type { OrganizationTables } from '../tables.ts';

function regions(ctx: Context) {
  return tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.region as region').select([
    'region.code', 'region.name', 'region.fullName', 'region.level', 'region.parentCode',
    sql<boolean>`EXISTS (SELECT FROM organization.region child WHERE child.parent_code = region.code)`.as('hasChildren'),
  ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof regions>['execute']>>[number];

function present({ code, name, fullName, level, hasChildren }: Row): Region {
  return { code, name, fullName, level, hasChildren };
}

/** The regions directly below one, or the provinces. */
export async function listRegions(ctx: Context, parent: string | undefined): Promise<Region[]> {
  const rows = await regions(ctx)
    .$if(parent === undefined, (query) => query.where('region.parentCode', 'is', null))
    .$if(parent !== undefined, (query) => query.where('region.parentCode', '=', parent?.padEnd(12, '0') ?? ''))
    .orderBy('region.code').execute();
  return rows.map(present);
}

/** A region by its 6-, 9- or 12-digit code. */
export async function findRegion(ctx: Context, code: string): Promise<Region | undefined> {
  const row = await regions(ctx).where('region.code', '=', code.padEnd(12, '0')).executeTakeFirst();
  return row && present(row);
}

/** Full names of regions by their 12-digit codes; unknown codes are left out. */
export async function nameRegions(ctx: Pick<Context, 'kernel'>, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.region').select(['code', 'fullName']).where('code', 'in', [...codes]).execute();
  return new Map(rows.map(({ code, fullName }) => [code, fullName]));
}

/** A region with those above it, province first. @throws kernel.not-found */
export async function getRegionWithAncestors(ctx: Context, code: string): Promise<{ region: Region; ancestors: Region[] }> {
  const rows = await regions(ctx).where(sql<boolean>`region.code IN (
    WITH RECURSIVE up AS (
      SELECT code, parent_code FROM organization.region WHERE code = ${code.padEnd(12, '0')}
      UNION SELECT r.code, r.parent_code FROM organization.region r JOIN up ON r.code = up.parent_code
    ) SELECT code FROM up)`).orderBy('region.level').execute();
  const region = rows.at(-1);
  if (!region) throw kernelFail('kernel.not-found', { what: '这个行政区划' });
  return { region: present(region), ancestors: rows.slice(0, -1).map(present) };
}
