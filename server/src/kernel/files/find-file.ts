import type { Selectable } from 'kysely';
import { isId, tablesOf } from '../db/index.ts';
import type { Context } from '../context.ts';
import { recordAuditNow } from '../audit/index.ts';
import type { FileAnswer } from '../module/index.ts';
import { fail } from './errors.ts';
import { shownInline } from './media-types.ts';
import { FileCipherError, fileStorage } from './store/index.ts';
import type { FilesTables } from './tables.ts';

/** A stored file's facts, without its content. */
export interface FileRecord {
  id: string;
  /** SM3 of the content, hex. */
  digest: string;
  size: number;
  mediaType: string;
  name: string;
  pages: number | null;
  /** Holds scripts or launch actions: offered for download only. */
  active: boolean;
  scanStatus: 'clean' | 'not-scanned' | 'infected';
  uploadedBy: string;
  uploadedAt: Date;
  /** The record that uses it; null while none does. */
  owner: FileOwner | null;
}

/** The record that uses a file, e.g. `{ type: 'case', id }`. */
export interface FileOwner {
  type: string;
  id: string;
}

type Row = Selectable<FilesTables['files.file']>;

function toRecord({ ownerType, ownerId, ...row }: Row): FileRecord {
  const { id, digest, size, mediaType, name, pages, active, scanStatus, uploadedBy, uploadedAt } = row;
  return {
    id, digest, size, mediaType, name, pages, active, scanStatus, uploadedBy, uploadedAt,
    owner: ownerType === '' ? null : { type: ownerType, id: ownerId },
  };
}

/** Facts of the given files, in the order asked; unknown ids are left out. Authorisation is the caller's. */
export async function findFiles(ctx: Pick<Context, 'kernel'>, ids: readonly string[]): Promise<FileRecord[]> {
  const known = ids.filter(isId);
  if (known.length === 0) return [];
  const rows = await tablesOf<FilesTables>(ctx.kernel.db).selectFrom('files.file').selectAll().where('id', 'in', known).execute();
  const byId = new Map(rows.map((row) => [row.id, toRecord(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Facts of the files a record uses, oldest first. */
export async function listFilesOf(ctx: Pick<Context, 'kernel'>, owner: FileOwner): Promise<FileRecord[]> {
  const rows = await tablesOf<FilesTables>(ctx.kernel.db).selectFrom('files.file').selectAll()
    .where('ownerType', '=', owner.type).where('ownerId', '=', owner.id).orderBy('id').execute();
  return rows.map(toRecord);
}

/**
 * A file with its content, decrypted and checked. The module that owns the record must have authorised the reader.
 * @throws files.not-found, files.infected, files.unreadable
 */
export async function readFile(ctx: Pick<Context, 'kernel'>, id: string): Promise<{ file: FileRecord; content: Buffer }> {
  const [file] = await findFiles(ctx, [id]);
  if (!file) throw fail('files.not-found');
  if (file.scanStatus === 'infected') throw fail('files.infected', { name: file.name });
  const { blobs, cipher } = fileStorage(ctx.kernel);
  const address = cipher.addressOf(file.digest);
  const stored = await blobs.find(address);
  if (!stored) throw fail('files.unreadable', {}, { cause: new Error(`blob of file ${id} is missing`) });
  try {
    return { file, content: await cipher.decrypt(address, stored) };
  } catch (error) {
    if (error instanceof FileCipherError) throw fail('files.unreadable', {}, { cause: error });
    throw error;
  }
}

/** The answer that shows a file in the browser where that is safe and lets it be saved otherwise. */
export function toFileAnswer({ file, content }: { file: FileRecord; content: Buffer }): FileAnswer {
  const inline = shownInline.has(file.mediaType) && !file.active;
  return { contentType: file.mediaType, fileName: file.name, content, disposition: inline ? 'inline' : 'attachment' };
}

/** A file for the one who uploaded it. @throws files.not-found for anyone else */
export async function readOwnFile(ctx: Context, id: string): Promise<{ file: FileRecord; content: Buffer }> {
  const [file] = await findFiles(ctx, [id]);
  if (!file || file.uploadedBy !== ctx.actor.id) {
    await recordAuditNow(ctx, { action: 'files.download-file', objectType: 'file', objectId: id, result: 'refused' });
    throw fail('files.not-found');
  }
  return readFile(ctx, id);
}
