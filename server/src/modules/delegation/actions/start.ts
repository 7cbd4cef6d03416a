import { findRegion } from '../../../kernel/organization/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { writesFor, type WriteBatch } from '../../../kernel/db/index.ts';
import type { Organization } from '../../../kernel/organization/contract.ts';
import { readItemContents, startItem } from '../../catalog/index.ts';
import { fail } from '../errors.ts';
import type { DelegationItemRow, DelegationRow } from '../queries/record.ts';
import { lockedNames, receiverElements } from '../receiver-elements.ts';
import type { DelegationTables } from '../tables.ts';

interface Sides { giver: Organization; receiver: Organization; items: readonly DelegationItemRow[] }

/** Adds to the batch the lists that the receiver gets: drafts of what the giver has published, with what it may not change locked. */
export async function addStart(ctx: Context, batch: WriteBatch, row: DelegationRow, { giver, receiver, items }: Sides): Promise<void> {
  const contents = new Map((await readItemContents(ctx.kernel, items.map(({ itemId }) => itemId))).map((content) => [content.itemId, content]));
  const region = await findRegion(ctx, receiver.regionCode);
  const lockedElements = lockedNames(row.changeable);
  for (const { itemId, itemName } of items) {
    const given = contents.get(itemId)?.published;
    if (!given) throw fail('delegation.item-unfit', { item: itemName, why: '它已不在发布' });
    const elements = receiverElements(given.elements, {
      delegationId: row.id, kind: row.kind, powerSource: row.powerSource, giver, receiver, level: region ? String(region.level + 1) : given.elements.exerciseLevel ?? '4',
    });
    const { receipt } = startItem(ctx, elements, { organizationId: receiver.id, organizationPath: receiver.path, lockedElements }, batch);
    writesFor<DelegationTables>(batch).update('delegation.item', { receiverItemId: receipt.itemId }, { delegationId: row.id, itemId });
  }
}
