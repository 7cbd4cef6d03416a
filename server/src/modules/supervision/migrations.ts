import { defineMigration } from '../../kernel/db/index.ts';
import { supervisionChannels } from './channels.migrations.ts';
import { supervisionCountChanges, supervisionCountDifferences } from './count-changes.migrations.ts';
import { supervisionCounts } from './counts.migrations.ts';
import { supervisionLateReport } from './late-report.migrations.ts';
import { supervisionLive } from './live.migrations.ts';
import { supervisionMonths } from './months.migrations.ts';
import { supervisionNextLook } from './next-look.migrations.ts';
import { supervisionOrders } from './orders.migrations.ts';
import { supervisionRules } from './rules.migrations.ts';
import { supervisionSpotChecks } from './spot-checks.migrations.ts';
import { supervisionVerified } from './verified.migrations.ts';
import { supervisionViews } from './views.migrations.ts';

export const supervisionMigrations = [
  defineMigration('20261121-71-supervision-init', `
CREATE SCHEMA supervision;

CREATE TABLE supervision.watched_case (
  case_id uuid PRIMARY KEY,
  number text NOT NULL,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  applicant_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'paused', 'closed')),
  level text NOT NULL CHECK (level IN ('normal', 'warning', 'yellow', 'red')),
  promised_due_on date,
  legal_due_on date,
  sort_due_on date GENERATED ALWAYS AS (coalesce(promised_due_on, DATE '9999-12-31')) STORED,
  submitted_at timestamptz NOT NULL,
  case_version integer NOT NULL,
  counted_on date,
  on_time boolean
) WITH (fillfactor = 80);
CREATE INDEX watched_due ON supervision.watched_case (sort_due_on, case_id) WHERE state <> 'closed';
CREATE INDEX watched_organization_due ON supervision.watched_case (organization_id, sort_due_on, case_id) WHERE state <> 'closed';

-- Open cases by department, state and level, kept by the trigger below: the board reads these few rows only.
CREATE TABLE supervision.open_count (
  organization_id uuid NOT NULL,
  state text NOT NULL,
  level text NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (organization_id, state, level)
) WITH (fillfactor = 50);

CREATE FUNCTION supervision.add_open(w supervision.watched_case, delta integer) RETURNS void LANGUAGE sql AS $$
  INSERT INTO supervision.open_count AS c (organization_id, state, level, organization_name, organization_path, region_code, count)
  VALUES (w.organization_id, w.state, w.level, w.organization_name, w.organization_path, w.region_code, delta)
  ON CONFLICT (organization_id, state, level) DO UPDATE SET count = c.count + delta,
    organization_name = excluded.organization_name, organization_path = excluded.organization_path, region_code = excluded.region_code
$$;
CREATE FUNCTION supervision.count_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.organization_id, OLD.state, OLD.level) = (NEW.organization_id, NEW.state, NEW.level) THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' AND OLD.state <> 'closed' THEN PERFORM supervision.add_open(OLD, -1); END IF;
  IF TG_OP <> 'DELETE' AND NEW.state <> 'closed' THEN PERFORM supervision.add_open(NEW, 1); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER watched_case_count AFTER INSERT OR UPDATE OR DELETE ON supervision.watched_case
  FOR EACH ROW EXECUTE FUNCTION supervision.count_open();

CREATE TABLE supervision.daily_closed (
  organization_id uuid NOT NULL,
  day date NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  total integer NOT NULL,
  on_time integer NOT NULL,
  PRIMARY KEY (organization_id, day)
);
CREATE INDEX daily_closed_day ON supervision.daily_closed (day);

CREATE TABLE supervision.signal (
  id uuid PRIMARY KEY,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('warning', 'yellow', 'red')),
  case_number text,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  due_on date,
  raised_at timestamptz NOT NULL,
  cleared_at timestamptz,
  demand_text text,
  demand_by text,
  demand_at timestamptz,
  answer_text text,
  answer_by text,
  answer_at timestamptz,
  CONSTRAINT signal_once UNIQUE (subject_type, subject_id, level)
);
CREATE INDEX signal_recent ON supervision.signal (raised_at DESC, id DESC);
CREATE INDEX signal_organization ON supervision.signal (organization_id, raised_at DESC, id DESC);
`),
  defineMigration('20261130-32-supervision-step-times', `
-- Times of the steps that were done on a day, by version of a process, step and the department of the case: one bucket for
-- each step done (see kernel/reporting), so that a period is read without touching its tasks.
CREATE TABLE supervision.step_day (
  day date NOT NULL,
  definition_id uuid NOT NULL,
  node text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  waiting smallint[] NOT NULL,
  handling smallint[] NOT NULL,
  total smallint[] NOT NULL,
  PRIMARY KEY (definition_id, day, node, organization_id)
);
CREATE INDEX step_day_day ON supervision.step_day (day);

-- How far the days are counted; one row.
CREATE TABLE supervision.step_progress (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  counted_to date NOT NULL,
  counted_at timestamptz NOT NULL
);
`),
  defineMigration('20261130-33-supervision-step-months', `
-- The days of a month that is over, added up: how many steps fell into each bucket.
CREATE TABLE supervision.step_month (
  month date NOT NULL,
  definition_id uuid NOT NULL,
  node text NOT NULL,
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  measure text NOT NULL CHECK (measure IN ('waiting', 'handling', 'total')),
  buckets smallint[] NOT NULL,
  counts integer[] NOT NULL,
  PRIMARY KEY (definition_id, month, node, organization_id, measure)
);
CREATE INDEX step_month_month ON supervision.step_month (month);
-- Days that were counted before are counted again, so that their months are added up.
DELETE FROM supervision.step_progress;
`),
  supervisionRules, supervisionOrders, supervisionSpotChecks, supervisionViews, supervisionLive, supervisionCounts, supervisionChannels, supervisionMonths, supervisionLateReport, supervisionCountChanges, supervisionVerified, supervisionCountDifferences, supervisionNextLook,
];
