import { defineMigration } from '../../kernel/db/index.ts';

export const casesMigrations = [
  defineMigration('20261121-60-cases-init', `
CREATE SCHEMA cases;

-- Blocks of 64 numbers are taken at a time, so that numbering costs no round trip of its own.
CREATE SEQUENCE cases.number_block CYCLE MINVALUE 0 MAXVALUE 15623;
CREATE SEQUENCE cases.notice_block CYCLE MINVALUE 0 MAXVALUE 15623;

CREATE TABLE cases."case" (
  id uuid PRIMARY KEY,
  number text NOT NULL CONSTRAINT case_number_key UNIQUE,
  version integer NOT NULL,
  status text NOT NULL,
  outcome text,
  state jsonb NOT NULL,
  submission_key text NOT NULL CONSTRAINT case_submission_key UNIQUE,
  item_id uuid NOT NULL,
  item_version_id uuid NOT NULL,
  item_name text NOT NULL,
  title text NOT NULL,
  guidance jsonb NOT NULL,
  situation_key text NOT NULL,
  situation_name text NOT NULL,
  form_key text NOT NULL,
  project_type text NOT NULL,
  region_code text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  participant_paths text[] NOT NULL,
  applicant_kind text NOT NULL,
  applicant_id uuid NOT NULL,
  applicant_name text NOT NULL,
  applicant_document_masked text NOT NULL,
  applicant_last_four text NOT NULL,
  applicant_mobile_masked text,
  filer_kind text NOT NULL,
  filer_id text NOT NULL,
  filer_name text NOT NULL,
  mandate_id uuid,
  channel text NOT NULL,
  process_instance_id uuid,
  promised_days integer NOT NULL,
  legal_days integer NOT NULL,
  delivery_method text NOT NULL,
  submitted_at timestamptz NOT NULL,
  acceptance_due_on date,
  supplement_due_on date,
  delivery_due_on date,
  closed_at timestamptz,
  rated_at timestamptz,
  result jsonb,
  updated_at timestamptz NOT NULL
) WITH (fillfactor = 85);
CREATE INDEX case_applicant ON cases."case" (applicant_kind, applicant_id, submitted_at DESC, id DESC);
CREATE INDEX case_filer ON cases."case" (filer_id, submitted_at DESC, id DESC);
CREATE INDEX case_recent ON cases."case" (submitted_at DESC, id DESC);
CREATE INDEX case_item ON cases."case" (item_id, submitted_at DESC, id DESC);
CREATE INDEX case_participants ON cases."case" USING gin (participant_paths);
CREATE INDEX case_search ON cases."case" USING gin ((number || ' ' || applicant_name || ' ' || item_name) gin_trgm_ops);
CREATE INDEX case_awaiting_acceptance ON cases."case" (acceptance_due_on) WHERE status = 'submitted';
CREATE INDEX case_awaiting_supplement ON cases."case" (supplement_due_on) WHERE status = 'supplementing';
CREATE INDEX case_open ON cases."case" (organization_id, submitted_at) WHERE status IN ('submitted', 'supplementing', 'accepted', 'paused', 'decided');

CREATE TABLE cases.action (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases."case" (id),
  sequence integer NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  organization_id uuid,
  organization_name text,
  opinion text,
  step jsonb NOT NULL,
  detail jsonb NOT NULL,
  CONSTRAINT action_sequence_key UNIQUE (case_id, sequence)
);
CREATE TRIGGER action_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases.action
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

CREATE TABLE cases.answers (
  case_id uuid NOT NULL REFERENCES cases."case" (id),
  round integer NOT NULL,
  cipher text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (case_id, round)
);

CREATE TABLE cases.material (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases."case" (id),
  round integer NOT NULL,
  key text NOT NULL,
  name text NOT NULL,
  source text NOT NULL,
  files jsonb NOT NULL,
  licence jsonb,
  CONSTRAINT material_once_per_round UNIQUE (case_id, key, round)
);

CREATE TABLE cases.notice (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases."case" (id),
  kind text NOT NULL,
  title text NOT NULL,
  document_number text NOT NULL CONSTRAINT notice_number_key UNIQUE,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  data jsonb NOT NULL,
  file_id uuid,
  issued_at timestamptz NOT NULL
);
CREATE INDEX notice_case ON cases.notice (case_id);
`),
  // Notices are numbered by the year: a million of them is soon reached, and a number may have more digits than six.
  defineMigration('20261121-62-cases-notice-numbers', 'ALTER SEQUENCE cases.notice_block MAXVALUE 15624999;'),
  defineMigration('20261128-78-cases-postal-address', 'ALTER TABLE cases."case" ADD COLUMN postal_address_cipher text;'),
  defineMigration('20261130-62-cases-steps', `
CREATE TABLE cases.step_answers (
  case_id uuid NOT NULL REFERENCES cases."case" (id),
  form_key text NOT NULL,
  revision integer NOT NULL,
  task_id uuid NOT NULL,
  node text NOT NULL,
  step_name text NOT NULL,
  cipher text NOT NULL,
  at timestamptz NOT NULL,
  by_id text NOT NULL,
  by_name text NOT NULL,
  CONSTRAINT step_answers_pkey PRIMARY KEY (case_id, form_key, revision)
);
CREATE TRIGGER step_answers_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases.step_answers
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

CREATE TABLE cases.step_check (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases."case" (id),
  task_id uuid NOT NULL,
  node text NOT NULL,
  step_name text NOT NULL,
  moment text NOT NULL CHECK (moment IN ('enter', 'complete')),
  effect text NOT NULL CHECK (effect IN ('block', 'warn', 'outcome')),
  rule_set_code text NOT NULL,
  rule_set_name text NOT NULL,
  version_id uuid,
  version_number integer,
  decision text NOT NULL,
  result text,
  applies boolean NOT NULL,
  failed boolean NOT NULL,
  message text NOT NULL,
  explanation_cipher text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX step_check_case ON cases.step_check (case_id, id);
CREATE TRIGGER step_check_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON cases.step_check
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
`),
  // A job draws notices now; a cursor that nothing moves any more would look like events that are never delivered.
  defineMigration('20261130-90-cases-draw-notices', `
DELETE FROM kernel.event_failure WHERE subscription = 'cases.render-notices';
DELETE FROM kernel.subscription WHERE name = 'cases.render-notices';
SELECT graphile_worker.add_job('cases.draw-notices', json_build_object('caseId', case_id), job_key := 'cases.draw-notices:' || case_id, priority := 10)
FROM (SELECT DISTINCT case_id FROM cases.notice WHERE file_id IS NULL) AS undrawn;
`),
  defineMigration('20261203-93-cases-handed-over', `
CREATE TABLE cases.handed_over (
  merger_id uuid NOT NULL,
  case_id uuid NOT NULL REFERENCES cases."case" (id),
  noted boolean NOT NULL,
  PRIMARY KEY (merger_id, case_id)
);
CREATE INDEX handed_over_open ON cases.handed_over (merger_id) WHERE NOT noted;
`),
  defineMigration('20261204-15-cases-counted', `
-- What reports count of a period is read from the index alone, and what was closed today without looking at the rest.
CREATE INDEX case_received ON cases."case" (organization_id, submitted_at) INCLUDE (region_code, closed_at);
CREATE INDEX case_closed ON cases."case" (closed_at) WHERE closed_at IS NOT NULL;
`),
  defineMigration('20261204-30-cases-guests', `
-- Departments that take part only because somebody handed a task to one of their officers.
CREATE TABLE cases.guest (
  case_id uuid NOT NULL REFERENCES cases."case" (id),
  path text NOT NULL,
  PRIMARY KEY (case_id, path)
);
`),
  defineMigration('20261204-31-cases-returned', `
-- Few results come back by mail, and those that wait to be handed over are looked for among all cases.
CREATE INDEX case_returned ON cases."case" (submitted_at, id) WHERE state ? 'returnedOn';
`),
  // Who stood at the counter for the applicant: name, masked numbers, authority.
  defineMigration('20261204-60-cases-agent', 'ALTER TABLE cases."case" ADD COLUMN agent jsonb;'),
  defineMigration('20261205-21-cases-search-agent', `
-- A case is found by who acts for the applicant, too: by name among the words, by the person for a document.
DROP INDEX cases.case_search;
CREATE INDEX case_search ON cases."case" USING gin ((number || ' ' || applicant_name || ' ' || item_name || ' ' || coalesce(agent->>'name', CASE WHEN filer_kind = 'agent' THEN filer_name END, '')) gin_trgm_ops);
CREATE INDEX case_agent ON cases."case" ((agent->>'personId'), submitted_at DESC, id DESC) WHERE agent IS NOT NULL;
`),
];
