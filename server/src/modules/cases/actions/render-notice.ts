import { tablesOf } from '../../../kernel/db/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { applicationPrefix, readHandwriting, usesPath, type DocumentData, type DocumentDefinition } from '../../../kernel/documents/index.ts';
import { untilIdle } from '../../../kernel/spare-time.ts';
import { readFile, storeOwnDocument } from '../../../kernel/files/index.ts';
import type { JobDefinition } from '../../../kernel/jobs/index.ts';
import { sealDocument } from '../../seals/index.ts';
import { getUsedTemplate } from '../../templates/index.ts';
import { readApplicationData } from '../application-data.ts';
import { fail } from '../errors.ts';
import { noticeDocument } from '../notice-template.ts';
import type { NoticeRow } from '../present-case.ts';
import { unsafeFindCase } from '../record.ts';
import type { CasesTables } from '../tables.ts';
import { drawNoticesName } from './issue-notice.ts';

/** The data of a notice, with what the application said where its template asks for that. */
async function completeData(ctx: Context, { caseId, data }: NoticeRow, definition: DocumentDefinition): Promise<DocumentData> {
  const fixed = data as DocumentData;
  if (!usesPath(definition, applicationPrefix)) return fixed;
  const record = await unsafeFindCase(ctx, caseId);
  if (!record) throw fail('cases.not-found');
  return { ...fixed, application: await readApplicationData(ctx, record, Number(data['answersRound'] ?? 0), { masked: false }) };
}

/** The signature of who received what a 送达回证 is about. */
async function readSignature(ctx: Context, { data: { signatureFileId } }: NoticeRow): Promise<Buffer | undefined> {
  return typeof signatureFileId === 'string' ? readHandwriting((await readFile(ctx, signatureFileId)).content) : undefined;
}

/** Renders and seals a notice once and keeps the file; a second call finds it there. Gives the file's id. */
export async function drawNotice(ctx: Context, notice: NoticeRow): Promise<string> {
  if (notice.fileId) return notice.fileId;
  const { content: definition } = await getUsedTemplate(ctx, { type: noticeDocument, id: notice.id, kind: notice.kind });
  const data = await completeData(ctx, notice, definition);
  const sealed = await sealDocument(ctx, {
    organizationId: notice.organizationId, organizationName: notice.organizationName, definition, data, documentKind: notice.kind,
    documentTitle: `${notice.title} ${notice.documentNumber}`, caseNumber: typeof data['caseNumber'] === 'string' ? data['caseNumber'] : null, handwriting: await readSignature(ctx, notice),
  });
  const file = await storeOwnDocument(ctx, { name: `${notice.title}${notice.documentNumber}.pdf`, mediaType: 'application/pdf', content: sealed.content },
    { purpose: 'case-notice', owner: { type: 'case', id: notice.caseId } });
  const tables = tablesOf<CasesTables>(ctx.kernel.db);
  const { numUpdatedRows } = await tables.updateTable('cases.notice').set({ fileId: file.id }).where('id', '=', notice.id).where('fileId', 'is', null).executeTakeFirst();
  if (numUpdatedRows > 0n) return file.id;
  // Another process was faster; its rendition is the one that counts.
  const kept = await tables.selectFrom('cases.notice').select('fileId').where('id', '=', notice.id).executeTakeFirstOrThrow();
  return kept.fileId ?? file.id;
}

/** How long a notice is put off in favour of what people wait for; whoever opens it sooner has it made at once. */
const putOffMs = 2_000;

/** Renders the notices of a case that have no file yet. */
async function renderPendingNotices(ctx: Context, caseId: string): Promise<void> {
  const pending = await tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.notice').selectAll()
    .where('caseId', '=', caseId).where('fileId', 'is', null).orderBy('issuedAt').execute();
  for (const notice of pending) {
    await untilIdle(putOffMs);
    await drawNotice(ctx, notice);
  }
}

export const drawNoticesJob: JobDefinition = {
  name: drawNoticesName, label: '制作办件文书', handle: async (ctx, payload) => renderPendingNotices(ctx, (payload as { caseId: string }).caseId),
};

/** The sealed PDF of a notice; made now if the job has not come to it yet. @throws cases.not-found */
export async function readNotice(ctx: Context, caseId: string, noticeId: string): Promise<{ name: string; content: Buffer }> {
  const notice = await tablesOf<CasesTables>(ctx.kernel.db).selectFrom('cases.notice').selectAll()
    .where('id', '=', noticeId).where('caseId', '=', caseId).executeTakeFirst();
  if (!notice) throw fail('cases.not-found');
  const { file, content } = await readFile(ctx, await drawNotice(ctx, notice));
  return { name: file.name, content };
}
