import type { FormAnswers, FormContext, FormIssue } from './answers.ts';
import { type CompiledCheck, type CompiledForm, type FormNode, getCompiledForm } from './compile-form.ts';
import type { FormDefinition } from './definition.ts';
import { evaluateAnswers, type CellState, type Evaluation } from './evaluate-answers.ts';
import { hasMissing, type Scope, testCondition } from './evaluation-scope.ts';
import type { Field, TableField } from './field-schemas.ts';
import { columnsOf, listFields } from './list-fields.ts';
import { cellPath, placeLabel } from './read-answers.ts';
import { mustAgree } from './read-choices.ts';
import { fault, type Fault, isEmpty } from './reading.ts';

export interface ValidateOptions extends FormContext {
  /** `draft` checks types and sizes only; `submit` checks everything. */
  readonly mode: 'draft' | 'submit';
  /** Answers the platform vouches for; read-only fields keep these whatever was sent. */
  readonly lockedAnswers?: FormAnswers;
}

/** Cleaned answers and what is wrong with them; `ok` means no issue. */
export interface ValidateResult {
  readonly ok: boolean;
  readonly value: Record<string, unknown>;
  readonly issues: readonly FormIssue[];
}

/**
 * Validates the answers to a form; browser and server run this same code (FRM-03).
 * Unknown keys and hidden fields are dropped, computed values are recomputed, texts are cleaned (NFC, trimmed, no control
 * characters, markup kept as plain characters). Validating its own accepted result gives the same result.
 */
export function validateForm(definition: FormDefinition, answers: FormAnswers, options: ValidateOptions): ValidateResult {
  const form = getCompiledForm(definition);
  const strict = options.mode === 'submit';
  const locked = applyLocked(definition, answers, options);
  const evaluation = evaluateSettled(form, locked, options, strict);
  const nodes = new Map(form.nodes.map((node) => [node.id, node]));
  const value: Record<string, unknown> = {};
  const issues: FormIssue[] = [];
  for (const field of listFields(definition)) {
    const node = nodes.get(field.id);
    const state = evaluation.states.get(field.id);
    if (node === undefined || state === undefined) continue;
    const collected = field.type === 'table' ? collectTable(evaluation, node, field, state, nodes) : collectField(evaluation, node, state);
    issues.push(...collected.issues);
    if (collected.value !== undefined) value[field.id] = collected.value;
  }
  if (strict) issues.push(...collectChecks(evaluation, form.checks));
  return { ok: issues.length === 0, value, issues };
}

/**
 * A row left with nothing once its hidden cells are dropped must not have counted, or the result would not be accepted
 * again as it is: such rows are emptied and the form evaluated anew.
 */
function evaluateSettled(form: CompiledForm, answers: FormAnswers, context: FormContext, strict: boolean): Evaluation {
  let current = answers;
  for (;;) {
    const evaluation = evaluateAnswers(form, current, context, strict);
    const emptied = listEmptiedRows(evaluation);
    if (emptied.length === 0) return evaluation;
    const next: Record<string, unknown> = { ...current };
    for (const { tableId, index } of emptied) {
      const rows = next[tableId];
      if (Array.isArray(rows)) next[tableId] = rows.map((row: unknown, at) => (at === index ? {} : row));
    }
    current = next;
  }
}

function listEmptiedRows(evaluation: Evaluation): { tableId: string; index: number }[] {
  return listFields(evaluation.form.definition).flatMap((field) => {
    if (field.type !== 'table' || evaluation.states.get(field.id)?.visible !== true) return [];
    const typed = field.columns.filter((column) => column.computed === undefined);
    const rows = (evaluation.readings.tables[field.id]?.rows ?? []).filter((row) => !row.isBlank);
    return rows.filter((row) => typed.every((column) => {
      const cell = evaluation.states.get(cellPath(field.id, row.index, column.id));
      return cell === undefined || (cell.reading.value === undefined && cell.reading.faults.length === 0);
    })).map((row) => ({ tableId: field.id, index: row.index }));
  });
}

/** Puts the platform's own values into fields that are always read-only. */
function applyLocked(definition: FormDefinition, answers: FormAnswers, { lockedAnswers }: ValidateOptions): FormAnswers {
  if (lockedAnswers === undefined) return answers;
  const kept = listFields(definition).filter((field) => field.readOnly === true && Object.hasOwn(lockedAnswers, field.id));
  return { ...answers, ...Object.fromEntries(kept.map((field) => [field.id, lockedAnswers[field.id]])) };
}

interface Collected {
  readonly value: unknown;
  readonly issues: readonly FormIssue[];
}

function collectField(evaluation: Evaluation, node: FormNode, state: CellState): Collected {
  const faults = listFaults(evaluation, node, state, evaluation.scope);
  return { value: state.reading.value, issues: faults.map((found) => toIssue(node.field, node.id, node.field.label, found)) };
}

/** Faults of one field or cell; a hidden one has none but those of its own condition. */
function listFaults(evaluation: Evaluation, node: FormNode, state: CellState, scope: Scope): Fault[] {
  const { strict } = evaluation.options;
  const faults = strict ? [...state.ruleFaults] : [];
  if (!state.visible) return faults;
  faults.push(...state.reading.faults);
  if (strict && faults.length === 0 && isEmpty(state.reading.value) && isRequired(node, scope)) faults.push(missing(node.field));
  return faults;
}

