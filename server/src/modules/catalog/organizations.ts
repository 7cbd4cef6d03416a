import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { chinaDate } from '../../kernel/clock/index.ts';
import { fail as kernelFail } from '../../kernel/errors/kernel-errors.ts';
import type { OrganizationTables } from '../../kernel/organization/tables.ts';
import { fail } from './errors.ts';

/** What the catalogue keeps of an implementing organisation beside the item. */
export interface Implementer {
  readonly organizationId: string;
  readonly organizationPath: string;
}

/** Reads the organisation an item names. @throws catalog.department-closed, not-found when there is none */
export async function getImplementer(ctx: Context, organizationId: string): Promise<Implementer> {
  const row = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['path', 'name', 'validTo'])
    .where('id', '=', organizationId).executeTakeFirst();
  if (!row) throw kernelFail('kernel.not-found', { what: '这个实施主体' });
  if (row.validTo !== null && row.validTo <= chinaDate(ctx.kernel.clock.now())) throw fail('catalog.department-closed', { name: row.name });
  return { organizationId, organizationPath: row.path };
}
