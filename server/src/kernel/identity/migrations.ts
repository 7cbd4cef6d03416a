import { defineMigration } from '../db/migrate.ts';

/** Accounts, sessions, persons, companies and mandates (IDN-01 to IDN-04). */
export const identityMigrations = [
  defineMigration('20261121-24-identity-init', `
CREATE SCHEMA identity;

CREATE TABLE identity.credential (
  account_id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('staff', 'person')),
  account_name text UNIQUE CHECK ((account_name IS NOT NULL) = (kind = 'staff')),
  mobile_index text UNIQUE,
  password_hash text NOT NULL,
  password_changed_at timestamptz NOT NULL,
  must_change_password boolean NOT NULL DEFAULT false,
  totp_secret text,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  suspended_at timestamptz,
  last_sign_in_at timestamptz,
  created_at timestamptz NOT NULL
);

CREATE TABLE identity.former_password (
  account_id uuid NOT NULL REFERENCES identity.credential (account_id),
  password_hash text NOT NULL,
  replaced_at timestamptz NOT NULL
);
CREATE INDEX former_password_account ON identity.former_password (account_id, replaced_at);

CREATE TABLE identity.sign_in_failure (
  subject text PRIMARY KEY,
  failures integer NOT NULL,
  locked_until timestamptz,
  last_failed_at timestamptz NOT NULL
);

CREATE TABLE identity.sign_in_challenge (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES identity.credential (account_id),
  step text NOT NULL CHECK (step IN ('totp', 'enrol-totp', 'change-password')),
  totp_secret text,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX sign_in_challenge_age ON identity.sign_in_challenge (expires_at);

CREATE TABLE identity.person (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  document_type text NOT NULL,
  document_number text NOT NULL,
  document_index text NOT NULL UNIQUE,
  mobile text,
  mobile_index text,
  verified_by text NOT NULL CHECK (verified_by IN ('window', 'online')),
  created_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1
);
CREATE INDEX person_mobile ON identity.person (mobile_index);

CREATE TABLE identity.company (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  credit_code text NOT NULL UNIQUE,
  region_code char(12),
  address text,
  legal_representative_id uuid NOT NULL REFERENCES identity.person (id),
  created_at timestamptz NOT NULL,
  revision integer NOT NULL DEFAULT 1
);

CREATE TABLE identity.mandate (
  id uuid PRIMARY KEY,
  basis text NOT NULL CHECK (basis IN ('legal-representative', 'granted')),
  principal_kind text NOT NULL CHECK (principal_kind IN ('person', 'company')),
  principal_person_id uuid REFERENCES identity.person (id) CHECK ((principal_person_id IS NOT NULL) = (principal_kind = 'person')),
  principal_company_id uuid REFERENCES identity.company (id) CHECK ((principal_company_id IS NOT NULL) = (principal_kind = 'company')),
  agent_id uuid NOT NULL REFERENCES identity.person (id),
  item_categories text[],
  valid_from date NOT NULL,
  valid_until date,
  state text NOT NULL CHECK (state IN ('offered', 'accepted', 'declined', 'revoked')),
  offered_at timestamptz NOT NULL,
  offered_by text NOT NULL,
  answered_at timestamptz,
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  CHECK (valid_until IS NULL OR valid_until >= valid_from),
  CHECK (principal_person_id IS DISTINCT FROM agent_id)
);
CREATE INDEX mandate_agent ON identity.mandate (agent_id, state);
CREATE INDEX mandate_person ON identity.mandate (principal_person_id) WHERE principal_person_id IS NOT NULL;
CREATE INDEX mandate_company ON identity.mandate (principal_company_id) WHERE principal_company_id IS NOT NULL;

CREATE TABLE identity.session (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  account_kind text NOT NULL CHECK (account_kind IN ('staff', 'person')),
  account_id uuid NOT NULL REFERENCES identity.credential (account_id),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  idle_seconds integer NOT NULL,
  expires_at timestamptz NOT NULL,
  acting_mandate_id uuid REFERENCES identity.mandate (id),
  ip text NOT NULL,
  user_agent text NOT NULL,
  ended_at timestamptz,
  ended_reason text
);
CREATE INDEX session_account ON identity.session (account_id, created_at) WHERE ended_at IS NULL;
CREATE INDEX session_age ON identity.session (expires_at);

CREATE TABLE identity.verification_code (
  id uuid PRIMARY KEY,
  purpose text NOT NULL,
  mobile_index text NOT NULL,
  code_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  used_at timestamptz
);
CREATE INDEX verification_code_mobile ON identity.verification_code (mobile_index, purpose, created_at);

CREATE TABLE identity.throttle (
  bucket text NOT NULL,
  window_start timestamptz NOT NULL,
  hits integer NOT NULL,
  PRIMARY KEY (bucket, window_start)
);
CREATE INDEX throttle_age ON identity.throttle (window_start);

CREATE TABLE identity.demo_account (
  account_id uuid PRIMARY KEY REFERENCES identity.credential (account_id),
  account_name text NOT NULL,
  password text NOT NULL,
  description text NOT NULL,
  position integer NOT NULL
);
`),
];
