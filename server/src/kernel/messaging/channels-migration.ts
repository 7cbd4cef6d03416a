/**
 * Channels beside SMS with their settings and state, addresses, choices by channel, quiet hours, and the tally of a month
 * (MSG-01, MSG-02). The tally is kept by the writes: a changed message counts when it is first changed, and from then on by
 * what became different, so that the case's own batch inserts rows and nothing else.
 */
export const channelsSql = `
CREATE TABLE messaging.channel (
  code text PRIMARY KEY CHECK (code IN ('sms', 'wechat', 'dingtalk', 'email', 'voice')),
  position smallint NOT NULL,
  enabled boolean NOT NULL,
  hourly_limit integer NOT NULL,
  daily_limit integer NOT NULL,
  digest_from integer NOT NULL,
  rate_per_minute integer NOT NULL,
  price_mills integer NOT NULL,
  revision integer NOT NULL DEFAULT 1,
  paused_at timestamptz,
  paused_by text,
  pause_reason text,
  up_since timestamptz,
  down_since timestamptz,
  failures integer NOT NULL DEFAULT 0,
  probes integer NOT NULL DEFAULT 0,
  next_try_at timestamptz,
  last_error text,
  last_sent_at timestamptz,
  slot_at timestamptz,
  receipt_cursor text NOT NULL DEFAULT ''
);
INSERT INTO messaging.channel (code, position, enabled, hourly_limit, daily_limit, digest_from, rate_per_minute, price_mills) VALUES
  ('sms', 1, true, 6, 20, 4, 600, 45), ('wechat', 2, false, 20, 100, 4, 600, 0), ('dingtalk', 3, false, 60, 300, 8, 600, 0),
  ('email', 4, false, 20, 100, 4, 300, 0), ('voice', 5, false, 2, 4, 0, 60, 120);
UPDATE messaging.channel SET receipt_cursor = c.cursor FROM messaging.receipt_cursor c WHERE code = 'sms';
DROP TABLE messaging.receipt_cursor;

CREATE TABLE messaging.topic_setting (
  topic text PRIMARY KEY,
  channels text[] NOT NULL,
  fallback text[] NOT NULL,
  keep_hours integer NOT NULL,
  revision integer NOT NULL DEFAULT 1
);
INSERT INTO messaging.topic_setting (topic, channels, fallback, keep_hours) VALUES
  ('account', '{sms}', '{wechat,email}', 24), ('mandate', '{sms}', '{wechat,email,voice}', 48), ('progress', '{sms}', '{}', 48),
  ('notice', '{sms}', '{wechat,email,voice}', 72), ('rating', '{sms}', '{}', 72), ('work', '{dingtalk}', '{email}', 24);

CREATE TABLE messaging.address (
  owner_id text NOT NULL,
  channel text NOT NULL REFERENCES messaging.channel (code),
  owner_kind text NOT NULL CHECK (owner_kind IN ('person', 'staff')),
  address text NOT NULL,
  address_index text NOT NULL,
  bound_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, channel)
);
-- A WeChat or DingTalk account is one person's; a family may share an e-mail address.
CREATE UNIQUE INDEX address_once ON messaging.address (channel, owner_kind, address_index) WHERE channel <> 'email';

CREATE TABLE messaging.pending_address (
  owner_id text NOT NULL,
  channel text NOT NULL REFERENCES messaging.channel (code),
  address text NOT NULL,
  code_hash bytea NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (owner_id, channel)
);

CREATE TABLE messaging.choice (
  recipient_id text NOT NULL,
  topic text NOT NULL,
  channel text NOT NULL,
  wanted boolean NOT NULL,
  PRIMARY KEY (recipient_id, topic, channel)
);
INSERT INTO messaging.choice SELECT recipient_id, topic, 'sms', sms FROM messaging.preference;
DROP TABLE messaging.preference;

CREATE TABLE messaging.quiet_hours (
  owner_id text PRIMARY KEY,
  enabled boolean NOT NULL,
  starts integer NOT NULL CHECK (starts BETWEEN 0 AND 1439),
  ends integer NOT NULL CHECK (ends BETWEEN 0 AND 1439),
  working_days boolean NOT NULL
);

ALTER TABLE messaging.template ADD COLUMN urgent boolean NOT NULL DEFAULT false;
ALTER TABLE messaging.message
  DROP CONSTRAINT message_channel_check, ADD CONSTRAINT message_channel_check CHECK (channel IN ('in-site', 'sms', 'wechat', 'dingtalk', 'email', 'voice')),
  DROP CONSTRAINT message_state_check, ADD CONSTRAINT message_state_check CHECK (state IN ('queued', 'sent', 'delivered', 'failed', 'suppressed', 'expired', 'merged')),
  ADD COLUMN organization_id uuid, ADD COLUMN urgent boolean NOT NULL DEFAULT false, ADD COLUMN valid_until timestamptz, ADD COLUMN merged_into uuid,
  ADD COLUMN parts smallint NOT NULL DEFAULT 1, ADD COLUMN counted boolean NOT NULL DEFAULT false;
UPDATE messaging.message SET valid_until = created_at + interval '48 hours' WHERE state = 'queued';
DROP INDEX messaging.message_due;
DROP INDEX messaging.message_recent_sms;
DROP INDEX messaging.message_sms;
CREATE INDEX message_due ON messaging.message (channel, urgent DESC, due_at, id) WHERE state = 'queued';
CREATE INDEX message_stale ON messaging.message (valid_until) WHERE state = 'queued';
CREATE INDEX message_recent ON messaging.message (recipient_id, sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX message_outside ON messaging.message (id) WHERE channel <> 'in-site';
CREATE INDEX message_outside_state ON messaging.message (channel, state, id) WHERE channel <> 'in-site';
CREATE INDEX message_uncounted ON messaging.message (id) WHERE NOT counted AND state <> 'queued';

DROP TABLE messaging.simulated_sms;
CREATE TABLE messaging.simulated_message (
  id uuid PRIMARY KEY,
  channel text NOT NULL,
  address text NOT NULL,
  address_index text NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  link text,
  template_key text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX simulated_message_address ON messaging.simulated_message (address_index, id);

CREATE TABLE messaging.tally (
  month text NOT NULL,
  channel text NOT NULL,
  topic text NOT NULL,
  organization_id uuid NOT NULL,
  sent integer NOT NULL,
  delivered integer NOT NULL,
  failed integer NOT NULL,
  suppressed integer NOT NULL,
  expired integer NOT NULL,
  merged integer NOT NULL,
  read integer NOT NULL,
  waited integer NOT NULL,
  waited_seconds bigint NOT NULL,
  cost_mills bigint NOT NULL,
  PRIMARY KEY (month, channel, topic, organization_id)
);

CREATE FUNCTION messaging.count_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO messaging.tally AS t
  SELECT month, channel, topic, organization_id, sum(sent), sum(delivered), sum(failed), sum(suppressed), sum(expired), sum(merged), sum(read), sum(waited),
    sum(waited * seconds), sum(charged * price)
  FROM (
    SELECT to_char(n.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, n.channel, n.topic, coalesce(n.organization_id, '00000000-0000-0000-0000-000000000000') AS organization_id,
      (CASE WHEN n.channel = 'in-site' THEN NOT o.counted ELSE s.sends END)::int AS sent, s.sends::int AS waited, s.sends::int * n.parts AS charged,
      (n.state = 'delivered')::int - (o.counted AND o.state = 'delivered')::int AS delivered, (n.state = 'failed')::int - (o.counted AND o.state = 'failed')::int AS failed,
      (n.state = 'suppressed')::int - (o.counted AND o.state = 'suppressed')::int AS suppressed, (n.state = 'expired')::int - (o.counted AND o.state = 'expired')::int AS expired,
      (n.state = 'merged')::int - (o.counted AND o.state = 'merged')::int AS merged, (n.read_at IS NOT NULL)::int - (o.counted AND o.read_at IS NOT NULL)::int AS read,
      greatest(0, coalesce(extract(epoch FROM n.sent_at - n.created_at), 0))::bigint AS seconds, coalesce(c.price_mills, 0) AS price
    FROM after_change n JOIN before_change o USING (id) LEFT JOIN messaging.channel c ON c.code = n.channel,
      LATERAL (SELECT n.sent_at IS NOT NULL AND (NOT o.counted OR o.sent_at IS DISTINCT FROM n.sent_at) AS sends) s
    WHERE n.counted
  ) changed
  WHERE sent <> 0 OR delivered <> 0 OR failed <> 0 OR suppressed <> 0 OR expired <> 0 OR merged <> 0 OR read <> 0
  GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (month, channel, topic, organization_id) DO UPDATE SET
    sent = t.sent + excluded.sent, delivered = t.delivered + excluded.delivered, failed = t.failed + excluded.failed, suppressed = t.suppressed + excluded.suppressed,
    expired = t.expired + excluded.expired, merged = t.merged + excluded.merged, read = t.read + excluded.read, waited = t.waited + excluded.waited,
    waited_seconds = t.waited_seconds + excluded.waited_seconds, cost_mills = t.cost_mills + excluded.cost_mills;
  RETURN NULL;
END $$;
CREATE TRIGGER message_count AFTER UPDATE ON messaging.message REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
  FOR EACH STATEMENT EXECUTE FUNCTION messaging.count_changes();

-- How many messages may go out now: none while paused, -2 when one may be tried while it is down, else what is due and the rate leaves room for; -1 when only the rate stands in the way.
CREATE FUNCTION messaging.open_gate(of_channel text, at timestamptz, most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  c messaging.channel;
  due integer;
  pressing integer;
  from_slot timestamptz;
  granted integer;
BEGIN
  SELECT count(*), count(*) FILTER (WHERE urgent) INTO due, pressing FROM (
    SELECT urgent FROM messaging.message WHERE channel = of_channel AND state = 'queued' AND due_at <= at AND (lease_until IS NULL OR lease_until <= at)
    ORDER BY urgent DESC, due_at, id LIMIT most) waiting;
  IF due = 0 THEN RETURN 0; END IF;
  SELECT * INTO c FROM messaging.channel WHERE code = of_channel FOR UPDATE;
  IF c.paused_at IS NOT NULL THEN RETURN 0; END IF;
  IF c.down_since IS NOT NULL THEN
    IF at < c.next_try_at THEN RETURN 0; END IF;
    UPDATE messaging.channel SET next_try_at = at + interval '1 minute' WHERE code = of_channel;
    RETURN -2;
  END IF;
  from_slot := greatest(coalesce(c.slot_at, '-infinity'), at - interval '10 seconds');
  -- Somebody waits for what is urgent: it does not wait for the rate.
  granted := greatest(pressing, least(due, floor(extract(epoch FROM at - from_slot) * c.rate_per_minute / 60)::integer));
  IF granted <= 0 THEN RETURN -1; END IF;
  UPDATE messaging.channel SET slot_at = from_slot + granted * interval '1 minute' / c.rate_per_minute WHERE code = of_channel;
  RETURN granted;
END $$;
`;
