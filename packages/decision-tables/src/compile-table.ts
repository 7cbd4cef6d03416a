import { compile, type Expression } from '@tongban/expressions';
import { type CellTest, compileCell, literalsOf } from './compile-cell.ts';
import { RULE_LIMITS } from './limits.ts';
import { parseLiteral, parseSimpleCell } from './parse-cell.ts';
import { problemsAt, type RulePlace, type RuleProblem } from './problem.ts';
import { compileAllowed, labelOf, type Reading } from './reading.ts';
import type { DecisionTable, TableInput, TableOutput, TableRule, ValueShape } from './rule-set.ts';
import { isOfType, typeLabels } from './values.ts';

export interface CompiledColumn {
  readonly definition: TableInput;
  readonly label: string;
  /** Declared, or taken from what the expression names. */
  readonly shape: ValueShape;
  readonly expression: Expression;
  /** The input or decision that the expression is, read without evaluating anything. */
  readonly source: string | undefined;
  readonly allowed: CellTest;
}

export interface CompiledOutput {
  readonly definition: TableOutput;
  readonly label: string;
  readonly allowed: CellTest;
  readonly defaultCell: OutputCell | undefined;
  /** Values in order of priority, highest first. */
  readonly priorities: readonly unknown[];
}

/** What an output cell gives: always the same, or something to evaluate. */
export type OutputCell = { readonly kind: 'constant'; readonly value: unknown } | { readonly kind: 'expression'; readonly expression: Expression };

export interface CompiledRule {
  readonly definition: TableRule;
  /** One for each column. */
  readonly cells: readonly CellTest[];
  /** Columns whose cell is not `-`, simple cells first because they are quick. */
  readonly tested: readonly { readonly column: number; readonly test: CellTest }[];
  readonly outputs: readonly OutputCell[];
}

export interface CompiledTable {
  readonly kind: 'table';
  readonly definition: DecisionTable;
  readonly columns: readonly CompiledColumn[];
  readonly outputs: readonly CompiledOutput[];
  readonly rules: readonly CompiledRule[];
  readonly names: Reading['names'];
}

/** Compiles a table; problems go to `reading`, and undefined means there were some. */
export function compileTable(table: DecisionTable, reading: Reading): CompiledTable | undefined {
  const before = reading.problems.length;
  checkTable(table, reading);
  if (reading.problems.length > before) return undefined;
  const columns = table.inputs.map((input, index) => compileColumn(input, index, reading));
  const outputs = table.outputs.map((output, index) => compileOutput(output, index, table, reading));
  const rules = table.rules.map((rule, index) => compileRule(rule, index + 1, { columns, outputs }, reading));
  if (reading.problems.length > before) return undefined;
  return { kind: 'table', definition: table, columns: columns.flatMap((column) => column ?? []), outputs, rules, names: reading.names };
}

function checkTable(table: DecisionTable, { place, problems }: Reading): void {
  const refuse = (code: string, message: string, at: RulePlace = place): void => { problems.push({ ...place, ...at, code, message }); };
  if (table.rules.length === 0) refuse('no-rules', '决策表还没有规则，请至少添加一行。');
  if (table.outputs.length === 0) refuse('no-outputs', '决策表还没有结果列，请至少添加一列。');
  if (table.rules.length > RULE_LIMITS.rules) refuse('too-many-rules', `决策表不能超过 ${RULE_LIMITS.rules} 行，请拆成几张。`);
  if (table.inputs.length > RULE_LIMITS.columns) refuse('too-many-columns', `条件列不能超过 ${RULE_LIMITS.columns} 列。`);
  if (table.outputs.length > RULE_LIMITS.outputs) refuse('too-many-outputs', `结果列不能超过 ${RULE_LIMITS.outputs} 列。`);
  const defaults = table.outputs.filter((output) => (output.defaultValue?.trim() ?? '') !== '');
  if (defaults.length > 0 && defaults.length < table.outputs.filter((output) => output.optional !== true).length) {
    refuse('defaults-missing', '有默认结果时，每个结果列都要有默认值，可以为空的列除外。');
  }
  const names = table.outputs.map((output) => output.name);
  for (const [index, name] of names.entries()) {
    if (names.length > 1 && name.trim() === '') refuse('name-missing', '有几个结果列时，每列都要有名称。', { column: { kind: 'output', index } });
    if (names.indexOf(name) !== index) refuse('name-repeated', `结果列名称“${name}”重复。`, { column: { kind: 'output', index } });
  }
  if (table.outputs.length > 1 && ['C+', 'C<', 'C>', 'C#'].includes(table.hitPolicy)) refuse('aggregate-outputs', '汇总（C+、C<、C>、C#）只能有一个结果列。');
  for (const [index, rule] of table.rules.entries()) {
    if (rule.inputs.length !== table.inputs.length || rule.outputs.length !== table.outputs.length) {
      refuse('cells-missing', `第 ${index + 1} 行的单元格数与列数不同。`, { rule: index + 1 });
    }
    const long = [...rule.inputs, ...rule.outputs].findIndex((cell) => cell.length > RULE_LIMITS.cellLength);
    if (long !== -1) refuse('cell-too-long', `单元格不能超过 ${RULE_LIMITS.cellLength} 个字符。`, { rule: index + 1, column: columnAt(long, table.inputs.length) });
  }
}

function columnAt(index: number, inputs: number): NonNullable<RulePlace['column']> {
  return index < inputs ? { kind: 'input', index } : { kind: 'output', index: index - inputs };
}

