import { evaluate } from 'feelin';
import { isRecord, isTemporal } from './convert-values.ts';
import { LimitExceeded, PatternRefused } from './evaluation-failures.ts';
import { LIMITS } from './limits.ts';
import { vetPattern } from './vet-pattern.ts';

/** FEEL functions an expression may call; `now` and `today` are left out because time is a parameter. */
export const BUILTIN_NAMES: ReadonlySet<string> = new Set([
  'number', 'string', 'date', 'date and time', 'time', 'duration', 'years and months duration', 'not', 'substring',
  'string length', 'upper case', 'lower case', 'substring before', 'substring after', 'replace', 'contains', 'matches',
  'starts with', 'ends with', 'split', 'string join', 'list contains', 'list replace', 'count', 'min', 'max', 'sum',
  'mean', 'all', 'any', 'sublist', 'append', 'concatenate', 'insert before', 'remove', 'reverse', 'index of', 'union',
  'distinct values', 'flatten', 'product', 'median', 'stddev', 'mode', 'decimal', 'floor', 'ceiling', 'abs', 'round up',
  'round down', 'round half up', 'round half down', 'modulo', 'sqrt', 'log', 'exp', 'odd', 'even', 'is', 'before', 'after',
  'meets', 'met by', 'overlaps', 'includes', 'day of year', 'day of week', 'month of year', 'week of year', 'sort',
  'get value', 'get entries', 'context', 'context merge', 'context put',
]);

/** Functions that read the system clock; refused, the caller passes the day as a name. */
export const CLOCK_NAMES: ReadonlySet<string> = new Set(['now', 'today']);

/** Functions whose work grows with the square of the list. */
export const QUADRATIC_NAMES: ReadonlySet<string> = new Set(['distinct values', 'union', 'sort', 'index of', 'list contains']);

const PATTERN_NAMES: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);

/** The function value FEEL itself uses, with bounds on what goes in and comes out. */
export function getGuardedBuiltin(name: string, listCap: number): unknown {
  const { value } = evaluate(name);
  if (typeof value !== 'function') throw new TypeError(`no FEEL function ${name}`);
  const original: unknown = Reflect.get(value, '$args');
  const guarded = (...values: unknown[]): unknown => {
    for (const given of values) checkSize(given, listCap);
    if (PATTERN_NAMES.has(name)) checkPattern(values[0], values[1]);
    const result: unknown = Reflect.apply(value, null, values);
    checkSize(result, listCap);
    return result;
  };
  return Object.assign(guarded, { $args: original });
}

function checkPattern(input: unknown, pattern: unknown): void {
  if (typeof input === 'string' && input.length > LIMITS.patternInputLength) throw new LimitExceeded('text-too-long');
  if (typeof pattern !== 'string') return;
  const vetted = vetPattern(pattern, { maxSteps: 10_000 });
  if (!vetted.ok) throw new PatternRefused(vetted.message);
}

/** Refuses lists and texts beyond the bounds, looking inside contexts and lists as far as the element budget goes. */
export function checkSize(value: unknown, listCap: number): void {
  if (typeof value === 'string') {
    if (value.length > LIMITS.textLength) throw new LimitExceeded('text-too-long');
  } else if (Array.isArray(value)) {
    if (value.length > listCap) throw new LimitExceeded('list-too-long');
  } else if (isRecord(value) && !isTemporal(value)) {
    if (Object.keys(value).length > listCap) throw new LimitExceeded('list-too-long');
  }
}
