import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { readRowsAlone } from '../../db/index.ts';
import { candidateKey } from '../engine/candidate-key.ts';
import type { Candidate } from '../interpreter/index.ts';

// Two halves, because each has a partial index of its own.
const openOf = (claim: 'IS NULL' | 'IS NOT NULL'): string =>
  `(SELECT count(*)::int FROM workflow.task WHERE status = 'open' AND assignee_id ${claim} AND candidate_keys && $1::text[])`;
const openTasks = `SELECT ${openOf('IS NULL')} + ${openOf('IS NOT NULL')} AS count`;

/** How many tasks meant for the candidates are open, whether somebody has taken them or not. */
export async function countOpenTasks(ctx: Pick<Context, 'kernel'>, candidates: readonly Candidate[]): Promise<number> {
  if (candidates.length === 0) return 0;
  const [row] = await readRowsAlone<{ count: number }>(ctx.kernel.db, openTasks, [candidates.map(candidateKey)]);
  return row?.count ?? 0;
}

// The conditions by which a task finds its handlers; the number of tasks somebody has is counted by the index of assignees.
const leastLoaded = `
SELECT s.id, s.name, (SELECT count(*) FROM workflow.task t WHERE t.assignee_id = s.id AND t.status = 'open') AS load
FROM (
  SELECT DISTINCT s.id, s.name
  FROM json_to_recordset($1::json) AS c (person text, organisation text, post text, role text)
  JOIN organization.staff s ON (s.valid_to IS NULL OR s.valid_to > $2::date) AND (c.person IS NULL OR s.id::text = c.person)
  JOIN organization.organization o ON o.id = s.organization_id AND (c.organisation IS NULL OR o.path LIKE '%/' || c.organisation || '/%')
  WHERE (c.post IS NULL OR EXISTS (SELECT FROM organization.staff_post p WHERE p.staff_id = s.id AND p.post_code = c.post AND p.valid_to IS NULL))
    AND (c.role IS NULL OR EXISTS (SELECT FROM access.role_assignment r WHERE r.staff_id = s.id AND r.role_code = c.role AND r.ended_at IS NULL))
) AS s
ORDER BY load, s.id LIMIT 1`;

/** The officer in office with the fewest open tasks among those whom the candidates mean; undefined when there is none. */
export async function findLeastLoaded(ctx: Pick<Context, 'kernel'>, candidates: readonly Candidate[]): Promise<{ id: string; name: string } | undefined> {
  const parts = candidates.map(({ person, organisation, post, role }) => (person === undefined ? { organisation, post, role } : { person }));
  const [row] = await readRowsAlone<{ id: string; name: string }>(ctx.kernel.db, leastLoaded, [JSON.stringify(parts), chinaDate(ctx.kernel.clock.now())]);
  return row && { id: row.id, name: row.name };
}
