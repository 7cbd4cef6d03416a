import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { handle } from '../../../kernel/module/index.ts';
import { cancelImport as cancel, discardImport as discard, runImport as run, undoImport as undo } from '../actions/change-import.ts';
import { decideDifferences as decide } from '../actions/decide-differences.ts';
import { uploadImport as upload } from '../actions/upload-import.ts';
import {
  cancelImport, decideDifferences, discardImport, downloadDifferences, downloadResult, downloadTemplate, exportItems, getImport, getImportRow, listDifferences,
  listImportRows, listImports, runImport, undoImport, uploadImport, type ListDifference,
} from '../contract.ts';
import { exportItems as exportList, writeTemplate } from '../queries/export-items.ts';
import { getImportRecord, presentImport } from '../queries/get-import.ts';
import { iterateDifferences, listDifferences as listOpen } from '../queries/list-differences.ts';
import { compareRow, listImportRows as listRows, listImports as list } from '../queries/list-imports.ts';
import { writeResult } from '../queries/write-result.ts';

const plain = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value));
const stateLabels = { open: '待核对', adopted: '已采用清单', kept: '已保留平台' } as const;

/** What those who import, check and export lists of items do. */
export const importRoutes = [
  handle(downloadTemplate, (ctx) => writeTemplate(ctx)),
  handle(exportItems, (ctx, { query }) => exportList(ctx, query)),
  handle(uploadImport, async (ctx, _input, { files }) => presentImport(ctx, await upload(ctx, files))),
  handle(listImports, (ctx, { query }) => list(ctx, query)),
  handle(getImport, async (ctx, { params }) => presentImport(ctx, await getImportRecord(ctx, params.importId))),
  handle(listImportRows, async (ctx, { params, query }) => listRows(ctx, await getImportRecord(ctx, params.importId), query)),
  handle(getImportRow, async (ctx, { params }) => compareRow(ctx, await getImportRecord(ctx, params.importId), params.number)),
  handle(runImport, async (ctx, { params, body }) => presentImport(ctx, await run(ctx, params.importId, body))),
  handle(cancelImport, async (ctx, { params }) => presentImport(ctx, await cancel(ctx, params.importId))),
  handle(discardImport, async (ctx, { params, body }) => presentImport(ctx, await discard(ctx, params.importId, body.revision))),
  handle(undoImport, async (ctx, { params, body }) => presentImport(ctx, await undo(ctx, params.importId, body.revision))),
  handle(downloadResult, async (ctx, { params }) => writeResult(ctx, await getImportRecord(ctx, params.importId))),
  handle(listDifferences, (ctx, { query }) => listOpen(ctx, query)),
  handle(decideDifferences, async (ctx, { body }) => ({ decided: await decide(ctx, body.ids, body.decision) })),
  handle(downloadDifferences, async (ctx, { query }) => workbookAnswer('差异清单.xlsx', [defineSheet<ListDifference>({
    name: '差异清单', rows: iterateDifferences(ctx, query),
    columns: [
      { title: '地方实施编码', width: 40, value: ({ code }) => code }, { title: '事项名称', width: 40, value: ({ itemName }) => itemName },
      { title: '实施主体', width: 24, value: ({ departmentName }) => departmentName }, { title: '要素', width: 16, value: ({ label }) => label },
      { title: '平台内容', width: 60, value: ({ ours }) => plain(ours) }, { title: '清单内容', width: 60, value: ({ incoming }) => plain(incoming) },
      { title: '核对结果', width: 14, value: ({ state }) => stateLabels[state] }, { title: '核对人', width: 12, value: ({ decidedByName }) => decidedByName },
      { title: '核对时间', width: 18, format: 'instant', value: ({ decidedAt }) => (decidedAt === null ? null : new Date(decidedAt)) },
    ],
  })])),
];
