import { renameNames, type Renames } from '@tongban/expressions';
import { checkDefinition, columnsOf, DEFAULT_MAXIMUM_FILES, DEFAULT_MAXIMUM_IMAGES, type Cell, type Check, type DefinitionProblem, type Field, type FieldCell, type FormDefinition, renameCheck, renameField, type Row, type Section } from '@tongban/form-model';
import type { BundleContent } from '../content.contract.ts';
import type { ChosenItem } from './bundle-items.ts';
import { commonExtensions, groupFields, type FieldConflict, type FieldGroup, type MergedBy } from './group-fields.ts';
import { nameFields, type FieldNames } from './name-fields.ts';

/** A field of the one form with where its answer goes. */
export interface MergedField {
  readonly id: string;
  readonly label: string;
  readonly mergedBy: MergedBy;
  readonly sources: readonly FieldSource[];
}

export interface FieldSource {
  readonly item: string;
  readonly itemName: string;
  readonly fieldId: string;
  /** Of a table: ids of its columns in the one form, by their ids in the item's form. */
  readonly columns: ReadonlyMap<string, string>;
}

export interface MergedForm {
  /** One form for all chosen items; undefined when none of them has one. */
  readonly definition: FormDefinition | undefined;
  readonly fields: readonly MergedField[];
  /** Fields of the items' forms one by one. */
  readonly separateCount: number;
  readonly conflicts: readonly FieldConflict[];
  /** What is wrong with the one form although each form alone is right. */
  readonly problems: readonly DefinitionProblem[];
}

/**
 * Makes one form out of the forms of all chosen items (BDL-01, FRM-02): what several ask is asked once, first; what one item
 * asks follows in sections of its own with its conditions, computations and checks.
 */
export function mergeForms(title: string, chosen: readonly ChosenItem[], sharing: Pick<BundleContent, 'sharedFields' | 'separateFields'>): MergedForm {
  const { groups, conflicts } = groupFields(chosen, sharing);
  const names = nameFields(groups);
  const shared = groups.filter(({ parts }) => parts.length > 1);
  const [declarations, common] = [shared.filter(({ mergedBy }) => mergedBy === 'declaration'), shared.filter(({ mergedBy }) => mergedBy !== 'declaration')];
  const sections = [
    ...sharedSection('shared', '共同填写', common, names),
    ...chosen.flatMap((item) => ownSections(item, groups, names)),
    ...sharedSection('declarations', '申请人承诺', declarations, names),
  ];
  const checks = chosen.flatMap((item) => checksOf(item, names));
  const definition: FormDefinition | undefined = sections.length === 0 ? undefined : {
    formatVersion: 1, title, sections, ...(checks.length > 0 ? { checks } : {}),
  };
  let problems: readonly DefinitionProblem[] | undefined;
  return {
    definition, conflicts,
    fields: groups.map((group) => describe(group, names)), separateCount: groups.reduce((sum, { parts }) => sum + parts.length, 0),
    // Only the checks ask; who answers a citizen does not compile the form.
    get problems() { return problems ??= definition ? checkDefinition(definition) : []; },
  };
}

function describe(group: FieldGroup, names: FieldNames): MergedField {
  return {
    id: names.idOf(group), label: group.label ?? group.parts[0]?.field.label ?? '', mergedBy: group.mergedBy,
    sources: group.parts.map(({ item, field }) => ({ item: item.item.key, itemName: item.elements.name, fieldId: field.id, columns: columnNames(group, field, names) })),
  };
}

/** The columns of a table that several ask are those of the first; forms that share one have columns of the same ids. */
function columnNames({ parts: [first] }: FieldGroup, field: Field, names: FieldNames): ReadonlyMap<string, string> {
  const ids = first && names.byItem.get(first.item.item.key);
  return new Map(columnsOf(field).map(({ id }) => [id, ids?.get(id) ?? id]));
}

/** Two fields to a row; a table has a row of its own. */
function sharedSection(id: string, title: string, groups: readonly FieldGroup[], names: FieldNames): Section[] {
  const rows: { cells: FieldCell[] }[] = [];
  for (const group of groups) {
    const cell = sharedCell(group, names);
    const last = rows.at(-1);
    const alone = cell.field.type === 'table' || cell.field.type === 'multiline';
    if (last?.cells.length === 1 && !alone && last.cells[0]?.labelSpan === undefined) last.cells.push(cell);
    else rows.push({ cells: [alone ? { ...cell, labelSpan: cell.field.type === 'table' ? 0 : 2 } : cell] });
  }
  return rows.length === 0 ? [] : [{ id, title, rows }];
}

