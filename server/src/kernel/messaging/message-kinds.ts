import type { Selectable } from 'kysely';
import { tablesOf, type Database } from '../db/index.ts';
import type { MessageWords } from './check-message.contract.ts';
import { fieldsOf } from './message-fields.ts';
import type { MessagingTables } from './tables.ts';
import { messageTopics } from './template-definition.ts';
import { isTopic } from './topics.ts';

/** A kind of message: what it tells of, what its texts may use and what the platform says of its own. */
export interface MessageKind extends MessageWords {
  key: string;
  name: string;
  topic: string;
  topicName: string;
  about: 'case' | 'item' | null;
  steps: string[];
}

function toKind({ key, name, topic, about, steps, variables, offers, title, body, sms }: Selectable<MessagingTables['messaging.template']>): MessageKind {
  return {
    key, name, topic, topicName: isTopic(topic) ? messageTopics[topic].name : topic, about, steps,
    fields: [...fieldsOf(variables), ...fieldsOf(offers, '办件')], own: { title, body, sms },
  };
}

/** Every kind of message, by topic. */
export async function listMessageKinds(db: Database): Promise<MessageKind[]> {
  const rows = await tablesOf<MessagingTables>(db).selectFrom('messaging.template').selectAll().orderBy('topic').orderBy('key').execute();
  return rows.map(toKind);
}

/** One kind of message; undefined when there is none of the name. */
export async function findMessageKind(db: Database, key: string): Promise<MessageKind | undefined> {
  const row = await tablesOf<MessagingTables>(db).selectFrom('messaging.template').selectAll().where('key', '=', key).executeTakeFirst();
  return row && toKind(row);
}
