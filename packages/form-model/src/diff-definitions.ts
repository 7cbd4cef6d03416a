import type { FormDefinition } from './definition.ts';
import type { Field } from './field-schemas.ts';
import { listPlacedFields, nodeId } from './list-fields.ts';

export type DefinitionChangeKind = 'added' | 'removed' | 'type-changed' | 'moved-table' | 'now-required' | 'no-longer-required' | 'label-changed' | 'options-changed' | 'rules-changed';

/** One difference between two versions of a form; `message` is Chinese, for the person who publishes or continues a draft. */
export interface DefinitionChange {
  readonly kind: DefinitionChangeKind;
  /** `field` or `table.column`. */
  readonly path: string;
  readonly fieldId: string;
  readonly label: string;
  readonly message: string;
}

/** Lists what changed from one version of a form to the next, field by field: ids stay the same across versions. */
export function diffDefinitions(older: FormDefinition, newer: FormDefinition): readonly DefinitionChange[] {
  const before = new Map(listPlacedFields(older).map((placed) => [placed.field.id, placed]));
  const after = new Map(listPlacedFields(newer).map((placed) => [placed.field.id, placed]));
  const changes: DefinitionChange[] = [];
  for (const [id, placed] of after) {
    const old = before.get(id);
    if (old === undefined) changes.push(change('added', nodeId(placed), placed.field, `新增“${placed.field.label}”${placed.field.required === true ? '（必填）' : ''}。`));
    else if (old.tableId !== placed.tableId) changes.push(change('moved-table', nodeId(placed), placed.field, `“${placed.field.label}”移到了别处，需要重新填写。`));
    else changes.push(...compareFields(old.field, placed.field, nodeId(placed)));
  }
  for (const [id, placed] of before) {
    if (!after.has(id)) changes.push(change('removed', nodeId(placed), placed.field, `删除“${placed.field.label}”。`));
  }
  return changes;
}

function change(kind: DefinitionChangeKind, path: string, field: Field, message: string): DefinitionChange {
  return { kind, path, fieldId: field.id, label: field.label, message };
}

const RULE_KEYS = ['visibleWhen', 'requiredWhen', 'readOnlyWhen', 'computed', 'minimum', 'maximum', 'minLength', 'maxLength', 'pattern', 'minimumRows', 'maximumRows', 'minimumChoices', 'maximumChoices', 'documentTypes', 'lowestLevel', 'within', 'checks', 'mustBeTrue', 'decimals'] as const;

function compareFields(older: Field, newer: Field, path: string): DefinitionChange[] {
  const changes: DefinitionChange[] = [];
  if (older.type !== newer.type) changes.push(change('type-changed', path, newer, `“${newer.label}”的填写方式变了。`));
  if (older.label !== newer.label) changes.push(change('label-changed', path, newer, `“${older.label}”改名为“${newer.label}”。`));
  const [was, is] = [older.required === true, newer.required === true];
  if (was !== is) changes.push(change(is ? 'now-required' : 'no-longer-required', path, newer, is ? `“${newer.label}”改为必填。` : `“${newer.label}”不再必填。`));
  if (differs(older, newer, ['options', 'dictionary'])) changes.push(change('options-changed', path, newer, `“${newer.label}”的选项变了。`));
  if (older.type === newer.type && differs(older, newer, RULE_KEYS)) changes.push(change('rules-changed', path, newer, `“${newer.label}”的填写规则变了。`));
  return changes;
}

function differs(older: Field, newer: Field, keys: readonly string[]): boolean {
  return keys.some((key) => JSON.stringify(Reflect.get(older, key)) !== JSON.stringify(Reflect.get(newer, key)));
}
