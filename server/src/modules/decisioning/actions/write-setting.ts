import type { BodyOf } from '@tongban/contract-kit';
import { authorize } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { findItemPlace } from '../../catalog/index.ts';
import { findPublishedVersion } from '../check/read-surroundings.ts';
import type { AutomationSetting, createSetting as createOperation, editSetting as editOperation, SettingContent } from '../contract.ts';
import { fail } from '../errors.ts';
import { presentSetting } from '../queries/get-setting.ts';
import { findCurrentSetting, getSettingRecord } from '../queries/setting-record.ts';
import type { DecisioningTables } from '../tables.ts';

const edit = 'decisioning.setting.edit';

/** What a new setting starts from: everything is looked at, and one decision in ten again by people. */
export const blankContent: SettingContent = {
  ruleSetCode: '', conclusion: { decision: '', value: '' }, inputs: [], points: [], capabilities: ['pre-check', 'form', 'applicant', 'licences', 'single-case'],
  channels: ['portal', 'mobile'], sampleShare: 10, reviewDays: 5,
};

/**
 * Starts the draft of an item's next setting, from the one it has. @throws decisioning.draft-exists,
 * kernel.forbidden for an item outside the actor's scope, kernel.not-found where there is no such item
 */
export async function createSetting(ctx: Context, { itemId, model }: BodyOf<typeof createOperation>, content?: SettingContent, note = ''): Promise<AutomationSetting> {
  const [place, published, current] = await Promise.all([findItemPlace(ctx, itemId), findPublishedVersion(ctx, itemId), findCurrentSetting(ctx, itemId)]);
  if (!place || !published) throw fail('decisioning.setting-not-found');
  authorize(ctx, edit, place);
  const { elements } = published;
  const [{ last }] = await tablesOf<DecisioningTables>(ctx.kernel.db).selectFrom('decisioning.setting').select(({ fn }) => fn.max('number').as('last')).where('itemId', '=', itemId).execute() as [{ last: number | null }];
  const id = createId();
  const batch = new WriteBatch().onViolation('setting_one_draft', () => fail('decisioning.draft-exists')).onViolation('setting_number', () => fail('decisioning.draft-exists'));
  writesFor<DecisioningTables>(batch).insert('decisioning.setting', {
    id, itemId, itemName: elements.name, organizationId: elements.organizationId, organizationName: elements.departmentName, organizationPath: place.organizationPath, regionCode: place.regionCode,
    number: (last ?? 0) + 1, revision: 1, state: 'draft', model, content: content ?? current?.content ?? blankContent, note, withoutMaterials: isWithoutMaterials(elements.materials), ...authorship(ctx),
    halted: false,
  });
  recordAudit(ctx, batch, { action: 'decisioning.create-setting', objectType: 'automation-setting', objectId: id, detail: { itemId, model } });
  await commit(ctx, batch);
  return presentSetting(ctx, await getSettingRecord(ctx, id, edit));
}

/** Whether an application needs no more than the form. */
export function isWithoutMaterials(materials: readonly { formKey?: string | undefined }[]): boolean {
  return materials.every(({ formKey }) => formKey !== undefined);
}

function authorship({ actor, kernel }: Context) {
  return { editedById: actor.id, editedByName: actor.name, editedAt: kernel.clock.now() };
}

/** Stores a draft; it may still be incomplete. @throws decisioning.not-draft, decisioning.setting-stale */
export async function editSetting(ctx: Context, settingId: string, { revision, ...change }: BodyOf<typeof editOperation>): Promise<AutomationSetting> {
  const record = await getSettingRecord(ctx, settingId, edit);
  if (record.state !== 'draft') throw fail('decisioning.not-draft');
  const batch = new WriteBatch();
  writesFor<DecisioningTables>(batch).update('decisioning.setting', { ...change, ...authorship(ctx), revision: revision + 1 }, { id: record.id, revision, state: 'draft' },
    { expected: 1, otherwise: () => fail('decisioning.setting-stale') });
  recordAudit(ctx, batch, { action: 'decisioning.edit-setting', objectType: 'automation-setting', objectId: record.id, detail: { revision: revision + 1 } });
  await commit(ctx, batch);
  return presentSetting(ctx, await getSettingRecord(ctx, settingId, edit));
}

/** Throws a draft away. @throws decisioning.not-draft, decisioning.setting-stale */
export async function discardSetting(ctx: Context, settingId: string, revision: number): Promise<void> {
  const record = await getSettingRecord(ctx, settingId, edit);
  if (record.state !== 'draft') throw fail('decisioning.not-draft');
  const batch = new WriteBatch();
  writesFor<DecisioningTables>(batch).delete('decisioning.setting', { id: record.id, revision, state: 'draft' }, { expected: 1, otherwise: () => fail('decisioning.setting-stale') });
  recordAudit(ctx, batch, { action: 'decisioning.discard-setting', objectType: 'automation-setting', objectId: record.id });
  await commit(ctx, batch);
}
