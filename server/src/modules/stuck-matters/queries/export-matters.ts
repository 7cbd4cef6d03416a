import { sql } from 'kysely';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { matterChannelLabels, matterLevelLabels, matterWordLabels, mostExportedMatters, type MatterFilter, type MatterLine } from '../contract.ts';
import { readNames } from '../lists.ts';
import { presentLine, readWords } from '../present.ts';
import { filterMatters } from './list-matters.ts';

const rowsAtATime = 500;

type ExportedMatter = MatterLine & { answer: string | null; answeredAt: Date | null; inTime: boolean | null; cause: string | null; causeText: string | null; caseNumber: string | null };

/** The matters of a filter as a workbook, masked, written while it is sent (STK-02). */
export async function exportMatters(ctx: Context, filter: MatterFilter): Promise<FileAnswer> {
  await recordAuditNow(ctx, { action: 'stuck-matters.export-matters', objectType: 'stuck-matter-list', objectId: 'export', detail: { ...filter } });
  const sheet = defineSheet<ExportedMatter>({
    name: '办不成事反映', rows: readAll(ctx, filter),
    columns: [
      { title: '编号', width: 18, value: (row) => row.number }, { title: '状态', width: 12, value: (row) => row.stateLabel }, { title: '渠道', width: 8, value: (row) => matterChannelLabels[row.channel] },
      { title: '反映人', width: 12, value: (row) => row.reporterName }, { title: '反映原因', width: 20, value: (row) => row.reason }, { title: '反映内容', width: 60, value: (row) => row.content },
      { title: '事项', width: 36, value: (row) => row.itemName }, { title: '关联办件', width: 24, value: (row) => row.caseNumber }, { title: '部门', width: 24, value: (row) => row.organizationName },
      { title: '区划代码', width: 15, value: (row) => row.regionCode }, { title: '办理人', width: 12, value: (row) => row.officerName }, { title: '登记时间', width: 18, value: (row) => new Date(row.registeredAt) },
      { title: '期限', width: 12, format: 'date', value: (row) => row.dueOn }, { title: '预警', width: 8, value: (row) => matterLevelLabels[row.level] },
      { title: '反馈时间', width: 18, value: (row) => row.answeredAt }, { title: '是否按期', width: 10, value: (row) => (row.inTime === null ? null : row.inTime ? '按期' : '超期') },
      { title: '办理结果', width: 60, value: (row) => row.answer }, { title: '根本原因', width: 18, value: (row) => row.cause }, { title: '原因说明', width: 40, value: (row) => row.causeText },
      { title: '群众评价', width: 12, value: (row) => (row.word === null ? null : matterWordLabels[row.word]) }, { title: '指派次数', width: 10, value: (row) => row.round },
      { title: '办结时间', width: 18, value: (row) => (row.finishedAt === null ? null : new Date(row.finishedAt)) },
    ],
  });
  return workbookAnswer(`办不成事反映-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

async function* readAll(ctx: Context, filter: MatterFilter): AsyncGenerator<ExportedMatter> {
  const [words, causes] = await Promise.all([readWords(ctx), readNames(ctx.kernel, 'cause')]);
  let after: string | undefined;
  for (let count = 0; count < mostExportedMatters;) {
    let query = filterMatters(ctx, filter);
    if (after !== undefined) query = query.where(sql<boolean>`m.id < ${after}::uuid`);
    const rows = await query.orderBy('m.id', 'desc').limit(Math.min(rowsAtATime, mostExportedMatters - count)).execute();
    yield* rows.map((row) => ({
      ...presentLine(row, words), answer: row.answerText, answeredAt: row.answeredAt, inTime: row.inTime, cause: row.causeCode === null ? null : causes.get(row.causeCode) ?? row.causeCode,
      causeText: row.causeText, caseNumber: row.caseNumber,
    }));
    count += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < rowsAtATime || after === undefined) return;
  }
}
