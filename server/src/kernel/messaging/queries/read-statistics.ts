import type { ResponseOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import type { FileAnswer } from '../../module/index.ts';
import type { OrganizationTables } from '../../organization/tables.ts';
import { defineSheet, workbookAnswer } from '../../spreadsheets/index.ts';
import { channelNames, channels } from '../channels.contract.ts';
import { fail } from '../errors.ts';
import type { getMessageStatistics, MessageStatisticsLine, MessageStatisticsQuery } from '../statistics.contract.ts';
import type { MessagingTables } from '../tables.ts';
import { messageTopics } from '../template-definition.ts';
import { isTopic } from '../topics.ts';

type Statistics = ResponseOf<typeof getMessageStatistics>;
interface Sums { sent: number; delivered: number; failed: number; suppressed: number; expired: number; merged: number; read: number; waited: number; waitedSeconds: number; costMills: number }

const columns = ['sent', 'delivered', 'failed', 'suppressed', 'expired', 'merged', 'read', 'waited', 'waitedSeconds', 'costMills'] as const;
const mostMonths = 36;
/** Stands in the tally for what concerns no department. */
const noOrganization = '00000000-0000-0000-0000-000000000000';

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}

function figuresOf({ waited, waitedSeconds, ...sums }: Sums): Omit<MessageStatisticsLine, 'key' | 'name'> {
  const settled = sums.delivered + sums.failed;
  return { ...sums, deliveredShare: settled === 0 ? null : Math.round((sums.delivered / settled) * 1_000) / 10, averageWait: waited === 0 ? null : Math.round(waitedSeconds / waited) };
}

/** Messages of some months by month, channel, group or department, from the tally; the months newest first (MSG-01 月度统计). @throws messaging.period */
export async function readStatistics(ctx: Context, { from, to, by, channel, topic, organizationId }: MessageStatisticsQuery): Promise<Statistics> {
  const months = monthNumber(to) - monthNumber(from) + 1;
  if (months < 1 || months > mostMonths) throw fail('messaging.period');
  const key = { month: sql<string>`month`, channel: sql<string>`channel`, topic: sql<string>`topic`, organization: sql<string>`organization_id::text` }[by];
  let query = tablesOf<MessagingTables>(ctx.kernel.db).selectFrom('messaging.tally')
    .select([key.as('key'), ...columns.map((column) => sql<number>`sum(${sql.ref(column)})::float8`.as(column))]).where('month', '>=', from).where('month', '<=', to);
  if (channel) query = query.where('channel', '=', channel);
  if (topic) query = query.where('topic', '=', topic);
  if (organizationId) query = query.where('organizationId', '=', organizationId);
  const rows = await query.groupBy(sql`1`).execute();
  const nameOf = await namesOf(ctx, by, rows.map((row) => row.key));
  const lines = rows.map((row) => ({ key: row.key, name: nameOf(row.key), ...figuresOf(row) }));
  const order = by === 'month' ? lines.toSorted((a, b) => b.key.localeCompare(a.key)) : lines.toSorted((a, b) => b.sent - a.sent || a.name.localeCompare(b.name, 'zh-CN'));
  const total = Object.fromEntries(columns.map((column) => [column, rows.reduce((sum, row) => sum + row[column], 0)])) as Record<(typeof columns)[number], number>;
  return { total: figuresOf(total), lines: order };
}

async function namesOf(ctx: Context, by: MessageStatisticsQuery['by'], keys: readonly string[]): Promise<(key: string) => string> {
  if (by === 'month') return (key) => `${Number(key.slice(0, 4))}年${Number(key.slice(5))}月`;
  if (by === 'channel') return (key) => channelNames[channels.find((one) => one === key) ?? 'in-site'];
  if (by === 'topic') return (key) => (isTopic(key) ? messageTopics[key].name : key);
  const rows = keys.length === 0 ? [] : await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.organization').select(['id', 'name']).where('id', 'in', [...keys]).execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (key) => (key === noOrganization ? '不属于某个部门' : names.get(key) ?? '—');
}

const titles = { month: '月份', channel: '通道', topic: '消息类别', organization: '部门' } as const;

/** The statistics of a period as a workbook, the sum in the last line; money in yuan. */
export async function exportStatistics(ctx: Context, query: MessageStatisticsQuery): Promise<FileAnswer> {
  const { total, lines } = await readStatistics(ctx, query);
  const sheet = defineSheet<MessageStatisticsLine>({
    name: '消息统计', rows: [...lines, { key: 'total', name: '合计', ...total }],
    columns: [
      { title: titles[query.by], width: 32, value: (row) => row.name }, { title: '发送', width: 10, value: (row) => row.sent }, { title: '送达', width: 10, value: (row) => row.delivered },
      { title: '失败', width: 10, value: (row) => row.failed }, { title: '送达率（%）', width: 12, value: (row) => row.deliveredShare }, { title: '已读', width: 10, value: (row) => row.read },
      { title: '按偏好不发', width: 12, value: (row) => row.suppressed }, { title: '过时不发', width: 12, value: (row) => row.expired }, { title: '并入汇总', width: 12, value: (row) => row.merged },
      { title: '平均等候（秒）', width: 14, value: (row) => row.averageWait }, { title: '费用（元）', width: 12, value: (row) => row.costMills / 1_000 },
    ],
  });
  return workbookAnswer(`消息统计-${query.from}-${query.to}.xlsx`, [sheet]);
}
