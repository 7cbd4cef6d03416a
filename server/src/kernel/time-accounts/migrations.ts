import { defineMigration } from '../db/index.ts';

export const timeMigrations = [
  defineMigration('20261121-27-time-init', `
CREATE SCHEMA time;

CREATE TABLE time.account (
  id uuid PRIMARY KEY,
  subject_type text NOT NULL,
  subject_id uuid NOT NULL,
  organization_id uuid,
  region_code text,
  started_on date NOT NULL,
  immediate boolean NOT NULL,
  promised_days integer NOT NULL CHECK (promised_days >= 0),
  legal_days integer NOT NULL CHECK (legal_days >= 0),
  unit text NOT NULL CHECK (unit IN ('working-day', 'calendar-day')),
  legal_unit text NOT NULL CHECK (legal_unit IN ('working-day', 'calendar-day')),
  segments jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('running', 'paused', 'stopped')),
  level text NOT NULL CHECK (level IN ('normal', 'warning', 'yellow', 'red')),
  promised_due_on date,
  legal_due_on date,
  provisional boolean NOT NULL,
  next_threshold_at timestamptz,
  closed_on date,
  calendar_version integer NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_subject ON time.account (subject_type, subject_id);
CREATE INDEX account_threshold ON time.account (next_threshold_at) WHERE next_threshold_at IS NOT NULL;
CREATE TABLE time.rule (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  share double precision NOT NULL CHECK (share BETWEEN 0 AND 0.9),
  days integer NOT NULL CHECK (days BETWEEN 0 AND 30)
);
INSERT INTO time.rule (share, days) VALUES (0.2, 1);
CREATE INDEX account_calendar ON time.account (calendar_version) WHERE status <> 'stopped';
`),
  defineMigration('20261204-17-time-accounts-due', `
-- The clocks that end first, and the few that are late, of all that were ever kept.
CREATE INDEX account_due ON time.account (promised_due_on, subject_id) WHERE status = 'running';
CREATE INDEX account_late ON time.account (subject_id) WHERE level <> 'normal';
`),
];
