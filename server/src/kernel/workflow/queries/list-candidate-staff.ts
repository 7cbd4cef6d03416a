import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import type { Candidate } from '../interpreter/index.ts';

// The same conditions as those by which a task finds its handlers; an organisation reaches down to those below it.
const query = `
SELECT DISTINCT s.id
FROM json_to_recordset($1::json) AS c (person text, organisation text, post text, role text)
JOIN organization.staff s ON (s.valid_to IS NULL OR s.valid_to > $2::date) AND (c.person IS NULL OR s.id::text = c.person)
JOIN organization.organization o ON o.id = s.organization_id AND (c.organisation IS NULL OR o.path LIKE '%/' || c.organisation || '/%')
WHERE (c.post IS NULL OR EXISTS (SELECT FROM organization.staff_post p WHERE p.staff_id = s.id AND p.post_code = c.post AND p.valid_to IS NULL))
  AND (c.role IS NULL OR EXISTS (SELECT FROM access.role_assignment r WHERE r.staff_id = s.id AND r.role_code = c.role AND r.ended_at IS NULL))
ORDER BY s.id LIMIT $3`;

/** Officers in office whom any of the candidates means, at most `most`, for telling them of a task. */
export async function listCandidateStaff(ctx: Pick<Context, 'kernel'>, candidates: readonly Candidate[], most: number): Promise<string[]> {
  if (candidates.length === 0) return [];
  const parts = candidates.map(({ person, organisation, post, role }) => ({ person, organisation, post, role }));
  const { rows } = await ctx.kernel.db.pool.query<{ id: string }>({
    name: 'workflow-candidate-staff', text: query, values: [JSON.stringify(parts), chinaDate(ctx.kernel.clock.now()), most],
  });
  return rows.map(({ id }) => id);
}
