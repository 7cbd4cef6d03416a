import { defineMigration } from '../../../kernel/db/index.ts';

/** What the staff list filters and searches by, templates, planned days, and changes of one element over many items (CAT-02, CAT-10). */
export const catalogManagement = defineMigration('20261128-54-catalog-management', `
ALTER TABLE catalog.item
  ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
  ADD COLUMN life_stages text[] NOT NULL DEFAULT '{}',
  ADD COLUMN error_count integer,
  ADD COLUMN staff_vector tsvector;
ALTER TABLE catalog.item_version ADD COLUMN template_name text;

CREATE INDEX item_staff_vector ON catalog.item USING gin (staff_vector) WITH (fastupdate = off);
CREATE INDEX item_unindexed ON catalog.item (id) WHERE staff_vector IS NULL;
CREATE INDEX item_tags ON catalog.item USING gin (tags);
CREATE INDEX item_life_stages ON catalog.item USING gin (life_stages);
CREATE INDEX item_state_updated ON catalog.item (latest_state, updated_at DESC, id DESC);
CREATE INDEX item_type_updated ON catalog.item (task_type, updated_at DESC, id DESC);
CREATE INDEX item_organization_updated ON catalog.item (organization_id, updated_at DESC, id DESC);
CREATE INDEX item_name_order ON catalog.item (name, id);
CREATE INDEX item_version_template ON catalog.item_version (template_name) WHERE template_name IS NOT NULL;
CREATE INDEX item_version_effective ON catalog.item_version ((elements ->> 'planEffectiveDate')) WHERE state = 'approved';
CREATE INDEX item_version_cancel ON catalog.item_version ((elements ->> 'planCancelDate')) WHERE state = 'published';

CREATE TABLE catalog.bulk_change (
  id uuid PRIMARY KEY,
  element text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('set', 'add', 'remove')),
  value jsonb,
  state text NOT NULL CHECK (state IN ('prepared', 'running', 'done', 'undoing', 'undone')),
  total integer NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_id text NOT NULL,
  created_by_name text NOT NULL,
  finished_at timestamptz
);
CREATE INDEX bulk_change_creator ON catalog.bulk_change (created_by_id, id DESC);

CREATE TABLE catalog.bulk_change_item (
  bulk_change_id uuid NOT NULL REFERENCES catalog.bulk_change (id),
  position integer NOT NULL,
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  department_name text NOT NULL,
  before jsonb,
  after jsonb,
  outcome text NOT NULL CHECK (outcome IN ('ready', 'unchanged', 'refused', 'done', 'failed', 'undone', 'kept')),
  reason text,
  version_id uuid,
  revision integer,
  opened boolean NOT NULL DEFAULT false,
  PRIMARY KEY (bulk_change_id, position)
);
CREATE INDEX bulk_change_item_outcome ON catalog.bulk_change_item (bulk_change_id, outcome, position);
`);
