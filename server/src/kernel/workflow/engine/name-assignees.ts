import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import { fail } from '../errors.ts';

/** Reads the names of officers in office, in the order asked for. @throws workflow.staff-not-found for an id that is none */
export async function getStaffNames(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const today = chinaDate(ctx.kernel.clock.now());
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.staff').select(['id', 'name']).where('id', 'in', [...ids])
    .where((eb) => eb.or([eb('validTo', 'is', null), eb('validTo', '>', today)])).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => {
    const name = names.get(id);
    if (name === undefined) throw fail('workflow.staff-not-found');
    return name;
  });
}