/** Whether an answer must be given now. */
export function isRequired(node: FormNode, scope: Scope): boolean {
  if (node.field.required === true || (node.field.type === 'boolean' && node.field.mustBeTrue === true)) return true;
  if (node.field.type === 'table' && (node.field.minimumRows ?? 0) > 0) return true;
  return node.requiredWhen !== undefined && testCondition(node.requiredWhen, scope, node.field.label).value === true;
}

function missing(field: Field): Fault {
  if (field.computed !== undefined) return fault('required', `“${field.label}”由其他内容自动算出，请先把相关内容填好。`);
  switch (field.type) {
    case 'choice':
    case 'choices':
    case 'region':
    case 'date':
      return fault('required', `请选择“${field.label}”。`);
    case 'boolean':
      return fault('required', field.mustBeTrue === true ? mustAgree(field.label) : `请选择“${field.label}”。`);
    case 'attachment':
    case 'image':
      return fault('required', `请上传“${field.label}”。`);
    case 'signature':
      return fault('required', `请在“${field.label}”处签名。`);
    default:
      return fault('required', `请填写“${field.label}”。`);
  }
}

function toIssue(field: Field, path: string, label: string, { code, message }: Fault): FormIssue {
  return { path, fieldId: field.id, code, message, label };
}

function collectTable(evaluation: Evaluation, node: FormNode, table: TableField, state: CellState, nodes: ReadonlyMap<string, FormNode>): Collected {
  const { strict } = evaluation.options;
  const issues: FormIssue[] = [];
  if (!state.visible) return { value: undefined, issues: (strict ? state.ruleFaults : []).map((found) => toIssue(table, table.id, table.label, found)) };
  const rows = (evaluation.readings.tables[table.id]?.rows ?? []).filter((row) => !strict || !row.isBlank);
  const value = rows.map((row) => {
    const cells: Record<string, unknown> = {};
    const scope = { ...evaluation.scope, ...evaluation.rowScopes.get(`${table.id}[${row.index}]`) };
    for (const column of columnsOf(table)) {
      const path = cellPath(table.id, row.index, column.id);
      const cell = evaluation.states.get(path);
      const columnNode = nodes.get(`${table.id}.${column.id}`);
      if (cell === undefined || columnNode === undefined) continue;
      for (const found of listFaults(evaluation, columnNode, cell, scope)) issues.push(toIssue(column, path, placeLabel(column, table, row.index), found));
      if (cell.reading.value !== undefined) cells[column.id] = cell.reading.value;
    }
    if (strict) issues.push(...collectRowChecks(evaluation, table, row.index, scope));
    return cells;
  });
  const own = [...state.reading.faults, ...(strict ? checkRowCount(table, rows.length, isRequired(node, evaluation.scope)) : [])];
  return { value: value.length === 0 ? undefined : value, issues: [...own.map((found) => toIssue(table, table.id, table.label, found)), ...issues] };
}

function checkRowCount(table: TableField, count: number, required: boolean): Fault[] {
  const least = Math.max(table.minimumRows ?? 0, required ? 1 : 0);
  if (count >= least) return [];
  return [fault(count === 0 ? 'required' : 'too-few-rows', `“${table.label}”至少要填 ${least} ${table.rowName === undefined ? '行' : `个${table.rowName}`}。`)];
}

function collectChecks(evaluation: Evaluation, checks: readonly CompiledCheck[]): FormIssue[] {
  return checks.flatMap(({ check, expression }) => {
    const shown = check.fieldIds.find((id) => evaluation.states.get(id)?.visible === true);
    const field = listFields(evaluation.form.definition).find((candidate) => candidate.id === shown);
    const found = field === undefined ? undefined : findCheckFault({ check, expression }, evaluation.scope);
    return field === undefined || found === undefined ? [] : [toIssue(field, field.id, field.label, found)];
  });
}

function collectRowChecks(evaluation: Evaluation, table: TableField, index: number, scope: Scope): FormIssue[] {
  return (evaluation.form.rowChecks.get(table.id) ?? []).flatMap((compiled) => {
    const shown = compiled.check.fieldIds.find((id) => evaluation.states.get(cellPath(table.id, index, id))?.visible === true);
    const column = columnsOf(table).find((candidate) => candidate.id === shown);
    const found = column === undefined ? undefined : findCheckFault(compiled, scope);
    return column === undefined || found === undefined ? [] : [toIssue(column, cellPath(table.id, index, column.id), placeLabel(column, table, index), found)];
  });
}

/** A rule over several answers counts once all of them are there. */
function findCheckFault({ check, expression }: CompiledCheck, scope: Scope): Fault | undefined {
  if (hasMissing(expression, scope)) return undefined;
  const { value, fault: failure } = testCondition(expression, scope, check.id);
  if (failure !== undefined) return failure;
  return value === true ? undefined : fault(`check:${check.id}`, check.message);
}

