import type { QueryOf } from '@tongban/contract-kit';
import { sql } from 'kysely';
import { requireScope } from '../../../kernel/access/index.ts';
import { regionPrefix, scopeFilter } from '../../../kernel/access/scope-filter.ts';
import { addCalendarDays } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { accuracyFormula, type getQualityTrend, type QualityDay } from '../contract.ts';
import type { ItemQualityTables } from '../tables.ts';
import { readOverview, shareOf } from './read-overview.ts';

/** How things stood at the end of each day of the period that was counted, and now. */
export async function readTrend(ctx: Context, { days = 90, organizationId, regionCode }: QueryOf<typeof getQualityTrend>): Promise<QualityDay[]> {
  const today = chinaDate(ctx.kernel.clock.now());
  let query = tablesOf<ItemQualityTables>(ctx.kernel.db).selectFrom('itemQuality.daily').select([
    'day', sql<number>`sum(in_use)`.as('inUse'), sql<number>`sum(accurate)`.as('accurate'), sql<number>`sum(errors)`.as('errors'), sql<number>`sum(warnings)`.as('warnings'),
    sql<number>`max(formula_version)`.as('formulaVersion'),
  ]).where('day', '>=', addCalendarDays(today, 1 - days)).where('day', '<', today)
    .where(scopeFilter(requireScope(ctx, 'item-quality.finding.view'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (organizationId) query = query.where('organizationId', '=', organizationId);
  if (regionCode) query = query.where('regionCode', 'like', `${regionPrefix(regionCode)}%`);
  const area = { ...(organizationId === undefined ? {} : { organizationId }), ...(regionCode === undefined ? {} : { regionCode }) };
  const [rows, { total }] = await Promise.all([query.groupBy('day').orderBy('day').execute(), readOverview(ctx, area)]);
  const { inUse, accurate, accuracy, errors, warnings } = total;
  return [
    ...rows.map((row) => ({ ...row, accuracy: shareOf(row.accurate, row.inUse) })),
    { day: today, inUse, accurate, accuracy, errors, warnings, formulaVersion: accuracyFormula.version },
  ];
}
