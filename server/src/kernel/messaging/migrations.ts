import { defineMigration } from '../db/migrate.ts';
import { channelsSql } from './channels-migration.ts';

/** Templates, messages per channel, preferences and the SMS simulator's store (MSG-01, MSG-02). */
export const messagingMigrations = [
  defineMigration('20261121-23-messaging-init', `
CREATE SCHEMA messaging;

CREATE TABLE messaging.template (
  key text PRIMARY KEY,
  name text NOT NULL,
  topic text NOT NULL,
  variables text[] NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  sms text,
  link text,
  secret boolean NOT NULL,
  edited boolean NOT NULL DEFAULT false,
  revision integer NOT NULL DEFAULT 1
);

CREATE TABLE messaging.message (
  id uuid PRIMARY KEY,
  template_key text NOT NULL REFERENCES messaging.template (key),
  topic text NOT NULL,
  recipient_kind text NOT NULL CHECK (recipient_kind IN ('person', 'staff', 'company', 'mobile')),
  recipient_id text NOT NULL,
  mobile text CHECK ((mobile IS NOT NULL) = (recipient_kind = 'mobile')),
  channel text NOT NULL CHECK (channel IN ('in-site', 'sms')),
  title text NOT NULL,
  body text NOT NULL,
  link text,
  secret boolean NOT NULL,
  dedupe_key text NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'sent', 'delivered', 'failed', 'suppressed')),
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz,
  lease_until timestamptz,
  error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  CONSTRAINT message_once UNIQUE (recipient_id, dedupe_key, channel)
);
CREATE INDEX message_inbox ON messaging.message (recipient_kind, recipient_id, id) WHERE channel = 'in-site';
CREATE INDEX message_unread ON messaging.message (recipient_kind, recipient_id) WHERE channel = 'in-site' AND read_at IS NULL;
CREATE INDEX message_due ON messaging.message (due_at) WHERE channel = 'sms' AND state = 'queued';
CREATE INDEX message_recent_sms ON messaging.message (recipient_id, sent_at) WHERE channel = 'sms' AND sent_at IS NOT NULL;
CREATE INDEX message_sms ON messaging.message (id) WHERE channel = 'sms';

CREATE TABLE messaging.preference (
  recipient_id text NOT NULL,
  topic text NOT NULL,
  sms boolean NOT NULL,
  PRIMARY KEY (recipient_id, topic)
);

CREATE TABLE messaging.simulated_sms (
  id uuid PRIMARY KEY,
  mobile text NOT NULL,
  mobile_index text NOT NULL,
  text text NOT NULL,
  template_key text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX simulated_sms_mobile ON messaging.simulated_sms (mobile_index, id);

CREATE TABLE messaging.receipt_cursor (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  cursor text NOT NULL
);
`),
  // The platform's own words beside the city's, so that they can be compared and given back; filled at each start.
  defineMigration('20261128-11-messaging-default-texts', `
ALTER TABLE messaging.template ADD COLUMN default_title text NOT NULL DEFAULT '', ADD COLUMN default_body text NOT NULL DEFAULT '', ADD COLUMN default_sms text;
`),
  // What a message is about, the words a city has published for it, and which of them each message was made with (HND-05).
  defineMigration('20261130-70-messaging-wordings', `
ALTER TABLE messaging.template
  ADD COLUMN about text CHECK (about IN ('case', 'item')), ADD COLUMN steps text[] NOT NULL DEFAULT '{}', ADD COLUMN offers text[] NOT NULL DEFAULT '{}';
CREATE TABLE messaging.wording (
  id uuid PRIMARY KEY,
  version_id uuid NOT NULL,
  version_number integer NOT NULL,
  key text NOT NULL REFERENCES messaging.template (key),
  item_id uuid,
  applicant_kind text,
  step text,
  title text NOT NULL,
  body text NOT NULL,
  sms text,
  CONSTRAINT wording_scope UNIQUE NULLS NOT DISTINCT (key, item_id, applicant_kind, step)
);
ALTER TABLE messaging.message ADD COLUMN version_id uuid, ADD COLUMN version_number integer;
CREATE INDEX message_version ON messaging.message (version_id) WHERE version_id IS NOT NULL;

CREATE FUNCTION messaging.put_wording(given messaging.wording) RETURNS void LANGUAGE sql AS $$
  INSERT INTO messaging.wording SELECT (given).*
  ON CONFLICT (id) DO UPDATE SET version_id = excluded.version_id, version_number = excluded.version_number, title = excluded.title, body = excluded.body, sms = excluded.sms
$$;
`),
  // After the templates module has made versions of what a city had reworded.
  defineMigration('20261130-72-messaging-own-words', `
ALTER TABLE messaging.template DROP COLUMN default_title, DROP COLUMN default_body, DROP COLUMN default_sms, DROP COLUMN edited, DROP COLUMN revision;
`),
  defineMigration('20261203-50-messaging-channels', channelsSql),
  // A function keeps the plan of its first call in a session: made for one message, it compared each of five thousand with each other one.
  defineMigration('20261204-43-messaging-count-plan', 'ALTER FUNCTION messaging.count_changes() SET enable_nestloop = off;'),
];
