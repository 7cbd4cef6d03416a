import { sql, type RawBuilder } from 'kysely';
import { requireScope, requireStaff, singleScopes, type SingleScope } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ClaimRate, claimGroupings } from '../claim.contract.ts';
import type { DirectoryTables } from '../tables.ts';
import { escapeLike } from '../queries/list-entries.ts';
import { shouldClaim, standingClaim } from './slots.ts';

type Grouping = (typeof claimGroupings)[number];
type Counted = Pick<ClaimRate, 'key' | 'name' | 'should' | 'claimed' | 'pending' | 'notApplicable' | 'hasChildren'>;

/** 事项认领率 of a region by what lies below it, by department or by level, within the reader's scope. */
export async function readClaimRates(ctx: Context, given: string | undefined, by: Grouping): Promise<{ regionCode: string; total: ClaimRate; rows: ClaimRate[] }> {
  const regionCode = given ?? (ctx.actor.kind === 'staff' ? topOf(ctx, ctx.actor.regionCode) : '000000000000');
  const { key, name, children } = groupingOf(by, regionCode);
  const { rows } = await sql<Counted>`
    SELECT g.key, max(g.name) AS name, count(*)::int AS should, (count(*) FILTER (WHERE g.standing = 'claimed'))::int AS claimed,
      (count(*) FILTER (WHERE g.standing = 'pending'))::int AS pending, (count(*) FILTER (WHERE g.standing = 'not-applicable'))::int AS not_applicable,
      ${children} AS has_children
    FROM (SELECT ${key} AS key, ${name} AS name, coalesce(c.standing, 'unclaimed') AS standing, p.region_code
      FROM directory.participant p JOIN directory.entry e ON true
      LEFT JOIN LATERAL ${standingClaim} c ON true
      LEFT JOIN directory.duty d ON d.region_code = p.region_code AND d.guidance_department = e.guidance_department
      LEFT JOIN organization.organization o ON o.id = coalesce(c.organization_id, d.organization_id)
      WHERE ${shouldClaim} AND p.region_code LIKE ${`${regionPrefix(regionCode)}%`} AND ${visible(ctx)}) g
    GROUP BY g.key ORDER BY g.key`.execute(tablesOf<DirectoryTables>(ctx.kernel.db));
  const shown = rows.map(withRate);
  const sum = (pick: (row: Counted) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const total = withRate({
    key: regionCode, name: '合计', should: sum(({ should }) => should), claimed: sum(({ claimed }) => claimed), pending: sum(({ pending }) => pending),
    notApplicable: sum(({ notApplicable }) => notApplicable), hasChildren: false,
  });
  return { regionCode, total, rows: shown };
}

function withRate(row: Counted): ClaimRate {
  const { should, claimed, pending, notApplicable } = row;
  const base = should - notApplicable;
  return { ...row, unclaimed: base - claimed - pending, rate: base === 0 ? null : Math.round(claimed / base * 1000) / 10 };
}

interface GroupingText { key: RawBuilder<unknown>; name: RawBuilder<unknown>; children: RawBuilder<unknown> }

/** By region: the region itself and each region directly below it with all that it holds. */
function groupingOf(by: Grouping, regionCode: string): GroupingText {
  const none = sql`false`;
  if (by === 'level') return { key: sql`p.exercise_level`, name: sql`p.exercise_level`, children: none };
  if (by === 'department') return { key: sql`coalesce(o.id::text, '')`, name: sql`coalesce(o.short_name, o.name, '未指定部门')`, children: none };
  const below = directlyBelow(regionCode);
  return {
    key: below, name: sql`(SELECT r.name FROM organization.region r WHERE r.code = ${below})`,
    children: sql`bool_or(g.region_code <> g.key)`,
  };
}

/** Digits that tell regions of each level apart. */
const lengths = [2, 4, 6, 9, 12];

function directlyBelow(regionCode: string): RawBuilder<unknown> {
  const prefix = regionCode === '000000000000' ? '' : regionPrefix(regionCode);
  const next = lengths.find((length) => length > prefix.length) ?? 12;
  return sql`rpad(left(p.region_code, ${sql.lit(next)}), 12, '0')`;
}

/** Where a reader starts who names no region: the whole country for those who see all, else the own region. */
function topOf(ctx: Context, own: string): string {
  const scope = requireScope(ctx, 'directory.claim.view');
  if (scope.kind === 'all') return '000000000000';
  return scope.kind === 'region' ? scope.regionCode.padEnd(12, '0') : own;
}

function visible(ctx: Context): RawBuilder<boolean> {
  const scopes = singleScopes(requireScope(ctx, 'directory.claim.view'));
  return sql<boolean>`(${sql.join(scopes.map((scope) => within(ctx, scope)), sql` OR `)})`;
}

function within(ctx: Context, scope: SingleScope): RawBuilder<boolean> {
  if (scope.kind === 'all') return sql<boolean>`true`;
  if (scope.kind === 'region') return sql<boolean>`p.region_code LIKE ${`${regionPrefix(scope.regionCode)}%`}`;
  const path = scope.kind === 'own' ? requireStaff(ctx).organizationPath : scope.organizationPath;
  return sql<boolean>`o.path LIKE ${`${escapeLike(path)}%`}`;
}
