import type { FormContext } from './answers.ts';
import { cleanLine } from './clean-text.ts';
import type { Field, Option } from './field-schemas.ts';
import { EMPTY, fault, type ReadOptions, reading, type Reading, wrongType } from './reading.ts';

type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>;

/** Options of a choice: its own or those of its dictionary; undefined when the dictionary is not at hand. */
export function findOptions(field: FieldOf<'choice' | 'choices'>, context: Pick<FormContext, 'dictionaries'>): readonly Option[] | undefined {
  if (field.options !== undefined) return field.options;
  const { dictionaries } = context;
  if (field.dictionary === undefined || dictionaries === undefined || !Object.hasOwn(dictionaries, field.dictionary)) return undefined;
  return dictionaries[field.dictionary];
}

/** Reads the one option chosen. */
export function readChoice(field: FieldOf<'choice'>, raw: unknown, { context }: ReadOptions): Reading {
  if (typeof raw !== 'string') return wrongType(field.label);
  const value = cleanLine(raw.slice(0, 300));
  if (value === '') return EMPTY;
  return isOffered(findOptions(field, context), value) ? reading(value) : reading(undefined, unknownOption(field.label));
}

/** Reads the options chosen, each once, in the order they are offered. */
export function readChoices(field: FieldOf<'choices'>, raw: unknown, { context, strict }: ReadOptions): Reading {
  if (!Array.isArray(raw)) return wrongType(field.label);
  const options = findOptions(field, context);
  const given = new Set(raw.slice(0, 500).flatMap((value) => (typeof value === 'string' ? [cleanLine(value.slice(0, 300))] : [])));
  given.delete('');
  const known = options === undefined ? [...given].filter((value) => isOffered(undefined, value)) : options.map((option) => option.value).filter((value) => given.has(value));
  const value = known.length === 0 ? undefined : known;
  if (known.length < given.size || raw.length > 500) return reading(value, unknownOption(field.label));
  if (!strict || value === undefined) return reading(value);
  const { minimumChoices: least, maximumChoices: most } = field;
  if (least !== undefined && known.length < least) return reading(value, fault('too-few', `“${field.label}”至少选 ${least} 项。`));
  if (most !== undefined && known.length > most) return reading(value, fault('too-many', `“${field.label}”最多选 ${most} 项。`));
  return reading(value);
}

function isOffered(options: readonly Option[] | undefined, value: string): boolean {
  return options === undefined ? value.length <= 64 : options.some((option) => option.value === value);
}

function unknownOption(label: string) {
  return fault('unknown-option', `“${label}”里没有这个选项，请重新选择。`);
}

/** Most characters of a statement that a message repeats. */
const longestQuote = 16;

/** Asks to agree to a statement, quoting its beginning. */
export function mustAgree(statement: string): string {
  const [words, more] = statement.length > longestQuote ? [statement.slice(0, longestQuote), '……'] : [statement, ''];
  return `请阅读并勾选“${words}${more}”。`;
}

/** Reads yes or no. */
export function readBoolean(field: FieldOf<'boolean'>, raw: unknown, { strict }: ReadOptions): Reading {
  if (typeof raw !== 'boolean') return wrongType(field.label);
  if (strict && field.mustBeTrue === true && !raw) return reading(raw, fault('must-agree', mustAgree(field.label)));
  return reading(raw);
}
