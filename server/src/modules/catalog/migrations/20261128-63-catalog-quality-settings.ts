import { defineMigration } from '../../../kernel/db/index.ts';

/** What a city has changed about the rules of the guide, and findings it lets stand; both decide what may be published. */
export const catalogQualitySettings = defineMigration('20261128-63-catalog-quality-settings', `
CREATE TABLE catalog.quality_setting (
  rule_id text CONSTRAINT quality_setting_pkey PRIMARY KEY,
  severity text CHECK (severity IN ('error', 'warning', 'off')),
  parameters jsonb NOT NULL,
  reason text NOT NULL,
  revision integer NOT NULL,
  changed_by_id text NOT NULL,
  changed_by_name text NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE catalog.quality_exception (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES catalog.item (id),
  rule text NOT NULL,
  path text NOT NULL,
  message text NOT NULL,
  reason text NOT NULL,
  accepted_by_id text NOT NULL,
  accepted_by_name text NOT NULL,
  accepted_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX quality_exception_finding ON catalog.quality_exception (item_id, rule, path, md5(message));
`);
