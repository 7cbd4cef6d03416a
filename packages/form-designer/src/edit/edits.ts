import { type Cell, type Check, columnsOf, type Field, type FormDefinition, listFields, listIds, listPlacedFields, renameField, renameFieldIn, type Row, type Section } from '@tongban/form-model';
import { type Control, isFieldType, newCell, newField, newId } from './controls.ts';
import { edited, type Edited, refuse, type Spot, type Target } from './edited.ts';
import { withSpans } from './layout.ts';
import { findCell, findColumn, withCell, withField, withSection } from './locate.ts';
import { blankRows, cellOf, placeCell, placeColumn, withoutCell, withoutColumn } from './place.ts';

const LONGEST_LABEL = 120;

/** Ids of groups, which share no names with fields but must differ from each other. */
function sectionIds({ sections }: FormDefinition): ReadonlySet<string> {
  return new Set(sections.map(({ id }) => id));
}

/** Puts a new control at a place; a group goes after the group of the place. */
export function addControl(definition: FormDefinition, control: Control, spot: Spot): Edited {
  if (control === 'section') return addSection(definition, spot.kind === 'column' ? undefined : spot.sectionId);
  if (spot.kind === 'column') {
    return isFieldType(control) ? placeColumn(definition, spot, newField(control, listIds(definition))) : refuse('表格的列只能是填写的控件，说明文字请放在表格外面。');
  }
  const cell = newCell(control, listIds(definition));
  return cell === undefined ? refuse('没有这种控件。') : placeCell(definition, spot, cell);
}

/** Adds a group after another one, or at the end. */
export function addSection(definition: FormDefinition, after?: string): Edited {
  const id = newId('section', sectionIds(definition));
  const at = definition.sections.findIndex((section) => section.id === after);
  const index = at === -1 ? definition.sections.length : at + 1;
  const section: Section = { id, title: '新的分组', rows: blankRows() };
  return edited({ ...definition, sections: [...definition.sections.slice(0, index), section, ...definition.sections.slice(index)] }, { kind: 'section', id });
}

/** Moves a field, column or text to a place; a field may become a column and a column a field. */
export function moveTo(definition: FormDefinition, target: Target, spot: Spot): Edited {
  return withSeenChecks(moveAnywhere(definition, target, spot));
}

function moveAnywhere(definition: FormDefinition, target: Target, spot: Spot): Edited {
  const column = target.kind === 'field' ? findColumn(definition, target.id) : undefined;
  if (column !== undefined) return moveColumn(definition, column, spot);
  const located = findCell(definition, target);
  if (located === undefined) return refuse('要移动的内容已经不在了。');
  const { cell, section, row, index } = located;
  if (spot.kind === 'column') {
    if (cell.kind !== 'field') return refuse('表格的列只能是填写的控件，说明文字请放在表格外面。');
    if (cell.field.type === 'table') return refuse('表格里不能再放表格，请放在表格外面。');
    const placed = placeColumn(definition, spot, cell.field);
    return 'refused' in placed ? placed : edited(withoutCell(placed.definition, cell), placed.select);
  }
  const sameRow = spot.kind === 'cell' && spot.sectionId === section.id && spot.row === row;
  if (sameRow && (spot.cell === index || spot.cell === index + 1)) return edited(definition, target);
  // A width set by hand was meant for the row it stood in.
  return placeCell(definition, spot, sameRow ? { ...cell } : withSpans(cell, isVertical(cell) ? 1 : undefined, 1), cell);
}

function isVertical(cell: Cell): boolean {
  return cell.kind === 'text' && cell.style === 'vertical';
}

function moveColumn(definition: FormDefinition, { table, column, index }: NonNullable<ReturnType<typeof findColumn>>, spot: Spot): Edited {
  if (spot.kind === 'column' && spot.tableId === table.id) {
    const others = table.columns.filter(({ id }) => id !== column.id);
    const at = spot.index > index ? spot.index - 1 : spot.index;
    return edited(withField(definition, table.id, (field) => ({ ...field, columns: [...others.slice(0, at), column, ...others.slice(at)] }) as Field), { kind: 'field', id: column.id });
  }
  const left = withoutColumn(definition, table.id, column);
  if (left === undefined) return refuse('表格至少要有一列；不需要这个表格时，删除整个表格。');
  const { printWidth: _width, ...field } = column;
  return spot.kind === 'column' ? placeColumn(left, spot, column) : placeCell(left, spot, cellOf(field as Field));
}

