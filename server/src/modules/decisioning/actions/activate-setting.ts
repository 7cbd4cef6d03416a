import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { checkSetting, type Surroundings } from '../check/check-setting.ts';
import { readSurroundings } from '../check/read-surroundings.ts';
import type { ActivationFinding, AutomationSetting } from '../contract.ts';
import { fail } from '../errors.ts';
import { presentSetting } from '../queries/get-setting.ts';
import { findCurrentSetting, getSettingRecord, type SettingRecord } from '../queries/setting-record.ts';
import { readSwitch } from '../queries/get-switch.ts';
import type { DecisioningTables } from '../tables.ts';
import { isWithoutMaterials } from './write-setting.ts';

const activate = 'decisioning.setting.activate';

/** The versions by which a checked setting acts from now on. */
export function checkedAgainst(ctx: Context, { item, rules }: Surroundings) {
  return {
    itemVersionId: item?.versionId ?? null, ruleVersionId: rules?.versionId ?? null, ruleVersionNumber: rules?.number ?? null, checkedAt: ctx.kernel.clock.now(),
    ...(item ? { itemName: item.elements.name, withoutMaterials: isWithoutMaterials(item.elements.materials) } : {}),
  };
}

/** The error that names every obstacle. */
export function notReady(findings: readonly ActivationFinding[]) {
  return fail('decisioning.not-ready', { count: findings.length }, { issues: findings.map(({ at, code, message, mend }) => ({ path: at, code, message: `${message}${mend}` })) });
}

/** Keeps the switch for all as it was read until the batch is written, so that nothing comes alive behind it. */
export function keepSwitch(batch: WriteBatch, stopped: boolean): void {
  writesFor<DecisioningTables>(batch).update('decisioning.platformSwitch', { stopped }, { id: 1, stopped }, { expected: 1, otherwise: () => fail('decisioning.setting-stale') });
}

/**
 * Switches a draft on in place of the setting before: nothing stands in its way, and another person than its author does so.
 * @throws decisioning.not-ready with one issue per obstacle, decisioning.same-person, decisioning.not-draft, decisioning.setting-stale
 */
export async function activateSetting(ctx: Context, settingId: string, revision: number): Promise<AutomationSetting> {
  const record = await getSettingRecord(ctx, settingId, activate);
  if (record.state !== 'draft') throw fail('decisioning.not-draft');
  if (record.revision !== revision) throw fail('decisioning.setting-stale');
  if (record.editedById === ctx.actor.id) throw fail('decisioning.same-person');
  const surroundings = await readSurroundings(ctx, record.itemId, record.content);
  const findings = checkSetting(record.model, record.content, surroundings);
  if (findings.length > 0) throw notReady(findings);
  const [current, { stopped }] = await Promise.all([findCurrentSetting(ctx, record.itemId), readSwitch(ctx)]);
  const batch = new WriteBatch();
  const writes = writesFor<DecisioningTables>(batch);
  const stale = () => fail('decisioning.setting-stale');
  if (current) writes.update('decisioning.setting', { state: 'superseded' }, { id: current.id, state: current.state }, { expected: 1, otherwise: stale });
  writes.update('decisioning.setting', {
    state: 'active', halted: stopped, activatedByName: ctx.actor.name, activatedAt: ctx.kernel.clock.now(), revision: revision + 1, ...checkedAgainst(ctx, surroundings),
  }, { id: record.id, revision, state: 'draft' }, { expected: 1, otherwise: stale });
  keepSwitch(batch, stopped);
  recordAudit(ctx, batch, { action: 'decisioning.activate-setting', objectType: 'automation-setting', objectId: record.id, detail: { itemId: record.itemId, model: record.model, number: record.number } });
  await commit(ctx, batch);
  return presentSetting(ctx, await getSettingRecord(ctx, settingId, activate));
}

/** Switches a stopped setting on again after another check; cases that went to people stay with them. @throws decisioning.not-stopped, decisioning.not-ready */
export async function resumeSetting(ctx: Context, settingId: string, reason: string): Promise<AutomationSetting> {
  const record = await getSettingRecord(ctx, settingId, activate);
  if (record.state !== 'stopped') throw fail('decisioning.not-stopped');
  const surroundings = await readSurroundings(ctx, record.itemId, record.content);
  const findings = checkSetting(record.model, record.content, surroundings);
  if (findings.length > 0) throw notReady(findings);
  const { stopped } = await readSwitch(ctx);
  const batch = new WriteBatch();
  writesFor<DecisioningTables>(batch).update('decisioning.setting', {
    state: 'active', halted: stopped, stoppedByName: null, stoppedAt: null, stopReason: null, stopKind: null, activatedByName: ctx.actor.name, activatedAt: ctx.kernel.clock.now(),
    revision: record.revision + 1, ...checkedAgainst(ctx, surroundings),
  }, { id: record.id, revision: record.revision, state: 'stopped' }, { expected: 1, otherwise: () => fail('decisioning.setting-stale') });
  keepSwitch(batch, stopped);
  recordAudit(ctx, batch, { action: 'decisioning.resume-setting', objectType: 'automation-setting', objectId: record.id, detail: { reason } });
  await commit(ctx, batch);
  return presentSetting(ctx, await getSettingRecord(ctx, settingId, activate));
}

/** Adds the stop of an active setting to the batch; jobs under way lose against it. */
export function addStop(ctx: Context, batch: WriteBatch, record: SettingRecord, stop: { reason: string; kind: 'person' | 'check' }): void {
  writesFor<DecisioningTables>(batch).update('decisioning.setting', {
    state: 'stopped', stoppedByName: ctx.actor.name, stoppedAt: ctx.kernel.clock.now(), stopReason: stop.reason, stopKind: stop.kind, revision: record.revision + 1,
  }, { id: record.id, revision: record.revision, state: 'active' }, { expected: 1, otherwise: () => fail('decisioning.setting-stale') });
  recordAudit(ctx, batch, { action: 'decisioning.stop-setting', objectType: 'automation-setting', objectId: record.id, detail: { reason: stop.reason, kind: stop.kind } });
}

/** Stops the platform for one item, at once. @throws decisioning.not-active */
export async function stopSetting(ctx: Context, settingId: string, reason: string): Promise<AutomationSetting> {
  const record = await getSettingRecord(ctx, settingId, 'decisioning.automation.stop');
  if (record.state !== 'active') throw fail('decisioning.not-active');
  const batch = new WriteBatch();
  addStop(ctx, batch, record, { reason, kind: 'person' });
  await commit(ctx, batch);
  return presentSetting(ctx, await getSettingRecord(ctx, settingId, 'decisioning.automation.stop'));
}
