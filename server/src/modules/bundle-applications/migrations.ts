import { defineMigration } from '../../kernel/db/index.ts';

export const bundleApplicationsMigrations = [
  defineMigration('20261203-31-bundle-applications-init', `
CREATE SCHEMA bundle_applications;
CREATE SEQUENCE bundle_applications.number_serial;

CREATE TABLE bundle_applications.application (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  draft_id uuid NOT NULL CONSTRAINT application_draft_key UNIQUE,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('handling', 'supplementing', 'decided', 'closed', 'withdrawn')),
  bundle_id uuid NOT NULL,
  bundle_version_id uuid NOT NULL,
  bundle_name text NOT NULL,
  guidance jsonb NOT NULL,
  promised_days integer NOT NULL,
  lead_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  participant_paths text[] NOT NULL,
  applicant_kind text NOT NULL CHECK (applicant_kind IN ('person', 'company')),
  applicant_id uuid NOT NULL,
  applicant_name text NOT NULL,
  applicant_document_masked text NOT NULL,
  applicant_last_four text NOT NULL,
  applicant_mobile_masked text,
  owner_kind text NOT NULL CHECK (owner_kind IN ('person', 'staff')),
  owner_id uuid NOT NULL,
  owner_name text NOT NULL,
  mandate_id uuid,
  channel text NOT NULL,
  answers_cipher text NOT NULL,
  materials jsonb NOT NULL,
  delivery_method text NOT NULL,
  postal_address_cipher text,
  receipt jsonb NOT NULL,
  submitted_at timestamptz NOT NULL,
  partial_agreed_at timestamptz,
  delivered_at timestamptz,
  rated_at timestamptz,
  updated_at timestamptz NOT NULL
);
CREATE INDEX application_of_applicant ON bundle_applications.application (applicant_id, id DESC);
CREATE INDEX application_participants ON bundle_applications.application USING gin (participant_paths);

-- One item of an application: its case once it is opened, the reason when it never will be.
CREATE TABLE bundle_applications.child (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL REFERENCES bundle_applications.application,
  position smallint NOT NULL,
  key text NOT NULL,
  item_id uuid NOT NULL,
  item_version_id uuid NOT NULL,
  item_name text NOT NULL,
  organization_name text NOT NULL,
  waits_for text[] NOT NULL,
  days integer NOT NULL,
  answers_cipher text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'opened', 'dropped')),
  case_id uuid CONSTRAINT child_case_key UNIQUE,
  case_number text,
  case_version integer NOT NULL,
  case_status text,
  case_outcome text,
  reason text,
  changed_at timestamptz NOT NULL,
  UNIQUE (application_id, key),
  CHECK ((state = 'opened') = (case_id IS NOT NULL)),
  CHECK (state <> 'dropped' OR reason IS NOT NULL)
);
`),
  // Those that wait are looked through each night.
  defineMigration('20261203-83-bundle-applications-waiting', `CREATE INDEX child_waiting ON bundle_applications.child (application_id) WHERE state = 'waiting'`),
  // Who stood at the counter for the applicant: name, masked numbers, authority.
  defineMigration('20261204-62-bundle-applications-agent', 'ALTER TABLE bundle_applications.application ADD COLUMN agent jsonb;'),
];
