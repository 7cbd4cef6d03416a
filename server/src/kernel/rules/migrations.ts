import { defineMigration } from '../db/index.ts';

/** Rule sets, their versions, and the runs over real data (DEC-02). */
export const rulesMigrations = [
  defineMigration('20261128-35-rules-init', `
CREATE SCHEMA rules;

CREATE TABLE rules.rule_set (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  name text NOT NULL,
  description text NOT NULL,
  legal_basis text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_name text NOT NULL,
  CONSTRAINT rule_set_code UNIQUE (code)
);

CREATE TABLE rules.version (
  id uuid PRIMARY KEY,
  rule_set_id uuid NOT NULL REFERENCES rules.rule_set (id),
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published', 'superseded')),
  note text NOT NULL,
  content jsonb NOT NULL,
  test_cases jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by_id text NOT NULL,
  updated_by_name text NOT NULL,
  published_at timestamptz,
  published_by_name text,
  revision integer NOT NULL,
  CONSTRAINT version_number UNIQUE (rule_set_id, number)
);
CREATE UNIQUE INDEX version_draft ON rules.version (rule_set_id) WHERE state = 'draft';

-- What decided real cases stays as it was.
CREATE FUNCTION rules.keep_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.content <> NEW.content OR OLD.test_cases <> NEW.test_cases OR OLD.number <> NEW.number
    OR OLD.rule_set_id <> NEW.rule_set_id OR NEW.state = 'draft' THEN
    RAISE EXCEPTION 'a published version of rules does not change';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER version_kept BEFORE UPDATE OR DELETE ON rules.version
  FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION rules.keep_published();

CREATE TABLE rules.evaluation (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL REFERENCES rules.version (id),
  rule_set_id uuid NOT NULL REFERENCES rules.rule_set (id),
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  at timestamptz NOT NULL,
  inputs_cipher text NOT NULL,
  outcome_cipher text NOT NULL
);
CREATE INDEX evaluation_rule_set ON rules.evaluation (rule_set_id, id DESC);
CREATE INDEX evaluation_subject ON rules.evaluation (subject_type, subject_id);
CREATE TRIGGER evaluation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rules.evaluation
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
`),
  // Who caused a run, of what case it is and whether it gave a result, so that runs can be looked for; runs of before do not say.
  defineMigration('20261130-73-rules-runs', `
ALTER TABLE rules.evaluation ADD COLUMN actor_name text, ADD COLUMN subject_label text, ADD COLUMN decided boolean;
CREATE INDEX evaluation_label ON rules.evaluation (rule_set_id, subject_label text_pattern_ops);
ALTER TABLE rules.rule_set ADD COLUMN revision integer NOT NULL DEFAULT 1;
`),
];
