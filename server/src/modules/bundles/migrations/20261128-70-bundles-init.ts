import { defineMigration } from '../../../kernel/db/index.ts';

export const bundlesInit = defineMigration('20261128-70-bundles-init', `
CREATE SCHEMA bundles;

CREATE TABLE bundles.bundle (
  id uuid PRIMARY KEY,
  code text NOT NULL CONSTRAINT bundle_code UNIQUE,
  name text NOT NULL,
  batch text,
  audience text NOT NULL CHECK (audience IN ('person', 'company')),
  lead_department_name text,
  cooperating_department_names text[] NOT NULL,
  lead_organization_id uuid,
  lead_name text,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  state text NOT NULL CHECK (state IN ('listed', 'claimed', 'draft', 'in-review', 'published', 'retired')),
  latest_version_id uuid,
  latest_version_number integer,
  published_version_id uuid,
  item_count integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX bundle_order ON bundles.bundle (code, id);
CREATE INDEX bundle_published ON bundles.bundle (audience, name) WHERE published_version_id IS NOT NULL;

CREATE TABLE bundles.bundle_version (
  id uuid PRIMARY KEY,
  bundle_id uuid NOT NULL REFERENCES bundles.bundle (id),
  number integer NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'in-review', 'published', 'superseded', 'retired')),
  revision integer NOT NULL,
  content jsonb NOT NULL,
  item_versions jsonb NOT NULL DEFAULT '{}',
  saved_at timestamptz NOT NULL,
  saved_by_id text NOT NULL,
  saved_by_name text NOT NULL,
  submitted_by_id text,
  submitted_by_name text,
  review_opinion text,
  published_at timestamptz,
  CONSTRAINT bundle_version_number UNIQUE (bundle_id, number)
);
CREATE UNIQUE INDEX bundle_version_open ON bundles.bundle_version (bundle_id) WHERE state IN ('draft', 'in-review');
`);
