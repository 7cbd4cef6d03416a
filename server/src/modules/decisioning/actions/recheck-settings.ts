import { listHolders } from '../../../kernel/access/list-holders.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { readRows, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { sendToStaff } from '../../../kernel/messaging/index.ts';
import { versionPublished } from '../../../kernel/rules/index.ts';
import { checkSetting } from '../check/check-setting.ts';
import { readSurroundings } from '../check/read-surroundings.ts';
import type { SettingRecord } from '../queries/setting-record.ts';
import type { DecisioningTables } from '../tables.ts';
import { addStop, checkedAgainst } from './activate-setting.ts';

const mostTold = 5;

/**
 * Judges an active setting by the item and the rules as they are now: it goes on by their new versions, or stops itself and
 * tells those who keep it, once. Cases then go to people. Gives whether it goes on.
 */
export async function recheckSetting(ctx: Context, record: SettingRecord): Promise<boolean> {
  const surroundings = await readSurroundings(ctx, record.itemId, record.content);
  const findings = checkSetting(record.model, record.content, surroundings);
  const batch = new WriteBatch();
  if (findings.length === 0) {
    writesFor<DecisioningTables>(batch).update('decisioning.setting', checkedAgainst(ctx, surroundings), { id: record.id, state: 'active' });
    await commit(ctx, batch);
    return true;
  }
  const reason = findings.slice(0, 3).map(({ message }) => message).join('') + (findings.length > 3 ? `等 ${findings.length} 处。` : '');
  addStop(ctx, batch, record, { reason, kind: 'check' });
  await sendToStaff(ctx, batch, await listHolders(ctx, 'decisioning.setting.edit', record, mostTold), {
    templateKey: 'decisioning.automation-stopped', dedupeKey: `${record.id}:${record.revision}`, about: { itemId: record.itemId },
    variables: { settingId: record.id, itemName: record.itemName, reason: [...reason].slice(0, 200).join('') },
  });
  await commit(ctx, batch);
  return false;
}

/** An item or a rule set has a new version, or the item is no longer offered: what acts by it is checked again. */
export async function recheckOnChange(ctx: Context, event: DomainEvent): Promise<void> {
  const byRules = event.type === versionPublished;
  const key = byRules ? (event.data as { code: string }).code : event.aggregateId;
  const affected = await readRows<SettingRecord>(ctx.kernel.db,
    `SELECT * FROM decisioning.setting WHERE state = 'active' AND ${byRules ? `content->>'ruleSetCode' = $1` : 'item_id = $1::uuid'}`, [key]);
  for (const record of affected) await recheckSetting(ctx, record);
}
