import { sql } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context, Kernel } from '../../../kernel/context.ts';
import { cursorNumber, decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import type { listUnmapped as operation, MappingSuggestion, UnmappedGroup } from '../mapping.contract.ts';
import { materialNameKey } from '../material-name.ts';
import type { MaterialsTables } from '../tables.ts';

type Query = QueryOf<typeof operation>;

/** The materials of items that the actor may map, as a condition on `materials.item_material u`. */
export function withinMappingScope(ctx: Context) {
  return scopeFilter(requireScope(ctx, 'materials.mapping.edit'), ctx.actor, { organizationPath: 'u.organization_path', regionCode: 'u.region_code' });
}

/** Whether an application material of the library in use has a name of this comparable form. */
export const suggestible = sql<boolean>`EXISTS (SELECT FROM materials.material m WHERE m.state = 'active' AND m.kind = 'application' AND m.name_keys @> ARRAY[u.name_key])`;

/** Materials of items without a standard code, grouped by their names, those of most items first (CAT-05). */
export async function findUnmapped(ctx: Context, { limit = 20, cursor, q, departmentId, suggested }: Query): Promise<Page<UnmappedGroup>> {
  let query = tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.itemMaterial as u')
    .select(['u.nameKey', sql<string[]>`array_agg(DISTINCT u.name)`.as('names'), sql<number>`count(DISTINCT u.item_id)::int`.as('itemCount'),
      sql<number>`count(DISTINCT u.organization_id)::int`.as('departmentCount')])
    .where('u.current', '=', true).where('u.standardCode', 'is', null).where(withinMappingScope(ctx)).groupBy('u.nameKey');
  if (departmentId !== undefined) query = query.where('u.organizationId', '=', departmentId);
  const key = materialNameKey(q ?? '').replace(/[\\%_]/g, '\\$&');
  if (key !== '') query = query.where('u.nameKey', 'like', `%${key}%`);
  if (suggested !== undefined) query = query.where((eb) => (suggested ? suggestible : eb.not(suggestible)));
  if (cursor !== undefined) {
    const [count, after] = decodeCursor(cursor, 2);
    query = query.having(sql<boolean>`(-count(DISTINCT u.item_id), u.name_key) > (${-cursorNumber(count)}::bigint, ${after})`);
  }
  const rows = await query.orderBy('itemCount', 'desc').orderBy('u.nameKey').limit(limit + 1).execute();
  const suggestions = await suggestMaterials(ctx.kernel, rows);
  return pageOf(rows, limit, ({ itemCount, nameKey }) => [itemCount, nameKey], (row) => ({ ...row, suggestions: suggestions.get(row.nameKey) ?? [] }));
}

const groundOrder = ['name', 'alias', 'normalised'] as const;

/** Materials of the library that are called the same, the surest first. */
async function suggestMaterials(kernel: Kernel, groups: readonly { nameKey: string; names: readonly string[] }[]): Promise<Map<string, MappingSuggestion[]>> {
  if (groups.length === 0) return new Map();
  const keys = groups.map(({ nameKey }) => nameKey);
  const materials = await tablesOf<MaterialsTables>(kernel.db).selectFrom('materials.material').select(['code', 'name', 'aliases', 'nameKeys'])
    .where('state', '=', 'active').where('kind', '=', 'application').where(sql<boolean>`name_keys && ${keys}::text[]`).orderBy('code').execute();
  return new Map(groups.map(({ nameKey, names }) => [nameKey, materials.filter(({ nameKeys }) => nameKeys.includes(nameKey)).map(({ code, name, aliases }): MappingSuggestion => ({
    code, name, ground: names.includes(name) ? 'name' : aliases.some((alias) => names.includes(alias)) ? 'alias' : 'normalised',
  })).sort((one, other) => groundOrder.indexOf(one.ground) - groundOrder.indexOf(other.ground))]));
}
