import { defineMigration } from '../db/index.ts';

/** Process definitions, instances with their tokens, tasks, timers, and what was passed on for reading (WFL-01 to WFL-03). */
export const workflowMigrations = [
  defineMigration('20261121-30-workflow-init', `
CREATE SCHEMA workflow;

CREATE TABLE workflow.definition (
  id uuid PRIMARY KEY,
  key text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  xml text NOT NULL,
  model jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text NOT NULL,
  CONSTRAINT definition_key_version UNIQUE (key, version)
);
CREATE TRIGGER definition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON workflow.definition
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();

CREATE TABLE workflow.instance (
  id uuid PRIMARY KEY,
  definition_id uuid NOT NULL REFERENCES workflow.definition (id),
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  subject_number text NOT NULL,
  subject_title text NOT NULL,
  subject_name text NOT NULL,
  parent_id uuid REFERENCES workflow.instance (id),
  parent_activity_id uuid,
  state jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('running', 'suspended', 'completed', 'terminated')),
  version integer NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz
) WITH (fillfactor = 70);
CREATE INDEX instance_subject ON workflow.instance (subject_id);
CREATE INDEX instance_parent ON workflow.instance (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE workflow.task (
  id uuid PRIMARY KEY,
  instance_id uuid NOT NULL REFERENCES workflow.instance (id),
  node text NOT NULL,
  name text NOT NULL,
  step text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'held', 'suspended', 'completed', 'cancelled')),
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  subject_number text NOT NULL,
  subject_title text NOT NULL,
  subject_name text NOT NULL,
  candidates jsonb NOT NULL,
  candidate_keys text[] NOT NULL,
  organization_id text,
  form text,
  returned boolean NOT NULL,
  unhandled boolean NOT NULL,
  sign_mode text,
  sign_for uuid,
  assignee_id uuid,
  assignee_name text,
  owner_id uuid,
  due_on date,
  created_at timestamptz NOT NULL,
  claimed_at timestamptz,
  ended_at timestamptz,
  completed_by uuid,
  completed_by_name text,
  opinion text
) WITH (fillfactor = 85);
-- Only what is still to be done is indexed for the inbox, so that it stays small however many cases are stored.
CREATE INDEX task_candidates ON workflow.task USING gin (candidate_keys) WITH (fastupdate = off) WHERE status = 'open' AND assignee_id IS NULL;
CREATE INDEX task_assignee ON workflow.task (assignee_id, id) WHERE status = 'open' AND assignee_id IS NOT NULL;
CREATE INDEX task_done ON workflow.task (completed_by, ended_at, id) WHERE completed_by IS NOT NULL;
CREATE INDEX task_instance ON workflow.task (instance_id, id);
CREATE INDEX task_open ON workflow.task (id) WHERE status = 'open';

CREATE TABLE workflow.timer (
  id uuid PRIMARY KEY,
  instance_id uuid NOT NULL REFERENCES workflow.instance (id),
  node text NOT NULL,
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  error text
);
CREATE INDEX timer_due ON workflow.timer (due_at, id);
CREATE INDEX timer_instance ON workflow.timer (instance_id);

CREATE TABLE workflow.reading (
  id uuid PRIMARY KEY,
  task_id uuid NOT NULL REFERENCES workflow.task (id),
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  subject_number text NOT NULL,
  subject_title text NOT NULL,
  subject_name text NOT NULL,
  reader_id uuid NOT NULL,
  sender_name text NOT NULL,
  note text NOT NULL,
  sent_at timestamptz NOT NULL,
  read_at timestamptz,
  CONSTRAINT reading_once UNIQUE (task_id, reader_id)
);
CREATE INDEX reading_unread ON workflow.reading (reader_id, id) WHERE read_at IS NULL;
CREATE INDEX reading_read ON workflow.reading (reader_id, read_at, id) WHERE read_at IS NOT NULL;
`),
  defineMigration('20261129-40-workflow-drafts', `
CREATE TABLE workflow.draft (
  id uuid PRIMARY KEY,
  key text NOT NULL,
  name text NOT NULL,
  xml text NOT NULL,
  note text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'published')),
  based_on_id uuid REFERENCES workflow.definition (id),
  organization_path text NOT NULL,
  region_code text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by_id text NOT NULL,
  updated_by_name text NOT NULL,
  published_at timestamptz,
  published_by_name text,
  definition_id uuid REFERENCES workflow.definition (id),
  revision integer NOT NULL
);
CREATE UNIQUE INDEX draft_open ON workflow.draft (key) WHERE state = 'draft';
CREATE UNIQUE INDEX draft_definition ON workflow.draft (definition_id) WHERE definition_id IS NOT NULL;
CREATE INDEX draft_key ON workflow.draft (key, id);

-- Who drew what was published stays as it was.
CREATE TRIGGER draft_kept BEFORE UPDATE OR DELETE ON workflow.draft
  FOR EACH ROW WHEN (OLD.state <> 'draft') EXECUTE FUNCTION kernel.refuse_change();

CREATE INDEX instance_running ON workflow.instance (definition_id, id) WHERE status IN ('running', 'suspended');
`),
  defineMigration('20261130-30-workflow-ways', `
ALTER TABLE workflow.instance ADD COLUMN taken text[] NOT NULL DEFAULT '{}';
-- What was done on a day, for the times of steps over many cases.
CREATE INDEX task_completed ON workflow.task (ended_at) WHERE status = 'completed';
`),
  defineMigration('20261130-31-workflow-migrations', `
CREATE TABLE workflow.migration (
  id uuid PRIMARY KEY,
  key text NOT NULL,
  from_id uuid NOT NULL REFERENCES workflow.definition (id),
  to_id uuid NOT NULL REFERENCES workflow.definition (id),
  node_map jsonb NOT NULL,
  reason text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'stopped', 'done')),
  total integer NOT NULL,
  started_at timestamptz NOT NULL,
  started_by_id text NOT NULL,
  started_by_name text NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX migration_running ON workflow.migration (key) WHERE state = 'running';
CREATE INDEX migration_key ON workflow.migration (key, id);

CREATE TABLE workflow.migration_case (
  migration_id uuid NOT NULL REFERENCES workflow.migration (id),
  instance_id uuid NOT NULL REFERENCES workflow.instance (id),
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  subject_number text NOT NULL,
  subject_title text NOT NULL,
  result text NOT NULL CHECK (result IN ('moved', 'refused', 'failed')),
  stood text NOT NULL,
  stands text,
  reason text,
  at timestamptz NOT NULL,
  PRIMARY KEY (migration_id, instance_id)
);
CREATE INDEX migration_case_instance ON workflow.migration_case (instance_id) WHERE result = 'moved';

-- What was done to a case stays as it was.
CREATE TRIGGER migration_case_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON workflow.migration_case
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
`),
  defineMigration('20261130-41-workflow-taken-tasks', `
-- Tasks that somebody has, by whom they were meant for: what an office has in hand counts as its load (DEC-07).
CREATE INDEX task_candidates_taken ON workflow.task USING gin (candidate_keys) WITH (fastupdate = off) WHERE status = 'open' AND assignee_id IS NOT NULL;
`),
  // What a step decided, so that past cases can be replayed on another version; and a line for the inbox.
  defineMigration('20261130-60-workflow-step-results', 'ALTER TABLE workflow.task ADD COLUMN result jsonb, ADD COLUMN hint text;'),
  // Whose inbox changes is told to pages that follow it: those who had the task, and those who have it now.
  defineMigration('20261203-81-workflow-live-inbox', `
CREATE FUNCTION workflow.signal_inbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO live.change (topic)
    SELECT DISTINCT 'inbox/' || key FROM after, unnest(CASE WHEN assignee_id IS NULL THEN candidate_keys ELSE ARRAY['u:' || assignee_id] END) AS key;
  ELSE
    INSERT INTO live.change (topic)
    SELECT DISTINCT 'inbox/' || key FROM (TABLE before UNION ALL TABLE after) AS task,
      unnest(CASE WHEN assignee_id IS NULL THEN candidate_keys ELSE ARRAY['u:' || assignee_id] END) AS key;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER task_created_live AFTER INSERT ON workflow.task REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION workflow.signal_inbox();
CREATE TRIGGER task_changed_live AFTER UPDATE ON workflow.task REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION workflow.signal_inbox();
`),
];
