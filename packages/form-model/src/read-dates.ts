import { isIsoDate } from '@tongban/expressions';
import { cleanLine } from './clean-text.ts';
import type { Field } from './field-schemas.ts';
import { formatDate } from './format-values.ts';
import { compactRecord, EMPTY, fault, type Fault, ownValue, type ReadOptions, reading, type Reading, wrongType } from './reading.ts';

type FieldOf<T extends Field['type']> = Extract<Field, { type: T }>;
type DatedField = FieldOf<'date' | 'dateRange'>;

/** Reads a date; the ways people write one (`2026年3月5日`, `2026/3/5`, `20260305`) become ISO. */
export function readDate(field: FieldOf<'date'>, raw: unknown, options: ReadOptions): Reading {
  return readDay(field, raw, options, field.label);
}

/** Reads a pair of dates, both of which count. */
export function readDateRange(field: FieldOf<'dateRange'>, raw: unknown, options: ReadOptions): Reading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrongType(field.label);
  const start = readDay(field, ownValue(raw, 'start') ?? '', options, `${field.label}的开始日期`);
  const end = readDay(field, ownValue(raw, 'end') ?? '', options, `${field.label}的结束日期`);
  const faults = [...start.faults, ...end.faults];
  const value = compactRecord({ start: start.value, end: end.value });
  if (options.strict && faults.length === 0 && value !== undefined) {
    if (start.value === undefined || end.value === undefined) {
      faults.push(fault('incomplete', `请把“${field.label}”的开始和结束日期都填上。`));
    } else if (String(start.value) > String(end.value)) {
      faults.push(fault('wrong-order', `“${field.label}”的结束日期不能早于开始日期。`));
    }
  }
  return { value, faults };
}

function readDay(field: DatedField, raw: unknown, { context, strict }: ReadOptions, label: string): Reading {
  if (typeof raw !== 'string') return wrongType(label);
  const text = cleanLine(raw.slice(0, 40));
  if (text === '') return EMPTY;
  const date = parseDate(text);
  if (date === undefined) return reading(text, fault('not-a-date', `“${label}”不是有效的日期，请按“2026年3月5日”的样子填写。`));
  return strict ? reading(date, checkBounds(field, date, context.today, label)) : reading(date);
}

/** The ISO date a text spells in one of the usual ways; undefined when it is no day from 1850 to 2199. */
export function parseDate(text: string): string | undefined {
  const tidy = text.normalize('NFKC').replace(/\s/g, '');
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(tidy);
  if (parts === null) return undefined;
  const [, year = '', ...rest] = parts;
  const [month = '', day = ''] = rest.filter((part) => part !== undefined);
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(date) && date >= '1850-01-01' && date < '2200-01-01' ? date : undefined;
}

function checkBounds(field: DatedField, date: string, today: string, label: string): Fault | undefined {
  const least = field.minimum === 'today' ? today : field.minimum;
  const most = field.maximum === 'today' ? today : field.maximum;
  if (least !== undefined && date < least) return fault('too-early', `“${label}”不能早于${field.minimum === 'today' ? '今天' : formatDate(least)}。`);
  if (most !== undefined && date > most) return fault('too-late', `“${label}”不能晚于${field.maximum === 'today' ? '今天' : formatDate(most)}。`);
  return undefined;
}
