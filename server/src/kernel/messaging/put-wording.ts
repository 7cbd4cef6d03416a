import { writesFor, type WriteBatch } from '../db/index.ts';
import type { MessagingTables } from './tables.ts';

/** Published words of a message and for whom they are; `id` is whose words they are, so that the next version replaces them. */
export type Wording = MessagingTables['messaging.wording'];

/** Puts words in force: messages sent from now on have them, the closest that fit. */
export function putWording(batch: WriteBatch, { id, versionId, versionNumber, key, itemId, applicantKind, step, title, body, sms }: Wording): void {
  batch.call('messaging.put_wording(ROW(?::uuid, ?::uuid, ?::integer, ?::text, ?::uuid, ?::text, ?::text, ?::text, ?::text, ?::text)::messaging.wording)', [id, versionId, versionNumber, key, itemId, applicantKind, step, title, body, sms]);
}

/** Takes words out of force; the next that fit are used. */
export function dropWording(batch: WriteBatch, id: string): void {
  writesFor<MessagingTables>(batch).delete('messaging.wording', { id });
}
