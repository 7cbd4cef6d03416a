import { sql, type RawBuilder } from 'kysely';

/**
 * Whether region `p` should claim entry `e`: it is in force and not paused, its level exercises it (分级管理 is for cities and
 * counties), it lies in the directory's region, and the entry has no sub-items, which are claimed instead.
 */
export const shouldClaim: RawBuilder<boolean> = sql<boolean>`(e.state = 'in-force' AND NOT e.paused
  AND (p.exercise_level = ANY(e.use_levels) OR ('7' = ANY(e.use_levels) AND p.exercise_level IN ('3', '4')))
  AND p.region_code LIKE directory.region_prefix(e.region_code) || '%'
  AND NOT EXISTS (SELECT FROM directory.entry s WHERE s.parent_id = e.id AND s.state = 'in-force'))`;

/** The claim by which an entry stands in a region: a confirmed one before one that waits, before 本地不适用. */
export const standingClaim: RawBuilder<unknown> = sql`(
  SELECT c.*, CASE WHEN c.kind = 'not-applicable' AND c.state = 'confirmed' THEN 'not-applicable' WHEN c.state = 'confirmed' THEN 'claimed' ELSE 'pending' END AS standing
  FROM directory.claim c WHERE c.entry_id = e.id AND c.region_code = p.region_code AND c.state IN ('pending', 'confirmed')
  ORDER BY CASE WHEN c.state = 'confirmed' AND c.kind <> 'not-applicable' THEN 0 WHEN c.state = 'pending' THEN 1 ELSE 2 END, c.id LIMIT 1)`;
