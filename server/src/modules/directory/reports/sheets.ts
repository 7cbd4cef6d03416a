import type { QueryOf } from '@tongban/contract-kit';
import type { Context } from '../../../kernel/context.ts';
import { defineSheet, type Sheet } from '../../../kernel/spreadsheets/index.ts';
import type { AdjustmentRow, Difference, exportDifferences, OperationRow } from '../change.contract.ts';
import { listDifferences } from '../changes/list-differences.ts';

/** Most differences of one file. */
const mostDifferences = 50_000;
const rowsAtATime = 100;

const stateNames: Readonly<Record<Difference['state'], string>> = { open: '待处理', applied: '已采纳', refused: '不采纳', settled: '已一致' };

/** 差异清单, read in batches as the file is taken. */
export function differenceSheet(ctx: Context, filter: QueryOf<typeof exportDifferences>): Sheet {
  return defineSheet<Difference>({ name: '差异清单', rows: eachDifference(ctx, filter), columns: [
    { title: '基本编码', width: 16, value: ({ entry }) => entry.code }, { title: '目录事项', width: 30, value: ({ entry }) => entry.name },
    { title: '实施部门', width: 20, value: ({ organization }) => organization.name }, { title: '实施清单', width: 30, value: ({ item }) => item.name },
    { title: '要素', width: 14, value: ({ label }) => label }, { title: '是否锁定', value: ({ locked }) => locked },
    { title: '本地内容', width: 40, value: ({ ours }) => inWords(ours) }, { title: '目录内容', width: 40, value: ({ incoming }) => inWords(incoming) },
    { title: '处理情况', value: ({ state }) => stateNames[state] }, { title: '处理人', value: ({ decidedByName }) => decidedByName },
    { title: '处理时间', width: 18, format: 'instant', value: ({ decidedAt }) => decidedAt === null ? null : new Date(decidedAt) }, { title: '理由', width: 30, value: ({ reason }) => reason },
  ] });
}

async function* eachDifference(ctx: Context, filter: QueryOf<typeof exportDifferences>): AsyncGenerator<Difference> {
  let cursor: string | null = null;
  for (let count = 0; count < mostDifferences; count += rowsAtATime) {
    const page: Awaited<ReturnType<typeof listDifferences>> = await listDifferences(ctx, { ...filter, limit: rowsAtATime, ...(cursor === null ? {} : { cursor }) });
    yield* page.items;
    cursor = page.nextCursor;
    if (cursor === null) return;
  }
}

/** A value as one cell: lists line by line, parts by their names' order. */
function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.map(inWords).join('\n');
  if (typeof value === 'object') return Object.values(value).filter((part) => part !== null && typeof part !== 'object').map(inWords).join(' ');
  return String(value);
}

export function adjustmentSheet(rows: readonly AdjustmentRow[]): Sheet {
  return defineSheet<AdjustmentRow>({ name: '动态调整统计表', rows, columns: [
    { title: '部门', width: 30, value: ({ organizationName }) => organizationName },
    { title: '新增目录事项', format: 'integer', value: ({ added }) => added }, { title: '变更目录事项', format: 'integer', value: ({ changed }) => changed },
    { title: '取消目录事项', format: 'integer', value: ({ cancelled }) => cancelled }, { title: '采纳要素', format: 'integer', value: ({ applied }) => applied },
    { title: '不采纳要素', format: 'integer', value: ({ refused }) => refused }, { title: '待处理要素', format: 'integer', value: ({ open }) => open },
  ] });
}

export function operationSheet(rows: readonly OperationRow[]): Sheet {
  return defineSheet<OperationRow>({ name: '事项运行统计表', rows, columns: [
    { title: '部门', width: 30, value: ({ organizationName }) => organizationName }, { title: '事项总数', format: 'integer', value: ({ items }) => items },
    { title: '草稿', format: 'integer', value: ({ draft }) => draft }, { title: '审核中', format: 'integer', value: ({ inReview }) => inReview },
    { title: '已发布', format: 'integer', value: ({ published }) => published }, { title: '已取消', format: 'integer', value: ({ retired }) => retired },
    { title: '可网办', format: 'integer', value: ({ online }) => online }, { title: '网办率（%）', format: 'decimal', value: ({ onlineShare }) => onlineShare },
    { title: '期间办件', format: 'integer', value: ({ cases }) => cases }, { title: '其中已办结', format: 'integer', value: ({ closedCases }) => closedCases },
  ] });
}
