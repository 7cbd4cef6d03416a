import type { Selectable } from 'kysely';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { findRow, readRows, tablesOf } from '../../../kernel/db/index.ts';
import { fail } from '../errors.ts';
import type { DecisioningTables } from '../tables.ts';

export type SettingRecord = Selectable<DecisioningTables['decisioning.setting']>;

/** Whether the actor holds a permission over the item of a setting. */
export function reaches(ctx: Context, permission: string, place: Pick<SettingRecord, 'organizationPath' | 'regionCode'>): boolean {
  return holds(ctx.actor, permission) && liesInScope(requireScope(ctx, permission), ctx.actor, place);
}

/** A setting over which the actor holds the permission. @throws decisioning.setting-not-found */
export async function getSettingRecord(ctx: Context, settingId: string, permission: string): Promise<SettingRecord> {
  const record = await tablesOf<DecisioningTables>(ctx.kernel.db).selectFrom('decisioning.setting').selectAll().where('id', '=', settingId).executeTakeFirst();
  if (!record || !reaches(ctx, permission, record)) throw fail('decisioning.setting-not-found');
  return record;
}

/** The setting by which the platform acts on an item, whether stopped or not; undefined when there is none. */
export async function findCurrentSetting(ctx: Context, itemId: string): Promise<SettingRecord | undefined> {
  return findRow<SettingRecord>(ctx.kernel.db, `SELECT * FROM decisioning.setting WHERE item_id = $1 AND state IN ('active', 'stopped')`, [itemId]);
}

/** Items that have a setting in any state; skips access control. */
export async function listItemsWithSetting(ctx: Context): Promise<Set<string>> {
  const rows = await readRows<{ itemId: string }>(ctx.kernel.db, 'SELECT DISTINCT item_id FROM decisioning.setting', []);
  return new Set(rows.map(({ itemId }) => itemId));
}

/** A setting by its id; skips access control. */
export async function unsafeFindSetting(ctx: Context, settingId: string): Promise<SettingRecord | undefined> {
  return findRow<SettingRecord>(ctx.kernel.db, 'SELECT * FROM decisioning.setting WHERE id = $1', [settingId]);
}

/** Whether the platform acts by a setting now. */
export function isRunning(record: Pick<SettingRecord, 'state' | 'halted'>): boolean {
  return record.state === 'active' && !record.halted;
}
