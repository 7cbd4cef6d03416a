import { defineMigration } from '../../kernel/db/index.ts';

/** What a statement has moved: rows that were (-1) and are (1); those of which nothing counted has changed are left out. */
const moved = {
  insert: 'SELECT 1 AS delta, a.* FROM after a',
  delete: 'SELECT -1 AS delta, b.* FROM before b',
  update: `SELECT d.delta, (CASE d.delta WHEN 1 THEN c.after ELSE c.before END).* FROM (
    SELECT ROW(b.*)::supervision.watched_case AS before, ROW(a.*)::supervision.watched_case AS after FROM before b JOIN after a USING (case_id)
    WHERE (b.organization_id, b.region_code, b.state, b.level, b.item_id, b.window_key, b.handler_ids, b.counted_on, b.on_time, b.used_days, b.promised_days)
      IS DISTINCT FROM (a.organization_id, a.region_code, a.state, a.level, a.item_id, a.window_key, a.handler_ids, a.counted_on, a.on_time, a.used_days, a.promised_days)
    OFFSET 0) AS c CROSS JOIN (VALUES (-1), (1)) AS d (delta)`,
};

/** The latest name of what is counted: of the rows that are, where there are any. */
const latest = (column: string): string => `coalesce(max(${column}) FILTER (WHERE delta > 0), max(${column}))`;
const named = ['organization_name', 'organization_path'].map(latest).join(', ');
const sums = 'sum(delta), sum(delta * coalesce(on_time, false)::int), sum(delta * (used_days IS NOT NULL)::int), sum(delta * coalesce(used_days, 0)), sum(delta * coalesce(promised_days, 0))';
const added = (columns: readonly string[]): string => columns.map((column) => `${column} = c.${column} + excluded.${column}`).join(', ');
const names = 'organization_name = excluded.organization_name, organization_path = excluded.organization_path';

const places = `SELECT m.*, p.dimension, p.key, p.name FROM moved m CROSS JOIN LATERAL (
    SELECT 'item' AS dimension, coalesce(m.item_id::text, '') AS key, m.item_name AS name UNION ALL SELECT 'department', m.organization_id::text, '' UNION ALL SELECT 'window', m.window_key, '' UNION ALL SELECT 'person', id::text, '' FROM unnest(m.handler_ids) AS id) AS p`;

/** Adds what `rows` come to to all counts: each in the order of its key, so that statements beside each other do not wait for one another in a circle. */
export const addUp = (rows: string, more = ''): string => `
WITH moved AS MATERIALIZED (${rows}), placed AS MATERIALIZED (${places}), open_counts AS (
  INSERT INTO supervision.open_count AS c (organization_id, state, level, organization_name, organization_path, region_code, count)
  SELECT organization_id, state, level, ${named}, ${latest('region_code')}, sum(delta) FROM moved WHERE state <> 'closed' GROUP BY 1, 2, 3 HAVING sum(delta) <> 0 ORDER BY 1, 2, 3
  ON CONFLICT (organization_id, state, level) DO UPDATE SET ${added(['count'])}, ${names}, region_code = excluded.region_code
), open_bys AS (
  INSERT INTO supervision.open_by AS c (dimension, key, organization_id, region_code, state, level, organization_name, organization_path, name, count)
  SELECT dimension, key, organization_id, region_code, state, level, ${named}, ${latest('name')}, sum(delta) FROM placed WHERE state <> 'closed' GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(delta) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT (dimension, key, organization_id, region_code, state, level) DO UPDATE SET ${added(['count'])}, ${names}, name = excluded.name
), days AS (
  INSERT INTO supervision.daily_closed AS c (organization_id, day, organization_name, organization_path, region_code, total, on_time)
  SELECT organization_id, counted_on, ${named}, ${latest('region_code')}, sum(delta), sum(delta * coalesce(on_time, false)::int) FROM moved WHERE counted_on IS NOT NULL GROUP BY 1, 2
  HAVING sum(delta) <> 0 OR sum(delta * coalesce(on_time, false)::int) <> 0 ORDER BY 1, 2
  ON CONFLICT (organization_id, day) DO UPDATE SET ${added(['total', 'on_time'])}, ${names}, region_code = excluded.region_code
)${more}
INSERT INTO supervision.closed_by AS c (dimension, grain, starts_on, key, organization_id, region_code, organization_name, organization_path, name, total, on_time, timed, used_days, promised_days)
SELECT dimension, g.grain, g.starts_on, key, organization_id, region_code, ${named}, ${latest('name')}, ${sums}
FROM placed CROSS JOIN LATERAL (VALUES ('day', counted_on), ('month', date_trunc('month', counted_on)::date)) AS g (grain, starts_on)
WHERE counted_on IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
HAVING (${sums}) IS DISTINCT FROM (0, 0, 0, 0, 0) ORDER BY 1, 2, 3, 4, 5, 6
ON CONFLICT (dimension, grain, starts_on, key, organization_id, region_code) DO UPDATE SET ${added(['total', 'on_time', 'timed', 'used_days', 'promised_days'])}, ${names}, name = excluded.name`;

/** Pages that show a count are told (kernel/live): those of whoever has the row's place within their scope. */
export const telling = `, told AS (
  INSERT INTO live.change (topic) SELECT DISTINCT r.topic FROM (SELECT DISTINCT organization_path, region_code FROM moved) AS p
  CROSS JOIN LATERAL supervision.readers_of('supervision.board', p.organization_path, p.region_code) AS r (topic)
)`;

const counting = (event: keyof typeof moved, tables: string): string => `
CREATE FUNCTION supervision.count_${event}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
${addUp(moved[event], telling)};
  RETURN NULL;
END $$;
CREATE TRIGGER watched_case_${event} AFTER ${event.toUpperCase()} ON supervision.watched_case REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION supervision.count_${event}();`;

/**
 * The counts of the board and its views as sums of the rows they are of, also of what comes late: who has a case in hand after
 * it was decided, or which department it has gone to (SUP-03). They are moved once a statement instead of several times a row.
 */
export const supervisionCounts = defineMigration('20261203-85-supervision-counts', `
DROP TRIGGER watched_case_count ON supervision.watched_case;
DROP TRIGGER watched_case_count_by ON supervision.watched_case;
DROP TRIGGER watched_case_closed_by ON supervision.watched_case;
DROP FUNCTION supervision.count_open, supervision.count_open_by, supervision.count_closed_by, supervision.add_open, supervision.add_open_by, supervision.places_of;
${counting('insert', 'NEW TABLE AS after')}
${counting('update', 'OLD TABLE AS before NEW TABLE AS after')}
${counting('delete', 'OLD TABLE AS before')}
-- Departments and regions are added up of their own rows, of which a city has a fortieth of those of its items.
ALTER TABLE supervision.open_by DROP CONSTRAINT open_by_dimension_check, ADD CHECK (dimension IN ('item', 'department', 'person', 'window'));
-- What was counted before is counted anew.
DELETE FROM supervision.open_count;
DELETE FROM supervision.open_by;
DELETE FROM supervision.daily_closed;
DELETE FROM supervision.closed_by;
${addUp('SELECT 1 AS delta, w.* FROM supervision.watched_case w')};
`);
