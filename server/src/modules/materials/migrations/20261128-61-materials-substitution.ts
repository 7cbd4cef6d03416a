import { defineMigration } from '../../../kernel/db/index.ts';

/**
 * 材料关系: licence A stands for material B. A rule never changes once it is in force: another one takes its place. The two
 * change in one statement, so that there is one rule in force is checked when it commits.
 */
export const materialsSubstitution = defineMigration('20261128-61-materials-substitution', `
CREATE TABLE materials.substitution (
  id uuid PRIMARY KEY,
  material_id uuid NOT NULL REFERENCES materials.material (id),
  licence_type_code text NOT NULL,
  licence_type_name text NOT NULL,
  holder_kind text NOT NULL CHECK (holder_kind IN ('person', 'company', 'any')),
  minimum_days_left integer NOT NULL CHECK (minimum_days_left >= 0),
  issued_within text,
  issued_within_name text,
  legal_basis text NOT NULL,
  explanation text,
  replaces_id uuid REFERENCES materials.substitution (id),
  state text NOT NULL CHECK (state IN ('draft', 'in-review', 'active', 'ended')),
  revision integer NOT NULL,
  region_code text NOT NULL,
  organization_path text NOT NULL,
  created_at timestamptz NOT NULL,
  proposed_by_id text NOT NULL,
  proposed_by_name text NOT NULL,
  updated_at timestamptz NOT NULL,
  reviewed_by_name text,
  reviewed_at timestamptz,
  review_opinion text,
  effective_at timestamptz,
  ended_at timestamptz,
  ended_by_name text,
  end_reason text,
  CONSTRAINT substitution_in_force EXCLUDE USING btree (material_id WITH =, licence_type_code WITH =, holder_kind WITH =, (coalesce(issued_within, '')) WITH =)
    WHERE (state = 'active') DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX substitution_material ON materials.substitution (material_id);
CREATE INDEX substitution_newest ON materials.substitution (updated_at DESC, id DESC);
`);
