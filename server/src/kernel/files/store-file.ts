import { sm3 } from '@tongban/gm-crypto';
import { sql } from 'kysely';
import { recordAudit } from '../audit/index.ts';
import { commit } from '../commit.ts';
import type { Context } from '../context.ts';
import { createId, tablesOf, writesFor, WriteBatch } from '../db/index.ts';
import { fail } from './errors.ts';
import { cleanFileName } from './file-name.ts';
import type { FileRecord } from './find-file.ts';
import { inspectFile } from './inspect/inspect-file.ts';
import { scannerOf } from './scan/index.ts';
import { fileStorage } from './store/index.ts';
import type { FilesTables } from './tables.ts';

/** What one account may have uploaded without using it. */
export const unusedQuota = { files: 200, bytes: 500 * 1024 * 1024 } as const;

/** Bytes with the name they came under. */
export interface Upload {
  fileName: string;
  content: Buffer;
}

/**
 * Stores an uploaded file for the actor: finds its true type, refuses what could harm, scans it, encrypts it to disk and
 * then writes its row, so that a row always has its content. It is cleared after 7 days unless a record claims it.
 * @param purpose what it was uploaded for, e.g. `case-material`
 * @throws the errors of `inspectFile`, files.infected, files.too-many-unused
 */
export async function storeFile(ctx: Context, upload: Upload, { purpose }: { purpose: string }): Promise<FileRecord> {
  const facts = await inspectFile(upload.fileName, upload.content);
  await checkQuota(ctx, upload.content.length);
  const scanStatus = await scanClean(ctx, upload.content, facts.name);
  return keep(ctx, upload.content, { ...facts, scanStatus, purpose, owner: null });
}

/**
 * Stores a list of data that a module has judged itself (a table, JSON) as the file of its record, scanned like any upload.
 * @throws files.infected
 */
export async function storeDataFile(
  ctx: Context, upload: Upload, { mediaType, purpose, owner }: { mediaType: string; purpose: string; owner: { type: string; id: string } },
): Promise<FileRecord> {
  const name = cleanFileName(upload.fileName) || '未命名文件';
  const scanStatus = await scanClean(ctx, upload.content, name);
  return keep(ctx, upload.content, { name, mediaType, pages: null, active: false, scanStatus, purpose, owner });
}

/** @throws files.infected */
async function scanClean(ctx: Context, content: Buffer, name: string): Promise<'clean' | 'not-scanned'> {
  const verdict = await scannerOf(ctx.kernel).scan(content);
  if (verdict.status !== 'infected') return verdict.status;
  ctx.kernel.log.warn({ signature: verdict.signature, actor: ctx.actor.id }, 'infected upload refused');
  throw fail('files.infected', { name });
}

/**
 * Stores a document the platform made itself (a notice, a licence) as the file of its record; nothing is detected or scanned.
 * @throws Error when the database or disk is away
 */
export async function storeOwnDocument(
  ctx: Context, document: { name: string; mediaType: string; content: Buffer; pages?: number }, { purpose, owner }: { purpose: string; owner: { type: string; id: string } },
): Promise<FileRecord> {
  return keep(ctx, document.content, {
    name: document.name, mediaType: document.mediaType, pages: document.pages ?? null, active: false, scanStatus: 'clean', purpose, owner,
  });
}

async function checkQuota(ctx: Context, bytes: number): Promise<void> {
  const used = await tablesOf<FilesTables>(ctx.kernel.db).selectFrom('files.file')
    .select([sql<number>`count(*)`.as('files'), sql<number>`coalesce(sum(size), 0)`.as('bytes')])
    .where('uploadedBy', '=', ctx.actor.id).where('ownerType', '=', '').executeTakeFirstOrThrow();
  if (used.files >= unusedQuota.files || used.bytes + bytes > unusedQuota.bytes) throw fail('files.too-many-unused');
}

type Kept = Pick<FileRecord, 'name' | 'mediaType' | 'pages' | 'active' | 'scanStatus' | 'owner'> & { purpose: string };

async function keep(ctx: Context, content: Buffer, kept: Kept): Promise<FileRecord> {
  const { blobs, cipher } = fileStorage(ctx.kernel);
  const digest = sm3(content).toString('hex');
  const address = cipher.addressOf(digest);
  const write = async (): Promise<void> => {
    if (!(await blobs.has(address))) await blobs.put(address, await cipher.encrypt(address, content));
  };
  await write();
  const now = ctx.kernel.clock.now();
  const { owner, purpose, ...facts } = kept;
  const file = { id: createId(), digest, size: content.length, ...facts, uploadedBy: ctx.actor.id, uploadedAt: now };
  const batch = new WriteBatch();
  const writes = writesFor<FilesTables>(batch);
  writes.insert('files.blob', { digest, storedAt: now }, 'nothing');
  writes.insert('files.file', { ...file, purpose, ownerType: owner?.type ?? '', ownerId: owner?.id ?? '', unusedSince: owner ? null : now });
  recordAudit(ctx, batch, { action: 'files.store-file', objectType: 'file', objectId: file.id, detail: { mediaType: file.mediaType, size: file.size, purpose } });
  await commit(ctx, batch);
  // The clean-up may have removed the same content between the check and the row; from the row on it leaves it alone.
  await write();
  return { ...file, owner };
}
