import { defineMigration } from '../../kernel/db/index.ts';

export const supervisionOrders = defineMigration('20261203-71-supervision-orders', `
CREATE SEQUENCE supervision.order_serial;
CREATE TABLE supervision.supervision_order (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  version integer NOT NULL,
  state text NOT NULL CHECK (state IN ('issued', 'signed', 'replied', 'rectifying', 'rectified', 'checked', 'closed', 'withdrawn')),
  source text NOT NULL CHECK (source IN ('signals', 'case', 'spot-check', 'free')),
  about text NOT NULL,
  content text NOT NULL,
  demands text NOT NULL,
  organization_id uuid NOT NULL,
  organization_name text NOT NULL,
  organization_path text NOT NULL,
  region_code text NOT NULL,
  lead_id uuid,
  lead_name text,
  case_id uuid,
  case_number text,
  limit_on date NOT NULL,
  clock_id uuid,
  due_on date,
  measures text,
  rectify_until date,
  in_time boolean,
  issued_by_id text NOT NULL,
  issued_by_name text NOT NULL,
  issued_at timestamptz NOT NULL,
  finished_at timestamptz,
  CHECK ((finished_at IS NOT NULL) = (state IN ('closed', 'withdrawn')))
);
CREATE INDEX order_recent ON supervision.supervision_order (issued_at DESC, id DESC);
CREATE INDEX order_organization ON supervision.supervision_order (organization_id, issued_at DESC, id DESC);
CREATE INDEX order_state ON supervision.supervision_order (state, issued_at DESC, id DESC);
CREATE INDEX order_case ON supervision.supervision_order (case_number) WHERE case_number IS NOT NULL;
CREATE UNIQUE INDEX order_clock ON supervision.supervision_order (clock_id) WHERE clock_id IS NOT NULL;

CREATE TABLE supervision.order_signal (
  order_id uuid NOT NULL REFERENCES supervision.supervision_order (id),
  signal_id uuid NOT NULL REFERENCES supervision.signal (id),
  -- A signal is under one order at a time.
  live boolean NOT NULL,
  PRIMARY KEY (order_id, signal_id)
);
CREATE UNIQUE INDEX order_signal_live ON supervision.order_signal (signal_id) WHERE live;
CREATE INDEX order_signal_of ON supervision.order_signal (signal_id);

-- Everything done to an order; never changed.
CREATE TABLE supervision.order_step (
  id uuid PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES supervision.supervision_order (id),
  action text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  organization_name text,
  text text NOT NULL,
  detail jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX order_step_of ON supervision.order_step (order_id, at, id);

-- What was demanded of a signal becomes an order, and what was answered its reply.
CREATE TEMPORARY TABLE demanded ON COMMIT DROP AS
SELECT s.*, gen_random_uuid() AS order_id, 'DB-' || to_char(s.demand_at AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '-' || lpad(nextval('supervision.order_serial')::text, 6, '0') AS number
FROM supervision.signal s WHERE s.demand_text IS NOT NULL;
INSERT INTO supervision.supervision_order (id, number, version, state, source, about, content, demands, organization_id, organization_name, organization_path, region_code, case_id, case_number, limit_on,
  issued_by_id, issued_by_name, issued_at)
SELECT order_id, number, 1, CASE WHEN answer_text IS NULL THEN 'issued' ELSE 'replied' END, 'signals', item_name, item_name || '：' || says, demand_text, organization_id, organization_name, organization_path, region_code,
  CASE WHEN subject_type = 'case' THEN subject_id END, case_number, (demand_at AT TIME ZONE 'Asia/Shanghai')::date + 7, '', demand_by, demand_at FROM demanded;
INSERT INTO supervision.order_signal (order_id, signal_id, live) SELECT order_id, id, true FROM demanded;
INSERT INTO supervision.order_step (id, order_id, action, actor_id, actor_name, text, detail, at) SELECT gen_random_uuid(), order_id, 'issue', '', demand_by, demand_text, '{}', demand_at FROM demanded;
INSERT INTO supervision.order_step (id, order_id, action, actor_id, actor_name, text, detail, at) SELECT gen_random_uuid(), order_id, 'reply', '', answer_by, answer_text, '{}', answer_at FROM demanded WHERE answer_text IS NOT NULL;
ALTER TABLE supervision.signal DROP COLUMN demand_text, DROP COLUMN demand_by, DROP COLUMN demand_at, DROP COLUMN answer_text, DROP COLUMN answer_by, DROP COLUMN answer_at;
`);
