import { defineMigration } from '../../../kernel/db/index.ts';

/** What changed in the directory, where implementation lists differ from it, and what the checks found (CAT-09, CAT-12). */
export const directoryChanges = defineMigration('20261128-57-directory-changes', `
CREATE TABLE directory.adjustment (
  id uuid PRIMARY KEY,
  entry_id uuid NOT NULL REFERENCES directory.entry (id),
  version_id uuid NOT NULL,
  previous_version_id uuid,
  kind text NOT NULL CHECK (kind IN ('added', 'changed', 'cancelled')),
  at timestamptz NOT NULL,
  elements text[] NOT NULL
);
CREATE INDEX adjustment_recent ON directory.adjustment (at DESC, id DESC);
CREATE INDEX adjustment_entry ON directory.adjustment (entry_id, at);

CREATE TABLE directory.difference (
  id uuid PRIMARY KEY,
  claim_id uuid NOT NULL REFERENCES directory.claim (id),
  item_id uuid NOT NULL,
  entry_version_id uuid NOT NULL,
  element text NOT NULL,
  locked boolean NOT NULL,
  incoming jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'applied', 'refused', 'settled')),
  version integer NOT NULL,
  opened_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by_id text,
  decided_by_name text,
  reason text,
  CONSTRAINT difference_once UNIQUE (claim_id, element, entry_version_id)
);
CREATE INDEX difference_open ON directory.difference (claim_id) WHERE state = 'open';
CREATE INDEX difference_recent ON directory.difference (opened_at DESC, id DESC);
CREATE INDEX difference_decided ON directory.difference (decided_at) WHERE decided_at IS NOT NULL;

CREATE TABLE directory.finding (
  claim_id uuid NOT NULL REFERENCES directory.claim (id),
  rule text NOT NULL,
  detail jsonb NOT NULL,
  found_at timestamptz NOT NULL,
  PRIMARY KEY (claim_id, rule)
);
`);
