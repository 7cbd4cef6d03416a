import { isIsoDate } from '@tongban/expressions';

export type Literal =
  | { readonly kind: 'text' | 'date'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null'; readonly value: null };

export interface Bound {
  readonly value: Literal;
  readonly closed: boolean;
}

/** One test of a cell: a value, or everything between two bounds of which one may be missing. */
export type SimpleTest =
  | { readonly kind: 'equal'; readonly value: Literal }
  | { readonly kind: 'range'; readonly low?: Bound; readonly high?: Bound };

/** A cell that needs no FEEL interpreter: anything, or a list of tests of which one must hold (none, when negated). */
export type SimpleCell = { readonly kind: 'any' } | { readonly kind: 'tests'; readonly negated: boolean; readonly tests: readonly SimpleTest[] };

type Token = { readonly kind: 'literal'; readonly value: Literal } | { readonly kind: 'sign'; readonly text: string };

const TOKEN = /\s*(?:(?:date\s*\(\s*"(\d{4}-\d{2}-\d{2})"\s*\)|@"(\d{4}-\d{2}-\d{2})")|"([^"\\]*)"|(-?(?:\d+(?:\.\d+)?|\.\d+))|(true|false|null|not)(?![\p{L}\p{N}_])|(\.\.|<=|>=|[<>=[\](),]))/uy;

/** Reads a cell of comparisons, intervals and literals; undefined when it is anything else (or not FEEL at all). */
export function parseSimpleCell(source: string): SimpleCell | undefined {
  const trimmed = source.trim();
  if (trimmed === '' || trimmed === '-') return { kind: 'any' };
  const tokens = tokenize(trimmed);
  if (tokens === undefined) return undefined;
  const negated = isSign(tokens[0], 'not') && isSign(tokens[1], '(') && isSign(tokens.at(-1), ')');
  const tests = readTests(negated ? tokens.slice(2, -1) : tokens);
  return tests && { kind: 'tests', negated, tests };
}

/** Reads a cell that is one literal; undefined when it is anything else. */
export function parseLiteral(source: string): Literal | undefined {
  const tokens = tokenize(source.trim());
  const [only] = tokens ?? [];
  return tokens?.length === 1 && only?.kind === 'literal' ? only.value : undefined;
}

function tokenize(source: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const match = TOKEN.exec(source);
    if (match === null) return undefined;
    const token = toToken(match);
    if (token === undefined) return undefined;
    tokens.push(token);
  }
  return tokens;
}

function toToken([, called, marked, text, number, word, sign]: readonly (string | undefined)[]): Token | undefined {
  const date = called ?? marked;
  if (date !== undefined) return isIsoDate(date) ? { kind: 'literal', value: { kind: 'date', value: date } } : undefined;
  if (text !== undefined) return { kind: 'literal', value: { kind: 'text', value: text } };
  if (number !== undefined) return { kind: 'literal', value: { kind: 'number', value: Number(number) } };
  if (word === 'null') return { kind: 'literal', value: { kind: 'null', value: null } };
  if (word === 'true' || word === 'false') return { kind: 'literal', value: { kind: 'boolean', value: word === 'true' } };
  return { kind: 'sign', text: word ?? sign ?? '' };
}

function isSign(token: Token | undefined, text: string): boolean {
  return token?.kind === 'sign' && token.text === text;
}

function readTests(tokens: readonly Token[]): SimpleTest[] | undefined {
  const tests: SimpleTest[] = [];
  let rest = tokens;
  for (;;) {
    const read = readTest(rest);
    if (read === undefined) return undefined;
    tests.push(read.test);
    rest = rest.slice(read.length);
    if (rest.length === 0) return tests;
    if (!isSign(rest[0], ',')) return undefined;
    rest = rest.slice(1);
  }
}

function readTest(tokens: readonly Token[]): { test: SimpleTest; length: number } | undefined {
  const [first, second, third, fourth, fifth] = tokens;
  if (first?.kind === 'literal') return { test: { kind: 'equal', value: first.value }, length: 1 };
  if (first === undefined) return undefined;
  const range = second?.kind === 'literal' ? readComparison(first.text, second.value) : undefined;
  if (range !== undefined) return { test: range, length: 2 };
  if (!['[', '(', ']'].includes(first.text) || second?.kind !== 'literal' || !isSign(third, '..') || fourth?.kind !== 'literal') return undefined;
  if (fifth?.kind !== 'sign' || ![']', ')', '['].includes(fifth.text)) return undefined;
  if (!isOrdered(second.value) || second.value.kind !== fourth.value.kind) return undefined;
  const low = { value: second.value, closed: first.text === '[' };
  return { test: { kind: 'range', low, high: { value: fourth.value, closed: fifth.text === ']' } }, length: 5 };
}

function readComparison(sign: string, value: Literal): SimpleTest | undefined {
  if (sign === '=') return { kind: 'equal', value };
  if (!isOrdered(value)) return undefined;
  if (sign === '<' || sign === '<=') return { kind: 'range', high: { value, closed: sign === '<=' } };
  return sign === '>' || sign === '>=' ? { kind: 'range', low: { value, closed: sign === '>=' } } : undefined;
}

function isOrdered(value: Literal): boolean {
  return value.kind === 'number' || value.kind === 'date' || value.kind === 'text';
}
