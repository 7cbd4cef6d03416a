import type { FormAnswers, FormContext } from './answers.ts';
import type { CompiledForm, FormNode } from './compile-form.ts';
import { computeValue, type Scope, testCondition, toScopeValue } from './evaluation-scope.ts';
import type { Field, TableField } from './field-schemas.ts';
import { readAnswer } from './read-answer.ts';
import { type AnswersReading, cellPath, isGiven, readAnswers, type RowReading } from './read-answers.ts';
import { EMPTY, type Fault, type Reading, type ReadOptions } from './reading.ts';

/** How a field or cell is to be shown now, and what is in it. */
export interface CellState {
  readonly visible: boolean;
  readonly reading: Reading;
  /** Faults of the field's own rules, as opposed to those of the answer. */
  readonly ruleFaults: readonly Fault[];
}

/** Everything known about a form with these answers. */
export interface Evaluation {
  readonly form: CompiledForm;
  readonly readings: AnswersReading;
  /** By path. */
  readonly states: ReadonlyMap<string, CellState>;
  readonly scope: Scope;
  /** Scope of each row, by `table[index]`. */
  readonly rowScopes: ReadonlyMap<string, Scope>;
  readonly visibleSections: ReadonlySet<string>;
  readonly options: ReadOptions;
}

interface Running {
  readonly form: CompiledForm;
  readonly readings: AnswersReading;
  readonly states: Map<string, CellState>;
  readonly scope: Scope;
  readonly rowScopes: Map<string, Scope>;
  readonly sections: Map<string, boolean>;
  readonly options: ReadOptions;
}

/** Works out visibility and computed values in the order they depend on each other. */
export function evaluateAnswers(form: CompiledForm, answers: FormAnswers, context: FormContext, strict: boolean): Evaluation {
  const options: ReadOptions = { context, strict };
  const readings = readAnswers(form.definition, answers, options);
  const scope: Scope = { today: context.today };
  for (const name of form.definition.parameters ?? []) scope[name] = context.parameters?.[name] ?? null;
  const running: Running = { form, readings, states: new Map(), scope, rowScopes: new Map(), sections: new Map(), options };
  for (const node of form.nodes) prepareScope(running, node);
  for (const node of form.nodes) {
    if (node.tableId !== undefined) evaluateColumn(running, node, node.tableId);
    else if (node.field.type === 'table') evaluateTable(running, node, node.field);
    else evaluateField(running, node);
  }
  const visibleSections = new Set(form.definition.sections.filter((section) => isSectionVisible(running, section.id)).map((section) => section.id));
  return { form, readings, states: running.states, scope, rowScopes: running.rowScopes, visibleSections, options };
}

function prepareScope(running: Running, node: FormNode): void {
  if (node.tableId === undefined) running.scope[node.id] = node.field.type === 'table' ? [] : toScopeValue(node.field, undefined);
}

function isSectionVisible(running: Running, sectionId: string): boolean {
  const known = running.sections.get(sectionId);
  if (known !== undefined) return known;
  const condition = running.form.sectionConditions.get(sectionId);
  const visible = condition === undefined || testCondition(condition, running.scope, sectionId).value === true || (isFiled(running) && isAnswered(running, sectionId));
  running.sections.set(sectionId, visible);
  return visible;
}

function isFiled(running: Running): boolean {
  return running.options.context.filed === true;
}

/** Whether anything in a section was answered. */
function isAnswered({ form, readings }: Running, sectionId: string): boolean {
  return form.nodes.some(({ id, section, tableId }) => section.id === sectionId && tableId === undefined
    && (isGiven(readings.fields[id] ?? EMPTY) || (readings.tables[id]?.rows.some((row) => !row.isBlank) ?? false)));
}

function evaluateField(running: Running, node: FormNode): void {
  const shown = isSectionVisible(running, node.section.id);
  const state = evaluateCell(running, node, shown, running.scope, running.readings.fields[node.id] ?? EMPTY);
  running.states.set(node.id, state);
  running.scope[node.id] = toScopeValue(node.field, usable(state));
}

function evaluateTable(running: Running, node: FormNode, table: TableField): void {
  const shown = isSectionVisible(running, node.section.id);
  const { rows = [], faults = [] } = running.readings.tables[node.id] ?? {};
  const state = evaluateCell(running, node, shown, running.scope, { value: undefined, faults }, rows.some((row) => !row.isBlank));
  running.states.set(node.id, state);
  const scopes = rows.map((row) => [row, prepareRow(running, table, row)] as const);
  running.scope[node.id] = state.visible ? scopes.filter(([row]) => !row.isBlank).map(([, scope]) => scope) : [];
}

function prepareRow(running: Running, table: TableField, row: RowReading): Scope {
  const scope: Scope = Object.fromEntries(table.columns.map((column) => [column.id, toScopeValue(column, undefined)]));
  running.rowScopes.set(`${table.id}[${row.index}]`, scope);
  return scope;
}

function evaluateColumn(running: Running, node: FormNode, tableId: string): void {
  const tableVisible = running.states.get(tableId)?.visible === true;
  for (const row of running.readings.tables[tableId]?.rows ?? []) {
    const rowScope = running.rowScopes.get(`${tableId}[${row.index}]`) ?? {};
    const needsScope = node.visibleWhen !== undefined || node.computed !== undefined;
    const scope = needsScope ? { ...running.scope, ...rowScope } : rowScope;
    const state = evaluateCell(running, node, tableVisible, scope, row.cells[node.field.id] ?? EMPTY);
    running.states.set(cellPath(tableId, row.index, node.field.id), state);
    rowScope[node.field.id] = toScopeValue(node.field, usable(state));
  }
}

function evaluateCell(running: Running, node: FormNode, containerVisible: boolean, scope: Scope, given: Reading, isAnswer = isGiven(given)): CellState {
  const ruleFaults: Fault[] = [];
  if (!containerVisible) return { visible: false, reading: EMPTY, ruleFaults };
  if (node.visibleWhen !== undefined) {
    const { value, fault } = testCondition(node.visibleWhen, scope, node.field.label);
    if (fault !== undefined) ruleFaults.push(fault);
    if (value !== true && !(isFiled(running) && isAnswer)) return { visible: false, reading: EMPTY, ruleFaults };
  }
  if (node.computed === undefined || node.field.type === 'table' || isFiled(running)) return { visible: true, reading: given, ruleFaults };
  const { value, fault } = computeValue(node.computed, scope, node.field.label);
  if (fault !== undefined) ruleFaults.push(fault);
  return { visible: true, reading: readAnswer(node.field, roundFor(node.field, value), running.options), ruleFaults };
}

/** Amounts are whole 分 and numbers keep the decimals they are declared with, however the rule divides. */
function roundFor(field: Field, value: unknown): unknown {
  if (typeof value !== 'number') return value;
  if (field.type === 'money') return roundHalfUp(value, 0);
  return field.type === 'number' && field.decimals !== undefined ? roundHalfUp(value, field.decimals) : value;
}

function roundHalfUp(value: number, decimals: number): number {
  const rounded = Number(`${Math.round(Number(`${Math.abs(value)}e${decimals}`))}e-${decimals}`);
  return Number.isNaN(rounded) ? value : Math.sign(value) * rounded + 0;
}

/** The answer other rules may rely on: none while it is wrong. */
function usable(state: CellState): unknown {
  return state.visible && state.reading.faults.length === 0 ? state.reading.value : undefined;
}
