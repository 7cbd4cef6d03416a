import { isIsoDate, type NameType } from '@tongban/expressions';
import type { ValueShape, ValueType } from './rule-set.ts';

export const typeLabels: Readonly<Record<ValueType, string>> = {
  text: '文字', number: '数字', integer: '整数', boolean: '是或否', date: '日期', record: '对象', any: '任意值',
};

/** Whether a JSON value, not null, is of a type; a record's fields are looked at by `findShapeFault`. */
export function isOfType(value: unknown, type: ValueType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isIsoDate(value);
    case 'record':
      return isRecord(value);
    default:
      return value !== undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A place in a value that does not fit its shape. */
export interface ShapeFault {
  readonly code: 'missing' | 'wrong-type';
  /** `.field` and `[2]` steps from the value to the place; empty for the value itself. */
  readonly path: string;
  readonly value: unknown;
  readonly shape: ValueShape;
}

/** The first place where a value does not fit its shape; allowed values are not looked at. */
export function findShapeFault(value: unknown, shape: ValueShape, path = ''): ShapeFault | undefined {
  if (value === null || value === undefined) return shape.optional === true ? undefined : { code: 'missing', path, value: null, shape };
  if (shape.list !== true) return findElementFault(value, shape, path);
  if (!Array.isArray(value)) return { code: 'wrong-type', path, value, shape };
  for (const [index, element] of value.entries()) {
    const fault = findElementFault(element, shape, `${path}[${index + 1}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function findElementFault(value: unknown, shape: ValueShape, path: string): ShapeFault | undefined {
  if (!isOfType(value, shape.type)) return { code: 'wrong-type', path, value, shape };
  if (!isRecord(value)) return undefined;
  for (const field of shape.fields ?? []) {
    const fault = findShapeFault(value[field.name], field, `${path}.${field.name}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** What expressions are told of a shape: only dates and the fields of records matter to them. */
export function toNameType(shape: ValueShape): NameType {
  if (shape.type === 'date') return 'date';
  if (shape.type !== 'record' || shape.fields === undefined || shape.fields.length === 0) return 'any';
  return Object.fromEntries(shape.fields.map((field) => [field.name, toNameType(field)]));
}

/** Whether two JSON values are the same; the order of a record's fields does not matter. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((element, index) => sameValue(element, other[index]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => Object.hasOwn(other, name) && sameValue(one[name], other[name]));
}

/** A value in words: texts in quotation marks, dates as people write them. */
export function formatValue(value: unknown, type: ValueType = 'any'): string {
  if (value === null || value === undefined) return '没有填写';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return type === 'date' ? formatDate(value) : `“${value.slice(0, 100)}”`;
  if (Array.isArray(value)) return value.length === 0 ? '空列表' : value.slice(0, 20).map((element) => formatValue(element, type)).join('、');
  return Object.entries(value).map(([name, entry]) => `${name} ${formatValue(entry)}`).join('，');
}

function formatDate(value: string): string {
  const [year, month, day] = value.split('-').map(Number);
  return isIsoDate(value) ? `${year}年${month}月${day}日` : `“${value}”`;
}
