import { compile, type Expression, type ExpressionProblem, type NameType, orderByDependency } from '@tongban/expressions';
import type { FormDefinition, Section, TextCell } from './definition.ts';
import type { Check, ColumnField, Field, TableField } from './field-schemas.ts';
import { FORM_FUNCTIONS } from './form-functions.ts';
import { columnsOf, listFields, listPlacedFields, nodeId, type PlacedField } from './list-fields.ts';

/** A field ready for evaluation: its conditions compiled. */
export interface FormNode {
  readonly id: string;
  readonly field: Field;
  readonly section: Section;
  readonly tableId: string | undefined;
  readonly visibleWhen: Expression | undefined;
  readonly requiredWhen: Expression | undefined;
  readonly readOnlyWhen: Expression | undefined;
  readonly computed: Expression | undefined;
}

export interface CompiledCheck {
  readonly check: Check;
  readonly expression: Expression;
}

/** A form ready for evaluation. */
export interface CompiledForm {
  readonly definition: FormDefinition;
  /** Nodes in an order in which each can be evaluated. */
  readonly nodes: readonly FormNode[];
  readonly sectionConditions: ReadonlyMap<string, Expression>;
  readonly textConditions: ReadonlyMap<TextCell, Expression>;
  readonly checks: readonly CompiledCheck[];
  readonly rowChecks: ReadonlyMap<string, readonly CompiledCheck[]>;
}

/** A fault in an expression of a form, and where it is (`income.visibleWhen`). */
export interface PlacedProblem {
  readonly place: string;
  readonly fieldId?: string;
  readonly problem: ExpressionProblem;
}

export interface CompileOutcome {
  readonly form: CompiledForm | undefined;
  readonly problems: readonly PlacedProblem[];
  /** A circle of fields that wait for each other. */
  readonly cycle: readonly string[] | undefined;
  readonly rules: CompiledRules;
}

/** Why one field waits for another, to say how a circle can be broken. */
export interface CompiledRules {
  readonly whyNeeds: (id: string, needed: string) => 'computed' | 'visibleWhen' | 'section' | 'row';
}

type Compiler = (source: string | undefined, place: string, table?: TableField, fieldId?: string) => Expression | undefined;

/** Compiles every expression of a form and orders its fields; the definition must have the right shape. */
export function compileForm(definition: FormDefinition): CompileOutcome {
  const problems: PlacedProblem[] = [];
  const names = describeNames(definition);
  const scopeAt = (table?: TableField) => (table === undefined ? names : { ...names, ...describeColumns(table) });
  const compileAt: Compiler = (source, place, table, fieldId) => {
    if (source === undefined) return undefined;
    const result = compile(source, { names: scopeAt(table), functions: FORM_FUNCTIONS });
    if (result.ok) return result.expression;
    problems.push(...result.problems.map((problem) => ({ place, problem, ...(fieldId === undefined ? {} : { fieldId }) })));
    return undefined;
  };
  const tables = new Map(listFields(definition).flatMap((field) => (field.type === 'table' ? [[field.id, field] as const] : [])));
  const nodes = listPlacedFields(definition).map((placed) => compileNode(placed, tables, compileAt));
  const sectionConditions = new Map(definition.sections.flatMap((section) => {
    const expression = compileAt(section.visibleWhen, `${section.id}.visibleWhen`);
    return expression === undefined ? [] : [[section.id, expression] as const];
  }));
  const needs = listDependencies(nodes, sectionConditions);
  const order = orderByDependency(new Map([...needs].map(([id, reasons]) => [id, new Set(reasons.keys())])));
  const rules: CompiledRules = { whyNeeds: (id, needed) => needs.get(id)?.get(needed) ?? 'row' };
  const rest = compileRest(definition, tables, compileAt);
  if (problems.length > 0 || !order.ok) return { form: undefined, problems, rules, cycle: order.ok ? undefined : order.cycle };
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ordered = order.order.flatMap((id) => byId.get(id) ?? []);
  return { form: { definition, nodes: ordered, sectionConditions, ...rest }, problems, rules, cycle: undefined };
}

function compileNode(placed: PlacedField, tables: ReadonlyMap<string, TableField>, compileAt: Compiler): FormNode {
  const { field, section, tableId } = placed;
  const table = tableId === undefined ? undefined : tables.get(tableId);
  const at = (key: 'visibleWhen' | 'requiredWhen' | 'readOnlyWhen' | 'computed') => compileAt(field[key], `${field.id}.${key}`, table, field.id);
  return {
    id: nodeId(placed), field, section, tableId,
    visibleWhen: at('visibleWhen'), requiredWhen: at('requiredWhen'), readOnlyWhen: at('readOnlyWhen'), computed: at('computed'),
  };
}

