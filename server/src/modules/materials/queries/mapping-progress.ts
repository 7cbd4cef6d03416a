import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { MappingProgress } from '../mapping.contract.ts';
import type { MaterialsTables } from '../tables.ts';
import { suggestible, withinMappingScope } from './unmapped.ts';

/** How far the materials of the actor's items are mapped, as a whole and by department. */
export async function readMappingProgress(ctx: Context): Promise<MappingProgress> {
  const current = tablesOf<MaterialsTables>(ctx.kernel.db).selectFrom('materials.itemMaterial as u').where('u.current', '=', true).where(withinMappingScope(ctx));
  const [departments, { items, suggested, outdated }] = await Promise.all([
    current.select(['u.organizationId as id', sql<string>`max(u.department_name)`.as('name'), sql<number>`count(*)::int`.as('total'),
      sql<number>`count(u.standard_code)::int`.as('mapped')]).groupBy('u.organizationId').orderBy(sql`count(*) - count(u.standard_code)`, 'desc').orderBy('name').execute(),
    current.leftJoin('materials.material as known', 'known.code', 'u.standardCode').select([
      sql<number>`count(DISTINCT u.item_id)::int`.as('items'),
      sql<number>`count(*) FILTER (WHERE u.standard_code IS NULL AND ${suggestible})::int`.as('suggested'),
      sql<number>`count(*) FILTER (WHERE u.standard_code IS NOT NULL AND (known.id IS NULL OR known.state = 'merged'))::int`.as('outdated'),
    ]).executeTakeFirstOrThrow(),
  ]);
  const sum = (part: 'total' | 'mapped'): number => departments.reduce((all, department) => all + department[part], 0);
  return { total: sum('total'), mapped: sum('mapped'), items, suggested, outdated, departments };
}
