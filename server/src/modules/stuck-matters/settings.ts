import { recordAudit } from '../../kernel/audit/index.ts';
import { commit } from '../../kernel/commit.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../kernel/db/index.ts';
import { saveDictionaryEntry } from '../../kernel/dictionary/index.ts';
import type { CodedEntry, MatterListName, MatterSettings } from './contract.ts';
import { dictionaryOf } from './lists.ts';
import type { StuckMattersTables } from './tables.ts';

/** The limits a city has set. */
export async function readSettings(ctx: Context): Promise<MatterSettings> {
  return tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.setting').select(['limitDays', 'redPercent', 'wordDays']).executeTakeFirstOrThrow();
}

/** Sets the limits of assignments and of waiting for the citizen's word, from now on. */
export async function saveSettings(ctx: Context, settings: MatterSettings): Promise<MatterSettings> {
  const batch = new WriteBatch();
  writesFor<StuckMattersTables>(batch).update('stuckMatters.setting', { ...settings }, { one: true });
  recordAudit(ctx, batch, { action: 'stuck-matters.save-settings', objectType: 'stuck-matter-settings', objectId: 'limits', detail: { ...settings } });
  await commit(ctx, batch);
  return settings;
}

/** Adds a reason or root cause, renames it or takes it out of use; matters that name it keep it. */
export async function saveListEntry(ctx: Context, list: MatterListName, entry: CodedEntry): Promise<CodedEntry> {
  const batch = new WriteBatch();
  await saveDictionaryEntry(ctx.kernel, batch, dictionaryOf[list], entry);
  recordAudit(ctx, batch, { action: 'stuck-matters.save-list-entry', objectType: dictionaryOf[list], objectId: entry.code, detail: { name: entry.name, active: entry.active } });
  await commit(ctx, batch);
  return entry;
}
