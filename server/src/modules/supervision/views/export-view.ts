import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { viewDimensionLabels, type ViewLine, type ViewQuery } from '../views.contract.ts';
import { readLines } from './read-view.ts';

/** All lines of a view as a workbook, the sum last (SUP-03). */
export async function exportView(ctx: Context, query: ViewQuery): Promise<FileAnswer> {
  const { lines, total } = await readLines(ctx, query);
  await recordAuditNow(ctx, { action: 'supervision.export-view', objectType: 'supervision-view', objectId: query.by, detail: { ...query } });
  const label = viewDimensionLabels[query.by];
  const sheet = defineSheet<ViewLine>({
    name: `按${label}`, rows: [...lines, total],
    columns: [
      { title: label, width: 36, value: (row) => row.name }, ...(query.by === 'item' || query.by === 'person' ? [{ title: '部门', width: 28, value: (row: ViewLine) => row.organizationName }] : []),
      { title: '待受理', width: 10, value: (row) => row.waiting }, { title: '在办', width: 10, value: (row) => row.inProgress }, { title: '停止计时', width: 10, value: (row) => row.paused },
      { title: '预警', width: 8, value: (row) => row.warning }, { title: '黄牌', width: 8, value: (row) => row.yellow }, { title: '红牌', width: 8, value: (row) => row.red },
      { title: '查实问题', width: 10, value: (row) => row.found }, { title: '办结', width: 10, value: (row) => row.closed }, { title: '按时办结', width: 10, value: (row) => row.closedOnTime }, { title: '按时办结率（%）', width: 16, value: (row) => row.onTimeShare },
      { title: '平均用时（日）', width: 14, value: (row) => row.averageDays }, { title: '平均承诺（日）', width: 14, value: (row) => row.promisedDays },
    ],
  });
  return workbookAnswer(`监察视图-按${label}-${query.from}至${query.to}.xlsx`, [sheet]);
}
