import { defineMigration } from '../../kernel/db/index.ts';

export const decisioningMigrations = [
  defineMigration('20261128-90-decisioning-init', `
CREATE SCHEMA decisioning;

CREATE TABLE decisioning.setting (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  number integer NOT NULL,
  revision integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'active', 'stopped', 'superseded')),
  model text NOT NULL CHECK (model IN ('pre-check', 'assisted', 'automatic', 'proactive')),
  content jsonb NOT NULL,
  note text NOT NULL,
  without_materials boolean NOT NULL,
  edited_by_id text NOT NULL,
  edited_by_name text NOT NULL,
  edited_at timestamptz NOT NULL,
  activated_by_name text,
  activated_at timestamptz,
  stopped_by_name text,
  stopped_at timestamptz,
  stop_reason text,
  stop_kind text CHECK (stop_kind IN ('person', 'check')),
  halted boolean NOT NULL DEFAULT false,
  item_version_id uuid,
  rule_version_id uuid,
  rule_version_number integer,
  checked_at timestamptz,
  last_run_at timestamptz,
  CONSTRAINT setting_number UNIQUE (item_id, number)
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX setting_one_draft ON decisioning.setting (item_id) WHERE state = 'draft';
CREATE INDEX setting_current ON decisioning.setting (item_id) WHERE state IN ('active', 'stopped');

CREATE TABLE decisioning.platform_switch (
  id smallint PRIMARY KEY CHECK (id = 1),
  stopped boolean NOT NULL,
  reason text,
  by_name text,
  at timestamptz
);
INSERT INTO decisioning.platform_switch (id, stopped) VALUES (1, false);

CREATE TABLE decisioning.run (
  case_id uuid PRIMARY KEY,
  case_number text NOT NULL,
  setting_id uuid NOT NULL REFERENCES decisioning.setting (id),
  setting_number integer NOT NULL,
  model text NOT NULL,
  item_id uuid NOT NULL,
  item_version_id uuid NOT NULL,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  applicant_name text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('working', 'approved', 'suggested', 'to-person', 'taken-over')),
  reason_code text,
  reason text,
  submitted_at timestamptz NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  rule_set_id uuid,
  rule_version_id uuid,
  rule_version_number integer,
  explanation_cipher text,
  checks jsonb NOT NULL DEFAULT '[]',
  suggestion jsonb,
  review text NOT NULL DEFAULT 'none' CHECK (review IN ('none', 'open', 'agreed', 'overturned')),
  review_source text CHECK (review_source IN ('sample', 'request')),
  review_due_on date,
  reviewed_by_name text,
  reviewed_at timestamptz,
  review_opinion text
);
CREATE INDEX run_recent ON decisioning.run (started_at DESC, case_id DESC);
CREATE INDEX run_item ON decisioning.run (item_id, started_at DESC, case_id DESC);
CREATE INDEX run_organization ON decisioning.run (organization_id, started_at DESC, case_id DESC);
CREATE INDEX run_number ON decisioning.run (case_number);
CREATE INDEX run_open_review ON decisioning.run (review_due_on, case_id) WHERE review = 'open';
CREATE INDEX run_working ON decisioning.run (started_at) WHERE outcome = 'working';

CREATE TABLE decisioning.measured (
  case_id uuid PRIMARY KEY,
  item_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  submitted_on date NOT NULL,
  submitted_at timestamptz NOT NULL,
  decided boolean NOT NULL
);

-- What the statistics read instead of cases: one row a day of submission, item and kind of decision. A bucket holds times that
-- differ by a tenth at most, so that a median is as good as reading every case.
CREATE TABLE decisioning.daily (
  day date NOT NULL,
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('submitted', 'automatic', 'manual', 'to-person', 'sampled', 'agreed', 'overturned')),
  bucket smallint NOT NULL DEFAULT 0,
  count integer NOT NULL,
  seconds bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (day, item_id, organization_id, kind, bucket)
);

CREATE FUNCTION decisioning.add_count(day date, item_id uuid, item_name text, organization_id uuid, organization_name text, organization_path text, region_code text,
  kind text, bucket smallint, seconds bigint) RETURNS void LANGUAGE sql AS $$
  INSERT INTO decisioning.daily AS d (day, item_id, item_name, organization_id, organization_name, organization_path, region_code, kind, bucket, count, seconds)
  VALUES (day, item_id, item_name, organization_id, organization_name, organization_path, region_code, kind, bucket, 1, seconds)
  ON CONFLICT ON CONSTRAINT daily_pkey DO UPDATE SET count = d.count + 1, seconds = d.seconds + excluded.seconds,
    item_name = excluded.item_name, organization_name = excluded.organization_name, organization_path = excluded.organization_path
$$;

CREATE TABLE decisioning.offer (
  id uuid PRIMARY KEY,
  setting_id uuid NOT NULL REFERENCES decisioning.setting (id),
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  organization_name text NOT NULL,
  beneficiary_kind text NOT NULL CHECK (beneficiary_kind IN ('person', 'company')),
  beneficiary_id uuid NOT NULL,
  ground text NOT NULL,
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'lapsed')),
  why text NOT NULL,
  legal_basis text NOT NULL,
  known_cipher text NOT NULL,
  offered_at timestamptz NOT NULL,
  until date NOT NULL,
  answered_at timestamptz,
  draft_id uuid,
  case_id uuid,
  CONSTRAINT offer_once UNIQUE (item_id, beneficiary_id, ground)
);
CREATE INDEX offer_beneficiary ON decisioning.offer (beneficiary_id, offered_at DESC) WHERE state = 'offered';
`),
  // Written with every step, read by nobody: cases of one item waited for each other's commit.
  defineMigration('20261130-91-decisioning-no-last-run', 'ALTER TABLE decisioning.setting DROP COLUMN last_run_at;'),
];
