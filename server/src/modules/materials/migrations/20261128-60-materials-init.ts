import { defineMigration } from '../../../kernel/db/index.ts';

export const materialsInit = defineMigration('20261128-60-materials-init', `
CREATE SCHEMA materials;

-- Blocks of 64 numbers; without CYCLE the last block is an error and never a code given twice.
CREATE SEQUENCE materials.number_block MINVALUE 0 MAXVALUE 15623;

CREATE TABLE materials.material (
  id uuid PRIMARY KEY,
  code text NOT NULL CONSTRAINT material_code UNIQUE,
  kind text NOT NULL CHECK (kind IN ('application', 'issued')),
  name text NOT NULL,
  aliases text[] NOT NULL,
  name_keys text[] NOT NULL,
  type text NOT NULL,
  form text NOT NULL,
  necessity text NOT NULL,
  source text NOT NULL,
  source_explanation text,
  issuing_authority text,
  page_format text,
  acceptance_standard text,
  filling_instructions text,
  sensitive boolean NOT NULL,
  licence_types text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'active', 'retired', 'merged')),
  state_reason text,
  merged_into uuid REFERENCES materials.material (id),
  revision integer NOT NULL,
  region_code text NOT NULL,
  organization_path text NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  created_at timestamptz NOT NULL,
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL,
  vector tsvector NOT NULL,
  CHECK ((state = 'merged') = (merged_into IS NOT NULL))
);
CREATE INDEX material_updated ON materials.material (updated_at DESC, id DESC);
CREATE INDEX material_merged_into ON materials.material (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX material_name_keys ON materials.material USING gin (name_keys);
CREATE INDEX material_licence_types ON materials.material USING gin (licence_types);
CREATE INDEX material_vector ON materials.material USING gin (vector) WITH (fastupdate = off);

CREATE TABLE materials.review_point (
  id uuid PRIMARY KEY,
  material_id uuid NOT NULL REFERENCES materials.material (id),
  stage text NOT NULL CHECK (stage IN ('acceptance', 'review', 'decision')),
  text text NOT NULL,
  basis text,
  position integer NOT NULL,
  updated_by_name text NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT review_point_text UNIQUE (material_id, stage, text)
);

CREATE TABLE materials.file (
  id uuid PRIMARY KEY,
  material_id uuid NOT NULL REFERENCES materials.material (id),
  review_point_id uuid REFERENCES materials.review_point (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('blank-form', 'example', 'pass-sample', 'fail-sample')),
  title text NOT NULL,
  note text,
  file_id uuid NOT NULL,
  name text NOT NULL,
  size integer NOT NULL,
  media_type text NOT NULL,
  added_by_name text NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX file_material ON materials.file (material_id);

CREATE TABLE materials.merge (
  id uuid PRIMARY KEY,
  kept_id uuid NOT NULL REFERENCES materials.material (id),
  added_aliases text[] NOT NULL,
  added_licence_types text[] NOT NULL,
  reason text NOT NULL,
  merged_at timestamptz NOT NULL,
  merged_by_name text NOT NULL,
  undone_at timestamptz,
  undone_by_name text
);
CREATE INDEX merge_newest ON materials.merge (merged_at DESC, id DESC);

CREATE TABLE materials.merge_line (
  merge_id uuid NOT NULL REFERENCES materials.merge (id),
  material_id uuid NOT NULL REFERENCES materials.material (id),
  previous_state text NOT NULL,
  previous_merged_into uuid,
  PRIMARY KEY (merge_id, material_id)
);
CREATE INDEX merge_line_material ON materials.merge_line (material_id);

-- What the items ask for now, followed from the events of the catalogue.
CREATE TABLE materials.item_material (
  version_id uuid NOT NULL,
  key text NOT NULL,
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  department_name text NOT NULL,
  region_code text NOT NULL,
  version_number integer NOT NULL,
  version_state text NOT NULL,
  current boolean NOT NULL,
  published boolean NOT NULL,
  name text NOT NULL,
  name_key text NOT NULL,
  standard_code text,
  PRIMARY KEY (version_id, key)
);
CREATE INDEX item_material_item ON materials.item_material (item_id);
CREATE INDEX item_material_code ON materials.item_material (standard_code) WHERE standard_code IS NOT NULL;
CREATE INDEX item_material_unmapped ON materials.item_material (name_key, item_id) WHERE current AND standard_code IS NULL;

-- Changes of items up to then have been read, whether an event told of them or not; one row.
CREATE TABLE materials.catch_up (id boolean PRIMARY KEY DEFAULT true CHECK (id), read_until timestamptz NOT NULL);
INSERT INTO materials.catch_up (read_until) VALUES ('2000-01-01T00:00:00Z');
`);
