import { ownValue } from './reading.ts';

/** Ids of the stored files that answers name, in attachments, pictures, signatures and rows of tables; each once. */
export function fileIdsIn(answers: unknown): string[] {
  return [...new Set(walk(answers))];
}

function walk(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(walk);
  if (typeof value !== 'object' || value === null) return [];
  const fileId = ownValue(value, 'fileId');
  return typeof fileId === 'string' ? [fileId] : Object.values(value).flatMap(walk);
}

/** The same answers with other files: `ids` are new ids by the ids that stand there; files that it does not name stay. */
export function renameFiles(answers: Record<string, unknown>, ids: ReadonlyMap<string, string>): Record<string, unknown> {
  return ids.size === 0 ? answers : Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, renamed(value, ids)]));
}

function renamed(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => renamed(one, ids));
  if (typeof value !== 'object' || value === null) return value;
  const fileId = ownValue(value, 'fileId');
  return typeof fileId === 'string' ? { ...value, fileId: ids.get(fileId) ?? fileId } : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part, ids)]));
}
