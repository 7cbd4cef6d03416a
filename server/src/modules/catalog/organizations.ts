import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { fail } from '../../kernel/errors/kernel-errors.ts';
import type { OrganizationTables } from '../../kernel/organization/tables.ts';

/** What the catalogue keeps of an implementing organisation beside the item. */
export interface Implementer {
  readonly organizationId: string;
  readonly organizationPath: string;
}

/** Reads the organisation an item names. @throws not-found when there is none or it was closed */
export async function getImplementer(ctx: Context, organizationId: string): Promise<Implementer> {
  const row = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select('path')
    .where('id', '=', organizationId).where('validTo', 'is', null).executeTakeFirst();
  if (!row) throw fail('kernel.not-found', { what: '这个实施主体' });
  return { organizationId, organizationPath: row.path };
}
