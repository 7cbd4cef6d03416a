import { defineMigration } from '../../kernel/db/index.ts';

export const sharingMigrations = [
  defineMigration('20261203-41-sharing-init', `
CREATE SCHEMA sharing;

CREATE TABLE sharing.share (
  id uuid PRIMARY KEY,
  subject_kind text NOT NULL CHECK (subject_kind IN ('person', 'company')),
  subject_id uuid NOT NULL,
  subject_name text NOT NULL,
  made_by_id uuid NOT NULL,
  made_by_name text NOT NULL,
  mandate_id uuid,
  purpose text NOT NULL,
  item_id uuid,
  item_name text,
  organization_id uuid,
  organization_path text,
  organization_name text,
  code_digest text NOT NULL CONSTRAINT share_code_key UNIQUE,
  number_index text NOT NULL CONSTRAINT share_number_key UNIQUE,
  consent text NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  scanned_at timestamptz,
  scanned_by_id uuid,
  scanned_by_name text,
  scanned_organization_id uuid,
  scanned_organization_name text,
  draft_id uuid,
  draft_item_name text,
  taken_at timestamptz,
  handed_in_at timestamptz,
  handed_in_case_id uuid,
  handed_in_number text,
  handed_in_name text,
  withdrawn_at timestamptz,
  CHECK (expires_at > made_at),
  CHECK (num_nulls(scanned_at, scanned_by_id, scanned_by_name, scanned_organization_id, scanned_organization_name) IN (0, 5)),
  CHECK (num_nulls(draft_id, draft_item_name, taken_at) IN (0, 3)),
  CHECK (num_nulls(handed_in_at, handed_in_number, handed_in_name) IN (0, 3)),
  CHECK (handed_in_at IS NULL OR taken_at IS NOT NULL),
  CHECK (taken_at IS NULL OR scanned_at IS NOT NULL)
);
CREATE INDEX share_subject ON sharing.share (subject_kind, subject_id, made_at DESC, id DESC);
CREATE INDEX share_draft ON sharing.share (draft_id) WHERE draft_id IS NOT NULL;
CREATE INDEX share_never_taken ON sharing.share (expires_at) WHERE taken_at IS NULL AND scanned_at IS NULL;

CREATE TABLE sharing.thing (
  id uuid PRIMARY KEY,
  share_id uuid NOT NULL REFERENCES sharing.share (id) ON DELETE CASCADE,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('licence', 'file')),
  name text NOT NULL,
  licence_id uuid,
  licence_number text,
  case_id uuid,
  case_number text,
  item_name text,
  material_name text,
  standard_code text,
  file_id uuid,
  size integer,
  media_type text,
  CHECK ((kind = 'licence') = (licence_id IS NOT NULL)),
  CHECK ((kind = 'file') = (file_id IS NOT NULL)),
  CONSTRAINT thing_position_key UNIQUE (share_id, position)
);

CREATE TABLE sharing.taking (
  id uuid PRIMARY KEY,
  share_id uuid NOT NULL REFERENCES sharing.share (id) ON DELETE CASCADE,
  thing_id uuid NOT NULL REFERENCES sharing.thing (id) ON DELETE CASCADE,
  draft_id uuid NOT NULL,
  material_key text NOT NULL,
  material_name text NOT NULL,
  licence_id uuid,
  file_id uuid,
  at timestamptz NOT NULL,
  handed_in boolean NOT NULL DEFAULT false,
  CHECK (num_nulls(licence_id, file_id) = 1)
);
CREATE INDEX taking_draft ON sharing.taking (draft_id);
CREATE INDEX taking_share ON sharing.taking (share_id);

CREATE TABLE sharing.reading (
  id uuid PRIMARY KEY,
  share_id uuid NOT NULL REFERENCES sharing.share (id) ON DELETE CASCADE,
  thing_id uuid,
  what text NOT NULL,
  purpose text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX reading_share ON sharing.reading (share_id, at);
`),
];
