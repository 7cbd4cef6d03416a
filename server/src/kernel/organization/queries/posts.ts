import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { Post } from '../contract.ts';
import type { OrganizationTables } from '../tables.ts';

/** All posts in their usual order. */
export async function listPosts(ctx: Context): Promise<Post[]> {
  return tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.post').select(['code', 'name']).orderBy('position').execute();
}
