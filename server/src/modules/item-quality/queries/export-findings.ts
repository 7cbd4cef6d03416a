import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { elementLabel, ruleGroupLabels } from '../../catalog/contract.ts';
import { findingListLabels, findingStateLabels, mostExportedFindings, trackLabels, type Finding, type FindingFilter } from '../contract.ts';
import { filterFindings } from './finding-query.ts';
import { presentFindings } from './list-findings.ts';

const rowsAtATime = 500;

/** The findings of a filter as a workbook, written while it is sent; at most fifty thousand rows. */
export function exportFindings(ctx: Context, filter: FindingFilter): FileAnswer {
  const title = filter.list === undefined ? '质量问题明细' : findingListLabels[filter.list];
  const sheet = defineSheet<Finding>({
    name: title, rows: readAll(ctx, filter),
    columns: [
      { title: '事项名称', width: 40, value: (row) => row.itemName }, { title: '地方实施编码', width: 30, value: (row) => row.localTaskCode },
      { title: '部门', width: 22, value: (row) => row.organizationName }, { title: '区划代码', width: 15, value: (row) => row.regionCode },
      { title: '版本', value: (row) => `第 ${row.versionNumber} 版（${trackLabels[row.track]}）`, width: 18 }, { title: '类别', width: 12, value: (row) => ruleGroupLabels[row.group] },
      { title: '要素', width: 18, value: (row) => elementLabel(row.path) }, { title: '程度', width: 8, value: (row) => (row.severity === 'error' ? '错误' : '提醒') },
      { title: '问题', width: 60, value: (row) => row.message }, { title: '怎么改', width: 50, value: (row) => row.mend }, { title: '规则', width: 30, value: (row) => row.ruleTitle },
      { title: '状态', width: 12, value: (row) => findingStateLabels[row.state] }, { title: '发现时间', width: 18, value: (row) => new Date(row.openedAt) },
      { title: '整改期限', width: 14, format: 'date', value: (row) => row.rectification?.dueOn }, { title: '整改时间', width: 18, value: (row) => (row.closedAt === null ? null : new Date(row.closedAt)) },
      { title: '认可理由', width: 40, value: (row) => row.exception?.reason },
    ],
  });
  return workbookAnswer(`${title}-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

async function* readAll(ctx: Context, filter: FindingFilter): AsyncGenerator<Finding> {
  let after: string | undefined;
  for (let count = 0; count < mostExportedFindings;) {
    let query = filterFindings(ctx, filter);
    if (after !== undefined) query = query.where(sql<boolean>`f.id < ${after}::uuid`);
    const rows = await query.orderBy('f.id', 'desc').limit(Math.min(rowsAtATime, mostExportedFindings - count)).execute();
    yield* await presentFindings(ctx, rows);
    count += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < rowsAtATime || after === undefined) return;
  }
}
