import { defineMigration } from '../../kernel/db/index.ts';

export const archivesMigrations = [
  defineMigration('20261203-40-archives-init', `
CREATE SCHEMA archives;

CREATE TABLE archives.archive (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL UNIQUE,
  case_number text NOT NULL,
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  task_type text NOT NULL,
  applicant_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  ending text NOT NULL,
  ended_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'archived', 'faulty')),
  case_version integer NOT NULL,
  edition integer NOT NULL,
  number text UNIQUE,
  retention_years integer CHECK (retention_years BETWEEN 1 AND 100),
  expires_on date,
  archived_at timestamptz,
  file_id uuid,
  digest text,
  size bigint,
  checks jsonb NOT NULL,
  faults integer NOT NULL,
  version integer NOT NULL
);
CREATE INDEX archive_list ON archives.archive (ended_at DESC, id DESC);
CREATE INDEX archive_state ON archives.archive (state, ended_at DESC, id DESC);
CREATE INDEX archive_waiting ON archives.archive (ended_at, id) WHERE state = 'waiting';
CREATE INDEX archive_case_number ON archives.archive (case_number text_pattern_ops);
CREATE INDEX archive_expiry ON archives.archive (expires_on) WHERE expires_on IS NOT NULL;

CREATE TABLE archives.edition (
  archive_id uuid NOT NULL REFERENCES archives.archive (id),
  edition integer NOT NULL,
  case_version integer NOT NULL,
  file_id uuid NOT NULL,
  digest text NOT NULL,
  size bigint NOT NULL,
  files jsonb NOT NULL,
  checks jsonb NOT NULL,
  at timestamptz NOT NULL,
  by_name text NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (archive_id, edition)
);

-- A package that was made stays as it was made.
CREATE FUNCTION archives.keep_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an edition of an archive does not change';
END $$;
CREATE TRIGGER edition_kept BEFORE UPDATE OR DELETE ON archives.edition
  FOR EACH ROW EXECUTE FUNCTION archives.keep_edition();

CREATE TABLE archives.retention (
  scope text NOT NULL CHECK (scope IN ('default', 'task-type', 'item')),
  key text NOT NULL,
  name text NOT NULL,
  years integer CHECK (years BETWEEN 1 AND 100),
  changed_at timestamptz NOT NULL,
  changed_by_name text NOT NULL,
  PRIMARY KEY (scope, key)
);
INSERT INTO archives.retention (scope, key, name, years, changed_at, changed_by_name)
VALUES ('default', '', '其他事项', 10, now(), '初始设置'), ('task-type', '01', '行政许可', 30, now(), '初始设置');

CREATE SEQUENCE archives.archive_number;
`),
];
