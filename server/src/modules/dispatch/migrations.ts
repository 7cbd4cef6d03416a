import { defineMigration } from '../../kernel/db/index.ts';

export const dispatchMigrations = [
  defineMigration('20261130-40-dispatch-init', `
CREATE SCHEMA dispatch;

CREATE TABLE dispatch.record (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  case_number text NOT NULL,
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('acceptance', 'approval', 'split')),
  task_id uuid,
  task_name text NOT NULL,
  step text NOT NULL,
  sequence integer NOT NULL,
  current boolean NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('by-rule', 'by-process', 'fell-back', 'nobody', 'by-person')),
  reason_code text,
  reason text,
  rule_set_id uuid,
  rule_set_name text,
  version_id uuid,
  version_number integer,
  rule_rows integer[] NOT NULL,
  rule_note text,
  evaluation_id uuid,
  target_organization_id uuid,
  target_organization_name text,
  target_organization_path text,
  target_post_code text,
  target_post_name text,
  target text NOT NULL,
  at timestamptz NOT NULL,
  by_id text,
  by_name text,
  CONSTRAINT record_sequence UNIQUE (task_id, sequence)
) WITH (fillfactor = 90);
CREATE INDEX record_at ON dispatch.record (at, id);
CREATE INDEX record_case ON dispatch.record (case_id, id);
CREATE INDEX record_trouble ON dispatch.record (at, id) WHERE current AND outcome IN ('fell-back', 'nobody');
CREATE INDEX record_rule_set ON dispatch.record (rule_set_id, at) WHERE rule_set_id IS NOT NULL;

-- What was dispatched where stays as it was; only which of a task is the latest changes.
CREATE FUNCTION dispatch.keep_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.current OR to_jsonb(OLD) - 'current' <> to_jsonb(NEW) - 'current' THEN
    RAISE EXCEPTION 'a record of a dispatch does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER record_kept BEFORE UPDATE OR DELETE ON dispatch.record
  FOR EACH ROW EXECUTE FUNCTION dispatch.keep_record();

CREATE TABLE dispatch.halt (
  rule_set_id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  reason text NOT NULL
);
`),
];
