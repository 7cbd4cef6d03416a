import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../../kernel/events/index.ts';
import { itemPublished, itemRetired } from '../../catalog/index.ts';
import { claimApproved, entryInForce, type EntryInForce } from '../events.ts';
import type { DirectoryTables } from '../tables.ts';
import { compareLists } from './compare-lists.ts';

/** A change of the directory reaches the lists made from it; claims that wait for a cancelled entry are over. */
async function followEntry(ctx: Context, event: DomainEvent): Promise<void> {
  const { kind } = event.data as EntryInForce;
  if (kind === 'cancelled') {
    await tablesOf<DirectoryTables>(ctx.kernel.db).updateTable('directory.claim')
      .set((eb) => ({ state: 'ended', version: eb('version', '+', 1), decidedAt: event.occurredAt, decisionReason: '目录事项已取消。' }))
      .where('entryId', '=', event.aggregateId).where('state', '=', 'pending').execute();
  }
  await compareLists(ctx, { entryId: event.aggregateId });
}

/** A retired item is no longer the region's list of its entry: the entry can be claimed again. */
async function endClaim(ctx: Context, event: DomainEvent): Promise<void> {
  const db = tablesOf<DirectoryTables>(ctx.kernel.db);
  const ended = await db.updateTable('directory.claim').set((eb) => ({ state: 'ended', version: eb('version', '+', 1), decisionReason: '实施清单已取消。' }))
    .where('itemId', '=', event.aggregateId).where('state', '=', 'confirmed').returning('id').execute();
  for (const { id } of ended) {
    await db.deleteFrom('directory.finding').where('claimId', '=', id).execute();
    await db.updateTable('directory.difference').set((eb) => ({ state: 'settled', version: eb('version', '+', 1) })).where('claimId', '=', id).where('state', '=', 'open').execute();
  }
}

export const directorySubscriptions: readonly Subscription[] = [
  { name: 'directory.follow-entries', types: [entryInForce], handle: followEntry },
  { name: 'directory.compare-claimed', types: [claimApproved], handle: (ctx, event) => compareLists(ctx, { claimId: event.aggregateId }) },
  { name: 'directory.compare-published', types: [itemPublished], handle: (ctx, event) => compareLists(ctx, { itemId: event.aggregateId }) },
  { name: 'directory.end-claims', types: [itemRetired], handle: endClaim },
];
