import { sql } from 'kysely';
import { recordAuditNow } from '../../../kernel/audit/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { legLabels, mostExportedEnvelopes, type EnvelopeFilter, type EnvelopeLine } from '../contract.ts';
import { presentLine, readWords } from '../present.ts';
import { filterEnvelopes } from './list-envelopes.ts';

const rowsAtATime = 500;

/** The envelopes of a filter as a workbook, written while it is sent (INT-12). */
export async function exportEnvelopes(ctx: Context, filter: EnvelopeFilter): Promise<FileAnswer> {
  await recordAuditNow(ctx, { action: 'custody.export-envelopes', objectType: 'custody-envelope-list', objectId: 'export', detail: { ...filter } });
  const sheet = defineSheet<EnvelopeLine>({
    name: '纸质材料流转', rows: readAll(ctx, filter),
    columns: [
      { title: '材料袋编码', width: 14, value: (row) => row.code }, { title: '办件编号', width: 24, value: (row) => row.caseNumber }, { title: '事项', width: 36, value: (row) => row.itemName },
      { title: '申请人', width: 20, value: (row) => row.applicantName }, { title: '状态', width: 14, value: (row) => row.stateLabel }, { title: '方向', width: 10, value: (row) => legLabels[row.leg] },
      { title: '材料份数', width: 10, value: (row) => row.materialCount }, { title: '现在保管', width: 24, value: (row) => row.holder.name }, { title: '保管人', width: 12, value: (row) => row.holder.staffName },
      { title: '保管起', width: 18, value: (row) => new Date(row.heldSince) }, { title: '交往', width: 24, value: (row) => row.destination.name }, { title: '批次', width: 14, value: (row) => row.batch?.number ?? null },
      { title: '递交时间', width: 18, value: (row) => (row.handedOverAt === null ? null : new Date(row.handedOverAt)) }, { title: '期限', width: 12, format: 'date', value: (row) => row.dueOn },
      { title: '剩余工作日', width: 12, value: (row) => row.remainingDays }, { title: '签收有差异', width: 12, value: (row) => (row.flawed ? '是' : null) },
    ],
  });
  return workbookAnswer(`纸质材料流转-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [sheet]);
}

async function* readAll(ctx: Context, filter: EnvelopeFilter): AsyncGenerator<EnvelopeLine> {
  let after: string | undefined;
  for (let count = 0; count < mostExportedEnvelopes;) {
    let query = filterEnvelopes(ctx, filter);
    if (after !== undefined) query = query.where(sql<boolean>`e.id < ${after}::uuid`);
    const rows = await query.orderBy('e.id', 'desc').limit(Math.min(rowsAtATime, mostExportedEnvelopes - count)).execute();
    const words = await readWords(ctx, rows);
    yield* rows.map(({ materialCount, ...row }) => presentLine(ctx, row, materialCount, words));
    count += rows.length;
    after = rows.at(-1)?.id;
    if (rows.length < rowsAtATime || after === undefined) return;
  }
}
