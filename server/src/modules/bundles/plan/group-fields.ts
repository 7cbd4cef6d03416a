import { listFields, type Field } from '@tongban/form-model';
import type { BundleContent } from '../content.contract.ts';
import type { ChosenItem } from './bundle-items.ts';

/** One field of one item's form. */
export interface FieldPart {
  readonly item: ChosenItem;
  readonly field: Field;
}

/** What made fields one: the public data element, the configuration, the same declaration, or nothing. */
export type MergedBy = 'element' | 'configured' | 'declaration' | 'alone';

/** Fields that are asked once. */
export interface FieldGroup {
  readonly parts: readonly FieldPart[];
  readonly label: string | undefined;
  readonly mergedBy: MergedBy;
}

/** Fields that should be one and cannot, because they are of different types. */
export interface FieldConflict {
  readonly dataElement: string;
  readonly fields: readonly { readonly item: string; readonly label: string; readonly type: string }[];
}

type Sharing = Pick<BundleContent, 'sharedFields' | 'separateFields'>;

/** Groups the fields of all forms by what they ask (BDL-01): as configured, by data element, and declarations of the same words. */
export function groupFields(chosen: readonly ChosenItem[], sharing: Sharing): { groups: FieldGroup[]; conflicts: FieldConflict[] } {
  const groups = new Map<string, { parts: FieldPart[]; label: string | undefined; by: MergedBy }>();
  for (const item of chosen) {
    for (const field of item.form === undefined ? [] : listFields(item.form.definition)) {
      const { key, label, by } = placeOf({ item, field }, sharing);
      // Fields of another type are not the same question, whatever they are called.
      const full = `${key} ${field.type}`;
      const group = groups.get(full) ?? { parts: [], label, by };
      group.parts.push({ item, field });
      groups.set(full, group);
    }
  }
  const all = [...groups.values()].map(({ parts, label, by }): FieldGroup => ({ parts, label, mergedBy: parts.length > 1 ? by : 'alone' }));
  return { groups: all, conflicts: findConflicts(all) };
}

function placeOf({ item: { item }, field }: FieldPart, { sharedFields, separateFields }: Sharing): { key: string; label: string | undefined; by: MergedBy } {
  const isThis = (ref: { item: string; key: string }) => ref.item === item.key && ref.key === field.id;
  const shared = sharedFields.find(({ fields }) => fields.some(isThis));
  if (shared) return { key: `shared ${sharedFields.indexOf(shared)}`, label: shared.label, by: 'configured' };
  if (separateFields.some(isThis)) return { key: `own ${item.key} ${field.id}`, label: undefined, by: 'alone' };
  if (field.dataElement !== undefined) return { key: `element ${field.dataElement}`, label: undefined, by: 'element' };
  if (field.type === 'boolean' && field.mustBeTrue === true) return { key: `declaration ${field.label}`, label: undefined, by: 'declaration' };
  return { key: `own ${item.key} ${field.id}`, label: undefined, by: 'alone' };
}

function findConflicts(groups: readonly FieldGroup[]): FieldConflict[] {
  const byElement = new Map<string, FieldPart[]>();
  for (const { parts } of groups) {
    const [first] = parts;
    if (first?.field.dataElement === undefined) continue;
    byElement.set(first.field.dataElement, [...byElement.get(first.field.dataElement) ?? [], first]);
  }
  return [...byElement].filter(([, parts]) => new Set(parts.map(({ field }) => field.type)).size > 1).map(([dataElement, parts]) => ({
    dataElement, fields: parts.map(({ item, field }) => ({ item: item.elements.name, label: field.label, type: field.type })),
  }));
}
