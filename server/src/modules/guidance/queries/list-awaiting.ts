import { sql } from 'kysely';
import type { Page } from '@tongban/contract-kit';
import { requireScope } from '../../../kernel/access/index.ts';
import { scopeFilter } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { decodeCursor, pageOf, tablesOf } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';

/** An item whose guidance waits for its department, and since when. */
export interface AwaitingGuidance {
  readonly versionId: string;
  readonly name: string;
  readonly code: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly askedByName: string;
  readonly askedAt: string;
}

function awaiting(ctx: Context, permission: string) {
  const scope = scopeFilter(requireScope(ctx, permission), ctx.actor, { organizationPath: 'i.organization_path', regionCode: 'i.region_code' });
  return sql`reviews.review r JOIN catalog.item_version v ON v.id = r.subject_id::uuid JOIN catalog.item i ON i.id = v.item_id
    WHERE r.subject_type = 'guidance' AND r.state = 'open' AND ${scope}`;
}

/** How many items of each department wait for its confirmation, within the scope in which the actor holds `permission` (GDE-01, CAT-13). */
export async function countAwaiting(ctx: Context, permission: string): Promise<{ organizationId: string; organizationName: string; count: number }[]> {
  const { rows } = await sql<{ organizationId: string; organizationName: string; count: number }>`
    SELECT i.organization_id, max(i.department_name) AS organization_name, count(*)::int AS count FROM ${awaiting(ctx, permission)} GROUP BY i.organization_id`.execute(tablesOf(ctx.kernel.db));
  // A guide that is in use may still name a department that was merged into this one.
  const organizations = await listOrganizationsById(ctx, rows.map(({ organizationId }) => organizationId));
  return rows.map((row) => ({ ...row, organizationName: organizations.get(row.organizationId)?.shortName ?? organizations.get(row.organizationId)?.name ?? row.organizationName }));
}

/** The items that wait, the longest first. */
export async function listAwaiting(
  ctx: Context, permission: string, { organizationId, limit = 20, cursor }: { organizationId?: string; limit?: number; cursor?: string },
): Promise<Page<AwaitingGuidance>> {
  const [after] = cursor === undefined ? [null] : decodeCursor(cursor, 1).map(String);
  const { rows } = await sql<Omit<AwaitingGuidance, 'askedAt'> & { id: string; askedAt: Date }>`
    SELECT r.id, v.id AS version_id, v.elements ->> 'name' AS name, i.local_task_code AS code, i.organization_id, i.department_name AS organization_name,
      r.submitted_by_name AS asked_by_name, r.started_at AS asked_at FROM ${awaiting(ctx, permission)}
      AND (${organizationId ?? null}::uuid IS NULL OR i.organization_id = ${organizationId ?? null}::uuid) AND (${after ?? null}::uuid IS NULL OR r.id > ${after ?? null}::uuid)
    ORDER BY r.id LIMIT ${limit + 1}`.execute(tablesOf(ctx.kernel.db));
  return pageOf(rows, limit, ({ id }) => [id], ({ id: _id, askedAt, ...row }) => ({ ...row, askedAt: new Date(askedAt).toISOString() }));
}
