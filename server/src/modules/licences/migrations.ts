import { defineMigration } from '../../kernel/db/index.ts';

export const licencesMigrations = [
  defineMigration('20261121-58-licences-init', `
CREATE SCHEMA licences;
CREATE SEQUENCE licences.serial_block CYCLE MINVALUE 0 MAXVALUE 15623;
CREATE TABLE licences.licence_type (
  code text PRIMARY KEY,
  name text NOT NULL,
  type_code text NOT NULL CONSTRAINT licence_type_code_key UNIQUE,
  definition jsonb NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE TABLE licences.licence (
  id uuid PRIMARY KEY,
  chain_id uuid NOT NULL,
  version integer NOT NULL,
  type_code text NOT NULL,
  type_name text NOT NULL,
  identifier text NOT NULL CONSTRAINT licence_identifier_key UNIQUE,
  number text NOT NULL,
  holder_kind text NOT NULL,
  holder_id uuid NOT NULL,
  holder_name text NOT NULL,
  holder_document_masked text NOT NULL,
  issuer_id uuid NOT NULL,
  issuer_name text NOT NULL,
  region_code text NOT NULL,
  case_id uuid CONSTRAINT licence_case_key UNIQUE,
  case_number text,
  face jsonb NOT NULL,
  issued_on date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  state text NOT NULL,
  state_reason text,
  state_changed_at timestamptz,
  file_id uuid,
  file_digest text,
  code_signature text,
  seal_name text,
  signed_by text,
  created_at timestamptz NOT NULL,
  CONSTRAINT licence_version_key UNIQUE (chain_id, version)
);
CREATE INDEX licence_holder ON licences.licence (holder_kind, holder_id, type_code);
CREATE INDEX licence_digest ON licences.licence (file_digest);
CREATE INDEX licence_issuer ON licences.licence (issuer_id, created_at DESC, id DESC);
CREATE INDEX licence_expiry ON licences.licence (valid_to) WHERE state = 'valid';
CREATE TABLE licences.use (
  id uuid PRIMARY KEY,
  licence_id uuid NOT NULL REFERENCES licences.licence (id),
  holder_kind text NOT NULL,
  holder_id uuid NOT NULL,
  licence_name text NOT NULL,
  at timestamptz NOT NULL,
  by text NOT NULL,
  purpose text NOT NULL,
  case_number text,
  CONSTRAINT use_once_per_case UNIQUE (licence_id, case_number)
);
CREATE INDEX use_holder ON licences.use (holder_kind, holder_id, at DESC, id DESC);
`),
  defineMigration('20261121-63-licences-serials', 'ALTER SEQUENCE licences.serial_block MAXVALUE 15624999;'),
  // The face holds numbers of documents and is stored encrypted; licences of before keep it in their signed rendition.
  defineMigration('20261121-64-licences-face', `ALTER TABLE licences.licence DROP COLUMN face, ADD COLUMN face_cipher text NOT NULL DEFAULT '';`),
  // Verifications by strangers, counted by the day; `scanned_on` is null for uses in a case.
  defineMigration('20261128-10-licences-scans', `
ALTER TABLE licences.use ADD COLUMN times integer NOT NULL DEFAULT 1, ADD COLUMN scanned_on date,
  ADD CONSTRAINT use_scans_by_day UNIQUE (licence_id, scanned_on, by, purpose);
`),
  // The catalogue is kept by people: who issues each type, in which state it is, and who changed it last (LIC-01).
  defineMigration('20261130-81-licences-type-catalogue', `
ALTER TABLE licences.licence_type
  ADD COLUMN state text NOT NULL DEFAULT 'active', ADD COLUMN state_reason text, ADD COLUMN revision integer NOT NULL DEFAULT 1,
  ADD COLUMN issuer_id uuid, ADD COLUMN issuer_name text, ADD COLUMN organization_path text NOT NULL DEFAULT '', ADD COLUMN region_code text NOT NULL DEFAULT '',
  ADD COLUMN created_by_name text NOT NULL DEFAULT '系统', ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(), ADD COLUMN updated_by_name text NOT NULL DEFAULT '系统';
UPDATE licences.licence_type t SET issuer_id = o.id, issuer_name = o.name, organization_path = o.path, region_code = o.region_code
  FROM organization.organization o WHERE o.code = left(t.type_code, 18) AND o.valid_to IS NULL;
SELECT catalog.know_licence_type(code, name, false, coalesce((
    SELECT jsonb_agg(jsonb_build_object('label', line ->> 'label', 'field', substr(line ->> 'from', 6)) ORDER BY place)
    FROM jsonb_array_elements(definition -> 'face') WITH ORDINALITY AS face(line, place) WHERE line ->> 'from' LIKE 'form.%'), '[]'))
  FROM licences.licence_type;
CREATE INDEX licence_type_name ON licences.licence_type (name, code);
CREATE INDEX licence_by_type ON licences.licence (type_code);
CREATE SEQUENCE licences.type_block MINVALUE 0;
`),
];