function sharedCell(group: FieldGroup, names: FieldNames): FieldCell {
  const [first] = group.parts;
  if (!first) throw new Error('a group of fields holds at least one');
  const field = renameField(first.field, names.renamesOf(first.item), names.byItem.get(first.item.item.key) ?? new Map());
  const visibleWhen = anyVisible(group, names);
  const { visibleWhen: _own, ...rest } = field;
  return {
    kind: 'field',
    field: {
      ...rest, ...strictest(group), id: names.idOf(group), label: group.label ?? field.label,
      ...(group.parts.some((part) => part.field.required === true) ? { required: true } : {}),
      ...(visibleWhen === undefined ? {} : { visibleWhen }),
    } as Field,
  };
}

/** Shown when any of the forms would show it; undefined when one of them always does. */
function anyVisible(group: FieldGroup, names: FieldNames): string | undefined {
  const conditions = group.parts.map(({ item, field }) => {
    const section = item.form?.definition.sections.find(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.kind === 'field' && cell.field.id === field.id)));
    const both = [section?.visibleWhen, field.visibleWhen].filter((one) => one !== undefined);
    return both.length === 0 ? undefined : both.map((one) => `(${renameNames(one, names.renamesOf(item))})`).join(' and ');
  });
  const known = conditions.filter((one) => one !== undefined);
  return known.length < conditions.length ? undefined : [...new Set(known)].map((one) => `(${one})`).join(' or ');
}

/** An answer that is given once must suit everyone who receives it. */
function strictest({ parts }: FieldGroup): Record<string, unknown> {
  const limits: Record<string, unknown> = {};
  const files = parts.map(({ field }) => limitOfFiles(field)).filter((limit) => limit !== undefined);
  if (files.length > 0) limits['maximumFiles'] = Math.min(...files);
  const extensions = commonExtensions(parts.map(({ field }) => field));
  if (extensions !== undefined && extensions.length > 0) limits['extensions'] = extensions;
  for (const [name, choose] of [['maxLength', Math.min], ['maximum', Math.min], ['minLength', Math.max], ['minimum', Math.max]] as const) {
    const values = parts.map(({ field }) => new Map<string, unknown>(Object.entries(field)).get(name)).filter((value) => typeof value === 'number');
    if (values.length > 0) limits[name] = choose(...values);
  }
  return limits;
}

function limitOfFiles(field: Field): number | undefined {
  if (field.type === 'attachment') return field.maximumFiles ?? DEFAULT_MAXIMUM_FILES;
  return field.type === 'image' ? field.maximumFiles ?? DEFAULT_MAXIMUM_IMAGES : undefined;
}

function ownSections(item: ChosenItem, groups: readonly FieldGroup[], names: FieldNames): Section[] {
  const shared = new Set(groups.filter(({ parts }) => parts.length > 1).flatMap(({ parts }) => parts.filter((part) => part.item === item).map(({ field }) => field.id)));
  const renames = names.renamesOf(item);
  const ids = names.byItem.get(item.item.key) ?? new Map<string, string>();
  return (item.form?.definition.sections ?? []).flatMap((section): Section[] => {
    const rows = section.rows.flatMap((row) => ownRow(row, shared, renames, ids));
    if (!rows.some(({ cells }) => cells.some(({ kind }) => kind === 'field'))) return [];
    return [{
      ...section, rows, id: `of_${item.item.key.replaceAll('-', '_')}_${section.id}`, title: [item.elements.name, section.title].filter((part) => part !== undefined).join('：').slice(0, 120),
      ...(section.visibleWhen === undefined ? {} : { visibleWhen: renameNames(section.visibleWhen, renames) }),
    }];
  });
}

function ownRow(row: Row, shared: ReadonlySet<string>, renames: Renames, ids: ReadonlyMap<string, string>): Row[] {
  const left = row.cells.filter((cell) => cell.kind === 'text' || !shared.has(cell.field.id));
  // A row that lost cells fills its width anew.
  const cells = left.map((cell): Cell => {
    const { colSpan, ...rest } = cell;
    const kept = left.length === row.cells.length && colSpan !== undefined ? { colSpan } : {};
    return rest.kind === 'field'
      ? { ...rest, ...kept, field: renameField(rest.field, renames, ids) }
      : { ...rest, ...kept, ...(rest.visibleWhen === undefined ? {} : { visibleWhen: renameNames(rest.visibleWhen, renames) }) };
  });
  return cells.length === 0 ? [] : [{ cells }];
}

function checksOf(item: ChosenItem, names: FieldNames): Check[] {
  const ids = names.byItem.get(item.item.key) ?? new Map<string, string>();
  return (item.form?.definition.checks ?? []).map((check) => ({
    ...renameCheck(check, names.renamesOf(item), ids), id: `of_${item.item.key.replaceAll('-', '_')}_${check.id}`.slice(0, 64),
  }));
}
