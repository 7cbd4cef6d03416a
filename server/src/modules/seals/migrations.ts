import { defineMigration } from '../../kernel/db/index.ts';

export const sealsMigrations = [
  defineMigration('20261121-55-seals-init', `
CREATE SCHEMA seals;
CREATE TABLE seals.authority (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT authority_name_key UNIQUE,
  certificate bytea NOT NULL,
  key_cipher text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE TABLE seals.seal (
  id uuid PRIMARY KEY,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  purpose text,
  state text NOT NULL,
  seal bytea NOT NULL,
  certificate bytea NOT NULL,
  key_cipher text NOT NULL,
  certificate_serial text NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX seal_one_active ON seals.seal (organization_id, kind) WHERE state = 'active';
CREATE INDEX seal_recent ON seals.seal (created_at DESC, id DESC);
CREATE TABLE seals.use (
  id uuid PRIMARY KEY,
  seal_id uuid NOT NULL REFERENCES seals.seal (id),
  seal_name text NOT NULL,
  document_kind text NOT NULL,
  document_title text NOT NULL,
  case_number text,
  digest text NOT NULL,
  used_at timestamptz NOT NULL,
  used_by text NOT NULL
);
CREATE INDEX use_recent ON seals.use (seal_id, used_at DESC, id DESC);
`),
];
