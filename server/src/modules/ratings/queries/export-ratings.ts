import type { QueryOf } from '@tongban/contract-kit';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { mostExportedRectifications, type DepartmentRatings, type exportRatingStatistics, type RatingStatistics, type RectificationFilter, type RectificationView } from '../contract.ts';
import { percent, readStatistics } from './get-statistics.ts';
import { presentRectifications, readRectifications } from './list-rectifications.ts';

const rowsAtATime = 500;

/** Bad ratings of a filter with what was done about each, masked like the list, written while it is sent (RAT-02). */
export async function exportRectifications(ctx: Context, filter: RectificationFilter): Promise<FileAnswer> {
  await recordAuditNow(ctx, { action: 'ratings.export-rectifications', objectType: 'rectification-list', objectId: 'export', detail: { ...filter } });
  const stepOf = (view: RectificationView, action: string): string | null => {
    const step = view.steps.findLast((one) => one.action === action);
    return step ? [step.choice, step.text].filter(Boolean).join('：') : null;
  };
  const sheet = defineSheet<RectificationView>({
    name: '差评清单', rows: readAll(ctx, filter),
    columns: [
      { title: '评价时间', width: 18, value: (row) => new Date(row.rating.ratedAt) }, { title: '评价', width: 12, value: (row) => row.rating.levelName }, { title: '选项', width: 40, value: (row) => row.rating.options.map(({ text }) => text).join('；') },
      { title: '文字评价', width: 60, value: (row) => row.rating.text }, { title: '评价人', width: 16, value: (row) => row.rating.raterName }, { title: '事项', width: 36, value: (row) => row.rating.itemName },
      { title: '办件编号', width: 24, value: (row) => row.rating.caseNumber }, { title: '责任部门', width: 28, value: (row) => row.rating.organizationName }, { title: '状态', width: 14, value: (row) => row.stateLabel },
      { title: '整改期限', width: 12, format: 'date', value: (row) => row.dueOn }, { title: '回访核实', width: 50, value: (row) => stepOf(row, 'verify') }, { title: '查实的问题', width: 40, value: (row) => row.found.map(({ text }) => text).join('；') },
      { title: '申诉', width: 50, value: (row) => stepOf(row, 'appeal') }, { title: '申诉复核', width: 50, value: (row) => stepOf(row, 'decide-appeal') }, { title: '整改', width: 50, value: (row) => stepOf(row, 'rectify') },
      { title: '反馈', width: 50, value: (row) => row.reply }, { title: '销号意见', width: 40, value: (row) => stepOf(row, 'close') }, { title: '办结时间', width: 18, value: (row) => (row.finishedAt === null ? null : new Date(row.finishedAt)) },
    ],
  });
  return workbookAnswer(`差评清单-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

async function* readAll(ctx: Context, filter: RectificationFilter): AsyncGenerator<RectificationView> {
  let last: { dueOn: string; id: string } | undefined;
  for (let count = 0; count < mostExportedRectifications;) {
    const rows = await readRectifications(ctx, filter, Math.min(rowsAtATime, mostExportedRectifications - count), last);
    yield* await presentRectifications(ctx, rows);
    count += rows.length;
    last = rows.at(-1);
    if (rows.length < rowsAtATime) return;
  }
}

/** The statistics as a workbook to hand upward: by department with the whole, level and month (RAT-03). */
export async function exportStatistics(ctx: Context, query: QueryOf<typeof exportRatingStatistics>): Promise<FileAnswer> {
  const statistics = await readStatistics(ctx, query);
  const departments = defineSheet<Omit<DepartmentRatings, 'organizationId'>>({
    name: '按部门', rows: [...statistics.departments, { ...statistics, name: '合计' }],
    columns: [
      { title: '部门', width: 36, value: (row) => row.name }, { title: '评价', width: 10, value: (row) => row.total }, { title: '差评', width: 10, value: (row) => row.bad },
      { title: '好评率（%）', width: 14, value: (row) => row.goodShare }, { title: '按期整改率（%）', width: 16, value: (row) => row.rectifiedInTimeShare },
    ],
  });
  const levels = defineSheet<RatingStatistics['levels'][number]>({
    name: '按等级', rows: statistics.levels,
    columns: [{ title: '等级', width: 14, value: (row) => row.name }, { title: '星级', width: 8, value: (row) => 6 - row.level }, { title: '件数', width: 10, value: (row) => row.count }, { title: '占比（%）', width: 12, value: (row) => percent(row.count, statistics.total) }],
  });
  const months = defineSheet<RatingStatistics['months'][number]>({
    name: '按月', rows: statistics.months,
    columns: [{ title: '月份', width: 12, value: (row) => row.month }, { title: '件数', width: 10, value: (row) => row.total }, { title: '好评', width: 10, value: (row) => row.good }, { title: '好评率（%）', width: 14, value: (row) => percent(row.good, row.total) }],
  });
  return workbookAnswer(`评价统计-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [departments, levels, months]);
}
