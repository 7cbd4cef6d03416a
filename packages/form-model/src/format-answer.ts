import { IDENTITY_DOCUMENT_TYPES, isIdentityDocumentType, maskAddress, maskIdNumber, maskMobile, maskName } from '@tongban/identifiers';
import type { FormContext } from './answers.ts';
import type { Field } from './field-schemas.ts';
import { formatDate, formatMoney, formatNumber } from './format-values.ts';
import { findOptions } from './read-choices.ts';
import { isEmpty, ownValue } from './reading.ts';

export interface FormatOptions extends Pick<FormContext, 'dictionaries'> {
  /** Full name of a 12-digit region; left out, the code is shown. */
  readonly regionName?: (code: string) => string | undefined;
  /** Hides what sensitive fields hold, except a few characters (政务数据脱敏). */
  readonly masked?: boolean;
}

/** An answer as people read it: `2026年11月20日`, `¥1,234.50`, labels of options; empty text when there is none. Tables have no text. */
export function formatAnswer(field: Field, value: unknown, options: FormatOptions = {}): string {
  if (isEmpty(value) || field.type === 'table') return '';
  const masked = options.masked === true && field.sensitive === true;
  return masked ? maskAnswer(field, value, options) : formatPlain(field, value, options);
}

function formatPlain(field: Field, value: unknown, options: FormatOptions): string {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? `${formatNumber(value)}${field.unit === undefined ? '' : ` ${field.unit}`}` : textOf(value);
    case 'money':
      return typeof value === 'number' ? formatMoney(value) : textOf(value);
    case 'date':
      return formatDate(textOf(value));
    case 'dateRange':
      return `${formatDate(part(value, 'start'))} 至 ${formatDate(part(value, 'end'))}`;
    case 'choice':
      return labelOf(field, textOf(value), options);
    case 'choices':
      return Array.isArray(value) ? value.map((one) => labelOf(field, textOf(one), options)).join('、') : '';
    case 'boolean':
      return value === true ? (field.trueLabel ?? '是') : (field.falseLabel ?? '否');
    case 'region':
      return regionText(textOf(value), options);
    case 'identityDocument':
      return [documentName(part(value, 'type')), part(value, 'number')].filter((text) => text !== '').join(' ');
    case 'address':
      return `${regionText(part(value, 'region'), options)}${part(value, 'detail')}`;
    case 'organization':
      return [part(value, 'name'), part(value, 'creditCode')].filter((text) => text !== '').join(' ');
    case 'attachment':
    case 'image':
      return Array.isArray(value) ? value.map((file) => part(file, 'name')).join('、') : '';
    case 'signature':
      return '已签名';
    default:
      return textOf(value);
  }
}

function maskAnswer(field: Field, value: unknown, options: FormatOptions): string {
  switch (field.type) {
    case 'personName':
      return maskName(textOf(value));
    case 'mobile':
      return maskMobile(textOf(value));
    case 'residentId':
    case 'creditCode':
      return maskIdNumber(textOf(value));
    case 'identityDocument':
      return [documentName(part(value, 'type')), maskIdNumber(part(value, 'number'))].filter((text) => text !== '').join(' ');
    case 'address':
      return maskAddress(formatPlain(field, value, options));
    case 'organization':
      return [part(value, 'name'), maskIdNumber(part(value, 'creditCode'))].filter((text) => text !== '').join(' ');
    case 'signature':
      return '已签名';
    case 'attachment':
    case 'image':
      return Array.isArray(value) ? `${value.length} 个文件` : '';
    default:
      // A fixed number of stars: the length would tell too much.
      return '******';
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function part(value: unknown, key: string): string {
  return textOf(ownValue(value, key));
}

function documentName(type: string): string {
  return isIdentityDocumentType(type) ? IDENTITY_DOCUMENT_TYPES[type] : type;
}

function regionText(code: string, options: FormatOptions): string {
  return code === '' ? '' : (options.regionName?.(code) ?? code);
}

function labelOf(field: Extract<Field, { type: 'choice' | 'choices' }>, value: string, options: FormatOptions): string {
  return findOptions(field, options)?.find((option) => option.value === value)?.label ?? value;
}
