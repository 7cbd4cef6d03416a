import { cleanLine, cleanLines, countCharacters } from './clean-text.ts';
import type { Field } from './field-schemas.ts';
import { EMPTY, fault, type Fault, type ReadOptions, reading, type Reading, TEXT_LIMIT, wrongType } from './reading.ts';

type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>;

/** Longest answer of a text field that names no length, in characters. */
export const DEFAULT_LENGTHS = { text: 200, multiline: 2_000 } as const;

const patterns = new Map<string, RegExp>();

/** Reads a text of one or several lines. */
export function readText(field: FieldOf<'text' | 'multiline'>, raw: unknown, { strict }: ReadOptions): Reading {
  if (typeof raw !== 'string') return wrongType(field.label);
  const most = field.maxLength ?? DEFAULT_LENGTHS[field.type];
  if (raw.length > TEXT_LIMIT) return reading(undefined, tooLong(field.label, most));
  const text = field.type === 'text' ? cleanLine(raw) : cleanLines(raw);
  if (text === '') return EMPTY;
  const length = countCharacters(text);
  if (length > most) return reading(text, tooLong(field.label, most, length));
  return strict ? reading(text, checkShortness(field, length), checkPattern(field, text)) : reading(text);
}

function tooLong(label: string, most: number, length?: number): Fault {
  return fault('too-long', `“${label}”最多 ${most} 个字${length === undefined ? '' : `，现在有 ${length} 个字`}，请删减。`);
}

function checkShortness(field: FieldOf<'text' | 'multiline'>, length: number): Fault | undefined {
  if (field.minLength === undefined || length >= field.minLength) return undefined;
  return fault('too-short', `“${field.label}”至少要 ${field.minLength} 个字，请补充。`);
}

function checkPattern(field: FieldOf<'text' | 'multiline'>, text: string): Fault | undefined {
  if (field.type !== 'text' || field.pattern === undefined) return undefined;
  const pattern = patterns.get(field.pattern) ?? new RegExp(`^(?:${field.pattern})$`, 'u');
  patterns.set(field.pattern, pattern);
  if (pattern.test(text)) return undefined;
  return fault('wrong-format', field.patternMessage ?? `“${field.label}”的格式不对，请按要求填写。`);
}
