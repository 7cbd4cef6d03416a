import { sql } from 'kysely';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { archiveStateLabels, mostExportedArchives, retentionLabel, type ArchiveFilter } from '../contract.ts';
import type { ArchiveRecord } from './archive-record.ts';
import { filterArchives } from './list-archives.ts';

const rowsAtATime = 500;

/** 档案目录 of a filter as a workbook, written while it is sent. */
export async function exportArchives(ctx: Context, filter: ArchiveFilter): Promise<FileAnswer> {
  await recordAuditNow(ctx, { action: 'archives.export-archives', objectType: 'archive-list', objectId: 'export', detail: { ...filter } });
  const sheet = defineSheet<ArchiveRecord>({
    name: '档案目录', rows: readAll(ctx, filter),
    columns: [
      { title: '档号', width: 34, value: (row) => row.number }, { title: '办件编号', width: 26, value: (row) => row.caseNumber }, { title: '事项', width: 40, value: (row) => row.itemName },
      { title: '申请人', width: 20, value: (row) => row.applicantName }, { title: '部门', width: 26, value: (row) => row.organizationName }, { title: '区划代码', width: 15, value: (row) => row.regionCode },
      { title: '办结方式', width: 12, value: (row) => row.ending }, { title: '办结时间', width: 18, value: (row) => row.endedAt }, { title: '归档状态', width: 12, value: (row) => archiveStateLabels[row.state] },
      { title: '质检问题', width: 60, value: (row) => row.checks.filter(({ verdict }) => verdict === 'fault').map(({ text }) => text).join('；') },
      { title: '保管期限', width: 10, value: (row) => (row.number === null ? null : retentionLabel(row.retentionYears)) }, { title: '保管到', width: 12, format: 'date', value: (row) => row.expiresOn },
      { title: '归档时间', width: 18, value: (row) => row.archivedAt }, { title: '归档次数', width: 10, value: (row) => row.edition }, { title: 'SM3 摘要', width: 66, value: (row) => row.digest },
    ],
  });
  return workbookAnswer(`档案目录-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

async function* readAll(ctx: Context, filter: ArchiveFilter): AsyncGenerator<ArchiveRecord> {
  let after: string | undefined;
  for (let count = 0; count < mostExportedArchives;) {
    let query = await filterArchives(ctx, filter);
    if (after !== undefined) query = query.where(sql<boolean>`a.id < ${after}::uuid`);
    const rows = await query.orderBy('a.id', 'desc').limit(Math.min(rowsAtATime, mostExportedArchives - count)).execute();
    yield* rows;
    count += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < rowsAtATime || after === undefined) return;
  }
}
