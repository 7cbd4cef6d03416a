import { defineMigration } from '../../../kernel/db/index.ts';

export const catalogInit = defineMigration('20261121-50-catalog-init', `
CREATE SCHEMA catalog;

CREATE TABLE catalog.item (
  id uuid PRIMARY KEY,
  local_task_code text NOT NULL CONSTRAINT item_local_task_code UNIQUE,
  name text NOT NULL,
  task_type text NOT NULL,
  region_code text NOT NULL,
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  department_name text NOT NULL,
  source text NOT NULL CHECK (source IN ('platform', 'import')),
  latest_version_id uuid NOT NULL,
  latest_version_number integer NOT NULL,
  latest_state text NOT NULL,
  published_version_id uuid,
  import_findings jsonb NOT NULL DEFAULT '[]',
  import_digest text,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX item_updated ON catalog.item (updated_at DESC, id DESC);
CREATE INDEX item_organization ON catalog.item (organization_id);
CREATE INDEX item_name ON catalog.item USING gin (name gin_trgm_ops);

CREATE TABLE catalog.item_version (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES catalog.item (id),
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'in-review', 'approved', 'published', 'superseded', 'retired')),
  revision integer NOT NULL,
  elements jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  submitted_at timestamptz,
  submitted_by_id text,
  reviewed_at timestamptz,
  reviewed_by_id text,
  review_opinion text,
  published_at timestamptz,
  CONSTRAINT item_version_number UNIQUE (item_id, number)
);
CREATE UNIQUE INDEX item_version_open ON catalog.item_version (item_id) WHERE state IN ('draft', 'in-review', 'approved');

CREATE TABLE catalog.item_search (
  item_id uuid PRIMARY KEY REFERENCES catalog.item (id),
  version_id uuid NOT NULL,
  name text NOT NULL,
  organization_id uuid NOT NULL,
  department_name text NOT NULL,
  region_code text NOT NULL,
  task_type text NOT NULL,
  audiences text[] NOT NULL,
  topics text[] NOT NULL,
  online_available boolean NOT NULL,
  popularity integer NOT NULL,
  card text NOT NULL,
  vector tsvector NOT NULL
);
-- Without the pending list a search never waits for a writer's backlog; items are published seldom.
CREATE INDEX item_search_vector ON catalog.item_search USING gin (vector) WITH (fastupdate = off);
CREATE INDEX item_search_popular ON catalog.item_search (popularity DESC, item_id);
CREATE INDEX item_search_organization ON catalog.item_search (organization_id, popularity DESC, item_id);
CREATE INDEX item_search_topics ON catalog.item_search USING gin (topics);

CREATE TABLE catalog.item_use (
  item_id uuid NOT NULL,
  day date NOT NULL,
  uses integer NOT NULL,
  PRIMARY KEY (item_id, day)
);
`);
