import { parseTaskCode } from '@tongban/identifiers';
import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { ElementName, ItemElements } from '../contract.ts';
import { fail } from '../errors.ts';
import { claimItemFiles } from '../item-files.ts';
import { getImplementer } from '../organizations.ts';
import { getItemRecord, getVersionRecord } from '../queries/get-version-record.ts';
import type { CatalogTables } from '../tables.ts';
import { startItem } from './create-item.ts';
import type { VersionReceipt } from './version-receipt.ts';

/** What a handling item shares with its implementation list and cannot change by itself. */
const shared: readonly ElementName[] = ['taskCode', 'catalogCode', 'taskType'];

/** The next free number 01–99 below an implementation code. @throws catalog.no-task-code, catalog.handling-items-full */
export function nextHandlingItemCode(taskCode: string | undefined, taken: readonly (string | undefined)[]): string {
  const parsed = parseTaskCode(taskCode ?? '');
  if (!parsed.ok || parsed.kind !== 'task') throw fail('catalog.no-task-code');
  const used = new Set(taken.map((code) => code?.slice(31)));
  for (let number = 1; number <= 99; number += 1) {
    const suffix = String(number).padStart(2, '0');
    if (!used.has(suffix)) return parsed.taskCode + suffix;
  }
  throw fail('catalog.handling-items-full');
}

/**
 * Creates a handling item (业务办理项) of an implementation list: its content as it is now, a code of its own below the
 * list's. @throws catalog.no-task-code, catalog.third-level for a handling item of a handling item
 */
export async function createHandlingItem(ctx: Context, itemId: string, name: string): Promise<VersionReceipt> {
  const parent = await getItemRecord(ctx, itemId, 'catalog.item.edit');
  if (parent.parentItemId !== null) throw fail('catalog.third-level');
  const { version } = await getVersionRecord(ctx, parent.latestVersionId, 'catalog.item.edit');
  const handlingItemCode = nextHandlingItemCode(version.elements.taskCode, (await listCodes(ctx, itemId)).map(({ code }) => code ?? undefined));
  const elements: ItemElements = {
    ...version.elements, name, mainItemName: parent.name, handlingItemCode, localTaskCode: `${parent.localTaskCode}-${handlingItemCode.slice(31)}`,
  };
  const implementer = await getImplementer(ctx, elements.organizationId);
  authorize(ctx, 'catalog.item.edit', { ...implementer, regionCode: elements.regionCode });
  const lockedElements = [...new Set([...parent.lockedElements.filter((element) => element !== 'name'), ...shared])];
  const { batch, receipt } = startItem(ctx, elements, { ...implementer, lockedElements, parentItemId: itemId });
  await claimItemFiles(ctx, batch, receipt.itemId, undefined, elements);
  await commit(ctx, batch);
  return receipt;
}

async function listCodes(ctx: Context, itemId: string): Promise<{ code: string | null }[]> {
  const { rows } = await ctx.kernel.db.pool.query<{ code: string | null }>(
    `SELECT v.elements ->> 'handlingItemCode' AS code FROM catalog.item i JOIN catalog.item_version v ON v.id = i.latest_version_id WHERE i.parent_item_id = $1`, [itemId]);
  return rows;
}

/**
 * Makes an item a handling item of an implementation list, or with null one that stands by itself. There are two levels
 * and no circle. @throws catalog.own-parent, catalog.parents-in-circle, catalog.third-level
 */
export async function setParentItem(ctx: Context, itemId: string, parentItemId: string | null): Promise<void> {
  const item = await getItemRecord(ctx, itemId, 'catalog.item.edit');
  if (parentItemId !== null) await requireFit(ctx, itemId, parentItemId);
  const batch = new WriteBatch();
  writesFor<CatalogTables>(batch).update('catalog.item', { parentItemId, updatedAt: ctx.kernel.clock.now() }, { id: item.id });
  recordAudit(ctx, batch, { action: 'catalog.set-parent', objectType: 'item', objectId: itemId, detail: { from: item.parentItemId, to: parentItemId } });
  await commit(ctx, batch);
}

async function requireFit(ctx: Context, itemId: string, parentItemId: string): Promise<void> {
  if (itemId === parentItemId) throw fail('catalog.own-parent');
  const parent = await getItemRecord(ctx, parentItemId, 'catalog.item.edit');
  if (parent.parentItemId === itemId) throw fail('catalog.parents-in-circle', { name: parent.name });
  const child = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.item').select('id').where('parentItemId', '=', itemId).limit(1).executeTakeFirst();
  // A list above both, or handling items below the new one, would make three levels.
  if (parent.parentItemId !== null || child) throw fail('catalog.third-level');
}
