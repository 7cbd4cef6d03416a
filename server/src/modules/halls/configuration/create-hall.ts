import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { saveDictionaryEntry } from '../../../kernel/dictionary/index.ts';
import { getOrganization } from '../../../kernel/organization/index.ts';
import type { HallRules, HallSettings, OpeningHours, PriorityGroup } from '../configuration.contract.ts';
import { fail } from '../errors.ts';
import { listGroups, priorityDictionary } from '../halls.ts';
import type { HallsTables } from '../tables.ts';
import { readSettings } from './read-settings.ts';

/** How a new hall calls until its leader says otherwise. */
export const usualRules: HallRules = { ordinaryEvery: 3, callsBeforeNoShow: 3, returnMinutes: 30, returnPlace: 'front', returnBehind: 3 };

const day = [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '17:00' }];
export const usualHours: OpeningHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, periods: day }));

/** Adds a hall that belongs to an organisation of the officer's scope. @throws forbidden, halls.same-name */
export async function createHall(ctx: Context, { name, address, organizationId }: { name: string; address: string; organizationId: string }): Promise<HallSettings> {
  const organization = await getOrganization(ctx, organizationId);
  authorize(ctx, 'halls.hall.configure', { organizationPath: organization.path, regionCode: organization.regionCode });
  const id = createId();
  const batch = new WriteBatch();
  batch.onViolation('hall_name', () => fail('halls.same-name'));
  writesFor<HallsTables>(batch).insert('halls.hall', {
    id, name, address, telephone: '', regionCode: organization.regionCode, organizationId, organizationPath: organization.path, hours: usualHours, rules: usualRules, active: true, version: 1,
  });
  recordAudit(ctx, batch, { action: 'halls.create-hall', objectType: 'hall', objectId: id, detail: { name } });
  await commit(ctx, batch);
  return readSettings(ctx, id);
}

/** Adds, renames or takes out of use a group that is served first. */
export async function savePriorityGroup(ctx: Context, entry: PriorityGroup): Promise<{ items: PriorityGroup[] }> {
  const batch = new WriteBatch();
  await saveDictionaryEntry(ctx.kernel, batch, priorityDictionary, entry);
  recordAudit(ctx, batch, { action: 'halls.save-priority-group', objectType: 'dictionary-entry', objectId: entry.code, detail: { name: entry.name, active: entry.active } });
  await commit(ctx, batch);
  return { items: await listGroups(ctx) };
}
