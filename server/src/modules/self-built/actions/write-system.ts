import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { fail as kernelFail } from '../../../kernel/errors/kernel-errors.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import { fail as failOrganization } from '../../../kernel/organization/errors.ts';
import { getPublishedItem } from '../../catalog/index.ts';
import { readAddress, type SystemSettings } from '../contract.ts';
import { fail } from '../errors.ts';
import { selfBuiltTables, type SystemRow } from '../systems.ts';
import type { SelfBuiltTables } from '../tables.ts';

const manage = 'self-built.system.manage';

/** An address as it is kept. @throws self-built.bad-address */
function requireAddress(field: string, text: string): string {
  const url = readAddress(text);
  if (!url) throw fail('self-built.bad-address', { field });
  return url.toString();
}

async function prepare(ctx: Context, systemId: string, { itemIds, entryUrl, serviceUrl, ...settings }: SystemSettings) {
  const organization = await getOrganization(ctx, settings.organizationId);
  if (organization.validTo !== null) throw failOrganization('organization.closed');
  authorize(ctx, manage, { organizationPath: organization.path, regionCode: organization.regionCode });
  const items: SelfBuiltTables['selfBuilt.systemItem'][] = [];
  for (const itemId of itemIds) {
    const version = await getPublishedItem(ctx, itemId).catch(() => undefined);
    if (!version) throw fail('self-built.unknown-item');
    items.push({ itemId, systemId, itemName: version.elements.name });
  }
  await requireFree(ctx, systemId, itemIds);
  return { items, row: { ...settings, name: settings.name.trim(), entryUrl: requireAddress('进入地址', entryUrl), serviceUrl: requireAddress('服务地址', serviceUrl) } };
}

/** @throws self-built.item-taken */
async function requireFree(ctx: Context, systemId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  const taken = await selfBuiltTables(ctx).selectFrom('selfBuilt.systemItem as i').innerJoin('selfBuilt.system as s', 's.id', 'i.systemId').select(['i.itemName', 's.name'])
    .where('i.itemId', 'in', [...itemIds]).where('i.systemId', '<>', systemId).executeTakeFirst();
  if (taken) throw fail('self-built.item-taken', { item: taken.itemName, system: taken.name });
}

function explain(batch: WriteBatch, name: string): void {
  batch.onViolation('system_name', () => fail('self-built.name-taken', { name }));
  batch.onViolation('system_item_once', () => fail('self-built.item-taken', { item: '所选事项', system: '另一个自建系统' }));
}

/** Registers a self-built system, off until it has a key. @throws self-built.bad-address, .unknown-item, .item-taken, .name-taken, .no-key */
export async function addSystem(ctx: Context, settings: SystemSettings): Promise<string> {
  if (settings.enabled) throw fail('self-built.no-key');
  const id = createId();
  const { row, items } = await prepare(ctx, id, settings);
  const batch = new WriteBatch();
  const writes = writesFor<SelfBuiltTables>(batch);
  writes.insert('selfBuilt.system', { id, revision: 1, ...row, lastOkAt: null, downSince: null, lastError: null, failures: 0, nextTryAt: null });
  writes.insert('selfBuilt.systemItem', items);
  explain(batch, row.name);
  recordAudit(ctx, batch, { action: 'self-built.add-system', objectType: 'self-built-system', objectId: id, detail: { ...row, items: items.length } });
  await commit(ctx, batch);
  return id;
}

/** Changes a system, also on or off; cases that are with it stay with it, and one whose consent names something else than it is given now asks for consent again. @throws kernel.conflict when somebody changed it since, as `addSystem` */
export async function saveSystem(ctx: Context, system: SystemRow, revision: number, settings: SystemSettings): Promise<void> {
  const { row, items } = await prepare(ctx, system.id, settings);
  const tables = selfBuiltTables(ctx);
  if (settings.enabled && !await tables.selectFrom('selfBuilt.systemKey').select('keyId').where('systemId', '=', system.id).where('endedAt', 'is', null).executeTakeFirst()) throw fail('self-built.no-key');
  const before = await tables.selectFrom('selfBuilt.systemItem').select(['itemId', 'itemName']).where('systemId', '=', system.id).execute();
  const kept = new Set(items.map(({ itemId }) => itemId));
  const known = new Set(before.map(({ itemId }) => itemId));
  const gone = before.filter(({ itemId }) => !kept.has(itemId)).map(({ itemId }) => itemId);
  const batch = new WriteBatch();
  const writes = writesFor<SelfBuiltTables>(batch);
  writes.update('selfBuilt.system', { ...row, revision: revision + 1, ...(row.enabled ? { nextTryAt: null } : {}) }, { id: system.id, revision }, { expected: 1, otherwise: () => kernelFail('kernel.conflict') });
  if (gone.length > 0) writes.delete('selfBuilt.systemItem', { itemId: gone, systemId: system.id });
  writes.insert('selfBuilt.systemItem', items.filter(({ itemId }) => !known.has(itemId)));
  explain(batch, row.name);
  recordAudit(ctx, batch, { action: 'self-built.save-system', objectType: 'self-built-system', objectId: system.id, detail: { before: { name: system.name, entryUrl: system.entryUrl, serviceUrl: system.serviceUrl, disclosure: system.disclosure, enabled: system.enabled, items: before.length }, after: { ...row, items: items.length } } });
  await commit(ctx, batch);
}