/** Takes a group, field, column or text away, and with a field its part in rules over several answers. */
export function removeTarget(definition: FormDefinition, target: Target): Edited {
  return withSeenChecks(takeAway(definition, target));
}

function takeAway(definition: FormDefinition, target: Target): Edited {
  if (target.kind === 'form') return refuse('请先选择要删除的内容。');
  if (target.kind === 'section') return removeSection(definition, target.id);
  const column = target.kind === 'field' ? findColumn(definition, target.id) : undefined;
  if (column !== undefined) {
    const left = withoutColumn(definition, column.table.id, column.column);
    if (left === undefined) return refuse('表格至少要有一列；不需要这个表格时，删除整个表格。');
    const neighbour = column.table.columns[column.index + 1] ?? column.table.columns[column.index - 1];
    return edited(left, neighbour && { kind: 'field', id: neighbour.id });
  }
  const located = findCell(definition, target);
  if (located === undefined) return refuse('要删除的内容已经不在了。');
  const { cell, section } = located;
  const gone = cell.kind === 'field' ? cell.field.id : '';
  const neighbours = listPlacedFields(definition).filter((placed) => placed.section.id === section.id && placed.tableId === undefined).map(({ field }) => field.id);
  const next = neighbours[neighbours.indexOf(gone) + 1] ?? neighbours.filter((id) => id !== gone).at(-1);
  return edited(withoutCell(definition, cell), next === undefined ? { kind: 'section', id: section.id } : { kind: 'field', id: next });
}

function removeSection(definition: FormDefinition, id: string): Edited {
  const sections = definition.sections.filter((section) => section.id !== id);
  const [first] = sections;
  if (first === undefined) return refuse('表单至少要有一个分组。');
  return edited({ ...definition, sections }, { kind: 'section', id: first.id });
}

/** Rules over several answers point only at what they can see: fields of the form, columns of their table. One that points at nothing goes. */
function withSeenChecks(edit: Edited): Edited {
  if ('refused' in edit) return edit;
  const { definition } = edit;
  const keep = (checks: readonly Check[], seen: ReadonlySet<string>): Check[] => checks.map((check) => ({ ...check, fieldIds: check.fieldIds.filter((id) => seen.has(id)) })).filter(({ fieldIds }) => fieldIds.length > 0);
  const tables = listFields(definition).flatMap((field) => (field.type === 'table' && field.checks !== undefined ? [field.id] : []));
  const inRows = tables.reduce((form, id) => withField(form, id, (field) => (field.type === 'table' ? { ...field, checks: keep(field.checks ?? [], new Set(field.columns.map((column) => column.id))) } : field)), definition);
  const top = new Set(listFields(definition).map(({ id }) => id));
  return edited(inRows.checks === undefined ? inRows : { ...inRows, checks: keep(inRows.checks, top) }, edit.select);
}

/** Makes a copy of a group, field, column or text right after it; the copy has ids of its own, its rules read its own parts. */
export function duplicate(definition: FormDefinition, target: Target): Edited {
  const taken = new Set(listIds(definition));
  if (target.kind === 'form') return refuse('请先选择要复制的内容。');
  if (target.kind === 'section') return duplicateSection(definition, target.id, taken);
  const column = target.kind === 'field' ? findColumn(definition, target.id) : undefined;
  if (column !== undefined) return placeColumn(definition, { kind: 'column', tableId: column.table.id, index: column.index + 1 }, copyField(column.column, taken));
  const located = findCell(definition, target);
  if (located === undefined) return refuse('要复制的内容已经不在了。');
  const { cell, section, row } = located;
  const copy = withSpans(cell.kind === 'field' ? { ...cell, field: copyField(cell.field, taken) } : { ...cell }, isVertical(cell) ? 1 : undefined, 1);
  return placeCell(definition, { kind: 'row', sectionId: section.id, row: row + 1 }, copy);
}