function compileColumn(input: TableInput, index: number, reading: Reading): CompiledColumn | undefined {
  const place: RulePlace = { ...reading.place, column: { kind: 'input', index } };
  const compiled = compile(input.expression, { names: reading.names, functions: reading.functions });
  if (!compiled.ok) {
    reading.problems.push(...problemsAt(place, compiled.problems));
    return undefined;
  }
  reading.count(compiled.expression);
  const name = input.expression.trim();
  const named = findShape(name, reading.shapes);
  const shape: ValueShape = {
    type: input.type ?? named?.type ?? 'any',
    ...(named?.list !== undefined && { list: named.list }),
    ...((input.optional ?? named?.optional) === true && { optional: true }),
    ...((input.allowedValues ?? named?.allowedValues) !== undefined && { allowedValues: input.allowedValues ?? named?.allowedValues ?? '' }),
  };
  const allowed = compileAllowed(shape, { ...reading, place });
  return { definition: input, label: labelOf({ ...input, name }), shape, expression: compiled.expression, source: compiled.expression.names.includes(name) ? name : undefined, allowed };
}

/** The shape of `a` or `a.b.c`, when they name something required and its fields. */
export function findShape(path: string, shapes: Reading['shapes']): ValueShape | undefined {
  const direct = shapes.get(path);
  if (direct !== undefined) return direct;
  const [name = '', ...steps] = path.split('.').map((step) => step.trim());
  let shape = shapes.get(name);
  for (const step of steps) {
    if (shape?.list === true) return undefined;
    shape = shape?.fields?.find((field) => field.name === step);
  }
  return shape;
}

function compileOutput(output: TableOutput, index: number, table: DecisionTable, reading: Reading): CompiledOutput {
  const place: RulePlace = { ...reading.place, column: { kind: 'output', index } };
  const allowed = compileAllowed(output, { ...reading, place });
  const priorities = listPriorities(output);
  if ((table.hitPolicy === 'P' || table.hitPolicy === 'O') && priorities.length === 0 && index === 0 && !table.outputs.some((other) => listPriorities(other).length > 0)) {
    reading.problems.push({ ...place, code: 'priorities-missing', message: '按优先级取结果时，要在结果列列出允许的值，先写的优先。' });
  }
  const source = output.defaultValue?.trim() ?? '';
  const compiled: CompiledOutput = {
    definition: output, label: labelOf(output), allowed, priorities, defaultCell: source === '' ? undefined : compileOutputCell(source, place, reading),
  };
  if (compiled.defaultCell?.kind === 'constant') reading.problems.push(...judgeConstant(compiled.defaultCell.value, compiled, place));
  return compiled;
}

function listPriorities(output: TableOutput): readonly unknown[] {
  const cell = parseSimpleCell(output.allowedValues ?? '');
  if (cell?.kind !== 'tests' || cell.negated || cell.tests.some((test) => test.kind === 'range')) return [];
  return cell.tests.flatMap(literalsOf).map((literal) => literal.value);
}

function compileOutputCell(source: string, place: RulePlace, reading: Reading): OutputCell | undefined {
  if (source.trim() === '') {
    reading.problems.push({ ...place, code: 'empty', message: '请填写结果。' });
    return undefined;
  }
  const literal = parseLiteral(source);
  if (literal !== undefined) return { kind: 'constant', value: literal.value };
  const compiled = compile(source, { names: reading.names, functions: reading.functions });
  if (compiled.ok) {
    reading.count(compiled.expression);
    return { kind: 'expression', expression: compiled.expression };
  }
  reading.problems.push(...problemsAt(place, compiled.problems));
  return undefined;
}

interface Columns {
  readonly columns: readonly (CompiledColumn | undefined)[];
  readonly outputs: readonly CompiledOutput[];
}

function compileRule(rule: TableRule, number: number, { columns, outputs }: Columns, reading: Reading): CompiledRule {
  const cells = rule.inputs.map((source, index): CellTest => {
    const result = compileCell(source, columns[index]?.shape.list === true ? 'any' : columns[index]?.shape.type ?? 'any', reading.names, reading.functions);
    if (!result.ok) {
      const place: RulePlace = { ...reading.place, rule: number, column: { kind: 'input', index } };
      reading.problems.push(...problemsAt(place, result.problems));
      return { kind: 'any' };
    }
    if (result.test.kind === 'free') reading.count(result.test.tests);
    return result.test;
  });
  const answers = rule.outputs.map((source, index): OutputCell => {
    const place: RulePlace = { ...reading.place, rule: number, column: { kind: 'output', index } };
    const cell = compileOutputCell(source, place, reading);
    if (cell?.kind === 'constant') reading.problems.push(...judgeConstant(cell.value, outputs[index], place));
    return cell ?? { kind: 'constant', value: null };
  });
  const tested = cells.map((test, column) => ({ column, test })).filter(({ test }) => test.kind !== 'any').toSorted((one, other) => Number(one.test.kind === 'free') - Number(other.test.kind === 'free'));
  return { definition: rule, cells, tested, outputs: answers };
}

/** A literal result is judged once, here, and not at every run. */
function judgeConstant(value: unknown, output: CompiledOutput | undefined, place: RulePlace): RuleProblem[] {
  if (output === undefined) return [];
  const { type, optional } = output.definition;
  if (value === null) return optional === true || type === 'any' ? [] : [{ ...place, code: 'null-output', message: '结果不能为空；允许为空时请在这一列勾选“可以为空”。' }];
  if (!isOfType(value, type)) return [{ ...place, code: 'wrong-type', message: `这一列的结果是${typeLabels[type]}。` }];
  if (output.allowed.kind === 'simple' && !output.allowed.fits(value)) return [{ ...place, code: 'not-allowed', message: '结果不在这一列允许的值之内。' }];
  return [];
}
