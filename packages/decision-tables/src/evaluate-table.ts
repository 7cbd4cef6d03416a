import { evaluate, evaluateTests } from '@tongban/expressions';
import { combineHits, type Hit } from './combine-hits.ts';
import type { CellTest } from './compile-cell.ts';
import type { CompiledColumn, CompiledRule, OutputCell } from './compile-table.ts';
import { type DecisionTrace, RunFailed } from './outcome.ts';
import type { RulePlace } from './problem.ts';
import { type TableRun, toResult } from './table-run.ts';
import { findShapeFault, formatValue, toNameType, typeLabels } from './values.ts';

/** Runs a table on what its decision requires; throws `RunFailed`. */
export function evaluateTable(run: TableRun): DecisionTrace {
  const { decision, table } = run;
  const seen = table.columns.map((column, index) => readColumn(run, column, index));
  const matched = matchRules(run, seen);
  if (matched.length === 0) return answerNothing(run, seen);
  const hits = matched.map((number): Hit => ({ number, values: answerRule(run, number, seen, matched) }));
  const { result, decided } = combineHits(run, hits, seen);
  return { decision, seen, matched, decided, usedDefault: false, result };
}

function readColumn(run: TableRun, column: CompiledColumn, index: number): unknown {
  const place: RulePlace = { decision: run.decision, column: { kind: 'input', index } };
  const value = column.source === undefined ? evaluateColumn(run, column, place) : run.context[column.source] ?? null;
  const fault = findShapeFault(value, column.shape);
  if (fault !== undefined) {
    const { code, message } = fault.code === 'missing'
      ? { code: 'missing-input' as const, message: `“${run.label}”需要“${column.label}${fault.path}”，但没有填写。` }
      : { code: 'wrong-type' as const, message: `“${column.label}${fault.path}”应当是${typeLabels[fault.shape.type]}，现在是${formatValue(fault.value)}。` };
    throw new RunFailed({ ...place, code, message });
  }
  if (value !== null && !allows(column.allowed, value, column.shape.list === true)) {
    throw new RunFailed({ ...place, code: 'not-allowed', message: `“${column.label}”的值${formatValue(value, column.shape.type)}不在允许的值之内。` });
  }
  return value;
}

function evaluateColumn(run: TableRun, column: CompiledColumn, place: RulePlace): unknown {
  const result = evaluate(column.expression, run.context);
  if (result.ok) return result.value;
  throw new RunFailed({ ...place, code: 'expression-failed', message: `“${column.label}”无法计算：${result.problem.message}` });
}

/** Whether a value, or each element of a list, is one of the allowed ones. */
export function allows(allowed: CellTest, value: unknown, list: boolean): boolean {
  if (allowed.kind === 'any') return true;
  if (list && Array.isArray(value)) return value.every((element) => allows(allowed, element, false));
  if (allowed.kind === 'simple') return allowed.fits(value);
  const result = evaluateTests(allowed.tests, value, 'any', {});
  return result.ok && result.value;
}

function matchRules(run: TableRun, seen: readonly unknown[]): number[] {
  const { rules, definition } = run.table;
  const matched: number[] = [];
  for (let index = 0; index < rules.length; index += 1) {
    const rule = rules[index];
    if (rule === undefined || !fitsRule(run, rule, index + 1, seen)) continue;
    matched.push(index + 1);
    if (definition.hitPolicy === 'F') break;
  }
  return matched;
}

function fitsRule(run: TableRun, rule: CompiledRule, number: number, seen: readonly unknown[]): boolean {
  for (const { column, test } of rule.tested) {
    if (test.kind === 'simple') {
      if (!test.fits(seen[column])) return false;
    } else if (test.kind === 'free' && !fitsFree(run, test, { number, column }, seen)) return false;
  }
  return true;
}

function fitsFree(run: TableRun, test: CellTest & { kind: 'free' }, { number, column }: { number: number; column: number }, seen: readonly unknown[]): boolean {
  const shape = run.table.columns[column]?.shape;
  const result = evaluateTests(test.tests, seen[column], shape === undefined ? 'any' : toNameType(shape), run.context);
  if (result.ok) return result.value;
  const label = run.table.columns[column]?.label ?? '';
  throw new RunFailed({
    decision: run.decision, rule: number, column: { kind: 'input', index: column }, code: 'cell-failed', rules: [number],
    message: `“${run.label}”第 ${number} 行“${label}”的条件无法判断：${result.problem.message}`,
  }, seen);
}

function answerNothing(run: TableRun, seen: readonly unknown[]): DecisionTrace {
  const { decision, table } = run;
  const { hitPolicy } = table.definition;
  const bare = { decision, seen, matched: [], decided: [] };
  if (table.outputs.some((output) => output.defaultCell !== undefined)) {
    const values = table.outputs.map((output, index) => answerCell(run, output.defaultCell ?? { kind: 'constant', value: null }, index, undefined));
    return { ...bare, usedDefault: true, result: toResult(table.outputs, values) };
  }
  if (hitPolicy === 'C#') return { ...bare, usedDefault: false, result: 0 };
  if (hitPolicy === 'C' || hitPolicy === 'R' || hitPolicy === 'O') return { ...bare, usedDefault: false, result: [] };
  const facts = table.columns.map((column, index) => `${column.label} ${formatValue(seen[index], column.shape.type)}`).join('，');
  throw new RunFailed({ decision, code: 'no-rule', rules: [], message: `“${run.label}”没有一行规则适用：${facts}。` }, seen);
}

function answerRule(run: TableRun, number: number, seen: readonly unknown[], matched: readonly number[]): readonly unknown[] {
  const rule = run.table.rules[number - 1];
  try {
    return (rule?.outputs ?? []).map((cell, index) => answerCell(run, cell, index, number));
  } catch (error) {
    throw error instanceof RunFailed ? new RunFailed(error.failure, seen, matched) : error;
  }
}

function answerCell(run: TableRun, cell: OutputCell, index: number, number: number | undefined): unknown {
  if (cell.kind === 'constant') return cell.value;
  const output = run.table.outputs[index];
  const where = `“${run.label}”${number === undefined ? '的默认结果' : `第 ${number} 行的结果`}“${output?.label ?? ''}”`;
  const place = { decision: run.decision, column: { kind: 'output' as const, index }, ...(number !== undefined && { rule: number, rules: [number] }) };
  const result = evaluate(cell.expression, run.context);
  if (!result.ok) throw new RunFailed({ ...place, code: 'expression-failed', message: `${where}无法计算：${result.problem.message}` });
  if (output === undefined) return result.value;
  const { type, optional } = output.definition;
  const fault = findShapeFault(result.value, { type, ...(optional !== undefined && { optional }) });
  if (fault?.code === 'missing') throw new RunFailed({ ...place, code: 'null-result', message: `${where}为空，不能作为结果。` });
  if (fault !== undefined) throw new RunFailed({ ...place, code: 'wrong-type', message: `${where}应当是${typeLabels[type]}，算出来是${formatValue(fault.value)}。` });
  if (result.value !== null && !allows(output.allowed, result.value, false)) {
    throw new RunFailed({ ...place, code: 'not-allowed', message: `${where}是${formatValue(result.value, type)}，不在允许的值之内。` });
  }
  return result.value;
}
