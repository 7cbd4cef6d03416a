import { defineMigration } from '../../kernel/db/index.ts';

export const supervisionSpotChecks = defineMigration('20261203-72-supervision-spot-checks', `
CREATE SEQUENCE supervision.check_serial;
CREATE TABLE supervision.spot_check (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  name text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('closed', 'open', 'all')),
  organization_id uuid,
  organization_name text,
  item_id uuid,
  item_name text,
  from_on date NOT NULL,
  to_on date NOT NULL,
  size integer NOT NULL,
  population integer NOT NULL,
  seed text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  drawn_by_id text NOT NULL,
  drawn_by_name text NOT NULL,
  drawn_at timestamptz NOT NULL
);
CREATE TABLE supervision.spot_case (
  id uuid PRIMARY KEY,
  check_id uuid NOT NULL REFERENCES supervision.spot_check (id),
  rank integer NOT NULL,
  case_id uuid NOT NULL,
  case_number text NOT NULL,
  item_name text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  inspector_id uuid NOT NULL,
  inspector_name text NOT NULL,
  read_at timestamptz,
  done_at timestamptz,
  answers jsonb NOT NULL,
  conclusion text,
  problems integer NOT NULL,
  order_id uuid REFERENCES supervision.supervision_order (id),
  UNIQUE (check_id, case_id)
);
CREATE INDEX spot_case_inspector ON supervision.spot_case (inspector_id, check_id);
-- Cases are drawn from those submitted in a period.
CREATE INDEX watched_submitted ON supervision.watched_case (submitted_at);
`);
