import type { Selectable } from 'kysely';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { MessageTemplate, TemplatePreview } from '../contract.ts';
import { fail } from '../errors.ts';
import { fieldsOf } from '../message-fields.ts';
import type { MessagingTables } from '../tables.ts';
import { messageTopics } from '../template-definition.ts';
import { fillText, longestSmsValue } from '../template-text.ts';
import { isTopic } from '../topics.ts';

export type TemplateRow = Selectable<MessagingTables['messaging.template']>;

/** Characters of one SMS, and of each part of a longer one (UCS-2). */
const smsLength = { single: 70, part: 67 } as const;

function present(row: TemplateRow): MessageTemplate {
  const { key, name, topic, title, body, sms, edited, revision } = row;
  return {
    key, name, topic, topicName: isTopic(topic) ? messageTopics[topic].name : topic, title, body, sms, fields: fieldsOf(row.variables),
    edited, defaults: { title: row.defaultTitle, body: row.defaultBody, sms: row.defaultSms }, revision,
  };
}

/** All message templates, by topic. */
export async function listTemplates(ctx: Context): Promise<MessageTemplate[]> {
  const rows = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.template').selectAll().orderBy('topic').orderBy('key').execute();
  return rows.map(present);
}

/** @throws messaging.template-not-found */
export async function getTemplateRow(ctx: Context, key: string): Promise<TemplateRow> {
  const row = await tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.template').selectAll().where('key', '=', key).executeTakeFirst();
  if (!row) throw fail('messaging.template-not-found');
  return row;
}

/** One template. @throws messaging.template-not-found */
export async function findTemplate(ctx: Context, key: string): Promise<MessageTemplate> {
  return present(await getTemplateRow(ctx, key));
}

/** What a message with these texts would look like, filled with samples by the same code that fills real ones. */
export function previewTexts({ variables }: TemplateRow, texts: { title: string; body: string; sms: string | null }): TemplatePreview {
  const samples = Object.fromEntries(fieldsOf(variables).map(({ name, sample }) => [name, sample]));
  const sms = texts.sms === null ? null : fillText(texts.sms, samples, longestSmsValue);
  const length = [...sms ?? ''].length;
  return {
    title: fillText(texts.title, samples), body: fillText(texts.body, samples), sms, smsLength: length,
    smsParts: length === 0 ? 0 : length <= smsLength.single ? 1 : Math.ceil(length / smsLength.part),
  };
}
