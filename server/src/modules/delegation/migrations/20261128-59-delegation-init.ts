import { defineMigration } from '../../../kernel/db/index.ts';

/** 下放、委托、授权 of items from one organisation to another (CAT-02, CAT-03). */
export const delegationInit = defineMigration('20261128-59-delegation-init', `
CREATE SCHEMA delegation;

CREATE TABLE delegation.delegation (
  id uuid PRIMARY KEY,
  version integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('devolve', 'authorise', 'entrust')),
  state text NOT NULL CHECK (state IN ('draft', 'in-review', 'offered', 'scheduled', 'in-force', 'ended', 'refused', 'withdrawn')),
  giver_id uuid NOT NULL,
  giver_path text NOT NULL,
  giver_name text NOT NULL,
  giver_region char(12) NOT NULL,
  receiver_id uuid NOT NULL,
  receiver_path text NOT NULL,
  receiver_name text NOT NULL,
  receiver_region char(12) NOT NULL,
  power_source text NOT NULL,
  legal_basis text NOT NULL,
  file_id uuid,
  file_name text,
  starts_on date NOT NULL,
  ends_on date,
  changeable text[] NOT NULL,
  terms text,
  steps jsonb NOT NULL,
  submitted_by_id text,
  updated_at timestamptz NOT NULL,
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
);
CREATE INDEX delegation_giver ON delegation.delegation (giver_path text_pattern_ops);
CREATE INDEX delegation_receiver ON delegation.delegation (receiver_path text_pattern_ops);
CREATE INDEX delegation_running ON delegation.delegation (starts_on, ends_on) WHERE state IN ('scheduled', 'in-force');

CREATE TABLE delegation.item (
  delegation_id uuid NOT NULL REFERENCES delegation.delegation (id) ON DELETE CASCADE,
  item_id uuid NOT NULL,
  item_name text NOT NULL,
  position integer NOT NULL,
  receiver_id uuid NOT NULL,
  standing boolean NOT NULL,
  receiver_item_id uuid,
  PRIMARY KEY (delegation_id, item_id)
);
CREATE UNIQUE INDEX item_standing ON delegation.item (item_id, receiver_id) WHERE standing;
CREATE INDEX item_given ON delegation.item (item_id) WHERE standing;
`);
