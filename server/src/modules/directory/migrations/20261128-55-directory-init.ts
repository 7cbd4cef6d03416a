import { defineMigration } from '../../../kernel/db/index.ts';

/** The basic directory: entries in two levels, their versions, imports of lists, and which department takes what (CAT-01). */
export const directoryInit = defineMigration('20261128-55-directory-init', `
CREATE SCHEMA directory;

CREATE TABLE directory.entry (
  id uuid PRIMARY KEY,
  catalog_code text,
  local_catalog_code text,
  code text NOT NULL GENERATED ALWAYS AS (coalesce(catalog_code, local_catalog_code)) STORED,
  parent_id uuid REFERENCES directory.entry (id),
  region_code char(12) NOT NULL,
  name text NOT NULL,
  task_type text NOT NULL,
  guidance_department text NOT NULL,
  use_levels text[] NOT NULL,
  paused boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('new', 'in-force', 'cancelled')),
  in_force_version_id uuid,
  latest_version_id uuid NOT NULL,
  latest_version_number integer NOT NULL,
  latest_state text NOT NULL,
  plan_cancel_date date,
  vector tsvector NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX entry_catalog_code ON directory.entry (catalog_code) WHERE catalog_code IS NOT NULL;
CREATE UNIQUE INDEX entry_local_catalog_code ON directory.entry (local_catalog_code) WHERE local_catalog_code IS NOT NULL;
CREATE INDEX entry_code ON directory.entry (code, id);
CREATE INDEX entry_parent ON directory.entry (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX entry_vector ON directory.entry USING gin (vector) WITH (fastupdate = off);
CREATE INDEX entry_to_cancel ON directory.entry (plan_cancel_date) WHERE state = 'in-force' AND plan_cancel_date IS NOT NULL;

CREATE FUNCTION directory.check_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.parent_id IS NULL THEN RETURN NEW; END IF;
  -- Two changes at the same time could close a circle that neither sees.
  PERFORM pg_advisory_xact_lock(hashtext('directory.entry.parent_id'));
  IF NEW.parent_id = NEW.id OR EXISTS (SELECT FROM directory.entry WHERE id = NEW.parent_id AND parent_id IS NOT NULL)
    OR EXISTS (SELECT FROM directory.entry WHERE parent_id = NEW.id) THEN
    RAISE EXCEPTION 'entry % would be part of more than two levels', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'entry_tree';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER entry_tree BEFORE INSERT OR UPDATE OF parent_id ON directory.entry FOR EACH ROW EXECUTE FUNCTION directory.check_tree();

CREATE TABLE directory.entry_version (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL REFERENCES directory.entry (id),
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'in-force', 'superseded', 'cancelled')),
  revision integer NOT NULL,
  cancels boolean NOT NULL,
  elements jsonb NOT NULL,
  import_digest text,
  import_id uuid,
  created_at timestamptz NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  submitted_at timestamptz,
  submitted_by_id text,
  reviewed_at timestamptz,
  reviewed_by_id text,
  reviewed_by_name text,
  review_opinion text,
  in_force_at timestamptz,
  CONSTRAINT entry_version_number UNIQUE (entry_id, number)
);
CREATE UNIQUE INDEX entry_version_open ON directory.entry_version (entry_id) WHERE state IN ('draft', 'in-review', 'approved');
CREATE INDEX entry_version_approved ON directory.entry_version (id) WHERE state = 'approved';
CREATE INDEX entry_version_import ON directory.entry_version (import_id, id) WHERE import_id IS NOT NULL;

CREATE TABLE directory.entry_import (
  id uuid PRIMARY KEY,
  file_name text NOT NULL,
  format text NOT NULL CHECK (format IN ('directory', 'items')),
  region_code char(12) NOT NULL,
  read integer NOT NULL,
  created integer NOT NULL,
  changed integer NOT NULL,
  unchanged integer NOT NULL,
  rejected integer NOT NULL,
  rejections jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('in-review', 'approving', 'approved', 'returned', 'empty')),
  version integer NOT NULL,
  imported_at timestamptz NOT NULL,
  imported_by_id text NOT NULL,
  imported_by_name text NOT NULL,
  reviewed_by_id text,
  reviewed_by_name text,
  review_opinion text,
  failures jsonb NOT NULL DEFAULT '[]'
);

CREATE TABLE directory.duty (
  region_code char(12) NOT NULL,
  guidance_department text NOT NULL,
  organization_id uuid NOT NULL,
  PRIMARY KEY (region_code, guidance_department)
);

-- The digits that a region's code shares with all regions below it; 371000000000 has four although it ends in five pairs of zeros.
CREATE FUNCTION directory.region_prefix(code text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN code = '000000000000' THEN '' WHEN right(code, 10) = '0000000000' THEN left(code, 2) WHEN right(code, 8) = '00000000' THEN left(code, 4)
    WHEN right(code, 6) = '000000' THEN left(code, 6) WHEN right(code, 3) = '000' THEN left(code, 9) ELSE code END
$$;

CREATE VIEW directory.participant AS
SELECT r.code AS region_code, r.name, r.full_name, (r.level + 1)::text AS exercise_level, r.parent_code
FROM organization.region r
WHERE EXISTS (SELECT FROM organization.organization o WHERE o.region_code = r.code AND o.valid_to IS NULL);

INSERT INTO kernel.dictionary (code, name) VALUES ('guidance-department', '业务指导部门') ON CONFLICT DO NOTHING;
INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order) VALUES ('guidance-department', '04', '发展改革部门', 0) ON CONFLICT DO NOTHING;
`);
