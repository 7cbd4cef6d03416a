import { defineMigration } from '../../kernel/db/index.ts';

export const surveysMigrations = [
  defineMigration('20261128-68-surveys-init', `
CREATE SCHEMA surveys;

CREATE TABLE surveys.survey (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  instructions text NOT NULL,
  elements text[] NOT NULL,
  questions jsonb NOT NULL,
  organization_ids uuid[] NOT NULL,
  task_types text[] NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'dispatched', 'closed')),
  organization_path text NOT NULL,
  region_code text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  dispatched_at timestamptz,
  closed_at timestamptz,
  revision integer NOT NULL
);
CREATE INDEX survey_created ON surveys.survey (created_at DESC, id DESC);

CREATE TABLE surveys.task (
  id uuid PRIMARY KEY,
  survey_id uuid NOT NULL REFERENCES surveys.survey (id),
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'confirmed', 'adopted')),
  item_count integer NOT NULL,
  answered_count integer NOT NULL,
  return_opinion text,
  confirmed_at timestamptz,
  confirmed_by_name text,
  revision integer NOT NULL,
  CONSTRAINT task_department UNIQUE (survey_id, organization_id)
);

CREATE TABLE surveys.answer (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES surveys.task (id),
  item_id uuid NOT NULL,
  code text NOT NULL,
  item_name text NOT NULL,
  base jsonb NOT NULL,
  values jsonb NOT NULL,
  replies jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('unanswered', 'unchanged', 'changed')),
  adopted text[] NOT NULL,
  online_at timestamptz,
  updated_at timestamptz,
  updated_by_name text,
  revision integer NOT NULL,
  CONSTRAINT answer_item UNIQUE (task_id, item_id)
);
CREATE INDEX answer_of_item ON surveys.answer (item_id);

CREATE TABLE surveys.confirmation (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES surveys.task (id),
  number integer NOT NULL,
  confirmed_at timestamptz NOT NULL,
  confirmed_by_id text NOT NULL,
  confirmed_by_name text NOT NULL,
  digest text NOT NULL,
  item_count integer NOT NULL,
  changed_count integer NOT NULL,
  content text NOT NULL,
  CONSTRAINT confirmation_number UNIQUE (task_id, number)
);
CREATE FUNCTION surveys.keep_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a confirmation is kept as it was made';
END $$;
CREATE TRIGGER confirmation_kept BEFORE UPDATE OR DELETE ON surveys.confirmation FOR EACH ROW EXECUTE FUNCTION surveys.keep_confirmation();

CREATE TABLE surveys.subject (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('bundle', 'automatic')),
  name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  stage text NOT NULL CHECK (stage IN ('not-started', 'drafted', 'confirmed', 'online')),
  updated_at timestamptz NOT NULL,
  updated_by_name text NOT NULL,
  revision integer NOT NULL
);

CREATE TABLE surveys.target (kind text PRIMARY KEY CHECK (kind IN ('single', 'bundle', 'automatic')), target integer NOT NULL);
INSERT INTO surveys.target (kind, target) VALUES ('single', 825), ('bundle', 80), ('automatic', 20);
`),
  // Bundles were registered and moved by hand; from now on they are those that departments have claimed, as far as they have come.
  defineMigration('20261128-75-surveys-bundles', `
WITH registered AS (DELETE FROM surveys.subject WHERE kind = 'bundle')
INSERT INTO surveys.subject (id, kind, name, organization_id, organization_name, organization_path, region_code, stage, updated_at, updated_by_name, revision)
SELECT b.id, 'bundle', b.name, o.id, o.name, o.path, o.region_code,
  CASE b.state WHEN 'published' THEN 'online' WHEN 'in-review' THEN 'confirmed' WHEN 'draft' THEN 'drafted' ELSE 'not-started' END, b.updated_at, '', 1
FROM bundles.bundle b JOIN organization.organization o ON o.id = b.lead_organization_id WHERE b.state NOT IN ('listed', 'retired')
`),
  // Whoever corrects a workbook that was taken in before sends it again: only what others changed meanwhile stands in the way (CAT-13).
  defineMigration('20261205-71-surveys-held-since', `
ALTER TABLE surveys.answer ADD COLUMN updated_by_id text, ADD COLUMN held_since integer
`),
];
