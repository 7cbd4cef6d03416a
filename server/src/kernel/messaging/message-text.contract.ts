import { Text, Type, type Static } from '@tongban/contract-kit';
import { TextTemplate } from '../documents/definition.contract.ts';
import { splitText } from '../documents/placeholders.contract.ts';

/** Most characters of each text of a message, fields not counted. */
export const messageBounds = { title: 60, body: 1000, sms: 300 } as const;
export const messageParts = ['title', 'body', 'sms'] as const;
export type MessagePart = (typeof messageParts)[number];

/** What a message says, with fields as in `TextTemplate`; without `sms` none is sent. */
export const MessageDefinition = Type.Object({
  kind: Type.Literal('message'), code: Text(100, { minLength: 1 }), name: Text(100, { minLength: 1 }), title: TextTemplate, body: TextTemplate, sms: Type.Optional(TextTemplate),
});
export type MessageDefinition = Static<typeof MessageDefinition>;

/** A message as its reader gets it. */
export interface MessageTexts {
  readonly title: string;
  readonly body: string;
  readonly sms: string | null;
}

/** Longest value put into an in-site message and into an SMS, in characters. */
const longestValue = 200;
const longestSmsValue = 40;

/** A code, number or address: cutting it would spoil it. */
const indivisible = /^[\x21-\x7e]+$/;

/** Characters of one SMS, and of each part of a longer one (UCS-2). */
const smsLength = { single: 70, part: 67 } as const;

/** Names of the fields a text uses. */
export function fieldsIn(text: string): string[] {
  return splitText(text).flatMap((part) => (part.kind === 'field' ? [part.path] : []));
}

/** Puts the values into a text; each loses its line breaks, and words longer than `longest` characters are cut. Where there is none, the field's own words stand. */
export function fillText(text: string, values: Readonly<Record<string, string>>, longest = longestValue): string {
  return splitText(text).map((part) => {
    if (part.kind === 'words') return part.words;
    const value = (values[part.path] ?? '').replace(/\s+/gu, ' ').trim();
    if (value === '') return part.fallback ?? '';
    const characters = [...value];
    return characters.length > longest && !indivisible.test(value) ? `${characters.slice(0, longest - 1).join('')}…` : value;
  }).join('');
}

/** The texts of a message with their values. */
export function fillMessage({ title, body, sms }: { title: string; body: string; sms?: string | null | undefined }, values: Readonly<Record<string, string>>): MessageTexts {
  return { title: fillText(title, values), body: fillText(body, values), sms: sms === undefined || sms === null ? null : fillText(sms, values, longestSmsValue) };
}

/** Length of an SMS in characters, and how many it is charged as. */
export function measureSms(sms: string): { length: number; parts: number } {
  const { length } = [...sms];
  return { length, parts: length === 0 ? 0 : length <= smsLength.single ? 1 : Math.ceil(length / smsLength.part) };
}
