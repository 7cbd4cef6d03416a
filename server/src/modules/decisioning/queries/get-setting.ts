import { listFields, type FormDefinition } from '@tongban/form-model';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ItemElements } from '../../catalog/contract.ts';
import type { AutomationLine, AutomationSetting, SettingSurroundings } from '../contract.ts';
import { checkSetting, sharedFields, usedForms } from '../check/check-setting.ts';
import { pathOf } from '../check/process-path.ts';
import { readSurroundings } from '../check/read-surroundings.ts';
import { listResults } from '../../../kernel/rules/rule-results.ts';
import { inputTypeLabel } from '../check/value-types.ts';
import type { DecisioningTables } from '../tables.ts';
import { getSettingRecord, isRunning, reaches, type SettingRecord } from './setting-record.ts';

export const who = (name: string | null, at: Date | null): { name: string; at: string } | null => (name === null || at === null ? null : { name, at: at.toISOString() });

/** What lists and the page show of a setting alike. */
export function presentLine(record: SettingRecord): Omit<AutomationLine, 'draftId'> {
  const { id, itemId, itemName, organizationId, organizationName, number, model, state, halted, withoutMaterials, content } = record;
  const stopped = state === 'stopped' ? who(record.stoppedByName, record.stoppedAt) : null;
  return {
    id, itemId, itemName, organizationId, organizationName, number, model, state, halted, withoutMaterials, ruleSetCode: content.ruleSetCode, channels: content.channels, sampleShare: content.sampleShare,
    edited: { name: record.editedByName, at: record.editedAt.toISOString() }, activated: who(record.activatedByName, record.activatedAt),
    stopped: stopped && { ...stopped, reason: record.stopReason ?? '', by: record.stopKind ?? 'person' },
  };
}

function abilitiesOf(ctx: Context, record: SettingRecord, versions: readonly SettingRecord[]): AutomationSetting['abilities'] {
  const may = (permission: string): boolean => reaches(ctx, permission, record);
  const draft = record.state === 'draft';
  const editor = may('decisioning.setting.edit');
  return {
    edit: draft && editor, discard: draft && editor,
    change: !draft && record.state !== 'superseded' && editor && !versions.some(({ state }) => state === 'draft'),
    activate: draft && may('decisioning.setting.activate') && record.editedById !== ctx.actor.id,
    stop: record.state === 'active' && may('decisioning.automation.stop'), resume: record.state === 'stopped' && may('decisioning.setting.activate'),
    search: isRunning(record) && record.model === 'proactive' && may('decisioning.setting.activate'),
  };
}

/** A setting with its earlier versions and what the reader may do. */
export async function presentSetting(ctx: Context, record: SettingRecord): Promise<AutomationSetting> {
  const versions = await tablesOf<DecisioningTables>(ctx.kernel.db).selectFrom('decisioning.setting').selectAll().where('itemId', '=', record.itemId).orderBy('number', 'desc').limit(100).execute();
  const { itemVersionId, ruleVersionId, ruleVersionNumber, checkedAt } = record;
  return {
    ...presentLine(record), revision: record.revision, note: record.note, content: record.content,
    checked: itemVersionId && ruleVersionId && ruleVersionNumber !== null && checkedAt ? { itemVersionId, ruleVersionId, ruleVersionNumber, at: checkedAt.toISOString() } : null,
    history: versions.map((version) => ({
      id: version.id, number: version.number, state: version.state, model: version.model, note: version.note,
      edited: { name: version.editedByName, at: version.editedAt.toISOString() }, activated: who(version.activatedByName, version.activatedAt),
    })),
    abilities: abilitiesOf(ctx, record, versions),
  };
}

/** What keeps a setting from being switched on, and what it may map. @throws decisioning.setting-not-found */
export async function findSurroundings(ctx: Context, settingId: string): Promise<SettingSurroundings> {
  const record = await getSettingRecord(ctx, settingId, 'decisioning.setting.view');
  const surroundings = await readSurroundings(ctx, record.itemId, record.content);
  const { item, rules, process } = surroundings;
  const path = process ? pathOf(process) : undefined;
  return {
    findings: checkSetting(record.model, record.content, surroundings),
    item: item ? {
      itemVersionId: item.versionId, versionNumber: item.versionNumber,
      fields: fieldsOf(item.elements),
      questions: (item.elements.questionnaire?.questions ?? []).map(({ key, text, options }) => ({ key, text, options: options.map((option) => ({ key: option.key, text: option.text })) })),
      points: pointsOf(item.elements),
      steps: path?.ok ? path.steps.map(({ id, name }) => name ?? id) : [],
    } : null,
    rules: rules ? {
      ruleSetId: rules.ruleSetId, versionId: rules.versionId, number: rules.number, name: rules.name,
      inputs: rules.content.inputs.map((input) => ({ name: input.name, label: input.label ?? input.name, type: inputTypeLabel(input), optional: input.optional === true })),
      decisions: listResults(rules.content),
    } : null,
  };
}

function pointsOf({ conditionPoints = [], materials }: ItemElements): NonNullable<SettingSurroundings['item']>['points'] {
  return [
    ...conditionPoints.map(({ key, condition, text, stage }) => ({ place: condition, pointKey: key, text, stage })),
    ...materials.flatMap((material) => material.reviewPoints.map(({ key, text, stage }) => ({ materialKey: material.key, place: material.name, pointKey: key, text, stage }))),
  ];
}

function fieldsOf(elements: Parameters<typeof sharedFields>[0]): { id: string; label: string; type: string }[] {
  const shared = sharedFields(elements);
  const order = usedForms(elements).flatMap((key) => elements.forms.filter((form) => form.key === key)).flatMap(({ definition }) => listFields(definition as FormDefinition));
  const labels = new Map(order.map((field) => [field.id, field]));
  return [...labels.values()].filter(({ id, type }) => shared.has(id) && type !== 'table' && type !== 'attachment' && type !== 'signature').map(({ id, label, type }) => ({ id, label, type }));
}

