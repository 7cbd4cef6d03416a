import { defineMigration } from '../../kernel/db/index.ts';

export const supervisionViews = defineMigration('20261203-73-supervision-views', `
ALTER TABLE supervision.watched_case
  -- Officers who did a step of it, and where it was registered: a window's id, counter, or online.
  ADD COLUMN handler_ids uuid[] NOT NULL DEFAULT '{}',
  ADD COLUMN window_key text NOT NULL DEFAULT 'online',
  ADD COLUMN used_days integer,
  ADD COLUMN promised_days integer;
UPDATE supervision.watched_case w SET handler_ids = t.ids FROM (
  SELECT subject_id, array_agg(DISTINCT completed_by::uuid) AS ids FROM workflow.task
  WHERE subject_type = 'case' AND status = 'completed' AND completed_by::text ~ '^[0-9a-f-]{36}$' GROUP BY subject_id
) t WHERE t.subject_id = w.case_id;
UPDATE supervision.watched_case w SET window_key = 'counter' FROM cases."case" c WHERE c.id = w.case_id AND c.filer_kind = 'clerk';
CREATE INDEX watched_item_due ON supervision.watched_case (item_id, sort_due_on, case_id) WHERE state <> 'closed';
CREATE INDEX watched_window_due ON supervision.watched_case (window_key, sort_due_on, case_id) WHERE state <> 'closed';
CREATE INDEX watched_handlers ON supervision.watched_case USING gin (handler_ids) WHERE state <> 'closed';
CREATE INDEX watched_closed ON supervision.watched_case (counted_on DESC, case_id DESC) WHERE counted_on IS NOT NULL;

-- Open cases by item, by officer who did a step, and by window; each row also says of which department and region.
CREATE TABLE supervision.open_by (
  dimension text NOT NULL CHECK (dimension IN ('item', 'person', 'window')),
  key text NOT NULL,
  organization_id uuid NOT NULL,
  region_code text NOT NULL,
  state text NOT NULL,
  level text NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  name text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (dimension, key, organization_id, region_code, state, level)
) WITH (fillfactor = 50);

-- Decisions by the same, a row a day and a row a month. Used and promised days are added up of the cases that had a clock.
CREATE TABLE supervision.closed_by (
  dimension text NOT NULL,
  grain text NOT NULL CHECK (grain IN ('day', 'month')),
  starts_on date NOT NULL,
  key text NOT NULL,
  organization_id uuid NOT NULL,
  region_code text NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  name text NOT NULL,
  total integer NOT NULL,
  on_time integer NOT NULL,
  timed integer NOT NULL,
  used_days integer NOT NULL,
  promised_days integer NOT NULL,
  PRIMARY KEY (dimension, grain, starts_on, key, organization_id, region_code)
);

-- Where a case is counted. Volatile, so that it is not inlined: the planner of PostgreSQL fails on a whole row passed into it.
CREATE FUNCTION supervision.places_of(w supervision.watched_case) RETURNS TABLE (dimension text, key text, name text) LANGUAGE sql VOLATILE AS $$
  SELECT 'item', coalesce(w.item_id::text, ''), w.item_name UNION ALL SELECT 'window', w.window_key, '' UNION ALL SELECT 'person', id::text, '' FROM unnest(w.handler_ids) AS id
$$;
CREATE FUNCTION supervision.add_open_by(w supervision.watched_case, delta integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO supervision.open_by AS c (dimension, key, organization_id, region_code, state, level, organization_name, organization_path, name, count)
  SELECT p.dimension, p.key, w.organization_id, w.region_code, w.state, w.level, w.organization_name, w.organization_path, p.name, delta FROM supervision.places_of(w) p
  ON CONFLICT (dimension, key, organization_id, region_code, state, level) DO UPDATE SET count = c.count + delta,
    organization_name = excluded.organization_name, organization_path = excluded.organization_path, name = excluded.name
$$;
CREATE FUNCTION supervision.count_open_by() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.organization_id, OLD.region_code, OLD.state, OLD.level, OLD.item_id, OLD.window_key, OLD.handler_ids)
    IS NOT DISTINCT FROM (NEW.organization_id, NEW.region_code, NEW.state, NEW.level, NEW.item_id, NEW.window_key, NEW.handler_ids) THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' AND OLD.state <> 'closed' THEN PERFORM supervision.add_open_by(OLD, -1); END IF;
  IF TG_OP <> 'DELETE' AND NEW.state <> 'closed' THEN PERFORM supervision.add_open_by(NEW, 1); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER watched_case_count_by AFTER INSERT OR UPDATE OR DELETE ON supervision.watched_case FOR EACH ROW EXECUTE FUNCTION supervision.count_open_by();

-- A decision is counted once, when its day is first written.
CREATE FUNCTION supervision.count_closed_by() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.counted_on IS NULL OR (TG_OP = 'UPDATE' AND OLD.counted_on IS NOT NULL) THEN RETURN NULL; END IF;
  INSERT INTO supervision.closed_by AS c (dimension, grain, starts_on, key, organization_id, region_code, organization_name, organization_path, name, total, on_time, timed, used_days, promised_days)
  SELECT p.dimension, g.grain, g.starts_on, p.key, NEW.organization_id, NEW.region_code, NEW.organization_name, NEW.organization_path, p.name, 1, NEW.on_time::integer,
    (NEW.used_days IS NOT NULL)::integer, coalesce(NEW.used_days, 0), coalesce(NEW.promised_days, 0)
  FROM supervision.places_of(NEW) p CROSS JOIN (VALUES ('day', NEW.counted_on), ('month', date_trunc('month', NEW.counted_on)::date)) AS g (grain, starts_on)
  ON CONFLICT (dimension, grain, starts_on, key, organization_id, region_code) DO UPDATE SET total = c.total + 1, on_time = c.on_time + excluded.on_time, timed = c.timed + excluded.timed,
    used_days = c.used_days + excluded.used_days, promised_days = c.promised_days + excluded.promised_days;
  RETURN NULL;
END $$;
CREATE TRIGGER watched_case_closed_by AFTER INSERT OR UPDATE OF counted_on ON supervision.watched_case FOR EACH ROW EXECUTE FUNCTION supervision.count_closed_by();

INSERT INTO supervision.open_by (dimension, key, organization_id, region_code, state, level, organization_name, organization_path, name, count)
SELECT p.dimension, p.key, w.organization_id, w.region_code, w.state, w.level, max(w.organization_name), max(w.organization_path), max(p.name), count(*)
FROM supervision.watched_case w CROSS JOIN LATERAL supervision.places_of(w) p WHERE w.state <> 'closed' GROUP BY 1, 2, 3, 4, 5, 6;
INSERT INTO supervision.closed_by (dimension, grain, starts_on, key, organization_id, region_code, organization_name, organization_path, name, total, on_time, timed, used_days, promised_days)
SELECT p.dimension, g.grain, g.starts_on, p.key, w.organization_id, w.region_code, max(w.organization_name), max(w.organization_path), max(p.name), count(*), sum(w.on_time::integer), 0, 0, 0
FROM supervision.watched_case w CROSS JOIN LATERAL supervision.places_of(w) p CROSS JOIN LATERAL (VALUES ('day', w.counted_on), ('month', date_trunc('month', w.counted_on)::date)) AS g (grain, starts_on)
WHERE w.counted_on IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6;
`);
