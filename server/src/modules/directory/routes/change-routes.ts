import { handle } from '../../../kernel/module/index.ts';
import { workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import * as contract from '../change.contract.ts';
import { getAdjustment, listAdjustments } from '../changes/adjustments.ts';
import { decideDifferences } from '../changes/decide-differences.ts';
import { listDifferences } from '../changes/list-differences.ts';
import { listFindings } from '../changes/list-findings.ts';
import { readAdjustmentReport } from '../reports/adjustment-report.ts';
import { adjustmentSheet, differenceSheet, operationSheet } from '../reports/sheets.ts';
import { readOperationReport } from '../reports/operation-report.ts';
import { readPeriod } from '../reports/period.ts';

export const changeRoutes = [
  handle(contract.listAdjustments, (ctx, { query }) => listAdjustments(ctx, query)),
  handle(contract.getAdjustment, (ctx, { params }) => getAdjustment(ctx, params.adjustmentId)),
  handle(contract.listDifferences, (ctx, { query }) => listDifferences(ctx, query)),
  handle(contract.decideDifferences, async (ctx, { body }) => ({ results: await decideDifferences(ctx, body.rows) })),
  handle(contract.listFindings, (ctx, { query }) => listFindings(ctx, query)),
  handle(contract.getAdjustmentReport, async (ctx, { query }) => ({ rows: await readAdjustmentReport(ctx, readPeriod(query)) })),
  handle(contract.exportDifferences, async (ctx, { query }) => workbookAnswer('差异清单.xlsx', [differenceSheet(ctx, query)])),
  handle(contract.exportAdjustmentReport, async (ctx, { query }) => workbookAnswer(`动态调整统计表${query.from}至${query.to}.xlsx`, [adjustmentSheet(await readAdjustmentReport(ctx, readPeriod(query)))])),
  handle(contract.exportOperationReport, async (ctx, { query }) => workbookAnswer(`事项运行统计表${query.from}至${query.to}.xlsx`, [operationSheet(await readOperationReport(ctx, readPeriod(query)))])),
  handle(contract.getOperationReport, async (ctx, { query }) => ({ rows: await readOperationReport(ctx, readPeriod(query)) })),
];
