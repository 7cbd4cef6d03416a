import type { Context } from '../../kernel/context.ts';
import { getOrganization } from '../../kernel/organization/index.ts';

/** An officer who can be given a matter. */
export interface Handler {
  id: string;
  name: string;
  organizationId: string;
  organizationName: string;
  organizationPath: string;
}

interface Which { organizationPath?: string; ids?: readonly string[]; q?: string; most?: number }

const text = `
  SELECT DISTINCT st.name, st.id, o.id AS organization_id, o.name AS organization_name, o.path AS organization_path
  FROM access.role r JOIN access.role_assignment ra ON ra.role_code = r.code AND ra.ended_at IS NULL
  JOIN organization.staff st ON st.id = ra.staff_id AND st.valid_to IS NULL
  JOIN organization.organization o ON o.id = st.organization_id AND o.valid_to IS NULL
  WHERE r.permissions @> ARRAY['stuck-matters.matter.handle'] AND o.path LIKE $1 AND ($2::uuid[] IS NULL OR st.id = ANY($2)) AND (st.name LIKE $3 OR o.name LIKE $3)
  ORDER BY st.name, st.id LIMIT $4`;

/** Officers of an organisation and those below it who may handle matters, by name; everybody's where no organisation is told. */
export async function listHandlers({ kernel }: Pick<Context, 'kernel'>, { organizationPath = '/', ids, q = '', most = 50 }: Which): Promise<Handler[]> {
  const like = (value: string): string => value.replace(/[\\%_]/g, '\\$&');
  const { rows } = await kernel.db.pool.query<{ id: string; name: string; organization_id: string; organization_name: string; organization_path: string }>(
    text, [`${like(organizationPath)}%`, ids ?? null, `%${like(q.trim())}%`, most]);
  return rows.map((row) => ({ id: row.id, name: row.name, organizationId: row.organization_id, organizationName: row.organization_name, organizationPath: row.organization_path }));
}

/** Officers to choose from: of one department, or all, by part of a name. */
export async function listOfficers(ctx: Context, { organizationId, q }: { organizationId?: string; q?: string }): Promise<Omit<Handler, 'organizationPath'>[]> {
  const path = organizationId === undefined ? undefined : (await getOrganization(ctx, organizationId)).path;
  const handlers = await listHandlers(ctx, { ...(path === undefined ? {} : { organizationPath: path }), ...(q === undefined ? {} : { q }) });
  return handlers.map(({ id, name, organizationId: ofOrganization, organizationName }) => ({ id, name, organizationId: ofOrganization, organizationName }));
}
