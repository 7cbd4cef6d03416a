import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { CatalogTables } from '../tables.ts';

/** Where an item belongs, so that a scope can be checked against it; undefined when there is none. */
export async function findItemPlace({ kernel }: Pick<Context, 'kernel'>, itemId: string): Promise<{ organizationPath: string; regionCode: string } | undefined> {
  return tablesOf<CatalogTables>(kernel.db).selectFrom('catalog.item').select(['organizationPath', 'regionCode']).where('id', '=', itemId).executeTakeFirst();
}
