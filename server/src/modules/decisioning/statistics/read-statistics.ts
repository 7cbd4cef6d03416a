import { sql } from 'kysely';
import type { QueryOf, ResponseOf, Static } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { medianOf } from '../../../kernel/reporting/index.ts';
import type { DecisioningFigures, getStatistics, StatisticsQuery } from '../contract.ts';
import type { DecisioningTables } from '../tables.ts';
import type { CountedKind } from './count.ts';

/** Counts of one kind in one bucket, as the tally keeps them. */
export interface Tally { kind: CountedKind; bucket: number; count: number; seconds: number }

/** Percent with one decimal; null of nothing. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000) / 10;
}

/** The figures of some tallies: numbers, shares, and times of automatic and of manual decisions beside each other (DEC-08). */
export function figuresOf(rows: readonly Tally[]): Static<typeof DecisioningFigures> {
  const of = (kind: CountedKind) => rows.filter((row) => row.kind === kind);
  const count = (kind: CountedKind): number => of(kind).reduce((sum, row) => sum + row.count, 0);
  const average = (kind: CountedKind): number | null => (count(kind) === 0 ? null : Math.round(of(kind).reduce((sum, row) => sum + row.seconds, 0) / count(kind)));
  const [submitted, automatic, agreed, overturned] = [count('submitted'), count('automatic'), count('agreed'), count('overturned')];
  const reviewed = agreed + overturned;
  return {
    submitted, automatic, toPerson: count('to-person'), manual: count('manual'), coverage: percent(automatic, submitted),
    automaticAverage: average('automatic'), automaticMedian: medianOf(of('automatic')), manualAverage: average('manual'), manualMedian: medianOf(of('manual')),
    sampled: count('sampled'), reviewed, overturned, reviewShare: percent(reviewed, automatic), misjudged: percent(overturned, reviewed),
  };
}

type Keyed = Tally & { key: string; name: string };

async function readTallies(ctx: Context, { from, to, by, organizationId }: Static<typeof StatisticsQuery>): Promise<Keyed[]> {
  const key = { item: sql<string>`item_id::text`, organization: sql<string>`organization_id::text`, month: sql<string>`to_char(day, 'YYYY-MM')` }[by];
  const name = { item: sql<string>`max(item_name)`, organization: sql<string>`max(organization_name)`, month: sql<string>`to_char(min(day), 'YYYY"年"FMMM"月"')` }[by];
  let query = tablesOf<DecisioningTables>(ctx.kernel.db).selectFrom('decisioning.daily')
    .select(({ ref }) => [key.as('key'), name.as('name'), sql<CountedKind>`kind`.as('kind'), ref('bucket').as('bucket'), sql<number>`sum(count)::int`.as('count'), sql<number>`sum(seconds)::float8`.as('seconds')])
    .where('day', '>=', from).where('day', '<=', to)
    .where(scopeFilter(requireScope(ctx, 'decisioning.result.view'), ctx.actor, { organizationPath: 'organizationPath', regionCode: 'regionCode' }));
  if (organizationId) query = query.where('organizationId', '=', organizationId);
  return query.groupBy([sql`1`, 'kind', 'bucket']).execute();
}

/** 效能统计 of a period, by item, department or month; read from the daily tally, whatever the number of cases. */
export async function readStatistics(ctx: Context, input: QueryOf<typeof getStatistics>): Promise<ResponseOf<typeof getStatistics>> {
  const rows = await readTallies(ctx, input);
  const keys = [...new Set(rows.map(({ key }) => key))];
  const lines = keys.map((key) => {
    const own = rows.filter((row) => row.key === key);
    return { key, name: own[0]?.name ?? '', ...figuresOf(own) };
  });
  const order = input.by === 'month'
    ? lines.toSorted((a, b) => b.key.localeCompare(a.key))
    : lines.toSorted((a, b) => b.automatic - a.automatic || b.submitted - a.submitted || a.name.localeCompare(b.name, 'zh-CN'));
  return { total: figuresOf(rows), lines: order };
}
