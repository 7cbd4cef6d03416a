import { compile, type Expression, type ExpressionFunctions, type ExpressionNames } from '@tongban/expressions';
import { type Literal, parseSimpleCell, type SimpleCell, type SimpleTest } from './parse-cell.ts';
import type { ValueType } from './rule-set.ts';
import { formatValue, typeLabels } from './values.ts';

/** A test a closure does: no parsing, no FEEL. */
export interface SimpleCellTest {
  readonly kind: 'simple';
  readonly cell: SimpleCell;
  readonly fits: (value: unknown) => boolean;
}

/** A test the FEEL interpreter does. */
export interface FreeCellTest {
  readonly kind: 'free';
  readonly tests: Expression;
}

export type CellTest = { readonly kind: 'any' } | SimpleCellTest | FreeCellTest;

export interface CellProblem {
  readonly code: string;
  readonly message: string;
}

export type CellResult = { readonly ok: true; readonly test: CellTest } | { readonly ok: false; readonly problems: readonly CellProblem[] };

const ANY: CellTest = { kind: 'any' };

/** Compiles the tests of one cell for values of a type: simple ones to a closure, anything else by FEEL. */
export function compileCell(source: string, type: ValueType, names: ExpressionNames, functions: ExpressionFunctions): CellResult {
  const cell = parseSimpleCell(source);
  if (cell === undefined) return compileFree(source, type, names, functions);
  if (cell.kind === 'any') return { ok: true, test: ANY };
  const misfit = findMisfit(cell.tests, type);
  if (misfit !== undefined) return { ok: false, problems: [misfit] };
  return { ok: true, test: { kind: 'simple', cell, fits: buildCell(cell.tests, cell.negated) } };
}

function compileFree(source: string, type: ValueType, names: ExpressionNames, functions: ExpressionFunctions): CellResult {
  const compiled = compile(source, { names, functions, form: 'tests' });
  if (compiled.ok) return { ok: true, test: { kind: 'free', tests: compiled.expression } };
  const problems = compiled.problems.map(({ code, message }) => ({ code, message }));
  const bare = /^[\p{L}\p{N}_]+$/u.test(source.trim());
  if (type === 'text' && bare) return { ok: false, problems: [{ code: 'text-without-quotes', message: `文字要加英文引号，请写成 "${source.trim()}"。` }] };
  if (/[“”，（）＞＜＝]/.test(source)) problems.push({ code: 'full-width', message: '单元格里的引号、逗号、括号和比较号要用英文标点。' });
  return { ok: false, problems };
}

function findMisfit(tests: readonly SimpleTest[], type: ValueType): CellProblem | undefined {
  if (type === 'any') return undefined;
  for (const test of tests) {
    for (const literal of literalsOf(test)) {
      if (literal.kind === 'null' || literal.kind === literalKindOf(type)) continue;
      return { code: 'wrong-type', message: `这一列是${typeLabels[type]}，不能填${typeLabels[literal.kind]}${formatLiteral(literal)}。` };
    }
  }
  return undefined;
}

function literalKindOf(type: ValueType): string {
  return type === 'integer' ? 'number' : type;
}

export function literalsOf(test: SimpleTest): readonly Literal[] {
  if (test.kind === 'equal') return [test.value];
  return [test.low?.value, test.high?.value].filter((literal) => literal !== undefined);
}

type Fits = (value: unknown) => boolean;

function buildCell(tests: readonly SimpleTest[], negated: boolean): Fits {
  const fits = buildTests(tests);
  if (!negated) return fits;
  // FEEL: against no value an order is neither true nor false, and so is its negation.
  const knowsNull = tests.every((test) => test.kind === 'equal');
  return (value) => (value === null ? knowsNull && !fits(null) : !fits(value));
}

function buildTests(tests: readonly SimpleTest[]): Fits {
  const [only] = tests;
  if (tests.length === 1 && only !== undefined) return buildTest(only);
  if (tests.every((test) => test.kind === 'equal')) {
    const values = new Set<unknown>(tests.map((test) => test.value.value));
    return (value) => values.has(value);
  }
  const parts = tests.map(buildTest);
  return (value) => {
    for (const part of parts) if (part(value)) return true;
    return false;
  };
}

function buildTest(test: SimpleTest): Fits {
  if (test.kind === 'equal') {
    const expected = test.value.value;
    return (value) => value === expected;
  }
  const low = test.low?.value.value;
  const high = test.high?.value.value;
  const lowClosed = test.low?.closed === true;
  const highClosed = test.high?.closed === true;
  if (typeof (low ?? high) === 'number') {
    const least = typeof low === 'number' ? low : -Infinity;
    const most = typeof high === 'number' ? high : Infinity;
    return (value) => typeof value === 'number' && (lowClosed ? value >= least : value > least) && (highClosed ? value <= most : value < most);
  }
  // ISO dates sort like the days they name.
  const least = typeof low === 'string' ? low : undefined;
  const most = typeof high === 'string' ? high : undefined;
  return (value) => typeof value === 'string'
    && (least === undefined || (lowClosed ? value >= least : value > least))
    && (most === undefined || (highClosed ? value <= most : value < most));
}

/** The words of a cell: “18 以上（含）”, “甲”或“乙”; a free cell stays as it was written. */
export function describeCell(test: CellTest): string {
  if (test.kind === 'any') return '不限';
  if (test.kind === 'free') return `满足 ${test.tests.source}`;
  if (test.cell.kind === 'any') return '不限';
  const words = test.cell.tests.map(describeTest).join(' 或 ');
  return test.cell.negated ? `不是 ${words}` : words;
}

/** The words of one test. */
export function describeTest(test: SimpleTest): string {
  if (test.kind === 'equal') return formatLiteral(test.value);
  const low = test.low && formatLiteral(test.low.value);
  const high = test.high && formatLiteral(test.high.value);
  if (low === undefined) return `${test.high?.closed === true ? '不大于' : '小于'} ${high ?? ''}`;
  if (high === undefined) return `${test.low?.closed === true ? '不小于' : '大于'} ${low}`;
  const ends = [test.low?.closed === true ? '' : `不含 ${low}`, test.high?.closed === true ? '' : `不含 ${high}`].filter((end) => end !== '');
  return `${low} 至 ${high}${ends.length > 0 ? `（${ends.join('，')}）` : ''}`;
}

function formatLiteral({ kind, value }: Literal): string {
  return formatValue(value, kind === 'date' ? 'date' : 'any');
}
