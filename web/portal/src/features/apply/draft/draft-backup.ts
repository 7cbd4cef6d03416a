import type { ShownFile } from '../../../shared/files/FileUploads.tsx';
import type { MaterialEntry } from '@tongban/server/src/modules/intake/contract.ts';

/** What a person has given so far. */
export interface DraftContent {
  answers: Readonly<Record<string, unknown>>;
  materials: readonly MaterialEntry[];
  /** Names and sizes of the uploaded files, by id; the server keeps its own. */
  files: Readonly<Record<string, ShownFile>>;
}

/** A copy on this device: `revision` is the server's version it builds on, `pending` that the server lacks it. */
export interface DraftBackup {
  content: DraftContent;
  revision: number;
  pending: boolean;
  /** Contents sent whose answer never came: if the server has one of them, nobody else changed the draft. */
  unanswered: readonly DraftContent[];
}

const prefix = 'tongban.private.draft.';
const keyOf = (accountId: string, draftId: string) => `${prefix}${accountId}.${draftId}`;

function isBackup(value: unknown): value is DraftBackup {
  return typeof value === 'object' && value !== null && 'content' in value && typeof value.content === 'object'
    && 'revision' in value && typeof value.revision === 'number' && 'pending' in value && 'unanswered' in value && Array.isArray(value.unanswered);
}

/** The copy of a draft on this device, if there is one that can be read. */
export function findBackup(store: Storage, accountId: string, draftId: string): DraftBackup | undefined {
  try {
    const value: unknown = JSON.parse(store.getItem(keyOf(accountId, draftId)) ?? 'null');
    return isBackup(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a copy; false when the device has no room, then only the server has the draft. */
export function keepBackup(store: Storage, accountId: string, draftId: string, backup: DraftBackup): boolean {
  try {
    store.setItem(keyOf(accountId, draftId), JSON.stringify(backup));
    return true;
  } catch {
    return false;
  }
}

export function dropBackup(store: Storage, accountId: string, draftId: string): void {
  store.removeItem(keyOf(accountId, draftId));
}

/** Whether two contents come to the same once cleaned as the server cleans them. */
export type SameContent = (one: DraftContent, other: DraftContent) => boolean;

/** What to do with a copy found beside the server's draft: it is newer, it is known there, or both went on separately. */
export function judgeBackup(backup: DraftBackup | undefined, server: { revision: number; content: DraftContent }, same: SameContent): 'none' | 'restore' | 'ask' {
  if (!backup?.pending) return 'none';
  if (backup.revision === server.revision) return 'restore';
  if (same(backup.content, server.content)) return 'none';
  return backup.unanswered.some((sent) => same(sent, server.content)) ? 'restore' : 'ask';
}
