import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { readFile, toFileAnswer } from '../../../kernel/files/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { previewMessage } from '../actions/preview-message.ts';
import { previewNotice } from '../actions/preview-notice.ts';
import { readNotice } from '../actions/render-notice.ts';
import * as contract from '../contract.ts';
import { fail } from '../errors.ts';
import { listOpenableCases } from '../openable.contract.ts';
import { listOpenCasesOfItem } from '../queries/list-open-cases-of-item.ts';
import { countFoundCases, findCases, findMyCases } from '../queries/list-cases.ts';
import { findByDocument } from '../queries/find-by-document.ts';
import { listViewable } from '../queries/past-cases.ts';
import { listPreviewCases } from '../queries/preview-cases.ts';
import { trackCase } from '../queries/track-case.ts';
import { viewApplication } from '../queries/view-application.ts';
import { viewProgress } from '../queries/view-progress.ts';
import { viewCase } from '../queries/view-case.ts';
import { getCaseRecord, isApplicantSide } from '../record.ts';

export const caseRoutes = [
  handle(contract.listMyCases, (ctx, { query }) => findMyCases(ctx, query)),
  handle(contract.listCases, (ctx, { query }) => findCases(ctx, query)),
  handle(contract.findCasesByDocument, (ctx, { body }) => findByDocument(ctx, body)),
  handle(contract.countCases, (ctx, { query }) => countFoundCases(ctx, query)),
  handle(listOpenableCases, async (ctx, { body }) => ({ caseIds: [...await listViewable(ctx, body.caseIds)] })),
  handle(contract.countItemCases, (ctx, { params }) => listOpenCasesOfItem(ctx, params.itemId)),
  handle(contract.getCase, (ctx, { params }) => viewCase(ctx, params.caseId)),
  handle(contract.getCaseProgress, (ctx, { params }) => viewProgress(ctx, params.caseId)),
  handle(contract.getCaseApplication, (ctx, { params, query }) => viewApplication(ctx, params.caseId, query.purpose)),
  handle(contract.downloadNotice, async (ctx, { params }) => {
    const record = await getCaseRecord(ctx, params.caseId);
    const { name, content } = await readNotice(ctx, record.id, params.noticeId);
    return { contentType: 'application/pdf', fileName: name, content, disposition: 'inline' as const };
  }),
  handle(contract.listPreviewCases, async (ctx, { query }) => ({ items: await listPreviewCases(ctx, query) })),
  handle(contract.previewNotice, async (ctx, { params, body }) => ({
    contentType: 'application/pdf', fileName: `${body.content.name}（预览）.pdf`, content: await previewNotice(ctx, params.caseId, body), disposition: 'inline' as const,
  })),
  handle(contract.previewMessage, (ctx, { params, body }) => previewMessage(ctx, params.caseId, body)),
  handle(contract.downloadCaseFile, async (ctx, { params }) => {
    const record = await getCaseRecord(ctx, params.caseId);
    const found = await readFile(ctx, params.fileId);
    if (found.file.owner?.type !== 'case' || found.file.owner.id !== record.id) throw fail('cases.not-found');
    if (!isApplicantSide(ctx, record)) {
      await recordAuditNow(ctx, { action: 'cases.read-file', objectType: 'case', objectId: record.id, purpose: `办理办件${record.number}`, detail: { fileId: params.fileId } });
    }
    return toFileAnswer(found);
  }),
  handle(contract.trackCase, (ctx, { body }) => trackCase(ctx, body)),
];
