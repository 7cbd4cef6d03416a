import { defineMigration } from '../../kernel/db/index.ts';

export const recognitionMigrations = [
  defineMigration('20261130-20-recognition-init', `
CREATE SCHEMA recognition;

CREATE TABLE recognition.document_type (
  id uuid PRIMARY KEY,
  code text NOT NULL CONSTRAINT document_type_code UNIQUE,
  name text NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'active')),
  revision integer NOT NULL,
  content jsonb NOT NULL,
  edited_by_id text NOT NULL,
  edited_by_name text NOT NULL,
  edited_at timestamptz NOT NULL
);

-- What was read of a file goes with the file.
CREATE TABLE recognition.reading (
  file_id uuid PRIMARY KEY REFERENCES files.file (id) ON DELETE CASCADE,
  material_name text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'reading', 'done', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  revision integer NOT NULL DEFAULT 1,
  requested_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz,
  notes jsonb NOT NULL DEFAULT '[]',
  pages_total integer NOT NULL DEFAULT 0,
  pages jsonb NOT NULL DEFAULT '[]',
  engine text,
  found jsonb,
  content_cipher text,
  correction_cipher text,
  corrected_by_name text,
  corrected_at timestamptz,
  acknowledged jsonb NOT NULL DEFAULT '[]'
) WITH (fillfactor = 70);
CREATE INDEX reading_unfinished ON recognition.reading (requested_at) WHERE state IN ('waiting', 'reading');
CREATE INDEX reading_finished ON recognition.reading (finished_at) WHERE finished_at IS NOT NULL;

CREATE TABLE recognition.switched_off (
  draft_id uuid PRIMARY KEY,
  at timestamptz NOT NULL
);

CREATE TABLE recognition.sample (
  id uuid PRIMARY KEY,
  type_code text,
  origin text NOT NULL CHECK (origin IN ('correction', 'demonstration')),
  file_id uuid CONSTRAINT sample_file UNIQUE,
  text_cipher text NOT NULL,
  excluded boolean NOT NULL DEFAULT false,
  labelled_by_name text NOT NULL,
  labelled_at timestamptz NOT NULL
);
CREATE INDEX sample_recent ON recognition.sample (labelled_at DESC, id DESC);
CREATE INDEX sample_type ON recognition.sample (type_code, labelled_at DESC, id DESC);

CREATE TABLE recognition.model (
  id uuid PRIMARY KEY,
  number integer NOT NULL CONSTRAINT model_number UNIQUE,
  state text NOT NULL CHECK (state IN ('training', 'ready', 'active', 'failed')),
  reason text,
  samples integer NOT NULL DEFAULT 0,
  evaluation jsonb,
  classifier jsonb,
  trained_by_name text NOT NULL,
  trained_at timestamptz NOT NULL,
  activated_by_name text,
  activated_at timestamptz
);
CREATE UNIQUE INDEX model_one_active ON recognition.model ((true)) WHERE state = 'active';
CREATE UNIQUE INDEX model_one_training ON recognition.model ((true)) WHERE state = 'training';
`),
];
