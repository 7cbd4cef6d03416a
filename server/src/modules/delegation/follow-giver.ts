import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import { isSame } from '../catalog/contract.ts';
import { itemPublished, readItemContents, startIncoming } from '../catalog/index.ts';
import { followedElements } from './receiver-elements.ts';
import type { DelegationTables } from './tables.ts';

/** What the giver publishes anew reaches the receiver's list as a draft, as far as it is not the receiver's to change. */
async function followGiver(ctx: Context, event: DomainEvent): Promise<void> {
  const given = (await readItemContents(ctx.kernel, [event.aggregateId]))[0]?.published;
  if (!given) return;
  const rows = await tablesOf<DelegationTables>(ctx.kernel.db).selectFrom('delegation.item as i').innerJoin('delegation.delegation as d', 'd.id', 'i.delegationId')
    .select(['i.receiverItemId', 'd.changeable', 'd.giverName']).where('i.itemId', '=', event.aggregateId).where('d.state', '=', 'in-force').execute();
  for (const { receiverItemId, changeable, giverName } of rows) {
    if (receiverItemId === null) continue;
    const [own] = await readItemContents(ctx.kernel, [receiverItemId]);
    const standing = own?.open?.elements ?? own?.published?.elements;
    const wanted = followedElements(given.elements, changeable);
    if (!standing || Object.entries(wanted).every(([name, value]) => isSame(value, standing[name as keyof typeof standing]))) continue;
    const { batch } = await startIncoming(ctx, receiverItemId, wanted, `${giverName}已修改这个事项，按其内容更新。`);
    await commit(ctx, batch);
  }
}

export const followGiverSubscription: Subscription = { name: 'delegation.follow-giver', types: [itemPublished], handle: followGiver };
