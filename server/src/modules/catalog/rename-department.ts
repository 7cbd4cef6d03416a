import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { OrganizationTables } from '../../kernel/organization/tables.ts';
import type { ItemElements } from './contract.ts';

/** A guide that names the department which it belongs to now wherever the former one stood. */
export async function nameDepartment(ctx: Pick<Context, 'kernel'>, elements: ItemElements, organizationId: string, from = elements.organizationId): Promise<ItemElements> {
  const { name } = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select('name').where('id', '=', organizationId).executeTakeFirstOrThrow();
  return withDepartment(elements, { id: organizationId, name }, from);
}

/** The same content with a department in place of the former one. */
export function withDepartment(elements: ItemElements, { id, name }: { id: string; name: string }, from: string): ItemElements {
  return {
    ...elements, organizationId: id, departmentName: name,
    handlingDepartments: elements.handlingDepartments.map((one) => (one.organizationId === from ? { ...one, organizationId: id, name } : one)),
  };
}
