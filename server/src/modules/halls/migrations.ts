import { defineMigration } from '../../kernel/db/index.ts';
import { deviceMigrations } from './devices/migrations.ts';

const priorityGroups = [['elderly', '老年人'], ['disabled', '残疾人'], ['pregnant', '孕妇'], ['infant', '带婴幼儿者'], ['soldier', '现役军人'], ['veteran', '退役军人'], ['firefighter', '消防救援人员']];
const rows = priorityGroups.map(([code, name], order) => `('hall-priority-group', '${code}', '${name}', ${order})`).join(', ');

export const hallsMigrations = [
  defineMigration('20261202-30-halls-init', `
CREATE SCHEMA halls;

CREATE TABLE halls.hall (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  address text NOT NULL,
  telephone text NOT NULL,
  region_code text NOT NULL,
  organization_id uuid NOT NULL,
  organization_path text NOT NULL,
  hours jsonb NOT NULL,
  rules jsonb NOT NULL,
  kiosk_key_digest text,
  active boolean NOT NULL,
  version integer NOT NULL
);
CREATE UNIQUE INDEX hall_name ON halls.hall (region_code, name);

CREATE TABLE halls.zone (
  id uuid PRIMARY KEY,
  hall_id uuid NOT NULL REFERENCES halls.hall (id),
  name text NOT NULL,
  prefix text NOT NULL,
  sort_order integer NOT NULL,
  active boolean NOT NULL
);
CREATE UNIQUE INDEX zone_prefix ON halls.zone (hall_id, prefix) WHERE active;

CREATE TABLE halls.queue (
  id uuid PRIMARY KEY,
  hall_id uuid NOT NULL REFERENCES halls.hall (id),
  zone_id uuid NOT NULL REFERENCES halls.zone (id),
  name text NOT NULL,
  prefix text NOT NULL,
  typical_minutes integer NOT NULL,
  slot_minutes integer NOT NULL,
  slot_capacity integer NOT NULL,
  days_ahead integer NOT NULL,
  sort_order integer NOT NULL,
  active boolean NOT NULL
);
CREATE INDEX queue_hall ON halls.queue (hall_id) WHERE active;

CREATE TABLE halls.queue_service (
  queue_id uuid NOT NULL REFERENCES halls.queue (id),
  hall_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('item', 'organization')),
  target_id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (queue_id, kind, target_id)
);
CREATE INDEX queue_service_target ON halls.queue_service (target_id);

CREATE TABLE halls.window (
  id uuid PRIMARY KEY,
  hall_id uuid NOT NULL REFERENCES halls.hall (id),
  zone_id uuid NOT NULL REFERENCES halls.zone (id),
  number text NOT NULL,
  name text NOT NULL,
  sort_order integer NOT NULL,
  active boolean NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'paused', 'closed')),
  pause_reason text,
  clerk_id uuid,
  clerk_name text,
  since timestamptz,
  -- Calls of priority groups in a row, so that others get their turn.
  priority_streak integer NOT NULL DEFAULT 0,
  CHECK ((state = 'closed') = (clerk_id IS NULL))
);
CREATE UNIQUE INDEX window_number ON halls.window (hall_id, number) WHERE active;
CREATE UNIQUE INDEX window_clerk ON halls.window (clerk_id) WHERE clerk_id IS NOT NULL;

CREATE TABLE halls.window_queue (
  window_id uuid NOT NULL REFERENCES halls.window (id),
  queue_id uuid NOT NULL REFERENCES halls.queue (id),
  hall_id uuid NOT NULL,
  rank integer NOT NULL,
  PRIMARY KEY (window_id, queue_id)
);
CREATE INDEX window_queue_queue ON halls.window_queue (queue_id);

CREATE TABLE halls.seat (
  id uuid PRIMARY KEY,
  hall_id uuid NOT NULL REFERENCES halls.hall (id),
  window_id uuid NOT NULL REFERENCES halls.window (id),
  staff_id uuid NOT NULL,
  staff_name text NOT NULL,
  weekdays integer[] NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL
);
CREATE INDEX seat_staff ON halls.seat (staff_id);

CREATE TABLE halls.appointment (
  id uuid PRIMARY KEY,
  hall_id uuid NOT NULL REFERENCES halls.hall (id),
  queue_id uuid NOT NULL REFERENCES halls.queue (id),
  item_id uuid,
  item_name text,
  person_id uuid NOT NULL,
  person_masked text NOT NULL,
  day date NOT NULL,
  from_time text NOT NULL,
  to_time text NOT NULL,
  state text NOT NULL CHECK (state IN ('booked', 'checked-in', 'cancelled')),
  booked_at timestamptz NOT NULL,
  version integer NOT NULL
);
CREATE UNIQUE INDEX appointment_person ON halls.appointment (person_id, queue_id, day) WHERE state <> 'cancelled';
CREATE INDEX appointment_own ON halls.appointment (person_id, id);

CREATE TABLE halls.slot (
  queue_id uuid NOT NULL REFERENCES halls.queue (id),
  day date NOT NULL,
  from_time text NOT NULL,
  booked integer NOT NULL CHECK (booked >= 0),
  PRIMARY KEY (queue_id, day, from_time)
);

CREATE TABLE halls.counter (
  hall_id uuid NOT NULL,
  day date NOT NULL,
  prefix text NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (hall_id, day, prefix)
);

CREATE TABLE halls.ticket (
  id uuid PRIMARY KEY,
  code text NOT NULL UNIQUE,
  hall_id uuid NOT NULL REFERENCES halls.hall (id),
  day date NOT NULL,
  queue_id uuid NOT NULL REFERENCES halls.queue (id),
  first_queue_id uuid NOT NULL,
  number text NOT NULL,
  sequence integer NOT NULL,
  priority_group text,
  state text NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'held', 'no-show', 'done', 'cancelled')),
  version integer NOT NULL DEFAULT 1,
  channel text NOT NULL CHECK (channel IN ('kiosk', 'desk', 'appointment')),
  taken_at timestamptz NOT NULL,
  -- Its place in the queue.
  order_at timestamptz NOT NULL,
  target_window_id uuid,
  window_id uuid REFERENCES halls.window (id),
  clerk_id uuid,
  calls integer NOT NULL DEFAULT 0,
  called_at timestamptz,
  serving_at timestamptz,
  missed_at timestamptz,
  finished_at timestamptz,
  item_id uuid,
  item_name text,
  appointment_id uuid,
  taker_id uuid,
  taker_masked text,
  taker_name text,
  taker_number text,
  taker_index text,
  UNIQUE (hall_id, day, number)
);
CREATE INDEX ticket_waiting ON halls.ticket (queue_id, day, order_at, sequence) WHERE state = 'waiting';
CREATE INDEX ticket_target ON halls.ticket (target_window_id) WHERE state = 'waiting' AND target_window_id IS NOT NULL;
CREATE UNIQUE INDEX ticket_at_window ON halls.ticket (window_id) WHERE state IN ('called', 'serving');
CREATE UNIQUE INDEX ticket_taker ON halls.ticket (queue_id, day, taker_index) WHERE state IN ('waiting', 'called', 'serving', 'held') AND taker_index IS NOT NULL;
CREATE UNIQUE INDEX ticket_appointment ON halls.ticket (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX ticket_called ON halls.ticket (hall_id, day, called_at DESC) WHERE called_at IS NOT NULL;
CREATE INDEX ticket_finished ON halls.ticket (finished_at) WHERE state = 'done';

CREATE TABLE halls.ticket_step (
  id uuid PRIMARY KEY,
  ticket_id uuid NOT NULL REFERENCES halls.ticket (id),
  action text NOT NULL,
  state text NOT NULL,
  window_id uuid,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  detail jsonb NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX ticket_step_ticket ON halls.ticket_step (ticket_id, id);

-- Times of service in buckets, counted day by day for the forecast.
CREATE TABLE halls.service_day (
  day date NOT NULL,
  hall_id uuid NOT NULL,
  queue_id uuid NOT NULL,
  hour smallint NOT NULL,
  buckets integer[] NOT NULL,
  PRIMARY KEY (day, queue_id, hour)
);
CREATE INDEX service_day_hall ON halls.service_day (hall_id, day);
CREATE TABLE halls.service_progress (single boolean PRIMARY KEY DEFAULT true CHECK (single), counted_to date NOT NULL);

-- The next number and the ticket in one statement: the counter's row is held for one round trip only, and a ticket that is not
-- taken leaves no gap.
CREATE FUNCTION halls.take_ticket(ticket json, prefix_of text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  wanted halls.ticket := json_populate_record(NULL::halls.ticket, ticket);
  taken integer;
BEGIN
  INSERT INTO halls.counter AS c (hall_id, day, prefix, last) VALUES (wanted.hall_id, wanted.day, prefix_of, 1)
  ON CONFLICT (hall_id, day, prefix) DO UPDATE SET last = c.last + 1 RETURNING last INTO taken;
  INSERT INTO halls.ticket (id, code, hall_id, day, queue_id, first_queue_id, number, sequence, priority_group, state, channel, taken_at, order_at,
    item_id, item_name, appointment_id, taker_id, taker_masked, taker_name, taker_number, taker_index)
  VALUES (wanted.id, wanted.code, wanted.hall_id, wanted.day, wanted.queue_id, wanted.queue_id, prefix_of || lpad(taken::text, greatest(3, length(taken::text)), '0'), taken,
    wanted.priority_group, 'waiting', wanted.channel, wanted.taken_at, wanted.order_at,
    wanted.item_id, wanted.item_name, wanted.appointment_id, wanted.taker_id, wanted.taker_masked, wanted.taker_name, wanted.taker_number, wanted.taker_index);
  RETURN prefix_of || lpad(taken::text, greatest(3, length(taken::text)), '0');
END $$;

-- A place in a slot, or false when it is full.
CREATE FUNCTION halls.take_place(queue uuid, on_day date, from_of text, capacity integer) RETURNS boolean LANGUAGE sql AS $$
  WITH taken AS (
    INSERT INTO halls.slot AS s (queue_id, day, from_time, booked) SELECT queue, on_day, from_of, 1 WHERE capacity > 0
    ON CONFLICT (queue_id, day, from_time) DO UPDATE SET booked = s.booked + 1 WHERE s.booked < capacity RETURNING 1)
  SELECT EXISTS (SELECT FROM taken)
$$;

CREATE FUNCTION halls.give_place(queue uuid, on_day date, from_of text) RETURNS void LANGUAGE sql AS $$
  UPDATE halls.slot SET booked = booked - 1 WHERE queue_id = queue AND day = on_day AND from_time = from_of AND booked > 0
$$;

CREATE FUNCTION halls.touch(of_hall uuid) RETURNS void LANGUAGE sql AS $$ UPDATE halls.hall SET version = version + 1 WHERE id = of_hall $$;

INSERT INTO kernel.dictionary (code, name) VALUES ('hall-priority-group', '大厅优先人群') ON CONFLICT DO NOTHING;
INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order) VALUES ${rows} ON CONFLICT DO NOTHING;
`),
  defineMigration('20261202-31-halls-open-tickets', `
CREATE INDEX ticket_open ON halls.ticket (day) WHERE state IN ('waiting', 'called', 'serving', 'held');
`),
  ...deviceMigrations,
  // A hall changes with its tickets, its windows and its settings; pages that follow it are told (kernel/live).
  defineMigration('20261203-82-halls-live', `
CREATE FUNCTION halls.signal_tickets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO live.change (topic) SELECT DISTINCT 'hall/' || hall_id FROM after;
  RETURN NULL;
END $$;
CREATE FUNCTION halls.signal_hall() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO live.change (topic) SELECT DISTINCT 'hall/' || id FROM after;
  RETURN NULL;
END $$;
CREATE TRIGGER ticket_taken_live AFTER INSERT ON halls.ticket REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION halls.signal_tickets();
CREATE TRIGGER ticket_moved_live AFTER UPDATE ON halls.ticket REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION halls.signal_tickets();
CREATE TRIGGER window_changed_live AFTER UPDATE ON halls.window REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION halls.signal_tickets();
CREATE TRIGGER hall_changed_live AFTER UPDATE ON halls.hall REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION halls.signal_hall();
`),
  defineMigration('20261204-16-halls-served', `
-- How many a window has served today is asked at each look at its desk.
CREATE INDEX ticket_served ON halls.ticket (window_id, day) WHERE state = 'done';
`),
];
