import type { Field, FieldType } from '@tongban/form-model';
import type { RuleSetContent } from '../../../kernel/rules/contract.ts';
import { applicantAttributes, licenceAttributes, type InputMapping } from '../contract.ts';

/** What a value may be for the rules; `other` fits nothing but an input of any type. */
export type SourceType = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'text-list' | 'other';

const typeOfField: Partial<Record<FieldType, SourceType>> = {
  text: 'text', multiline: 'text', choice: 'text', choices: 'text-list', boolean: 'boolean', date: 'date', money: 'integer', region: 'text',
  residentId: 'text', creditCode: 'text', personName: 'text', mobile: 'text',
};

/** The type of a form field's answer: amounts are whole 分, a number without decimals is whole. */
export function fieldValueType(field: Field): SourceType {
  if (field.type === 'number') return field.decimals === 0 ? 'integer' : 'number';
  return typeOfField[field.type] ?? 'other';
}

/** The type of what a mapping gives, where it is not a form field. */
export function knownSourceType(mapping: InputMapping): SourceType | undefined {
  switch (mapping.kind) {
    case 'field': return undefined;
    case 'guidance': return mapping.options && mapping.options.length > 0 ? 'boolean' : 'text';
    case 'applicant': return Object.entries(applicantAttributes).find(([key]) => key === mapping.source)?.[1].type;
    case 'licence': return Object.entries(licenceAttributes).find(([key]) => key === mapping.attribute)?.[1].type;
    case 'date': return 'date';
    case 'materials': return 'boolean';
  }
}

type Input = RuleSetContent['inputs'][number];

/** Whether a value of the source's type may be told to the input. */
export function typeFits(input: Input, source: SourceType): boolean {
  if (input.type === 'any') return true;
  if (input.list) return source === 'text-list' && input.type === 'text';
  return input.type === source || (input.type === 'number' && source === 'integer');
}

export const sourceTypeLabels: Record<SourceType, string> = { 'text': '文字', 'integer': '整数', 'number': '数字', 'boolean': '是否', 'date': '日期', 'text-list': '多项选择', 'other': '不能用于规则的内容' };
const inputLabels: Record<Input['type'], string> = { text: '文字', integer: '整数', number: '数字', boolean: '是否', date: '日期', record: '对象', any: '任意' };

/** 文字, 日期, 文字（多个）. */
export function inputTypeLabel(input: Input): string {
  return input.list ? `${inputLabels[input.type]}（多个）` : inputLabels[input.type];
}
