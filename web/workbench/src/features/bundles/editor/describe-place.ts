import type { BundleContent, GivenItemAnswer } from '@tongban/server/src/modules/bundles/contract.ts';
import type { AnswerCondition } from '@tongban/server/src/modules/catalog/contract.ts';
import { text } from '../text.ts';
import { sayConditions } from './conditions.ts';

const words = text.merge;

/** A value of a place in a configuration as people compare it: texts as they are, conditions in words, lists by what is in them. */
export function describePlace(content: BundleContent, path: string, value: unknown): string {
  if (value === undefined || value === '') return words.unset;
  if (path === 'audience') return value === 'company' ? text.audiences.company : text.audiences.person;
  if (!Array.isArray(value)) return typeof value === 'object' && value !== null ? describeEntry(content, value) : String(value);
  if (value.length === 0) return words.unset;
  const member = path.split('.').at(-1) ?? '';
  // Each list holds entries of its own kind, as the contract says.
  if (member === 'when') return sayConditions(content.questions, value as AnswerCondition[]);
  if (member === 'answers') return (value as GivenItemAnswer[]).map((answer) => describeAnswer(content, answer)).join('\n');
  return value.map((entry: unknown) => (typeof entry === 'string' ? nameOfKey(content, entry) : describeEntry(content, entry as object))).join('\n');
}

function describeAnswer({ questions }: BundleContent, { question, option, when }: GivenItemAnswer): string {
  return `${question}：${option}${when.length === 0 ? '' : `（${sayConditions(questions, when)}）`}`;
}

function describeEntry(content: BundleContent, entry: object): string {
  const { name, text: asked, members, options } = entry as { name?: string; text?: string; members?: string[]; options?: { text: string }[] };
  const held = members?.map((one) => nameOfKey(content, one)) ?? options?.map((option) => option.text) ?? [];
  return `${name ?? asked ?? ''}${held.length > 0 ? `（${held.join('、')}）` : ''}`;
}

/** Keys of items, alone or before that of a field or material, by the items' names. */
function nameOfKey({ items }: BundleContent, key: string): string {
  const [first = '', ...rest] = key.split(' ');
  const name = items.find((item) => item.key === first)?.name;
  return name === undefined ? key : [name, ...rest].join(' ');
}
