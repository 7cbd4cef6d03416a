import { Type, type Static } from '@tongban/contract-kit';
import { checkPlacedText, type TemplateProblem } from '../documents/check-template.contract.ts';
import { splitText } from '../documents/placeholders.contract.ts';
import type { TemplateVocabulary } from '../documents/template-kinds.contract.ts';
import { fieldsIn, fillMessage, measureSms, messageBounds, messageParts, type MessageDefinition } from './message-text.contract.ts';

/** A piece of a message that is filled in when it is sent, as those who word the texts know it. */
export const MessageField = Type.Object({
  path: Type.String(), label: Type.String(), group: Type.String(),
  /** What a preview shows. */
  sample: Type.String(),
  /** Where the platform's own SMS has it, one without it would be of no use to the reader. */
  essential: Type.Boolean(),
  /** Not every message has a value. */
  optional: Type.Boolean(),
});
export type MessageField = Static<typeof MessageField>;

/** What a message of some kind may say, and what the platform says of its own. */
export const MessageWords = Type.Object({
  fields: Type.Array(MessageField), own: Type.Object({ title: Type.String(), body: Type.String(), sms: Type.Union([Type.String(), Type.Null()]) }),
});
export type MessageWords = Static<typeof MessageWords>;

/** What texts of a message may use. */
export function messageVocabulary({ fields }: Pick<MessageWords, 'fields'>): TemplateVocabulary {
  return { fields: fields.map(({ path, label, group, optional }) => ({ path, label, group, type: 'text', optional })), lists: [] };
}

const partNames = { title: '站内消息标题', body: '站内消息正文', sms: '短信' } as const;
/** More parts than this are dear, and arrive apart on some phones. */
const mostParts = 2;

/** What is wrong with the texts of a message, in order of reading (HND-05): fields that are not there, braces left open, what is empty or too long, what an SMS cannot do without. */
export function checkMessage(content: MessageDefinition, words: MessageWords): TemplateProblem[] {
  const vocabulary = messageVocabulary(words);
  return [...messageParts.flatMap((part) => checkPart(content, part, vocabulary)), ...checkSms(content, words)];
}

function checkPart(content: MessageDefinition, part: (typeof messageParts)[number], vocabulary: TemplateVocabulary): TemplateProblem[] {
  const text = content[part];
  if (text === undefined) return [];
  if (text.trim() === '') return [{ code: 'empty', severity: 'error', path: part, message: part === 'sms' ? '短信还没有内容；请填写，或者关闭“同时发短信”。' : `${partNames[part]}还没有内容；请填写。` }];
  const length = splitText(text).reduce((sum, one) => sum + (one.kind === 'words' ? [...one.words].length : 0), 0);
  const problems = checkPlacedText({ path: part, text, when: [] }, vocabulary).map((problem) => (problem.code !== 'may-be-absent' ? problem
    : { ...problem, message: `${problem.message.slice(0, problem.message.indexOf('不是'))}不是每次都有；没有时这里空着。请点字段写明没有时写什么。` }));
  return length <= messageBounds[part] ? problems
    : [...problems, { code: 'too-long', severity: 'error', path: part, message: `${partNames[part]}最多 ${messageBounds[part]} 个字（不算字段），现在 ${length} 个字；请写短，细节留在办件页面。` }];
}

function checkSms({ sms, ...content }: MessageDefinition, { fields, own }: MessageWords): TemplateProblem[] {
  const kept = new Set(fieldsIn(sms ?? ''));
  const needed = fieldsIn(own.sms ?? '');
  const missing = fields.filter(({ path, essential }) => essential && needed.includes(path) && !kept.has(path)).map(({ path, label }): TemplateProblem => ({
    code: 'field-missing', severity: 'error', path: sms === undefined ? undefined : 'sms', message: `短信中必须保留“${label}”；没有它，收到短信的人无法继续。`,
    mend: { label: `补上“${label}”`, kind: 'replace', path: 'sms', text: sms === undefined ? own.sms ?? '' : `${sms}{{${path}}}` },
  }));
  if (missing.length > 0) return missing;
  if (sms === undefined) {
    return own.sms === null ? [] : [{
      code: 'no-sms', severity: 'warning', path: undefined, message: '平台原来的文字发短信，现在不发；不常登录的人可能不知道这件事。', mend: { label: '用平台的短信文字', kind: 'replace', path: 'sms', text: own.sms },
    }];
  }
  const { length, parts } = measureSms(fillMessage({ ...content, sms }, samplesOf(fields)).sms ?? '');
  return parts <= mostParts ? [] : [{ code: 'long-sms', severity: 'warning', path: 'sms', message: `填入示例内容后短信有 ${length} 字，按 ${parts} 条计费，有的手机会分开显示；建议不超过 134 字。` }];
}

/** Sample values by field. */
export function samplesOf(fields: readonly MessageField[]): Record<string, string> {
  return Object.fromEntries(fields.map(({ path, sample }) => [path, sample]));
}
