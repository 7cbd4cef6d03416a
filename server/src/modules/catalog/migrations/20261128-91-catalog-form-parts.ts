import { defineMigration } from '../../../kernel/db/index.ts';

/** Groups of fields that forms share by copy (FRM-04), and which versions have a copy of which. */
export const catalogFormParts = defineMigration('20261128-91-catalog-form-parts', `
CREATE TABLE catalog.form_part (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  section jsonb NOT NULL,
  revision integer NOT NULL,
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by_id uuid NOT NULL,
  saved_by_name text NOT NULL
);
CREATE UNIQUE INDEX form_part_name ON catalog.form_part (organization_id, name);
CREATE INDEX item_version_form_parts ON catalog.item_version
  USING gin (jsonb_path_query_array(elements -> 'forms', '$[*].definition.sections[*].shared.part'))
  WHERE jsonb_path_exists(elements -> 'forms', '$[*].definition.sections[*].shared.part');
`);
