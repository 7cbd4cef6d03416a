import { defineMigration } from '../../kernel/db/index.ts';
import { addUp, telling } from './counts.migrations.ts';

/** Of whose change something counted is another; what is only looked at again later is not. */
const changed = `SELECT case_id FROM before b JOIN after a USING (case_id)
  WHERE (b.organization_id, b.region_code, b.state, b.level, b.item_id, b.window_key, b.handler_ids, b.counted_on, b.on_time, b.used_days, b.promised_days)
    IS DISTINCT FROM (a.organization_id, a.region_code, a.state, a.level, a.item_id, a.window_key, a.handler_ids, a.counted_on, a.on_time, a.used_days, a.promised_days)`;

const moved = `WITH changed AS MATERIALIZED (${changed}) SELECT -1 AS delta, b.* FROM before b JOIN changed USING (case_id) UNION ALL SELECT 1, a.* FROM after a JOIN changed USING (case_id)`;

/** The counts are not touched by a statement that changes nothing counted, and the others no longer take whole rows apart column by column (SUP-03). */
export const supervisionCountChanges = defineMigration('20261204-14-supervision-count-changes', `
CREATE OR REPLACE FUNCTION supervision.count_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (${changed}) THEN RETURN NULL; END IF;
${addUp(moved, telling)};
  RETURN NULL;
END $$;
`);

const counted = 'organization_id, organization_name, organization_path, region_code, state, level, item_id, item_name, window_key, handler_ids, counted_on, on_time, used_days, promised_days';

/** What rows came to and come to now, those without a difference left out. */
const differences = `SELECT sum(delta)::int AS delta, ${counted} FROM (SELECT -1 AS delta, ${counted} FROM before UNION ALL SELECT 1, ${counted} FROM after) AS r GROUP BY ${counted} HAVING sum(delta) <> 0`;

/**
 * The rows before and after a statement are no longer joined: a function keeps the plan of its first call in a session, made for
 * a row or two, and with five hundred it compared each row with each other one (SUP-03).
 */
export const supervisionCountDifferences = defineMigration('20261204-42-supervision-count-differences', `
CREATE OR REPLACE FUNCTION supervision.count_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (${differences}) THEN RETURN NULL; END IF;
${addUp(differences, telling)};
  RETURN NULL;
END $$;
`);
