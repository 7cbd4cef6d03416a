import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { readFile } from '../../../kernel/files/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { isApplicantSide } from '../../cases/index.ts';
import { fail } from '../errors.ts';
import { limits } from '../images/limits.ts';
import { openPages } from '../images/open-pages.ts';
import { pictureOf } from '../images/upright.ts';
import { filesOfCase, filesOfDraft, requireFile, type ApplicationFile } from './application-files.ts';
import { findReadings } from './reading-record.ts';

/** A page of one's own draft as it was read. @throws recognition.file-not-found, recognition.page-not-found */
export async function readDraftPage(ctx: Context, { draftId, fileId, page }: { draftId: string; fileId: string; page: number }): Promise<FileAnswer> {
  const { files } = await filesOfDraft(ctx, draftId);
  return drawPage(ctx, requireFile(files, fileId), page);
}

/** A page of a case as it was read; an officer's look is recorded. @throws recognition.file-not-found, recognition.page-not-found */
export async function readCasePage(ctx: Context, { caseId, fileId, page }: { caseId: string; fileId: string; page: number }): Promise<FileAnswer> {
  const { files, record } = await filesOfCase(ctx, caseId);
  const file = requireFile(files, fileId);
  if (!isApplicantSide(ctx, record)) {
    await recordAuditNow(ctx, { action: 'cases.read-file', objectType: 'case', objectId: caseId, purpose: `办理办件${record.number}`, detail: { fileId, page } });
  }
  return drawPage(ctx, file, page);
}

async function drawPage(ctx: Context, { fileId, fileName }: ApplicationFile, page: number): Promise<FileAnswer> {
  const facts = (await findReadings(ctx, [fileId])).get(fileId)?.pages.find(({ number }) => number === page);
  if (!facts) throw fail('recognition.page-not-found');
  const { file, content } = await readFile(ctx, fileId);
  const picture = openPages(file, content).pictures[page - 1];
  if (!picture) throw fail('recognition.page-not-found');
  return { contentType: 'image/jpeg', fileName: `${fileName.replace(/\.[^.]+$/, '')}-${page}.jpg`, content: await pictureOf(picture, facts.turn, limits.shownLong), disposition: 'inline' };
}
