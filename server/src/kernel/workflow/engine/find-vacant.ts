import { chinaDate } from '../../clock/index.ts';
import type { Kernel } from '../../context.ts';
import type { Candidate } from '../interpreter/index.ts';
import { candidateKey } from './candidate-key.ts';

const keptForMs = 60_000;
const maximumKept = 5_000;
/** When a candidate was last seen to be somebody; per kernel, because tests have many. */
const staffed = new WeakMap<Kernel, Map<string, number>>();

/** What a process names is no id until it looks like one; no row has the id that nothing gives. */
const idIn = (column: string): string => `CASE WHEN ${column} ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' THEN ${column}::uuid END`;

const inOffice = `(s.valid_to IS NULL OR s.valid_to > $2::date)
    AND (c.post IS NULL OR EXISTS (SELECT FROM organization.staff_post p WHERE p.staff_id = s.id AND p.post_code = c.post AND p.valid_to IS NULL))
    AND (c.role IS NULL OR EXISTS (SELECT FROM access.role_assignment r WHERE r.staff_id = s.id AND r.role_code = c.role AND r.ended_at IS NULL))`;

// One condition per named part; a person counts while in office. The organisation reaches down to those below it, whose paths
// begin with its own: a range of the index on paths, since “/” is followed by “0”.
const query = `
SELECT c.position
FROM json_to_recordset($1::json) AS c (position int, person text, organisation text, post text, role text)
WHERE NOT CASE
  WHEN c.person IS NOT NULL THEN EXISTS (SELECT FROM organization.staff s WHERE s.id = ${idIn('c.person')} AND ${inOffice})
  WHEN c.organisation IS NULL THEN EXISTS (SELECT FROM organization.staff s WHERE ${inOffice})
  ELSE EXISTS (
    SELECT FROM organization.organization top
    JOIN organization.organization o ON o.path ~>=~ top.path AND o.path ~<~ (left(top.path, -1) || '0')
    JOIN organization.staff s ON s.organization_id = o.id
    WHERE top.id = ${idIn('c.organisation')} AND ${inOffice})
  END`;

/** Gives the keys of those candidates that nobody in office meets; a candidate seen staffed within a minute is not asked again. */
export async function findVacant(kernel: Kernel, candidates: readonly Candidate[]): Promise<string[]> {
  const kept = staffed.get(kernel) ?? new Map<string, number>();
  staffed.set(kernel, kept);
  const now = kernel.clock.now();
  const asked = [...new Map(candidates.map((candidate) => [candidateKey(candidate), candidate]))]
    .filter(([key]) => Math.abs(now.getTime() - (kept.get(key) ?? -Infinity)) > keptForMs);
  if (asked.length === 0) return [];
  const parts = asked.map(([, { person, organisation, post, role }], position) => (person === undefined ? { position, organisation, post, role } : { position, person }));
  const { rows } = await kernel.db.pool.query<{ position: number }>({ name: 'workflow-vacant', text: query, values: [JSON.stringify(parts), chinaDate(now)] });
  const vacant = new Set(rows.map(({ position }) => position));
  if (kept.size > maximumKept) kept.clear();
  for (const [position, [key]] of asked.entries()) if (!vacant.has(position)) kept.set(key, now.getTime());
  return asked.flatMap(([key], position) => (vacant.has(position) ? [key] : []));
}
