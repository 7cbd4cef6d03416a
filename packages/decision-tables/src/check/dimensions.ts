import { type CellTest, describeTest, literalsOf } from '../compile-cell.ts';
import type { CompiledColumn, CompiledTable } from '../compile-table.ts';
import type { Bound, Literal, SimpleTest } from '../parse-cell.ts';
import type { ValueType } from '../rule-set.ts';

/** A piece of a column's values that no cell cuts: every cell fits all of it or none. */
export interface Atom {
  /** One value of the piece. */
  readonly sample: unknown;
  readonly extent: SimpleTest | 'other' | 'any';
}

/** One independent direction of a table: the columns with the same expression. */
export interface Dimension {
  readonly columns: readonly number[];
  readonly column: CompiledColumn;
  readonly atoms: readonly Atom[];
  /** False when the values cannot be cut into pieces; then every cell but `-` counts as unknown. */
  readonly judged: boolean;
}

/** The directions of a table, each cut into pieces at every bound that a cell or the allowed values name. */
export function cutDimensions(table: CompiledTable): readonly Dimension[] {
  const groups = new Map<string, number[]>();
  for (const [index, column] of table.columns.entries()) {
    const key = column.definition.expression.trim();
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups.values()].flatMap((columns) => {
    const column = table.columns[columns[0] ?? 0];
    return column === undefined ? [] : [cutDimension(table, columns, column)];
  });
}

function cutDimension(table: CompiledTable, columns: readonly number[], column: CompiledColumn): Dimension {
  const { type, list, optional } = column.shape;
  const sameType = columns.every((index) => table.columns[index]?.shape.type === type);
  if (!sameType || list === true || type === 'any' || type === 'record') return { columns, column, atoms: [{ sample: undefined, extent: 'any' }], judged: false };
  const allowed = columns.flatMap((index) => table.columns[index]?.allowed ?? []);
  const cells = [...columns.flatMap((index) => table.rules.map((rule) => rule.cells[index])), ...allowed].filter((cell) => cell !== undefined);
  const tests = cells.flatMap(testsOf).filter((test) => isJudged(test, type));
  const atoms = cutType(type, tests).filter((atom) => allowed.every((cell) => cell.kind !== 'simple' || cell.fits(atom.sample)));
  if (optional === true) atoms.push({ sample: null, extent: { kind: 'equal', value: { kind: 'null', value: null } } });
  return { columns, column, atoms, judged: true };
}

function testsOf(cell: CellTest): readonly SimpleTest[] {
  return cell.kind === 'simple' && cell.cell.kind === 'tests' ? cell.cell.tests : [];
}

/** Texts in order (`< "乙"`) are legal, but nobody asks for them: they are not judged. */
function isJudged(test: SimpleTest, type: ValueType): boolean {
  return type !== 'text' || test.kind === 'equal';
}

/** Whether every piece lies wholly inside or outside of a cell. */
export function isCellJudged(cell: CellTest, dimension: Dimension): boolean {
  if (cell.kind === 'any') return true;
  return dimension.judged && cell.kind === 'simple' && testsOf(cell).every((test) => isJudged(test, dimension.column.shape.type));
}

function cutType(type: ValueType, tests: readonly SimpleTest[]): Atom[] {
  if (type === 'boolean') return [true, false].map((value) => equalAtom({ kind: 'boolean', value }));
  if (type === 'text') return cutTexts(tests);
  return type === 'number' ? cutNumbers(tests) : cutSteps(type === 'date', tests);
}

function equalAtom(value: Literal): Atom {
  return { sample: value.value, extent: { kind: 'equal', value } };
}

function cutTexts(tests: readonly SimpleTest[]): Atom[] {
  const texts = [...new Set(tests.flatMap(literalsOf).flatMap((literal) => (literal.kind === 'text' ? [literal.value] : [])))];
  let other = '其他';
  while (texts.includes(other)) other += '…';
  return [...texts.map((value) => equalAtom({ kind: 'text', value })), { sample: other, extent: 'other' }];
}

/** Numbers lie close together: each bound is a piece, and so is what lies between two. */
function cutNumbers(tests: readonly SimpleTest[]): Atom[] {
  const points = [...new Set(tests.flatMap(literalsOf).flatMap((literal) => (literal.kind === 'number' ? [literal.value] : [])))].toSorted((one, other) => one - other);
  const bound = (value: number): Bound => ({ value: { kind: 'number', value }, closed: false });
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [{ sample: 0, extent: 'any' }];
  const atoms: Atom[] = [{ sample: first - 1, extent: { kind: 'range', high: bound(first) } }];
  for (const [index, point] of points.entries()) {
    atoms.push(equalAtom({ kind: 'number', value: point }));
    const next = points[index + 1];
    if (next !== undefined) atoms.push({ sample: between(point, next), extent: { kind: 'range', low: bound(point), high: bound(next) } });
  }
  return [...atoms, { sample: last + 1, extent: { kind: 'range', low: bound(last) } }];
}

/** A value between two that people would write, if there is one. */
function between(low: number, high: number): number {
  const whole = Math.floor(low) + 1;
  return whole < high ? whole : (low + high) / 2;
}

