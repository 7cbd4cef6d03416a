import { defineMigration } from '../../kernel/db/index.ts';

export const itemQualityMigrations = [
  defineMigration('20261128-64-item-quality-init', `
CREATE SCHEMA item_quality;

-- Who else is called the same is asked of every item.
CREATE INDEX item_in_use_name ON catalog.item (name) WHERE published_version_id IS NOT NULL;

CREATE TABLE item_quality.item_check (
  item_id uuid NOT NULL,
  track text NOT NULL CHECK (track IN ('in-use', 'in-preparation')),
  version_id uuid NOT NULL,
  version_number integer NOT NULL,
  revision integer NOT NULL,
  name text NOT NULL,
  local_task_code text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  guide_errors integer NOT NULL,
  material_errors integer NOT NULL,
  warnings integer NOT NULL,
  accepted integer NOT NULL,
  -- False once the item is no longer offered, or the draft has become something else; its findings keep their names.
  active boolean NOT NULL,
  checked_at timestamptz NOT NULL,
  PRIMARY KEY (item_id, track)
);
CREATE INDEX item_check_name ON item_quality.item_check USING gin (name gin_trgm_ops);

CREATE TABLE item_quality.rectification (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('issued', 'replied', 'closed', 'cancelled')),
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  requirement text NOT NULL,
  finding_count integer NOT NULL,
  issued_by_id text NOT NULL,
  issued_by_name text NOT NULL,
  issued_at timestamptz NOT NULL,
  due_on date NOT NULL,
  reply text,
  overdue_told_on date,
  finished_at timestamptz
);
CREATE INDEX rectification_due ON item_quality.rectification (due_on, id);
CREATE INDEX rectification_open ON item_quality.rectification (organization_id, due_on) WHERE finished_at IS NULL;
CREATE SEQUENCE item_quality.rectification_serial;

CREATE TABLE item_quality.rectification_step (
  id uuid PRIMARY KEY,
  rectification_id uuid NOT NULL REFERENCES item_quality.rectification (id),
  action text NOT NULL,
  text text NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX rectification_step_of ON item_quality.rectification_step (rectification_id, id);

CREATE TABLE item_quality.finding (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL,
  track text NOT NULL,
  version_id uuid NOT NULL,
  version_number integer NOT NULL,
  rule text NOT NULL,
  rule_group text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('error', 'warning')),
  path text NOT NULL,
  message text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'assigned', 'accepted', 'mended', 'withdrawn')),
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  rectification_id uuid REFERENCES item_quality.rectification (id),
  CHECK ((closed_at IS NULL) = (state IN ('open', 'assigned', 'accepted')))
);
-- One standing finding a rule and element: a check that runs twice, or in two processes, opens nothing twice.
CREATE UNIQUE INDEX finding_standing ON item_quality.finding (item_id, track, rule, path) WHERE closed_at IS NULL;
CREATE INDEX finding_department ON item_quality.finding (organization_id, id DESC);
CREATE INDEX finding_rule ON item_quality.finding (rule, id DESC);
CREATE INDEX finding_rectification ON item_quality.finding (rectification_id) WHERE rectification_id IS NOT NULL;

CREATE TABLE item_quality.run (
  id uuid PRIMARY KEY,
  cause text NOT NULL CHECK (cause IN ('nightly', 'request', 'rules')),
  scope_key text NOT NULL,
  scope_name text NOT NULL,
  organization_path text,
  region_code text,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'finished', 'cancelled', 'failed')),
  total integer NOT NULL,
  done integer NOT NULL,
  opened integer NOT NULL,
  closed integer NOT NULL,
  last_item_id uuid,
  requested_by_id text NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  moved_at timestamptz NOT NULL,
  finished_at timestamptz
);
CREATE UNIQUE INDEX run_active ON item_quality.run (scope_key) WHERE state IN ('waiting', 'running');

CREATE TABLE item_quality.daily (
  day date NOT NULL,
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  in_use integer NOT NULL,
  accurate integer NOT NULL,
  errors integer NOT NULL,
  warnings integer NOT NULL,
  formula_version integer NOT NULL,
  PRIMARY KEY (day, organization_id)
);

-- Items that changed since they were checked; marked again while being checked, they stay.
CREATE TABLE item_quality.pending (item_id uuid PRIMARY KEY, marks integer NOT NULL DEFAULT 1);

CREATE FUNCTION item_quality.mark(item uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO item_quality.pending (item_id) VALUES (item) ON CONFLICT (item_id) DO UPDATE SET marks = item_quality.pending.marks + 1
$$;

CREATE FUNCTION item_quality.unmark(marked json) RETURNS void LANGUAGE sql AS $$
  DELETE FROM item_quality.pending p USING json_populate_recordset(NULL::item_quality.pending, marked) m WHERE p.item_id = m.item_id AND p.marks = m.marks
$$;

CREATE FUNCTION item_quality.save_checks(checks json) RETURNS void LANGUAGE sql AS $$
  INSERT INTO item_quality.item_check SELECT * FROM json_populate_recordset(NULL::item_quality.item_check, checks)
  ON CONFLICT (item_id, track) DO UPDATE SET
    version_id = excluded.version_id, version_number = excluded.version_number, revision = excluded.revision, name = excluded.name,
    local_task_code = excluded.local_task_code, organization_id = excluded.organization_id, organization_name = excluded.organization_name,
    organization_path = excluded.organization_path, region_code = excluded.region_code, guide_errors = excluded.guide_errors,
    material_errors = excluded.material_errors, warnings = excluded.warnings, accepted = excluded.accepted, active = excluded.active,
    checked_at = excluded.checked_at
$$;

-- What a check found changed about standing findings: other words, another weight, another department, or an end.
CREATE FUNCTION item_quality.change_findings(changes json) RETURNS void LANGUAGE sql AS $$
  UPDATE item_quality.finding f SET
    version_id = c.version_id, version_number = c.version_number, severity = c.severity, message = c.message,
    -- An order may have been issued while the check was on its way.
    state = CASE WHEN c.state = 'open' AND f.rectification_id IS NOT NULL THEN 'assigned' ELSE c.state END,
    organization_id = c.organization_id, organization_path = c.organization_path, region_code = c.region_code, closed_at = c.closed_at
  FROM json_populate_recordset(NULL::item_quality.finding, changes) c
  WHERE f.id = c.id AND f.closed_at IS NULL
$$;

CREATE FUNCTION item_quality.save_day(of_day date, version integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO item_quality.daily
  SELECT of_day, c.organization_id, max(c.organization_path), max(c.region_code), count(*), count(*) FILTER (WHERE c.guide_errors + c.material_errors = 0),
    sum(c.guide_errors + c.material_errors), sum(c.warnings), version
  FROM item_quality.item_check c WHERE c.active AND c.track = 'in-use' GROUP BY c.organization_id
  ON CONFLICT (day, organization_id) DO UPDATE SET
    organization_path = excluded.organization_path, region_code = excluded.region_code, in_use = excluded.in_use, accurate = excluded.accurate,
    errors = excluded.errors, warnings = excluded.warnings, formula_version = excluded.formula_version
$$;
`),
  // Orders are numbered one by one, from 1 on; before, the sequence counted blocks of 64 and began with the second.
  defineMigration('20261128-76-item-quality-numbers', `
SELECT setval('item_quality.rectification_serial', CASE WHEN is_called THEN (last_value + 1) * 64 ELSE 1 END, is_called) FROM item_quality.rectification_serial;
`),
  // What a first check opens: the findings of a version together, with what they share said once.
  defineMigration('20261130-56-item-quality-open-findings', `
CREATE FUNCTION item_quality.open_findings(opened json) RETURNS void LANGUAGE sql AS $$
  INSERT INTO item_quality.finding (id, item_id, track, version_id, version_number, rule, rule_group, severity, path, message, state,
    organization_id, organization_path, region_code, opened_at)
  SELECT f.id, v.item_id, v.track, v.version_id, v.version_number, f.rule, f.rule_group, f.severity, f.path, f.message, f.state,
    v.organization_id, v.organization_path, v.region_code, v.opened_at
  FROM json_to_recordset(opened) AS v (item_id uuid, track text, version_id uuid, version_number integer, organization_id uuid, organization_path text,
      region_code text, opened_at timestamptz, findings json),
    json_to_recordset(v.findings) AS f (id uuid, rule text, rule_group text, severity text, path text, message text, state text)
  ON CONFLICT DO NOTHING
$$;
`),
  // Nights that check only what has changed since its last check.
  defineMigration('20261204-40-item-quality-changed-only', `
ALTER TABLE item_quality.item_check
  -- Digest of all that decided what was found; another one means that the item is to be checked again.
  ADD COLUMN basis text,
  -- Organisations, processes, licence types and standard materials that the version names.
  ADD COLUMN refers_to jsonb;

ALTER TABLE item_quality.run
  ADD COLUMN changed_only boolean NOT NULL DEFAULT false,
  ADD COLUMN unchanged integer NOT NULL DEFAULT 0;

CREATE OR REPLACE FUNCTION item_quality.save_checks(checks json) RETURNS void LANGUAGE sql AS $$
  INSERT INTO item_quality.item_check SELECT * FROM json_populate_recordset(NULL::item_quality.item_check, checks)
  ON CONFLICT (item_id, track) DO UPDATE SET
    version_id = excluded.version_id, version_number = excluded.version_number, revision = excluded.revision, name = excluded.name,
    local_task_code = excluded.local_task_code, organization_id = excluded.organization_id, organization_name = excluded.organization_name,
    organization_path = excluded.organization_path, region_code = excluded.region_code, guide_errors = excluded.guide_errors,
    material_errors = excluded.material_errors, warnings = excluded.warnings, accepted = excluded.accepted, active = excluded.active,
    checked_at = excluded.checked_at, basis = excluded.basis, refers_to = excluded.refers_to
$$;
`),
];
