import { defineMigration } from './db/migrate.ts';

/** Tables and functions of the kernel's own services: outbox, audit chain, idempotency, keys. */
export const coreMigrations = [
  defineMigration('20261121-10-kernel-core', `
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION kernel.expect_rows(actual bigint, expected bigint, label text) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
  IF actual <> expected THEN
    RAISE EXCEPTION 'expected % rows, found %', expected, actual USING ERRCODE = 'TB409', DETAIL = label;
  END IF;
  RETURN true;
END $$;

CREATE TABLE kernel.event (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id uuid NOT NULL,
  type text NOT NULL,
  aggregate_type text NOT NULL,
  aggregate_id text NOT NULL,
  occurred_at timestamptz NOT NULL,
  actor_id text NOT NULL,
  trace_id text NOT NULL,
  data jsonb NOT NULL
);
CREATE INDEX event_order ON kernel.event (tx, position);
CREATE INDEX event_aggregate ON kernel.event (aggregate_type, aggregate_id, position);

CREATE TABLE kernel.subscription (
  name text PRIMARY KEY,
  last_tx xid8 NOT NULL DEFAULT '0',
  last_position bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL
);

CREATE TABLE kernel.event_failure (
  subscription text NOT NULL REFERENCES kernel.subscription (name),
  position bigint NOT NULL REFERENCES kernel.event (position),
  aggregate_type text NOT NULL,
  aggregate_id text NOT NULL,
  attempts integer NOT NULL,
  error text NOT NULL,
  next_attempt_at timestamptz,
  PRIMARY KEY (subscription, position)
);
CREATE INDEX event_failure_aggregate ON kernel.event_failure (subscription, aggregate_type, aggregate_id);
CREATE INDEX event_failure_due ON kernel.event_failure (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE TABLE kernel.audit_entry (
  id uuid PRIMARY KEY,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL,
  actor_kind text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  acting_for text,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id text NOT NULL,
  purpose text,
  result text NOT NULL,
  channel text NOT NULL,
  ip text NOT NULL,
  trace_id text NOT NULL,
  detail text NOT NULL
);
CREATE INDEX audit_entry_unsealed ON kernel.audit_entry (tx, id);
CREATE INDEX audit_entry_object ON kernel.audit_entry (object_type, object_id, at);
CREATE INDEX audit_entry_actor ON kernel.audit_entry (actor_id, at);
CREATE INDEX audit_entry_at ON kernel.audit_entry (at, id);

CREATE TABLE kernel.audit_link (
  sequence bigint PRIMARY KEY,
  entry_id uuid NOT NULL UNIQUE,
  entry_tx xid8 NOT NULL,
  hash bytea NOT NULL
);

CREATE TABLE kernel.idempotency (
  actor_id text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  request_digest bytea NOT NULL,
  response jsonb,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_age ON kernel.idempotency (created_at);

CREATE FUNCTION kernel.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'TB403';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kernel.audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kernel.audit_link
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON kernel.event
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
`),
  // PostgreSQL thinks a tsvector cheap to test, although a long one is stored apart from its row: with a LIMIT it reads the
  // table from its beginning instead of asking the index.
  defineMigration('20261128-10-kernel-by-index', `
CREATE FUNCTION kernel.by_index(row_id uuid) RETURNS boolean LANGUAGE plpgsql IMMUTABLE COST 5000 AS $$
BEGIN
  RETURN true;
END $$;
COMMENT ON FUNCTION kernel.by_index IS 'Always true. As a condition it makes each row dear to the planner, so that the rows are found by an index.';
`),
];
