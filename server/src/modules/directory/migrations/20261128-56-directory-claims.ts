import { defineMigration } from '../../../kernel/db/index.ts';

/** Claims: entry × region × level × department (CAT-01, CAT-02). */
export const directoryClaims = defineMigration('20261128-56-directory-claims', `
CREATE TABLE directory.claim (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL REFERENCES directory.entry (id),
  region_code char(12) NOT NULL,
  level text NOT NULL,
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  organization_name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('create', 'link', 'not-applicable')),
  state text NOT NULL CHECK (state IN ('pending', 'confirmed', 'refused', 'withdrawn', 'ended')),
  item_id uuid,
  reason text,
  version integer NOT NULL,
  claimed_at timestamptz NOT NULL,
  claimed_by_id text NOT NULL,
  claimed_by_name text NOT NULL,
  decided_at timestamptz,
  decided_by_id text,
  decided_by_name text,
  decision_reason text
);
CREATE UNIQUE INDEX claim_standing ON directory.claim (entry_id, region_code, organization_id) WHERE state IN ('pending', 'confirmed');
CREATE UNIQUE INDEX claim_item ON directory.claim (item_id) WHERE item_id IS NOT NULL AND state IN ('pending', 'confirmed');
CREATE INDEX claim_recent ON directory.claim (claimed_at DESC, id DESC);
CREATE INDEX claim_organization ON directory.claim (organization_id, state);
`);
