import { defineMigration } from '../../kernel/db/index.ts';

export const collectionMigrations = [
  defineMigration('20261203-21-collection-init', `
CREATE SCHEMA collection;

CREATE TABLE collection.identity_check (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  name text NOT NULL,
  document_masked text NOT NULL,
  person_id uuid,
  kind text CHECK (kind IN ('applicant', 'representative', 'agent')),
  mandate_id uuid,
  staff_id uuid NOT NULL,
  staff_name text NOT NULL,
  at timestamptz NOT NULL,
  CHECK (kind IS NULL OR person_id IS NOT NULL)
);
CREATE INDEX identity_check_case ON collection.identity_check (case_id, id);

CREATE TABLE collection.collection (
  case_id uuid PRIMARY KEY,
  check_id uuid NOT NULL REFERENCES collection.identity_check (id),
  signature_file_id uuid NOT NULL,
  staff_id uuid NOT NULL,
  staff_name text NOT NULL,
  at timestamptz NOT NULL
);
`),
  defineMigration('20261203-22-collection-shipments', `
CREATE TABLE collection.shipment (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'registered', 'picked-up', 'in-transit', 'delivered', 'returned', 'refused')),
  tracking_number text,
  carrier text,
  attempts integer NOT NULL,
  due_at timestamptz NOT NULL,
  lease_until timestamptz,
  trouble text,
  staff_id uuid NOT NULL,
  staff_name text NOT NULL,
  organization_name text NOT NULL,
  made_at timestamptz NOT NULL,
  CHECK ((tracking_number IS NULL) = (state IN ('waiting', 'refused')))
);
CREATE UNIQUE INDEX shipment_case ON collection.shipment (case_id) WHERE state NOT IN ('refused', 'returned');
CREATE INDEX shipment_due ON collection.shipment (state, due_at) WHERE state IN ('waiting', 'registered', 'picked-up', 'in-transit');

CREATE TABLE collection.shipment_event (
  shipment_id uuid NOT NULL REFERENCES collection.shipment (id),
  at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('picked-up', 'in-transit', 'delivered', 'returned')),
  text text NOT NULL,
  place text NOT NULL,
  PRIMARY KEY (shipment_id, at, state)
);
`),
  // Documents were looked at by eye until now.
  defineMigration('20261203-61-collection-check-method', `
ALTER TABLE collection.identity_check ADD COLUMN method text NOT NULL DEFAULT 'sight' CHECK (method IN ('card', 'sight'));
ALTER TABLE collection.identity_check ALTER COLUMN method DROP DEFAULT;
`),
  // What came back is posted to an address that was checked with the applicant; what was posted before keeps its own.
  defineMigration('20261204-32-collection-shipment-address', 'ALTER TABLE collection.shipment ADD COLUMN address_cipher text;'),
  // What somebody has signed for stays as it was signed.
  defineMigration('20261205-20-collection-receipts', `
CREATE TABLE collection.receipt (
  notice_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('signed', 'declined')),
  case_id uuid NOT NULL,
  signer text NOT NULL CHECK (signer IN ('applicant', 'representative', 'agent')),
  name text NOT NULL,
  role text NOT NULL,
  signature_file_id uuid,
  reason text,
  witness text,
  window_id uuid,
  place text NOT NULL,
  staff_id uuid NOT NULL,
  staff_name text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (notice_id, outcome),
  CHECK ((signature_file_id IS NOT NULL) = (outcome = 'signed')),
  CHECK ((reason IS NOT NULL) = (outcome = 'declined'))
);
CREATE INDEX receipt_case ON collection.receipt (case_id);
CREATE TRIGGER receipt_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON collection.receipt
  FOR EACH STATEMENT EXECUTE FUNCTION kernel.refuse_change();
`),
];
