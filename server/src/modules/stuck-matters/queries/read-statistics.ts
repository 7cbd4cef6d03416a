import { sql, type RawBuilder } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { chinaDate, startOfChinaDay } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { FileAnswer } from '../../../kernel/module/index.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import { defineSheet, workbookAnswer } from '../../../kernel/spreadsheets/index.ts';
import { finishedStates, type MatterStatistics, type StatisticsLine, type StatisticsQuery } from '../contract.ts';
import { readNames } from '../lists.ts';
import type { StuckMattersTables } from '../tables.ts';

interface Counted { key: string; name: string; total: number; open: number; waiting: number; done: number; late: number; days: number | null; satisfied: number; worded: number }

/** Matters registered in a period by reason, region, department and root cause (STK-02). */
export async function readStatistics(ctx: Context, query: StatisticsQuery): Promise<MatterStatistics> {
  const [reasons, causes] = await Promise.all([readNames(ctx.kernel, 'reason'), readNames(ctx.kernel, 'cause')]);
  const [[total], byReason, byRegion, byOrganization, byCause] = await Promise.all([
    count(ctx, query, sql`'all'`), count(ctx, query, sql`m.reason_code`), count(ctx, query, sql`m.region_code`),
    count(ctx, query, sql`coalesce(m.organization_id, m.concerned_id)::text`, sql`max(coalesce(m.organization_name, m.concerned_name))`), count(ctx, query, sql`m.cause_code`),
  ]);
  const regions = await regionNames(ctx, byRegion.map(({ key }) => key));
  const named = (rows: readonly Counted[], nameOf: (row: Counted) => string): StatisticsLine[] => rows.map((row) => present(row, nameOf(row)));
  return {
    total: total ? present(total, '合计') : { key: 'all', name: '合计', total: 0, open: 0, waiting: 0, done: 0, late: 0, averageDays: null, satisfiedShare: null },
    byReason: named(byReason, ({ key }) => reasons.get(key) ?? key), byRegion: named(byRegion, ({ key }) => regions.get(key) ?? key),
    byOrganization: named(byOrganization, ({ key, name }) => (key === '' ? '尚未明确部门' : name)),
    byCause: named(byCause.filter(({ key }) => key !== ''), ({ key }) => causes.get(key) ?? key),
  };
}

async function count(ctx: Context, { from, to, regionCode }: StatisticsQuery, key: RawBuilder<unknown>, name: RawBuilder<unknown> = sql`''`): Promise<Counted[]> {
  const today = chinaDate(ctx.kernel.clock.now());
  const ended = sql.join([...finishedStates]);
  let query = tablesOf<StuckMattersTables>(ctx.kernel.db).selectFrom('stuckMatters.matter as m').select([
    sql<string>`coalesce(${key}, '')`.as('key'), sql<string>`coalesce(${name}, '')`.as('name'), sql<number>`count(*)::int`.as('total'),
    sql<number>`count(*) FILTER (WHERE m.state NOT IN (${ended}))::int`.as('open'),
    sql<number>`count(*) FILTER (WHERE m.state IN ('registered', 'reopened', 'assigned', 'handling'))::int`.as('waiting'),
    sql<number>`count(*) FILTER (WHERE m.state = 'closed')::int`.as('done'),
    sql<number>`count(*) FILTER (WHERE m.in_time = false OR (m.state IN ('assigned', 'handling') AND m.due_on < ${today}::date))::int`.as('late'),
    sql<number | null>`round((avg(extract(epoch FROM m.finished_at - m.registered_at)) FILTER (WHERE m.state = 'closed') / 86400)::numeric, 1)::float`.as('days'),
    sql<number>`count(*) FILTER (WHERE m.word IN ('satisfied', 'fairly-satisfied'))::int`.as('satisfied'), sql<number>`count(m.word)::int`.as('worded'),
  ]).where(scopeFilter(requireScope(ctx, 'stuck-matters.statistics.view'), ctx.actor, { organizationPath: 'm.organizationPath', regionCode: 'm.regionCode' }));
  if (from) query = query.where('m.registeredAt', '>=', startOfChinaDay(from));
  if (to) query = query.where('m.registeredAt', '<', new Date(startOfChinaDay(to).getTime() + 86_400_000));
  if (regionCode) query = query.where('m.regionCode', 'like', `${regionPrefix(regionCode)}%`);
  return query.groupBy(sql`1`).orderBy('total', 'desc').orderBy('key').execute();
}

function present({ key, total, open, waiting, done, late, days, satisfied, worded }: Counted, name: string): StatisticsLine {
  return { key, name, total, open, waiting, done, late, averageDays: days, satisfiedShare: worded === 0 ? null : Math.round((satisfied / worded) * 1_000) / 10 };
}

async function regionNames(ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await tablesOf<OrganizationTables>(ctx.kernel.db).selectFrom('organization.region').select(['code', 'fullName']).where('code', 'in', [...codes]).execute();
  return new Map(rows.map(({ code, fullName }) => [code, fullName]));
}

/** The statistics as a workbook, a sheet for each way of counting. */
export async function exportStatistics(ctx: Context, query: StatisticsQuery): Promise<FileAnswer> {
  const statistics = await readStatistics(ctx, query);
  const sheet = (name: string, title: string, rows: readonly StatisticsLine[]) => defineSheet<StatisticsLine>({
    name, rows: [...rows, statistics.total],
    columns: [
      { title, width: 36, value: (row) => row.name }, { title: '反映数', width: 10, value: (row) => row.total }, { title: '已办', width: 10, value: (row) => row.done },
      { title: '在办', width: 10, value: (row) => row.open }, { title: '待办', width: 10, value: (row) => row.waiting }, { title: '超期', width: 10, value: (row) => row.late },
      { title: '平均用时（天）', width: 16, value: (row) => row.averageDays }, { title: '满意率（%）', width: 14, value: (row) => row.satisfiedShare },
    ],
  });
  const { from, to } = query;
  const period = from === undefined && to === undefined ? '' : `-${from ?? ''}至${to ?? ''}`;
  return workbookAnswer(`办不成事统计${period}-${chinaDate(ctx.kernel.clock.now())}.xlsx`, [
    sheet('按原因', '反映原因', statistics.byReason), sheet('按区划', '区划', statistics.byRegion), sheet('按部门', '部门', statistics.byOrganization), sheet('按根本原因', '根本原因', statistics.byCause),
  ]);
}
