import { defineMigration } from '../../kernel/db/index.ts';

const states = "'registered', 'entered', 'supplementing', 'accepted', 'in-progress', 'decided', 'delivered', 'ended'";
const kinds = "'accepted', 'supplement-needed', 'supplemented', 'refused', 'in-progress', 'decided', 'delivered'";
const disclosures = "'identity', 'form', 'materials'";

export const selfBuiltMigrations = [
  defineMigration('20261203-90-self-built-init', `
CREATE SCHEMA self_built;

CREATE TABLE self_built.system (
  id uuid PRIMARY KEY,
  revision integer NOT NULL,
  name text NOT NULL,
  organization_id uuid NOT NULL REFERENCES organization.organization (id),
  entry_url text NOT NULL,
  service_url text NOT NULL,
  enabled boolean NOT NULL,
  last_ok_at timestamptz,
  down_since timestamptz,
  last_error text,
  failures integer NOT NULL,
  next_try_at timestamptz
);
CREATE UNIQUE INDEX system_name ON self_built.system (name);

CREATE TABLE self_built.system_item (
  item_id uuid NOT NULL,
  system_id uuid NOT NULL REFERENCES self_built.system (id),
  item_name text NOT NULL,
  CONSTRAINT system_item_once PRIMARY KEY (item_id)
);
CREATE INDEX system_item_system ON self_built.system_item (system_id);

CREATE TABLE self_built.system_key (
  key_id text PRIMARY KEY,
  system_id uuid NOT NULL REFERENCES self_built.system (id),
  secret_cipher text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by_name text NOT NULL,
  last_used_at timestamptz,
  ended_at timestamptz
);
CREATE INDEX system_key_system ON self_built.system_key (system_id, made_at);

CREATE TABLE self_built.link (
  case_id uuid PRIMARY KEY,
  case_number text NOT NULL UNIQUE,
  system_id uuid NOT NULL REFERENCES self_built.system (id),
  item_name text NOT NULL,
  organization_name text NOT NULL,
  state text NOT NULL CHECK (state IN (${states})),
  registered_at timestamptz NOT NULL,
  consent_text text,
  consent_at timestamptz,
  consent_by text,
  entered_at timestamptz,
  last_sequence integer NOT NULL,
  last_report_at timestamptz,
  next_pull_at timestamptz,
  quiet_pulls integer NOT NULL,
  trouble text,
  CHECK ((consent_text IS NULL) = (consent_at IS NULL))
);
CREATE INDEX link_open ON self_built.link (system_id, registered_at, case_id) WHERE state NOT IN ('delivered', 'ended');
CREATE INDEX link_due ON self_built.link (system_id, next_pull_at) WHERE next_pull_at IS NOT NULL;
CREATE INDEX link_entered ON self_built.link (system_id, entered_at) WHERE entered_at IS NOT NULL;

CREATE TABLE self_built.ticket (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES self_built.link (case_id),
  system_id uuid NOT NULL,
  visitor_kind text NOT NULL CHECK (visitor_kind IN ('applicant', 'agent', 'clerk')),
  visitor_id text NOT NULL,
  visitor_name text NOT NULL,
  organization_name text,
  window_name text,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  redeemed_at timestamptz
);
CREATE INDEX ticket_case ON self_built.ticket (case_id, id);

CREATE TABLE self_built.report (
  case_id uuid NOT NULL REFERENCES self_built.link (case_id),
  sequence integer NOT NULL,
  report_id text NOT NULL,
  digest text NOT NULL,
  kind text NOT NULL CHECK (kind IN (${kinds})),
  label text NOT NULL,
  at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  pulled boolean NOT NULL,
  opinion text,
  documents jsonb NOT NULL,
  CONSTRAINT report_once PRIMARY KEY (case_id, sequence)
);
CREATE UNIQUE INDEX report_id_once ON self_built.report (case_id, report_id);

CREATE TABLE self_built.refusal (
  id uuid PRIMARY KEY,
  system_id uuid NOT NULL REFERENCES self_built.system (id),
  at timestamptz NOT NULL,
  case_number text NOT NULL,
  kind text,
  sequence integer,
  code text NOT NULL,
  reason text NOT NULL
);
CREATE INDEX refusal_system ON self_built.refusal (system_id, id);

CREATE TABLE self_built.nonce (
  key_id text NOT NULL,
  nonce text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (key_id, nonce)
);
CREATE INDEX nonce_at ON self_built.nonce (at);

CREATE TABLE self_built.reconciliation (
  id uuid PRIMARY KEY,
  system_id uuid NOT NULL REFERENCES self_built.system (id),
  from_day date NOT NULL,
  to_day date NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  ours integer NOT NULL,
  theirs integer NOT NULL,
  taken integer NOT NULL,
  differences jsonb NOT NULL
);
CREATE INDEX reconciliation_system ON self_built.reconciliation (system_id, id);

CREATE FUNCTION self_built.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a system reported is never changed';
END $$;
CREATE TRIGGER report_kept BEFORE UPDATE OR DELETE ON self_built.report FOR EACH ROW EXECUTE FUNCTION self_built.refuse_change();
`),
  defineMigration('20261204-13-self-built-outages', `
-- Since when a system was down that people were told of; null when there is nothing to take back.
ALTER TABLE self_built.system ADD COLUMN told_down_since timestamptz;
`),
  defineMigration('20261204-20-self-built-disclosure', `
-- What a system is given of its cases, and what the applicant of each agreed to; consents from before name identity and number only.
ALTER TABLE self_built.system ADD COLUMN disclosure text NOT NULL DEFAULT 'identity' CHECK (disclosure IN (${disclosures}));
ALTER TABLE self_built.system ALTER COLUMN disclosure DROP DEFAULT;
ALTER TABLE self_built.link ADD COLUMN consent_disclosure text CHECK (consent_disclosure IN (${disclosures})), ADD COLUMN content_read_at timestamptz;
UPDATE self_built.link SET consent_disclosure = 'identity' WHERE consent_text IS NOT NULL;
ALTER TABLE self_built.link ADD CHECK ((consent_text IS NULL) = (consent_disclosure IS NULL));
`),
];
