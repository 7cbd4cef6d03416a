import { sql } from 'kysely';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { listOrganizationsById } from '../../../kernel/organization/index.ts';
import type { Duty } from '../claim.contract.ts';
import { fail } from '../errors.ts';
import { authorizeDirectory } from '../queries/entry-record.ts';
import type { DirectoryTables } from '../tables.ts';

interface Row { guidanceDepartment: string; entryCount: number; organizationId: string | null; organizationName: string | null; closed: boolean | null; suggestedId: string | null; suggestedName: string | null }

/** Which department of a region takes the entries of each guiding department; where none is named, one whose name says so is suggested. */
export async function listDuties(ctx: Context, regionCode: string): Promise<Duty[]> {
  const { rows } = await sql<Row>`
    SELECT g.guidance_department, g.entry_count, o.id AS organization_id, coalesce(o.short_name, o.name) AS organization_name, o.valid_to IS NOT NULL AS closed,
      s.id AS suggested_id, coalesce(s.short_name, s.name) AS suggested_name
    FROM (SELECT guidance_department, count(*)::int AS entry_count FROM directory.entry WHERE state = 'in-force' GROUP BY guidance_department) g
    LEFT JOIN directory.duty d ON d.region_code = ${regionCode} AND d.guidance_department = g.guidance_department
    LEFT JOIN organization.organization o ON o.id = d.organization_id
    LEFT JOIN LATERAL (
      SELECT id, name, short_name FROM organization.organization WHERE region_code = ${regionCode} AND valid_to IS NULL AND char_length(g.guidance_department) > 2
        AND (right(name, char_length(g.guidance_department)) = g.guidance_department OR right(short_name, char_length(g.guidance_department)) = g.guidance_department)
      ORDER BY path LIMIT 1) s ON o.id IS NULL
    ORDER BY g.guidance_department`.execute(tablesOf<DirectoryTables>(ctx.kernel.db));
  return rows.map((row) => ({
    guidanceDepartment: row.guidanceDepartment, entryCount: row.entryCount,
    organization: row.organizationId === null ? null : { id: row.organizationId, name: row.organizationName ?? '', closed: row.closed ?? false },
    suggestion: row.suggestedId === null ? null : { id: row.suggestedId, name: row.suggestedName ?? '' },
  }));
}

/** Names the departments that take entries in a region. @throws directory.department-closed, directory.not-of-region, forbidden outside the actor's scope */
export async function saveDuties(ctx: Context, regionCode: string, duties: readonly { guidanceDepartment: string; organizationId: string | null }[]): Promise<Duty[]> {
  authorizeDirectory(ctx, 'directory.entry.edit', regionCode);
  const organizations = await listOrganizationsById(ctx, duties.flatMap(({ organizationId }) => organizationId ?? []));
  const batch = new WriteBatch();
  const writes = writesFor<DirectoryTables>(batch);
  const wanted = new Map(duties.map((duty) => [duty.guidanceDepartment, duty.organizationId]));
  const known = await tablesOf<DirectoryTables>(ctx.kernel.db).selectFrom('directory.duty').select('guidanceDepartment').where('regionCode', '=', regionCode).execute();
  const standing = new Set(known.map(({ guidanceDepartment }) => guidanceDepartment));
  for (const [guidanceDepartment, organizationId] of wanted) {
    if (organizationId === null) { writes.delete('directory.duty', { regionCode, guidanceDepartment }); continue; }
    const organization = organizations.get(organizationId);
    if (organization?.regionCode !== regionCode) throw fail('directory.not-of-region');
    if (organization.validTo !== null) throw fail('directory.department-closed', { department: organization.name });
    if (standing.has(guidanceDepartment)) writes.update('directory.duty', { organizationId }, { regionCode, guidanceDepartment });
    else writes.insert('directory.duty', { regionCode, guidanceDepartment, organizationId }, 'nothing');
  }
  recordAudit(ctx, batch, { action: 'directory.save-duties', objectType: 'directory-duty', objectId: regionCode, detail: Object.fromEntries(wanted) });
  await commit(ctx, batch);
  return listDuties(ctx, regionCode);
}
