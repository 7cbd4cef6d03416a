import { cleanLine } from './clean-text.ts';
import type { Field } from './field-schemas.ts';
import { formatMoney } from './format-values.ts';
import { EMPTY, fault, type Fault, type ReadOptions, reading, type Reading, wrongType } from './reading.ts';

type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>;

const LARGEST = 999_999_999_999_999;

/** Reads a number; digits written as text are taken as the number they spell. */
export function readNumber(field: FieldOf<'number'>, raw: unknown, { strict }: ReadOptions): Reading {
  const value = typeof raw === 'string' ? parseNumber(raw) : raw;
  if (typeof value === 'string') return value === '' ? EMPTY : reading(value, fault('not-a-number', `“${field.label}”只能填数字，例如 12 或 3.5。`));
  if (typeof value !== 'number') return wrongType(field.label);
  if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return reading(undefined, fault('out-of-range', `“${field.label}”的数太大，请检查。`));
  // Adding 0 turns -0 into 0, which JSON could not keep apart.
  return strict ? reading(value + 0, checkNumber(field, value)) : reading(value + 0);
}

/** The number a text spells, full-width digits and thousands separators allowed; the tidied text when it spells none. */
export function parseNumber(text: string): number | string {
  const tidy = cleanLine(text.slice(0, 60)).normalize('NFKC').replace(/(?<=\d),(?=\d{3})/g, '');
  return /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(tidy) ? Number(tidy) : tidy.slice(0, 40);
}

function checkNumber(field: FieldOf<'number'>, value: number): Fault | undefined {
  const unit = field.unit ?? '';
  if (field.minimum !== undefined && value < field.minimum) return fault('too-small', `“${field.label}”不能小于 ${field.minimum}${unit}。`);
  if (field.maximum !== undefined && value > field.maximum) return fault('too-large', `“${field.label}”不能大于 ${field.maximum}${unit}。`);
  if (field.decimals === undefined || countDecimals(value) <= field.decimals) return undefined;
  return fault('too-precise', field.decimals === 0 ? `“${field.label}”要填整数。` : `“${field.label}”最多保留 ${field.decimals} 位小数。`);
}

function countDecimals(value: number): number {
  const [digits = '', exponent] = String(value).split('e');
  const decimals = (digits.split('.')[1] ?? '').length - Number(exponent ?? 0);
  return Math.max(0, decimals);
}

/** Reads an amount of money in integer 分; text is never taken as an amount, since it would not say 元 or 分. */
export function readMoney(field: FieldOf<'money'>, raw: unknown, { strict }: ReadOptions): Reading {
  if (typeof raw === 'string') {
    const text = cleanLine(raw.slice(0, 60)).slice(0, 40);
    return text === '' ? EMPTY : reading(text, fault('not-an-amount', `“${field.label}”要填金额，单位为元，最多两位小数。`));
  }
  if (typeof raw !== 'number') return wrongType(field.label);
  if (!Number.isSafeInteger(raw)) return reading(undefined, fault('not-an-amount', `“${field.label}”要填金额，单位为元，最多两位小数。`));
  return strict ? reading(raw + 0, checkMoney(field, raw)) : reading(raw + 0);
}

function checkMoney(field: FieldOf<'money'>, value: number): Fault | undefined {
  const least = field.minimum ?? 0;
  if (value < least) return fault('too-small', `“${field.label}”不能少于 ${formatMoney(least)}。`);
  if (field.maximum !== undefined && value > field.maximum) return fault('too-large', `“${field.label}”不能多于 ${formatMoney(field.maximum)}。`);
  return undefined;
}