function duplicateSection(definition: FormDefinition, id: string, taken: Set<string>): Edited {
  const at = definition.sections.findIndex((section) => section.id === id);
  const section = definition.sections[at];
  if (section === undefined) return refuse('要复制的内容已经不在了。');
  const ids = new Map(listPlacedFields({ ...definition, sections: [section] }).map(({ field }) => [field.id, takeId(field, taken)]));
  const cells = (cell: Cell): Cell => (cell.kind === 'field' ? { ...cell, field: renameField(cell.field, { names: ids, parts: ids }, ids) } : cell);
  const copy: Section = {
    ...section, id: newId('section', sectionIds(definition)), rows: section.rows.map((row): Row => ({ ...row, cells: row.cells.map(cells) })),
    ...(section.title === undefined ? {} : { title: `${section.title}（副本）`.slice(0, LONGEST_LABEL) }),
  };
  return edited({ ...definition, sections: [...definition.sections.slice(0, at + 1), copy, ...definition.sections.slice(at + 1)] }, { kind: 'section', id: copy.id });
}

function takeId(field: Field, taken: Set<string>): string {
  const id = newId(field.type, taken);
  taken.add(id);
  return id;
}

function copyField<F extends Field>(field: F, taken: Set<string>): F {
  const ids = new Map([field, ...columnsOf(field)].map((one) => [one.id, takeId(one, taken)]));
  return { ...renameField(field, { names: ids, parts: ids }, ids), label: `${field.label}（副本）`.slice(0, LONGEST_LABEL) };
}

/** Changes properties of a field or column; `undefined` takes one away. */
export function changeField(definition: FormDefinition, id: string, changes: Readonly<Record<string, unknown>>): Edited {
  return edited(withField(definition, id, (field) => withEntries(field, changes)), { kind: 'field', id });
}

/** Makes a field one of another kind; what both kinds know stays, its id above all, so that answers can follow it. */
export function changeKind(definition: FormDefinition, id: string, type: Field['type']): Edited {
  const common = ['label', 'help', 'placeholder', 'required', 'requiredWhen', 'visibleWhen', 'readOnly', 'readOnlyWhen', 'computed', 'dataElement', 'prefillFrom', 'sensitive', 'printWidth', 'options', 'dictionary'];
  const takes = (key: string) => !['options', 'dictionary'].includes(key) || type === 'choice' || type === 'choices';
  return withSeenChecks(edited(withField(definition, id, (field) => {
    const { options, ...fresh } = { options: undefined, ...newField(type, listIds(definition)) };
    const kept = Object.fromEntries(Object.entries(field).filter(([key]) => common.includes(key) && takes(key)));
    const choices = options === undefined || 'options' in kept || 'dictionary' in kept ? {} : { options };
    return { ...fresh, ...choices, ...kept, id, type } as Field;
  }), { kind: 'field', id }));
}

/** Changes the group's own properties. */
export function changeSection(definition: FormDefinition, id: string, changes: Readonly<Record<string, unknown>>): Edited {
  return edited(withSection(definition, id, (section) => withEntries(section, changes)), { kind: 'section', id });
}

/** Changes how a cell stands on paper or what its text says. */
export function changeCell(definition: FormDefinition, target: Target, changes: Readonly<Record<string, unknown>>): Edited {
  const located = findCell(definition, target);
  return located === undefined ? refuse('这个格子已经不在了。') : edited(withCell(definition, located.cell, withEntries(located.cell, changes)), target);
}

/** Changes the title, note and rules of the form itself. */
export function changeForm(definition: FormDefinition, changes: Readonly<Record<string, unknown>>): Edited {
  return edited(withEntries(definition, changes), { kind: 'form' });
}

function withEntries<T extends object>(object: T, changes: Readonly<Record<string, unknown>>): T {
  return Object.fromEntries(Object.entries({ ...object, ...changes }).filter(([, value]) => value !== undefined)) as T;
}

/** Gives a field another id, in every rule too. */
export function changeId(definition: FormDefinition, from: string, to: string): Edited {
  if (from === to) return edited(definition, { kind: 'field', id: from });
  if (listIds(definition).has(to)) return refuse(`已经有标识是“${to}”的字段，请换一个。`);
  return edited(renameFieldIn(definition, from, to), { kind: 'field', id: to });
}
