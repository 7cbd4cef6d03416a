import type { Page } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { recordAuditNow } from '../../audit/index.ts';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import type { CoreTables } from '../../core-tables.ts';
import { decodeCursor, pageOf, tablesOf } from '../../db/index.ts';
import type { FileAnswer } from '../../module/index.ts';
import { authorize } from '../index.ts';
import type { AuditEntry } from '../contract.ts';

export interface AuditFilter {
  from?: string;
  to?: string;
  actorId?: string;
  action?: string;
  objectType?: string;
  objectId?: string;
  result?: 'done' | 'refused';
}

const mostExported = 50_000;

function entries(ctx: Context, filter: AuditFilter) {
  authorize(ctx, 'access.audit.view', {});
  return tablesOf<CoreTables>(ctx.kernel.db).selectFrom('kernel.auditEntry as entry')
    .leftJoin('kernel.auditLink as link', 'link.entryId', 'entry.id').selectAll('entry').select('link.sequence')
    .$if(filter.from !== undefined, (query) => query.where('entry.at', '>=', new Date(filter.from ?? 0)))
    .$if(filter.to !== undefined, (query) => query.where('entry.at', '<', new Date(filter.to ?? 0)))
    .$if(filter.actorId !== undefined, (query) => query.where('entry.actorId', '=', filter.actorId ?? ''))
    .$if(filter.action !== undefined, (query) => query.where('entry.action', '=', filter.action ?? ''))
    .$if(filter.objectType !== undefined, (query) => query.where('entry.objectType', '=', filter.objectType ?? ''))
    .$if(filter.objectId !== undefined, (query) => query.where('entry.objectId', '=', filter.objectId ?? ''))
    .$if(filter.result !== undefined, (query) => query.where('entry.result', '=', filter.result ?? 'done'))
    .orderBy('entry.at', 'desc').orderBy('entry.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof entries>['execute']>>[number];

function present(row: Row): AuditEntry {
  return {
    id: row.id, at: row.at.toISOString(), actor: { kind: row.actorKind, id: row.actorId, name: row.actorName }, actingFor: row.actingFor,
    action: row.action, objectType: row.objectType, objectId: row.objectId, purpose: row.purpose, result: row.result, channel: row.channel,
    ip: row.ip, traceId: row.traceId, detail: row.detail, sequence: row.sequence,
  };
}

/** Audit entries that match, newest first (ORG-05). */
export async function listAuditEntries(ctx: Context, query: AuditFilter & { limit?: number; cursor?: string }): Promise<Page<AuditEntry>> {
  const limit = query.limit ?? 50;
  const before = query.cursor === undefined ? undefined : decodeCursor(query.cursor, 2);
  const rows = await entries(ctx, query)
    .$if(before !== undefined, (found) => found.where(sql<boolean>`(entry.at, entry.id) < (${before?.[0]}::timestamptz, ${before?.[1]}::uuid)`))
    .limit(limit + 1).execute();
  return pageOf(rows, limit, (row) => [row.at.toISOString(), row.id], present);
}

const headings = ['序号', '时间', '操作者类型', '操作者', '操作者编号', '代表', '操作', '对象类型', '对象编号', '目的', '结果', '渠道', '来源地址', '追踪号', '详情'];

/** A CSV cell; a leading sign is disarmed, for spreadsheets would run it as a formula. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The matching entries as CSV for a spreadsheet, at most 50,000; the export is itself recorded. */
export async function exportAuditEntries(ctx: Context, filter: AuditFilter): Promise<FileAnswer> {
  const rows = await entries(ctx, filter).limit(mostExported).execute();
  await recordAuditNow(ctx, { action: 'access.export-audit-entries', objectType: 'audit', objectId: 'export', purpose: '审计', detail: { ...filter, rows: rows.length } });
  const lines = rows.map((row) => [
    row.sequence, row.at.toISOString(), row.actorKind, row.actorName, row.actorId, row.actingFor, row.action, row.objectType, row.objectId, row.purpose,
    row.result, row.channel, row.ip, row.traceId, row.detail,
  ].map(cell).join(','));
  const content = Buffer.from(`\uFEFF${[headings.join(','), ...lines].join('\r\n')}\r\n`, 'utf8');
  return { contentType: 'text/csv; charset=utf-8', fileName: `审计日志-${chinaDate(ctx.kernel.clock.now())}.csv`, content };
}
