import { sql, type RawBuilder } from 'kysely';
import type { Page, QueryOf } from '@tongban/contract-kit';
import { requireScope, requireStaff, singleScopes, type DataScope, type SingleScope } from '../../../kernel/access/index.ts';
import { regionPrefix } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { planSearch } from '../../../kernel/search/index.ts';
import type { listSlots as listOperation, Slot, SlotStanding } from '../claim.contract.ts';
import { escapeLike, findEntries } from '../queries/list-entries.ts';
import type { DirectoryTables } from '../tables.ts';
import { shouldClaim, standingClaim } from './slots.ts';

type Query = QueryOf<typeof listOperation>;

interface Row {
  entryId: string; code: string; regionCode: string; regionName: string; level: string; standing: SlotStanding;
  departmentId: string | null; departmentName: string | null; departmentClosed: boolean | null;
  claimId: string | null; claimOrganization: string | null; claimOrganizationClosed: boolean | null; claimedAt: Date | null; itemId: string | null;
}

/** What regions should claim and what has become of it, within the reader's scope: an office sees what nobody has claimed and its own. */
export async function listSlots(ctx: Context, query: Query): Promise<Page<Slot>> {
  const limit = query.limit ?? 20;
  for (const found of attemptsOf(query.q)) {
    const conditions = [shouldClaim, visible(ctx, requireScope(ctx, 'directory.claim.view')), found, ...narrow(ctx, query), follow(query.cursor)];
    const { rows } = await sql<Row>`
      SELECT e.id AS entry_id, e.code, p.region_code, p.name AS region_name, p.exercise_level AS level, coalesce(c.standing, 'unclaimed') AS standing,
        o.id AS department_id, coalesce(o.short_name, o.name) AS department_name, o.valid_to IS NOT NULL AS department_closed,
        c.id AS claim_id, c.organization_name AS claim_organization, k.valid_to IS NOT NULL AS claim_organization_closed, c.claimed_at, c.item_id
      FROM directory.participant p JOIN directory.entry e ON true
      LEFT JOIN LATERAL ${standingClaim} c ON true
      LEFT JOIN directory.duty d ON d.region_code = p.region_code AND d.guidance_department = e.guidance_department
      LEFT JOIN organization.organization o ON o.id = d.organization_id
      LEFT JOIN organization.organization k ON k.id = c.organization_id
      WHERE ${sql.join(conditions, sql` AND `)}
      ORDER BY e.code, e.id, p.region_code LIMIT ${limit + 1}`.execute(tablesOf<DirectoryTables>(ctx.kernel.db));
    if (rows.length > 0) return present(ctx, rows, limit);
  }
  return { items: [], nextCursor: null };
}

async function present(ctx: Context, rows: readonly Row[], limit: number): Promise<Page<Slot>> {
  const entries = await findEntries(ctx, rows.map(({ entryId }) => entryId));
  const page = pageOf(rows, limit, ({ code, entryId, regionCode }) => [code, entryId, regionCode], (row) => {
    const entry = entries.get(row.entryId);
    return entry && {
      entry, regionCode: row.regionCode, regionName: row.regionName, level: row.level, standing: row.standing,
      department: row.departmentId === null ? null : { id: row.departmentId, name: row.departmentName ?? '', closed: row.departmentClosed ?? false },
      claim: row.claimId === null || row.claimedAt === null ? null : {
        id: row.claimId, organizationName: row.claimOrganization ?? '', organizationClosed: row.claimOrganizationClosed ?? false,
        claimedAt: row.claimedAt.toISOString(), itemId: row.itemId,
      },
    };
  });
  return { ...page, items: page.items.filter((slot) => slot !== undefined) };
}

/** An office sees its own region: what is its by duty or claim, and what nobody has claimed. */
function visible(ctx: Context, scope: DataScope): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(singleScopes(scope).map((single) => within(ctx, single)), sql` OR `)})`;
}

function within(ctx: Context, scope: SingleScope): RawBuilder<boolean> {
  if (scope.kind === 'all') return sql<boolean>`true`;
  if (scope.kind === 'region') return sql<boolean>`p.region_code LIKE ${`${regionPrefix(scope.regionCode)}%`}`;
  const staff = requireStaff(ctx);
  const path = `${escapeLike(scope.kind === 'own' ? staff.organizationPath : scope.organizationPath)}%`;
  return sql<boolean>`(p.region_code = ${staff.regionCode} AND (c.id IS NULL OR o.path LIKE ${path} OR c.organization_path LIKE ${path}))`;
}

function attemptsOf(q: string | undefined): RawBuilder<boolean>[] {
  const text = q?.trim() ?? '';
  if (text === '') return [sql<boolean>`true`];
  return [sql<boolean>`e.code LIKE ${`${escapeLike(text.toUpperCase())}%`}`, ...planSearch(text).map(({ tsquery }) => sql<boolean>`e.vector @@ ${tsquery}::tsquery`)];
}

function narrow(ctx: Context, { regionCode, level, organizationId, unassigned, standing, taskType }: Query): RawBuilder<boolean>[] {
  const region = regionCode ?? (ctx.actor.kind === 'staff' ? ctx.actor.regionCode : undefined);
  return [
    ...(region === undefined ? [] : [sql<boolean>`p.region_code LIKE ${`${regionPrefix(region)}%`}`]),
    ...(level === undefined ? [] : [sql<boolean>`p.exercise_level = ${level}`]),
    ...(organizationId === undefined ? [] : [sql<boolean>`coalesce(c.organization_id, d.organization_id) = ${organizationId}`]),
    ...(unassigned === true ? [sql<boolean>`coalesce(c.organization_id, d.organization_id) IS NULL`] : []),
    ...(standing === undefined ? [] : [sql<boolean>`coalesce(c.standing, 'unclaimed') = ${standing}`]),
    ...(taskType === undefined ? [] : [sql<boolean>`e.task_type = ${taskType}`]),
  ];
}

function follow(cursor: string | undefined): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`;
  const [code, id, region] = decodeCursor(cursor, 3);
  return sql<boolean>`(e.code, e.id::text, p.region_code::text) > (${String(code)}, ${String(id)}, ${String(region)})`;
}
