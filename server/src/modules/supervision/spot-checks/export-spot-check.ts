import { recordAuditNow } from '../../../kernel/audit/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { spotPoints, type SpotCase, type SpotCheckView } from '../spot-checks.contract.ts';
import { viewSpotCheck } from './view-spot-check.ts';

/** One spot check as a workbook: what was found case by case, then point by point, with how it was drawn (SUP-02). @throws supervision.check-not-found */
export async function exportSpotCheck(ctx: Context, checkId: string): Promise<FileAnswer> {
  const check = await viewSpotCheck(ctx, checkId);
  await recordAuditNow(ctx, { action: 'supervision.export-spot-check', objectType: 'spot-check', objectId: checkId });
  const cases = defineSheet<SpotCase>({
    name: '办件', rows: check.cases,
    columns: [
      { title: '办件编号', width: 24, value: (row) => row.caseNumber }, { title: '事项', width: 36, value: (row) => row.itemName }, { title: '部门', width: 28, value: (row) => row.organizationName },
      { title: '检查人', width: 12, value: (row) => row.inspector.name }, { title: '检查时间', width: 18, value: (row) => (row.doneAt === null ? null : new Date(row.doneAt)) },
      { title: '结果', width: 12, value: (row) => (row.doneAt === null ? '待检查' : row.problems > 0 ? `${row.problems} 处问题` : '没有问题') },
      { title: '问题', width: 70, value: (row) => row.answers.filter(({ result }) => result === 'problem').map(({ point, note }) => [spotPoints[point], note].filter(Boolean).join('：')).join('；') },
      { title: '检查结论', width: 50, value: (row) => row.conclusion }, { title: '是否督办', width: 10, value: (row) => (row.orderId === null ? '' : '已督办') },
    ],
  });
  const points = defineSheet<SpotCheckView['points'][number]>({
    name: '各条统计', rows: check.points,
    columns: [{ title: '检查内容', width: 50, value: (row) => row.label }, { title: '符合', width: 10, value: (row) => row.fine }, { title: '有问题', width: 10, value: (row) => row.problem }, { title: '不涉及', width: 10, value: (row) => row.notApplicable }],
  });
  const drawn = defineSheet<readonly [string, string | number]>({
    name: '抽取情况', rows: [['编号', check.number], ['名称', check.name], ['申请日期', `${check.from} 至 ${check.to}`], ['符合条件', check.population], ['抽取', check.size], ['已检查', check.done], ['有问题', check.withProblems], ['种子', check.seed], ['抽取人', check.drawnBy]],
    columns: [{ title: '项目', width: 14, value: ([name]) => name }, { title: '内容', width: 50, value: ([, value]) => value }],
  });
  return workbookAnswer(`${check.name}-${check.number}.xlsx`, [cases, points, drawn]);
}
