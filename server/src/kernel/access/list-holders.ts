import type { Context } from '../context.ts';
import { regionPrefix } from './scope-filter.ts';

interface HolderRow {
  staff_id: string;
  scope_kind: 'all' | 'region' | 'organization' | 'own';
  scope_region_code: string | null;
  scope_path: string | null;
  own_path: string;
}

/** What belongs to an organisation. */
export interface HeldPlace { organizationPath: string; regionCode: string }

/** Who holds a permission over which places; read once for many places. */
export class Holders {
  readonly #rows: readonly HolderRow[];

  constructor(rows: readonly HolderRow[]) {
    this.#rows = rows;
  }

  /** Those who hold it over a place, who have the nearest scope first. */
  over(place: HeldPlace, most: number): string[] {
    const holders = this.#rows.map((row) => ({ id: row.staff_id, rank: nearness(row, place) })).filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank);
    return [...new Set(holders.map(({ id }) => id))].slice(0, most);
  }

  /** Those who hold it over what their own organisation has in a region, each with the path of that organisation. */
  inOwn(regionCode: string): Map<string, string> {
    return new Map(this.#rows.filter((row) => nearness(row, { organizationPath: row.own_path, regionCode }) >= 0).map((row) => [row.staff_id, row.own_path]));
  }
}

function nearness(row: HolderRow, { organizationPath, regionCode }: HeldPlace): number {
  switch (row.scope_kind) {
    case 'own': return row.own_path === organizationPath ? 0 : -1;
    case 'organization': return row.scope_path !== null && organizationPath.startsWith(row.scope_path) ? 1 : -1;
    case 'region': return row.scope_region_code !== null && regionCode.startsWith(regionPrefix(row.scope_region_code)) ? 2 : -1;
    case 'all': return 3;
  }
}

/** Officers who hold a permission, with where; of all, or whether one of them does. */
export async function readHolders(ctx: Pick<Context, 'kernel'>, permission: string, staffId?: string): Promise<Holders> {
  const { rows } = await ctx.kernel.db.pool.query<HolderRow>(
    `SELECT ra.staff_id, ra.scope_kind, ra.scope_region_code, so.path AS scope_path, oo.path AS own_path
     FROM access.role r JOIN access.role_assignment ra ON ra.role_code = r.code AND ra.ended_at IS NULL
     JOIN organization.staff st ON st.id = ra.staff_id AND st.valid_to IS NULL
     JOIN organization.organization oo ON oo.id = st.organization_id
     LEFT JOIN organization.organization so ON so.id = ra.scope_organization_id
     WHERE r.permissions @> ARRAY[$1] AND ($2::uuid IS NULL OR st.id = $2)`, [permission, staffId ?? null]);
  return new Holders(rows);
}

/** Officers who hold a permission over what belongs to an organisation, for telling them; those with the nearest scope first. */
export async function listHolders(ctx: Pick<Context, 'kernel'>, permission: string, object: HeldPlace, most = 20): Promise<string[]> {
  return (await readHolders(ctx, permission)).over(object, most);
}