/** Whole numbers and days come one by one: pieces are closed at both ends. */
function cutSteps(days: boolean, tests: readonly SimpleTest[]): Atom[] {
  const cuts = [...new Set(tests.flatMap((test) => cutsOf(test, days)))].toSorted((one, other) => one - other);
  const literal = (step: number): Literal => (days ? { kind: 'date', value: toDay(step) } : { kind: 'number', value: step });
  const bound = (step: number): Bound => ({ value: literal(step), closed: true });
  const first = cuts[0];
  const last = cuts.at(-1);
  if (first === undefined || last === undefined) return [{ sample: literal(days ? toStep('2026-01-01') : 0).value, extent: 'any' }];
  const atoms: Atom[] = [{ sample: literal(first - 1).value, extent: { kind: 'range', high: bound(first - 1) } }];
  for (const [index, cut] of cuts.entries()) {
    const next = cuts[index + 1];
    if (next === undefined) atoms.push({ sample: literal(cut).value, extent: { kind: 'range', low: bound(cut) } });
    else if (next === cut + 1) atoms.push(equalAtom(literal(cut)));
    else atoms.push({ sample: literal(cut).value, extent: { kind: 'range', low: bound(cut), high: bound(next - 1) } });
  }
  return atoms;
}

/** The first steps of new pieces. */
function cutsOf(test: SimpleTest, days: boolean): number[] {
  const step = (literal: Literal): number | undefined => {
    if (literal.kind === 'number') return literal.value;
    return days && literal.kind === 'date' ? toStep(literal.value) : undefined;
  };
  if (test.kind === 'equal') {
    const value = step(test.value);
    return value === undefined || !Number.isInteger(value) ? [] : [value, value + 1];
  }
  const low = test.low && step(test.low.value);
  const high = test.high && step(test.high.value);
  return [
    ...(low === undefined ? [] : [test.low?.closed === true ? Math.ceil(low) : Math.floor(low) + 1]),
    ...(high === undefined ? [] : [test.high?.closed === true ? Math.floor(high) + 1 : Math.ceil(high)]),
  ];
}

const DAY = 86_400_000;

function toStep(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function toDay(step: number): string {
  return new Date(step * DAY).toISOString().slice(0, 10);
}

/** The words of some pieces of a dimension, neighbours joined; undefined when they are all of it. */
export function describeAtoms(dimension: Dimension, chosen: readonly number[]): string | undefined {
  if (chosen.length === dimension.atoms.length) return undefined;
  return joinAtoms(dimension, chosen).map((part) => (part === 'other' ? '其他文字' : part === 'any' ? '任意值' : describeTest(part))).join(' 或 ');
}

/** Some pieces of a dimension as a cell, as people would write it; undefined when they are all of it, or no cell says it. */
export function writeAtoms(dimension: Dimension, chosen: readonly number[]): string | undefined {
  if (chosen.length === dimension.atoms.length) return undefined;
  const parts = joinAtoms(dimension, chosen);
  if (!parts.includes('other')) return parts.includes('any') ? undefined : parts.flatMap((part) => (part === 'other' || part === 'any' ? [] : writeTest(part))).join(', ');
  // Every text that no cell names: all others are kept out.
  const named = dimension.atoms.filter(({ extent }, index) => extent !== 'other' && !chosen.includes(index)).map(({ extent }) => (extent === 'other' || extent === 'any' ? '' : writeTest(extent)));
  return named.length === 0 ? undefined : `not(${named.join(', ')})`;
}

/** Pieces that lie beside each other as one. */
function joinAtoms({ atoms }: Dimension, chosen: readonly number[]): Atom['extent'][] {
  const parts: Atom['extent'][] = [];
  for (const [position, index] of chosen.entries()) {
    const extent = atoms[index]?.extent;
    if (extent === undefined) continue;
    const run = parts.at(-1);
    const joined = position > 0 && chosen[position - 1] === index - 1 && run !== undefined && run !== 'other' && run !== 'any' ? join(run, extent) : undefined;
    if (joined === undefined) parts.push(extent);
    else parts.splice(-1, 1, joined);
  }
  return parts;
}

function join(left: SimpleTest, right: Atom['extent']): SimpleTest | undefined {
  if (right === 'other' || right === 'any' || !isOrdered(left) || !isOrdered(right)) return undefined;
  const low = left.kind === 'equal' ? { value: left.value, closed: true } : left.low;
  const high = right.kind === 'equal' ? { value: right.value, closed: true } : right.high;
  return { kind: 'range', ...(low && { low }), ...(high && { high }) };
}

function isOrdered(test: SimpleTest): boolean {
  return test.kind === 'range' || test.value.kind === 'number' || test.value.kind === 'date';
}

function writeTest(test: SimpleTest): string {
  if (test.kind === 'equal') return writeLiteral(test.value);
  const [low, high] = [test.low && writeLiteral(test.low.value), test.high && writeLiteral(test.high.value)];
  if (low === undefined) return `${test.high?.closed === true ? '<=' : '<'} ${high ?? ''}`;
  if (high === undefined) return `${test.low?.closed === true ? '>=' : '>'} ${low}`;
  return `${test.low?.closed === true ? '[' : '('}${low}..${high}${test.high?.closed === true ? ']' : ')'}`;
}

function writeLiteral({ kind, value }: Literal): string {
  if (kind === 'text') return `"${value}"`;
  return kind === 'date' ? `date("${value}")` : String(value);
}
