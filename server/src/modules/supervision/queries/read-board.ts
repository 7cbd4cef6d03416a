import { sql } from 'kysely';
import { requireScope, type DataScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { countOverdueRectifications } from '../../ratings/index.ts';
import type { Board, BoardCounts } from '../contract.ts';
import type { SupervisionTables } from '../tables.ts';

type Department = { organizationId: string; organizationName: string } & Omit<BoardCounts, 'onTimeShare'>;

const nothing: Omit<BoardCounts, 'onTimeShare'> = {
  waiting: 0, inProgress: 0, paused: 0, warning: 0, yellow: 0, red: 0, closed: 0, closedOnTime: 0, overdueRectifications: 0,
};
const columns = { organizationPath: 'organizationPath', regionCode: 'regionCode' };

/** Open cases by organisation, state and level. */
async function readOpen(ctx: Context, scope: DataScope) {
  return tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.openCount')
    .select(['organizationId', 'organizationName', 'state', 'level', 'count'])
    .where('count', '>', 0).where(scopeFilter(scope, ctx.actor, columns)).execute();
}

/** Decisions of the period by organisation, from the daily counts. */
async function readClosed(ctx: Context, scope: DataScope, since: string) {
  return tablesOf<SupervisionTables>(ctx.kernel.db).selectFrom('supervision.dailyClosed')
    .select(['organizationId', sql<string>`max(organization_name)`.as('organizationName'), sql<number>`sum(total)`.as('closed'), sql<number>`sum(on_time)`.as('closedOnTime')])
    .where('day', '>=', since).where(scopeFilter(scope, ctx.actor, columns)).groupBy('organizationId').execute();
}

/** The live board: departments within the officer's scope, the most pressing first (SUP-03). */
export async function readBoard(ctx: Context, days: number): Promise<Board> {
  const scope = requireScope(ctx, 'supervision.board.view');
  const now = ctx.kernel.clock.now();
  const [open, closed, overdue] = await Promise.all([
    readOpen(ctx, scope), readClosed(ctx, scope, addCalendarDays(chinaDate(now), 1 - days)), countOverdueRectifications(ctx, scope, ctx.actor)]);
  const departments = new Map<string, Department>();
  const of = ({ organizationId, organizationName }: { organizationId: string; organizationName: string }): Department => {
    const department = departments.get(organizationId) ?? { organizationId, organizationName, ...nothing };
    departments.set(organizationId, department);
    return department;
  };
  for (const row of open) {
    const department = of(row);
    if (row.state === 'waiting') { department.waiting += row.count; continue; }
    department.inProgress += row.count;
    if (row.state === 'paused') department.paused += row.count;
    if (row.level !== 'normal') department[row.level] += row.count;
  }
  for (const row of closed) Object.assign(of(row), { closed: row.closed, closedOnTime: row.closedOnTime });
  for (const row of overdue) of(row).overdueRectifications = row.count;
  const list = [...departments.values()].sort((a, b) => b.red - a.red || b.yellow - a.yellow || b.warning - a.warning || b.inProgress - a.inProgress
    || a.organizationName.localeCompare(b.organizationName, 'zh'));
  return { at: now.toISOString(), total: withShare(list.reduce(add, { ...nothing })), departments: list.map(({ organizationId, organizationName, ...counts }) => ({ organizationId, organizationName, ...withShare(counts) })) };
}

function add(sum: typeof nothing, counts: typeof nothing): typeof nothing {
  return {
    waiting: sum.waiting + counts.waiting, inProgress: sum.inProgress + counts.inProgress, paused: sum.paused + counts.paused,
    warning: sum.warning + counts.warning, yellow: sum.yellow + counts.yellow, red: sum.red + counts.red,
    closed: sum.closed + counts.closed, closedOnTime: sum.closedOnTime + counts.closedOnTime, overdueRectifications: sum.overdueRectifications + counts.overdueRectifications,
  };
}

function withShare(counts: typeof nothing): BoardCounts {
  return { ...counts, onTimeShare: counts.closed === 0 ? null : Math.round((counts.closedOnTime / counts.closed) * 1_000) / 10 };
}
