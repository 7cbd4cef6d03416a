import { defineMigration } from '../db/index.ts';

export const filesMigrations = [
  defineMigration('20261121-25-files-init', `
CREATE SCHEMA files;

CREATE TABLE files.blob (
  digest text PRIMARY KEY CHECK (length(digest) = 64),
  stored_at timestamptz NOT NULL
);

CREATE TABLE files.file (
  id uuid PRIMARY KEY,
  digest text NOT NULL REFERENCES files.blob (digest),
  size integer NOT NULL CHECK (size > 0),
  media_type text NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  pages integer,
  active boolean NOT NULL,
  scan_status text NOT NULL CHECK (scan_status IN ('clean', 'not-scanned', 'infected')),
  uploaded_by text NOT NULL,
  uploaded_at timestamptz NOT NULL,
  owner_type text NOT NULL DEFAULT '',
  owner_id text NOT NULL DEFAULT '',
  unused_since timestamptz,
  CHECK ((owner_type = '') = (owner_id = '')),
  CHECK ((owner_type = '') = (unused_since IS NOT NULL))
);
CREATE INDEX file_digest ON files.file (digest);
CREATE INDEX file_owner ON files.file (owner_type, owner_id) WHERE owner_type <> '';
CREATE INDEX file_unused ON files.file (unused_since) WHERE owner_type = '';
CREATE INDEX file_unused_of ON files.file (uploaded_by) WHERE owner_type = '';
CREATE INDEX file_unscanned ON files.file (id) WHERE scan_status = 'not-scanned';
`),
];
