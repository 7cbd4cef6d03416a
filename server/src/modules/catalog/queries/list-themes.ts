import { sql } from 'kysely';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { listDictionaries } from '../../../kernel/dictionary/index.ts';
import type { Audience } from '../contract.ts';
import type { CatalogTables } from '../tables.ts';

export interface ThemeCount {
  code: string;
  name: string;
  audience: Audience;
  itemCount: number;
}

const dictionaryOf = { person: 'person-topic', company: 'company-topic' } as const;

/** Theme classes with the number of published items in each; empty ones are left out (CAT-07). */
export async function listThemes(ctx: Context, audiences: readonly Audience[]): Promise<ThemeCount[]> {
  const db = tablesOf<CatalogTables>(ctx.kernel.db);
  const [lists, counts] = await Promise.all([
    listDictionaries(ctx.kernel, audiences.map((audience) => dictionaryOf[audience])),
    db.selectFrom('catalog.itemSearch').select([sql<string>`unnest(topics)`.as('topic'), sql<number>`count(*)::int`.as('count')])
      .groupBy('topic').execute(),
  ]);
  const countOf = new Map(counts.map(({ topic, count }) => [topic, count]));
  return audiences.flatMap((audience) => (lists.get(dictionaryOf[audience])?.entries ?? []).flatMap(({ code, name, active }) => {
    const itemCount = countOf.get(`${audience}:${code}`) ?? 0;
    return active && itemCount > 0 ? [{ code, name, audience, itemCount }] : [];
  }));
}

/** Implementing departments with the number of their published items. */
export async function listItemDepartments(ctx: Context, regionCode: string | undefined) {
  let query = tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemSearch')
    .select(['organizationId as id', 'departmentName as name', 'regionCode', sql<number>`count(*)::int`.as('itemCount')]);
  if (regionCode !== undefined) query = query.where('regionCode', 'like', `${regionPrefix(regionCode)}%`);
  return query.groupBy(['organizationId', 'departmentName', 'regionCode']).orderBy('itemCount', 'desc').orderBy('name').execute();
}
