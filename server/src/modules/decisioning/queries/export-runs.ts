import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { automationModelLabels, mostExportedRuns, reviewStateLabels, runOutcomeLabels, type RunFilter, type RunLine } from '../contract.ts';
import { filterRuns } from './list-runs.ts';
import { presentRun } from './run-access.ts';

const rowsAtATime = 500;

/** The runs of a filter as a workbook, written while it is sent. */
export function exportRuns(ctx: Context, filter: RunFilter): FileAnswer {
  const sheet = defineSheet<RunLine>({
    name: '自动审批结果', rows: readAll(ctx, filter),
    columns: [
      { title: '办件编号', width: 26, value: (row) => row.caseNumber }, { title: '事项', width: 36, value: (row) => row.itemName }, { title: '部门', width: 28, value: (row) => row.organizationName },
      { title: '申请人', width: 16, value: (row) => row.applicantName }, { title: '模型', width: 14, value: (row) => automationModelLabels[row.model] }, { title: '结果', width: 14, value: (row) => runOutcomeLabels[row.outcome] },
      { title: '原因', width: 50, value: (row) => row.reason }, { title: '开始', width: 18, value: (row) => new Date(row.startedAt) }, { title: '用时（秒）', width: 12, value: (row) => row.seconds },
      { title: '复核', width: 12, value: (row) => reviewStateLabels[row.review.state] }, { title: '复核期限', width: 14, format: 'date', value: (row) => row.review.dueOn },
      { title: '复核人', width: 12, value: (row) => row.review.by }, { title: '复核意见', width: 50, value: (row) => row.review.opinion },
    ],
  });
  return workbookAnswer(`自动审批结果-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

async function* readAll(ctx: Context, filter: RunFilter): AsyncGenerator<RunLine> {
  let after: { at: string; id: string } | undefined;
  for (let count = 0; count < mostExportedRuns;) {
    let query = filterRuns(ctx, filter);
    if (after) query = query.where(sql<boolean>`(started_at, case_id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
    const rows = await query.orderBy('startedAt', 'desc').orderBy('caseId', 'desc').limit(Math.min(rowsAtATime, mostExportedRuns - count)).execute();
    for (const row of rows) yield presentRun(ctx, row);
    count += rows.length;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtATime) return;
    after = { at: last.startedAt.toISOString(), id: last.caseId };
  }
}
