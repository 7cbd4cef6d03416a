import { requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import { listHolders } from '../../../kernel/access/list-holders.ts';
import type { Context } from '../../../kernel/context.ts';
import { getOrganization, listStaffNames } from '../../../kernel/organization/index.ts';
import { fail } from '../errors.ts';

const mostLeads = 50;

/** Officers who may answer for a department, the nearest first. @throws supervision.order-not-found outside the reader's scope */
export async function listLeads(ctx: Context, organizationId: string): Promise<{ id: string; name: string }[]> {
  const { path, regionCode } = await getOrganization(ctx, organizationId);
  const place = { organizationPath: path, regionCode };
  if (!liesInScope(requireScope(ctx, 'supervision.order.issue'), ctx.actor, place)) throw fail('supervision.order-not-found');
  const ids = await listHolders(ctx, 'supervision.order.answer', place, mostLeads);
  const names = await listStaffNames(ctx, ids);
  return ids.flatMap((id) => { const name = names.get(id); return name === undefined ? [] : [{ id, name }]; });
}
