import type { QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import type { exportStatistics as operation, StatisticsLine } from '../contract.ts';
import { readStatistics } from './read-statistics.ts';

const titles = { item: '事项', organization: '部门', month: '月份' } as const;

/** The statistics of a period as a workbook, the sum in the last line. */
export async function exportStatistics(ctx: Context, query: QueryOf<typeof operation>): Promise<FileAnswer> {
  const { total, lines } = await readStatistics(ctx, query);
  const sheet = defineSheet<StatisticsLine>({
    name: '效能统计', rows: [...lines, { key: 'total', name: '合计', ...total }],
    columns: [
      { title: titles[query.by], width: 40, value: (row) => row.name }, { title: '申请量', width: 10, value: (row) => row.submitted }, { title: '自动审批量', width: 12, value: (row) => row.automatic },
      { title: '转人工', width: 10, value: (row) => row.toPerson }, { title: '人工决定', width: 10, value: (row) => row.manual }, { title: '覆盖率（%）', width: 12, value: (row) => row.coverage },
      { title: '自动平均（秒）', width: 14, value: (row) => row.automaticAverage }, { title: '自动中位（秒）', width: 14, value: (row) => row.automaticMedian },
      { title: '人工平均（秒）', width: 14, value: (row) => row.manualAverage }, { title: '人工中位（秒）', width: 14, value: (row) => row.manualMedian },
      { title: '抽查', width: 8, value: (row) => row.sampled }, { title: '已复核', width: 10, value: (row) => row.reviewed }, { title: '推翻', width: 8, value: (row) => row.overturned },
      { title: '人工复核率（%）', width: 16, value: (row) => row.reviewShare }, { title: '误判率（%）', width: 12, value: (row) => row.misjudged },
    ],
  });
  return workbookAnswer(`自动审批效能统计-${query.from}-${query.to}.xlsx`, [sheet]);
}
