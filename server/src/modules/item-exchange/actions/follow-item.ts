import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../../kernel/events/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import { itemMoved } from '../../catalog/index.ts';
import type { ItemExchangeTables } from '../tables.ts';

/** What is still to be checked of an item goes with it to the department that has taken it over. */
async function followItem(ctx: Context, { aggregateId: itemId, data }: DomainEvent): Promise<void> {
  const { organizationId } = data as { organizationId: string };
  const department = (await listOrganizationsById(ctx, [organizationId])).get(organizationId);
  if (!department) return;
  const batch = new WriteBatch();
  writesFor<ItemExchangeTables>(batch).update('itemExchange.difference', { departmentName: department.name, organizationPath: department.path }, { itemId, state: 'open' });
  await commit(ctx, batch);
}

export const itemExchangeSubscriptions: readonly Subscription[] = [{ name: 'item-exchange.follow-item', types: [itemMoved], handle: followItem }];
