import { defineMigration } from '../../kernel/db/index.ts';

const organization = (name: string, nullable = false): string => `${name}_id uuid${nullable ? '' : ' NOT NULL'},
  ${name}_name text${nullable ? '' : ' NOT NULL'},
  ${name}_path text${nullable ? '' : ' NOT NULL'}`;

export const custodyMigrations = [
  defineMigration('20261203-20-custody-init', `
CREATE SCHEMA custody;

CREATE TABLE custody.rule (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  item_id uuid,
  item_name text,
  ${organization('organization')},
  region_code text NOT NULL,
  moment text NOT NULL CHECK (moment IN ('none', 'after-acceptance', 'before-completion')),
  days integer NOT NULL CHECK (days BETWEEN 0 AND 60),
  ${organization('receiver', true)},
  sign_days integer NOT NULL CHECK (sign_days BETWEEN 1 AND 30),
  post_codes text[] NOT NULL,
  signers jsonb NOT NULL,
  signer_ids uuid[] NOT NULL,
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((moment = 'none') = (receiver_id IS NULL))
);
CREATE UNIQUE INDEX rule_item ON custody.rule (item_id) WHERE item_id IS NOT NULL;
CREATE UNIQUE INDEX rule_organization ON custody.rule (organization_id) WHERE item_id IS NULL;

CREATE TABLE custody.batch (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'handed-over', 'cancelled')),
  leg text NOT NULL CHECK (leg IN ('forward', 'back', 'archive')),
  ${organization('from')},
  ${organization('to')},
  region_code text NOT NULL,
  note text NOT NULL,
  made_by_id uuid NOT NULL,
  made_by_name text NOT NULL,
  made_at timestamptz NOT NULL,
  handed_over_by_id uuid,
  handed_over_by_name text,
  handed_over_at timestamptz
);
CREATE INDEX batch_from ON custody.batch (from_path text_pattern_ops, id DESC);
CREATE INDEX batch_to ON custody.batch (to_path text_pattern_ops, id DESC);

CREATE TABLE custody.envelope (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  version integer NOT NULL,
  case_id uuid NOT NULL,
  case_number text NOT NULL,
  item_name text NOT NULL,
  applicant_name text NOT NULL,
  region_code text NOT NULL,
  rule_id uuid NOT NULL,
  leg text NOT NULL CHECK (leg IN ('forward', 'back', 'archive')),
  state text NOT NULL CHECK (state IN ('pending', 'batched', 'in-transit', 'received', 'refused', 'cancelled')),
  prior jsonb,
  moment text NOT NULL CHECK (moment IN ('after-acceptance', 'before-completion')),
  days integer NOT NULL,
  sign_days integer NOT NULL,
  submit_due_on date NOT NULL,
  due_on date,
  ${organization('origin')},
  ${organization('receiver')},
  ${organization('destination')},
  ${organization('holder')},
  holder_staff_name text,
  held_since timestamptz NOT NULL,
  paths text[] NOT NULL,
  batch_id uuid REFERENCES custody.batch (id),
  batch_number text,
  handed_over_by_id uuid,
  handed_over_at timestamptz,
  flawed boolean NOT NULL,
  reminded_for date,
  opened_at timestamptz NOT NULL,
  CHECK ((prior IS NOT NULL) = (state IN ('batched', 'in-transit')))
);
CREATE UNIQUE INDEX envelope_case ON custody.envelope (case_id);
CREATE INDEX envelope_number ON custody.envelope (case_number);
CREATE INDEX envelope_paths ON custody.envelope USING gin (paths);
CREATE INDEX envelope_region ON custody.envelope (region_code text_pattern_ops, id DESC);
CREATE INDEX envelope_state ON custody.envelope (state, id DESC);
CREATE INDEX envelope_due ON custody.envelope (due_on) WHERE due_on IS NOT NULL;
CREATE INDEX envelope_batch ON custody.envelope (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE custody.material (
  id uuid PRIMARY KEY,
  envelope_id uuid NOT NULL REFERENCES custody.envelope (id),
  position integer NOT NULL,
  name text NOT NULL,
  "check" text CHECK ("check" IN ('complete', 'missing', 'mismatch')),
  remark text
);
CREATE INDEX material_envelope ON custody.material (envelope_id, position);

CREATE TABLE custody.batch_envelope (
  batch_id uuid NOT NULL REFERENCES custody.batch (id),
  envelope_id uuid NOT NULL REFERENCES custody.envelope (id),
  position integer NOT NULL,
  outcome text CHECK (outcome IN ('signed', 'refused', 'taken-out')),
  outcome_text text NOT NULL DEFAULT '',
  PRIMARY KEY (batch_id, envelope_id)
);

CREATE TABLE custody.step (
  id uuid PRIMARY KEY,
  envelope_id uuid NOT NULL REFERENCES custody.envelope (id),
  action text NOT NULL,
  leg text NOT NULL,
  batch_number text,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  organization_name text,
  text text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX step_envelope ON custody.step (envelope_id, id);

CREATE SEQUENCE custody.envelope_serial;
CREATE SEQUENCE custody.batch_serial;
`),
  // Paper that comes later, when the envelope of its case has gone its way, travels in a further one.
  defineMigration('20261204-33-custody-further', `
ALTER TABLE custody.envelope ADD COLUMN further boolean NOT NULL DEFAULT false;
ALTER TABLE custody.envelope ALTER COLUMN further DROP DEFAULT;
DROP INDEX custody.envelope_case;
CREATE UNIQUE INDEX envelope_case ON custody.envelope (case_id) WHERE NOT further;
CREATE INDEX envelope_case_all ON custody.envelope (case_id, id);
`),
];