function compileRest(definition: FormDefinition, tables: ReadonlyMap<string, TableField>, compileAt: Compiler): Pick<CompiledForm, 'textConditions' | 'checks' | 'rowChecks'> {
  const texts = definition.sections.flatMap((section) => section.rows.flatMap((row) => row.cells)).filter((cell): cell is TextCell => cell.kind === 'text');
  const textConditions = new Map(texts.flatMap((cell) => {
    const expression = compileAt(cell.visibleWhen, `${cell.text.slice(0, 20)}.visibleWhen`);
    return expression === undefined ? [] : [[cell, expression] as const];
  }));
  const compileChecks = (checks: readonly Check[], table?: TableField): CompiledCheck[] => checks.flatMap((check) => {
    const expression = compileAt(check.expression, `${check.id}.expression`, table);
    return expression === undefined ? [] : [{ check, expression }];
  });
  const rowChecks = new Map([...tables.values()].map((table) => [table.id, compileChecks(table.checks ?? [], table)] as const));
  return { textConditions, checks: compileChecks(definition.checks ?? []), rowChecks };
}

/** Names an expression of the form may use, with their types. */
function describeNames(definition: FormDefinition): Record<string, NameType> {
  const parameters = (definition.parameters ?? []).map((name): [string, NameType] => [name, 'any']);
  const fields = listFields(definition).map((field): [string, NameType] => [field.id, field.type === 'table' ? describeColumns(field) : describeType(field)]);
  return { today: 'date', ...Object.fromEntries(parameters), ...Object.fromEntries(fields) };
}

/** Names with their types that an expression may use, in the rows of a table those of its columns too. */
export function scopeOf(definition: FormDefinition, table?: TableField): Record<string, NameType> {
  return { ...describeNames(definition), ...(table === undefined ? {} : describeColumns(table)) };
}

function describeColumns(table: TableField): Record<string, NameType> {
  return Object.fromEntries(columnsOf(table).map((column) => [column.id, describeType(column)]));
}

/** Parts of the answers that are objects; each part is always there when evaluating, empty or not. */
export const ANSWER_PARTS: Readonly<Partial<Record<Field['type'], Readonly<Record<string, NameType>>>>> = {
  dateRange: { start: 'date', end: 'date' },
  identityDocument: { type: 'any', number: 'any' },
  address: { region: 'any', detail: 'any' },
  organization: { name: 'any', creditCode: 'any' },
};

function describeType(field: ColumnField): NameType {
  return field.type === 'date' ? 'date' : (ANSWER_PARTS[field.type] ?? 'any');
}

type Reason = ReturnType<CompiledRules['whyNeeds']>;

/** What must be known before a field's own value is, and why: whatever its visibility and its computation read. */
function listDependencies(nodes: readonly FormNode[], sections: ReadonlyMap<string, Expression>): Map<string, Map<string, Reason>> {
  const columns = groupColumns(nodes);
  return new Map(nodes.map((node) => {
    const needed = new Map<string, Reason>(node.tableId === undefined ? [] : [[node.tableId, 'row']]);
    const siblings = new Set((columns.get(node.tableId ?? '') ?? []).map((column) => column.field.id));
    const section = node.tableId === undefined ? sections.get(node.section.id) : undefined;
    const reads: readonly (readonly [Reason, Expression | undefined])[] = [['visibleWhen', node.visibleWhen], ['computed', node.computed], ['section', section]];
    for (const [reason, expression] of reads) {
      for (const path of expression?.paths ?? []) for (const id of resolvePath(path, node.tableId, siblings, columns)) needed.set(id, needed.get(id) ?? reason);
    }
    return [node.id, needed];
  }));
}

function groupColumns(nodes: readonly FormNode[]): Map<string, FormNode[]> {
  const columns = new Map<string, FormNode[]>();
  for (const node of nodes) if (node.tableId !== undefined) columns.set(node.tableId, [...(columns.get(node.tableId) ?? []), node]);
  return columns;
}

function resolvePath(path: string, tableId: string | undefined, siblings: ReadonlySet<string>, columns: ReadonlyMap<string, readonly FormNode[]>): string[] {
  const [name = '', part] = path.split('.');
  if (tableId !== undefined && siblings.has(name)) return [`${tableId}.${name}`];
  const own = columns.get(name);
  if (own === undefined) return [name];
  return part === undefined ? [name, ...own.map((column) => column.id)] : [name, `${name}.${part}`];
}

const compiledForms = new WeakMap<FormDefinition, CompiledForm>();

/**
 * The compiled form, kept for as long as the definition object lives: keep one object per form version.
 * Throws when the definition has not passed `checkDefinition`.
 */
export function getCompiledForm(definition: FormDefinition): CompiledForm {
  const kept = compiledForms.get(definition);
  if (kept !== undefined) return kept;
  const { form, problems, cycle } = compileForm(definition);
  if (form === undefined) throw new TypeError(`form definition is not usable: ${problems[0]?.problem.message ?? cycle?.join(' → ') ?? ''}`);
  compiledForms.set(definition, form);
  return form;
}
