import { defineMigration } from '../../kernel/db/index.ts';

export const itemExchangeMigrations = [
  defineMigration('20261128-67-item-exchange-init', `
CREATE SCHEMA item_exchange;

CREATE TABLE item_exchange.import (
  id uuid PRIMARY KEY,
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  format text NOT NULL CHECK (format IN ('xlsx', 'csv', 'json')),
  state text NOT NULL CHECK (state IN ('reading', 'failed', 'previewed', 'running', 'finished', 'cancelled', 'undoing', 'undone', 'discarded')),
  strategy text CHECK (strategy IN ('all-or-nothing', 'skip-errors')),
  publish boolean NOT NULL,
  scopes jsonb NOT NULL,
  sheet text NOT NULL DEFAULT '',
  heading_row integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  new_count integer NOT NULL DEFAULT 0,
  changed_count integer NOT NULL DEFAULT 0,
  unchanged_count integer NOT NULL DEFAULT 0,
  differs_count integer NOT NULL DEFAULT 0,
  refused_count integer NOT NULL DEFAULT 0,
  processed integer NOT NULL DEFAULT 0,
  written integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  undone integer NOT NULL DEFAULT 0,
  kept integer NOT NULL DEFAULT 0,
  warnings jsonb NOT NULL DEFAULT '[]',
  problem jsonb,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  started_at timestamptz,
  started_by_id text,
  started_by_name text,
  finished_at timestamptz,
  undone_at timestamptz,
  revision integer NOT NULL
);
CREATE INDEX import_created ON item_exchange.import (created_at DESC, id DESC);

CREATE TABLE item_exchange.import_row (
  import_id uuid NOT NULL REFERENCES item_exchange.import (id) ON DELETE CASCADE,
  number integer NOT NULL,
  sheet text NOT NULL,
  sheet_row integer NOT NULL,
  code text NOT NULL,
  name text NOT NULL,
  department_name text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('new', 'changed', 'unchanged', 'differs', 'refused')),
  changes text[] NOT NULL,
  differences text[] NOT NULL,
  issues jsonb NOT NULL,
  said jsonb,
  outcome text CHECK (outcome IN ('written', 'failed', 'undone', 'kept')),
  outcome_reason text,
  item_id uuid,
  version_id uuid,
  written jsonb,
  PRIMARY KEY (import_id, number)
);

CREATE TABLE item_exchange.difference (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL,
  element text NOT NULL,
  import_id uuid NOT NULL,
  code text NOT NULL,
  item_name text NOT NULL,
  department_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  incoming jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'adopted', 'kept')),
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by_name text,
  CONSTRAINT difference_item_element UNIQUE (item_id, element)
);
CREATE INDEX difference_created ON item_exchange.difference (created_at DESC, id DESC);
`),
];
