import { FeelDate, FeelDateTime, FeelDuration, FeelTime, parseDate } from 'feelin';
import { ValueRefused } from './evaluation-failures.ts';
import type { NameType } from './expression.ts';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** True for a plain object, the only kind FEEL reads as a context. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** True for FEEL dates, times and durations. */
export function isTemporal(value: unknown): value is FeelDate | FeelTime | FeelDateTime | FeelDuration {
  return value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime || value instanceof FeelDuration;
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isIsoDate(value: string): boolean {
  return ISO_DATE.test(value) && parseDate(value)?.toString() === value;
}

/** Turns a JSON value into what FEEL works on, following the declared type; undefined becomes null. */
export function toFeelValue(value: unknown, type: NameType): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'any') return isTemporal(value) ? value : withoutUndefined(value);
  if (type === 'date') return toFeelDate(value);
  if (Array.isArray(value)) return value.map((element) => toFeelValue(element, type));
  if (!isRecord(value)) return value;
  const result: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) result[key] = toFeelValue(entry, 'any');
  for (const [key, fieldType] of Object.entries(type)) result[key] = toFeelValue(value[key], fieldType);
  return result;
}

function toFeelDate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => (element === null ? null : toFeelDate(element)));
  if (value instanceof FeelDate) return value;
  const date = typeof value === 'string' && isIsoDate(value) ? parseDate(value) : null;
  if (date === null) throw new ValueRefused('日期应写成 2026-11-20 的样子');
  return date;
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => withoutUndefined(element ?? null));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutUndefined(entry ?? null)]));
}

/** Turns a FEEL value into JSON: dates, times and durations become ISO strings. Undefined when it has no JSON form. */
export function fromFeelValue(value: unknown): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (isTemporal(value)) return value.toString();
  if (Array.isArray(value)) {
    const list = value.map(fromFeelValue);
    return list.includes(undefined) ? undefined : list;
  }
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(([key, entry]): [string, unknown] => [key, fromFeelValue(entry)]);
  return entries.some(([, entry]) => entry === undefined) ? undefined : Object.fromEntries(entries);
}
