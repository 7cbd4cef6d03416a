import { defineMigration } from '../../../kernel/db/index.ts';
import { deviceKinds, faultKinds } from './device-kinds.ts';

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const lists = [deviceKinds, faultKinds].map(({ code, name }) => `(${quote(code)}, ${quote(name)})`).join(', ');
const entries = [deviceKinds, faultKinds].flatMap((list) => list.entries.map(([code, name], order) => `(${quote(list.code)}, ${quote(code)}, ${quote(name)}, ${order})`)).join(', ');

/** Devices of halls (HAL-03). The key that all kiosks of a hall shared becomes that of one device, so that they go on. */
export const deviceMigrations = [
  defineMigration('20261203-10-halls-devices', `
CREATE TABLE halls.device (
  id uuid PRIMARY KEY,
  hall_id uuid NOT NULL REFERENCES halls.hall (id),
  kind text NOT NULL,
  name text NOT NULL,
  zone_id uuid REFERENCES halls.zone (id),
  window_id uuid REFERENCES halls.window (id),
  simulated boolean NOT NULL,
  behaviour text NOT NULL DEFAULT 'steady',
  key_digest text,
  key_issued_at timestamptz,
  registered_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  last_beat_at timestamptz,
  last_status text CHECK (last_status IN ('normal', 'fault')),
  software_version text,
  self_checks jsonb NOT NULL DEFAULT '[]',
  CHECK ((key_digest IS NULL) = (key_issued_at IS NULL))
);
CREATE UNIQUE INDEX device_key ON halls.device (key_digest) WHERE key_digest IS NOT NULL;
CREATE UNIQUE INDEX device_name ON halls.device (hall_id, name);
CREATE INDEX device_simulated ON halls.device (id) WHERE simulated;

-- What a device did on a day; expected and faults are counted at its end.
CREATE TABLE halls.device_day (
  device_id uuid NOT NULL REFERENCES halls.device (id),
  day date NOT NULL,
  hall_id uuid NOT NULL,
  received integer NOT NULL DEFAULT 0,
  offline_seconds integer NOT NULL DEFAULT 0,
  expected integer,
  faults integer,
  PRIMARY KEY (device_id, day)
);
CREATE INDEX device_day_hall ON halls.device_day (hall_id, day);

CREATE TABLE halls.device_fault (
  id uuid PRIMARY KEY,
  number integer GENERATED ALWAYS AS IDENTITY UNIQUE,
  device_id uuid NOT NULL REFERENCES halls.device (id),
  hall_id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('reported', 'handling', 'solved', 'confirmed')),
  source text NOT NULL CHECK (source IN ('device', 'staff', 'watch')),
  opened_at timestamptz NOT NULL,
  solved_at timestamptz,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1
);
-- One open fault of a kind a device.
CREATE UNIQUE INDEX device_fault_open ON halls.device_fault (device_id, kind) WHERE state <> 'confirmed';
CREATE INDEX device_fault_hall ON halls.device_fault (hall_id, id);

CREATE TABLE halls.device_fault_step (
  id uuid PRIMARY KEY,
  fault_id uuid NOT NULL REFERENCES halls.device_fault (id),
  action text NOT NULL,
  state text NOT NULL,
  actor_id text NOT NULL,
  actor_name text NOT NULL,
  note text NOT NULL,
  at timestamptz NOT NULL
);
CREATE INDEX device_fault_step_fault ON halls.device_fault_step (fault_id, id);

ALTER TABLE halls.hall ADD COLUMN device_rules jsonb NOT NULL DEFAULT '{"beatSeconds": 60, "missedBeats": 3, "silentMinutes": 10}';

-- A beat: the device as it is now, and its day. Of two that come at once the second adds nothing to the time offline.
CREATE FUNCTION halls.take_beat(of_device uuid, on_day date, at timestamptz, before timestamptz, status text, version_of text, checks jsonb, counted integer, offline integer) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  hall uuid;
  first boolean;
BEGIN
  SELECT hall_id, last_beat_at IS NOT DISTINCT FROM before INTO hall, first FROM halls.device WHERE id = of_device FOR UPDATE;
  UPDATE halls.device SET last_beat_at = greatest(last_beat_at, at), last_status = status, software_version = version_of, self_checks = checks WHERE id = of_device;
  INSERT INTO halls.device_day AS d (device_id, day, hall_id, received, offline_seconds) VALUES (of_device, on_day, hall, CASE WHEN first THEN counted ELSE 0 END, CASE WHEN first THEN offline ELSE 0 END)
  ON CONFLICT (device_id, day) DO UPDATE SET received = d.received + excluded.received, offline_seconds = d.offline_seconds + excluded.offline_seconds;
END $$;

INSERT INTO kernel.dictionary (code, name) VALUES ${lists} ON CONFLICT DO NOTHING;
INSERT INTO kernel.dictionary_entry (dictionary, code, name, sort_order) VALUES ${entries} ON CONFLICT DO NOTHING;

INSERT INTO halls.device (id, hall_id, kind, name, simulated, key_digest, key_issued_at, registered_at)
SELECT gen_random_uuid(), id, 'kiosk', '取号机', false, kiosk_key_digest, now(), now() FROM halls.hall WHERE kiosk_key_digest IS NOT NULL;
ALTER TABLE halls.hall DROP COLUMN kiosk_key_digest;
`),
  defineMigration('20261203-12-halls-visits', `
-- What is registered from a ticket; the case is filled in when it is submitted.
CREATE TABLE halls.ticket_case (
  ticket_id uuid NOT NULL REFERENCES halls.ticket (id),
  draft_id uuid PRIMARY KEY,
  item_name text NOT NULL,
  case_id uuid,
  case_number text,
  at timestamptz NOT NULL
);
CREATE INDEX ticket_case_ticket ON halls.ticket_case (ticket_id);
ALTER TABLE halls.ticket ADD COLUMN rated_at timestamptz;
CREATE INDEX ticket_at_desk ON halls.ticket (window_id, finished_at DESC) WHERE state = 'done';

ALTER TABLE halls.appointment ADD COLUMN code text;
-- Eight digits to type at a kiosk: the odd multiplier spreads them and keeps them apart.
WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM halls.appointment)
UPDATE halls.appointment a SET code = lpad(((n.place * 73939133 + 10007) % 100000000)::text, 8, '0') FROM numbered n WHERE n.id = a.id;
ALTER TABLE halls.appointment ALTER COLUMN code SET NOT NULL;
CREATE UNIQUE INDEX appointment_code ON halls.appointment (code);
`),
];
