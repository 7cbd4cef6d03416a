import type { WriteBatch } from '../../kernel/db/index.ts';
import { putWording } from '../../kernel/messaging/index.ts';
import type { VersionRecord } from './queries/get-version.ts';

/** Puts the texts of a message in force where messages are made; a document's version is looked for when a document is made. */
export function putInForce(batch: WriteBatch, { id, templateId, number, kind, content, itemId, applicantKind, step }: VersionRecord): void {
  if (content.kind !== 'message') return;
  const { title, body, sms = null } = content;
  putWording(batch, { id: templateId, versionId: id, versionNumber: number, key: kind, itemId, applicantKind, step, title, body, sms });
}
