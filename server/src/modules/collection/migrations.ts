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
];
