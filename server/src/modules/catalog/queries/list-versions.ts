import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';

/** All versions of an item, the newest first. */
export async function listVersions({ kernel }: Context, itemId: string) {
  const rows = await tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.itemVersion')
    .select(['id as versionId', 'number as versionNumber', 'state', 'createdAt', 'publishedAt', 'createdByName', 'templateName',
      sql<string | null>`elements ->> 'planEffectiveDate'`.as('planEffectiveDate')])
    .where('itemId', '=', itemId).orderBy('number', 'desc').execute();
  return rows.map(({ createdAt, publishedAt, ...line }) =>
    ({ ...line, createdAt: createdAt.toISOString(), publishedAt: publishedAt?.toISOString() ?? null }));
}
