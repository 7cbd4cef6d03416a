import { handle, type RequestExtras } from '../../../kernel/module/index.ts';
import { workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { createEntry } from '../actions/create-entry.ts';
import { discardVersion, editVersion, startVersion, submitVersion, withdrawVersion } from '../actions/edit-version.ts';
import { reviewVersion } from '../actions/review-version.ts';
import * as contract from '../entry.contract.ts';
import { fail } from '../errors.ts';
import { entryTemplate } from '../import/entry-sheet.ts';
import { importEntries } from '../import/import-entries.ts';
import { previewImport } from '../import/preview-import.ts';
import { getImport, listImports } from '../import/list-imports.ts';
import { reviewImport } from '../import/review-import.ts';
import { getEntry } from '../queries/get-entry.ts';
import { listEntries } from '../queries/list-entries.ts';

/** The file of an upload and whose directory it is. @throws directory.file-missing */
function takeList({ files: [file], fields }: Pick<RequestExtras, 'files' | 'fields'>): [file: { name: string; content: Buffer }, regionCode: string] {
  const regionCode = fields['regionCode'] ?? '';
  if (!file || !/^\d{12}$/.test(regionCode)) throw fail('directory.file-missing');
  return [{ name: file.fileName, content: file.content }, regionCode];
}

export const entryRoutes = [
  handle(contract.listEntries, (ctx, { query }) => listEntries(ctx, query)),
  handle(contract.getEntry, (ctx, { params }) => getEntry(ctx, params.entryId)),
  handle(contract.createEntry, (ctx, { body }) => createEntry(ctx, body.regionCode, body.elements)),
  handle(contract.startEntryVersion, (ctx, { params, body }) => startVersion(ctx, params.entryId, body.cancels ?? false)),
  handle(contract.editEntryVersion, (ctx, { params, body }) => editVersion(ctx, params.versionId, body.revision, body.elements)),
  handle(contract.discardEntryVersion, (ctx, { params, body }) => discardVersion(ctx, params.versionId, body.revision)),
  handle(contract.submitEntryVersion, (ctx, { params, body }) => submitVersion(ctx, params.versionId, body.revision)),
  handle(contract.withdrawEntryVersion, (ctx, { params, body }) => withdrawVersion(ctx, params.versionId, body.revision)),
  handle(contract.reviewEntryVersion, (ctx, { params, body }) => reviewVersion(ctx, params.versionId, body)),
  handle(contract.previewImport, (ctx, _input, upload) => previewImport(ctx, ...takeList(upload))),
  handle(contract.importEntries, async (ctx, _input, upload) => getImport(ctx, await importEntries(ctx, ...takeList(upload)))),
  handle(contract.getEntryTemplate, async (ctx) => workbookAnswer('基本目录导入模板.xlsx', await entryTemplate(ctx.kernel))),
  handle(contract.listEntryImports, (ctx, { query }) => listImports(ctx, query)),
  handle(contract.getEntryImport, (ctx, { params }) => getImport(ctx, params.importId)),
  handle(contract.reviewEntryImport, async (ctx, { params, body }) => {
    await reviewImport(ctx, params.importId, body);
    return getImport(ctx, params.importId);
  }),
];
