import type { Context, Kernel } from '../../kernel/context.ts';
import { runText, tablesOf, transact, WriteBatch, writesFor } from '../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import type { JobDefinition } from '../../kernel/jobs/index.ts';
import { itemPublished, itemRetired, listChangedItems, readItemMaterials, versionGivenUp, versionSaved, type ItemContent, type MaterialElements, type VersionContent } from '../catalog/index.ts';
import { materialNameKey } from './material-name.ts';
import type { MaterialsTables } from './tables.ts';

type UseRow = MaterialsTables['materials.itemMaterial'];

function rowsOf(item: ItemContent<MaterialElements>): UseRow[] {
  const { itemId, organizationId, organizationPath, departmentName, regionCode, open, published } = item;
  const rows = (version: VersionContent<MaterialElements>, marks: { current: boolean; published: boolean }): UseRow[] => version.elements.materials.map((material) => ({
    itemId, itemName: version.elements.name, organizationId, organizationPath, departmentName, regionCode, versionId: version.versionId, versionNumber: version.number,
    versionState: version.state, ...marks, key: material.key, name: material.name, nameKey: materialNameKey(material.name),
    standardCode: material.standardCode ?? null,
  }));
  return [
    ...(open ? rows(open, { current: true, published: false }) : []),
    ...(published ? rows(published, { current: open === undefined, published: true }) : []),
  ];
}

/**
 * Reads again what the items ask for; the same whether it runs once or twice. Of two that run at once the slower one breaks
 * the primary key and is tried again by who called it.
 */
export async function refreshUses(kernel: Kernel, itemIds: readonly string[]): Promise<void> {
  const ids = [...new Set(itemIds)];
  if (ids.length === 0) return;
  const rows = (await readItemMaterials(kernel, ids)).flatMap(rowsOf);
  await transact<MaterialsTables, void>(kernel.db, async (trx) => {
    await trx.deleteFrom('materials.itemMaterial').where('itemId', 'in', ids).execute();
    const batch = new WriteBatch();
    writesFor<MaterialsTables>(batch).insert('materials.itemMaterial', rows);
    await batch.executeIn((text, values) => runText(trx, text, values));
  });
}

async function follow(ctx: Context, events: readonly DomainEvent[]): Promise<void> {
  await refreshUses(ctx.kernel, events.map(({ aggregateId }) => aggregateId));
}

/** What items ask for is followed as they are saved, given up, published and retired. */
export const materialsSubscriptions: readonly Subscription[] = [
  { name: 'materials.follow-items', types: [versionSaved, versionGivenUp, itemPublished, itemRetired], handle: (ctx, event) => follow(ctx, [event]), handleMany: follow },
];

const itemsAtOnce = 100;
const firstId = '00000000-0000-0000-0000-000000000000';

/**
 * Reads the items that changed since the last time, for what no event told of: items of before this module, and lists that
 * are imported. A minute is read twice, since a change is written a moment after its instant.
 */
export async function catchUpWithItems(ctx: Context): Promise<number> {
  const tables = tablesOf<MaterialsTables>(ctx.kernel.db);
  const { readUntil } = await tables.selectFrom('materials.catchUp').select('readUntil').executeTakeFirstOrThrow();
  const now = ctx.kernel.clock.now();
  let place = { updatedAt: readUntil, itemId: firstId };
  let count = 0;
  for (;;) {
    const changed = await listChangedItems(ctx.kernel, place, itemsAtOnce);
    await refreshUses(ctx.kernel, changed.map(({ itemId }) => itemId));
    count += changed.length;
    const last = changed.at(-1);
    if (!last || changed.length < itemsAtOnce) break;
    place = last;
    await tables.updateTable('materials.catchUp').set({ readUntil: last.updatedAt }).execute();
  }
  await tables.updateTable('materials.catchUp').set({ readUntil: new Date(now.getTime() - 60_000) }).execute();
  return count;
}

export const catchUpJob: JobDefinition = {
  name: 'materials.catch-up-with-items', label: '补读事项使用的材料', cron: '*/10 * * * *', handle: async (ctx) => { await catchUpWithItems(ctx); },
};
