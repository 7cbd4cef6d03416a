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

/** Fields that should be one and cannot: their types differ, or what may be chosen in them does. */
export interface FieldConflict {
  readonly kind: 'type' | 'options';
  /** Where it is mended: `sharedFields.0` when configured as one, else `fields.{item}.{field}` of the first. */
  readonly path: string;
  /** What made them one: the data element, or the configuration under this label. */
  readonly asked: { readonly by: 'element' | 'configured'; readonly name: string };
  readonly fields: readonly { readonly itemName: string; readonly label: string; readonly type: Field['type'] }[];
  /** Options, document types or columns that not all of them have. */
  readonly differences: readonly string[];
}

type Sharing = Pick<BundleContent, 'sharedFields' | 'separateFields'>;

interface Asked { parts: FieldPart[]; label: string | undefined; by: MergedBy; path: string; name: string }

/** Groups the fields of all forms by what they ask (BDL-01): as configured, by data element, and declarations of the same words. */
export function groupFields(chosen: readonly ChosenItem[], sharing: Sharing): { groups: FieldGroup[]; conflicts: FieldConflict[] } {
  const asked = new Map<string, Asked>();
  const groups = new Map<string, { parts: FieldPart[]; label: string | undefined; by: MergedBy }>();
  for (const item of chosen) {
    for (const field of item.form === undefined ? [] : listFields(item.form.definition)) {
      const part = { item, field };
      const { key, ...place } = placeOf(part, sharing);
      const same = asked.get(key) ?? { parts: [], ...place };
      same.parts.push(part);
      asked.set(key, same);
      // Fields of another type are not the same question, whatever they are called.
      const full = `${key} ${field.type}`;
      const group = groups.get(full) ?? { parts: [], label: place.label, by: place.by };
      group.parts.push(part);
      groups.set(full, group);
    }
  }
  return {
    groups: [...groups.values()].map(({ parts, label, by }) => ({ parts, label, mergedBy: parts.length > 1 ? by : 'alone' })),
    conflicts: [...asked.values()].flatMap(findConflict),
  };
}

function placeOf({ item: { item }, field }: FieldPart, { sharedFields, separateFields }: Sharing): { key: string; path: string; name: string; label: string | undefined; by: MergedBy } {
  const isThis = (ref: { item: string; key: string }) => ref.item === item.key && ref.key === field.id;
  const path = `fields.${item.key}.${field.id}`;
  const own = { key: `own ${item.key} ${field.id}`, path, name: field.label, label: undefined, by: 'alone' as const };
  const at = sharedFields.findIndex(({ fields }) => fields.some(isThis));
  const shared = sharedFields[at];
  if (shared) return { key: `shared ${at}`, path: `sharedFields.${at}`, name: shared.label, label: shared.label, by: 'configured' };
  if (separateFields.some(isThis)) return own;
  if (field.dataElement !== undefined) return { key: `element ${field.dataElement}`, path, name: field.dataElement, label: undefined, by: 'element' };
  if (field.type === 'boolean' && field.mustBeTrue === true) return { ...own, key: `declaration ${field.label}`, by: 'declaration' };
  return own;
}

function findConflict({ parts, by, path, name }: Asked): FieldConflict[] {
  if (by !== 'element' && by !== 'configured') return [];
  const conflict = {
    path, asked: { by, name }, fields: parts.map(({ item, field: { label, type } }) => ({ itemName: item.elements.name, label, type })),
  };
  if (new Set(parts.map(({ field }) => field.type)).size > 1) return [{ ...conflict, kind: 'type', differences: [] }];
  const extensions = commonExtensions(parts.map(({ field }) => field));
  if (extensions?.length === 0) return [{ ...conflict, kind: 'options', differences: [...new Set(parts.flatMap(({ field }) => (field.type === 'attachment' ? field.extensions ?? [] : [])))].map((one) => `文件类型 ${one}`) }];
  const lists = parts.map(({ field }) => optionsOf(field));
  const all = new Map(lists.flatMap((list) => [...list]));
  const differences = [...all].filter(([key]) => !lists.every((list) => list.has(key))).map(([, label]) => label);
  return differences.length === 0 ? [] : [{ ...conflict, kind: 'options', differences }];
}

/** What may be chosen in a field, or the columns of a table: an answer that one form takes, another refuses unless it has the same. */
function optionsOf(field: Field): Map<string, string> {
  switch (field.type) {
    case 'choice': case 'choices':
      return field.dictionary === undefined ? new Map((field.options ?? []).map(({ value, label }) => [value, label])) : new Map([[`dictionary ${field.dictionary}`, `字典 ${field.dictionary}`]]);
    case 'identityDocument': return new Map((field.documentTypes ?? ['全部']).map((one) => [one, `证件类型 ${one}`]));
    case 'table': return new Map(field.columns.map(({ id, type, label }) => [`${id} ${type}`, `${label}列`]));
    default: return new Map();
  }
}

/** The types of file that all attachments take; undefined when every type will do, none when they have nothing in common. */
export function commonExtensions(fields: readonly Field[]): string[] | undefined {
  const lists = fields.flatMap((field) => (field.type === 'attachment' && field.extensions !== undefined ? [field.extensions] : []));
  const [first] = lists;
  return first?.filter((one) => lists.every((list) => list.includes(one)));
}
