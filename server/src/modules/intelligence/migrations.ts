import { defineMigration } from '../../kernel/db/index.ts';

/** What is pushed to the city brain (DEC-09). */
export const intelligenceMigrations = [
  defineMigration('20261130-74-intelligence-init', `
CREATE SCHEMA intelligence;

CREATE TABLE intelligence.push (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('indicators', 'event')),
  title text NOT NULL,
  payload jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('queued', 'sent', 'failed')),
  attempts integer NOT NULL,
  due_at timestamptz,
  lease_until timestamptz,
  error text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz
);
CREATE INDEX push_due ON intelligence.push (due_at) WHERE state = 'queued';
CREATE INDEX push_sent ON intelligence.push (sent_at) WHERE state = 'sent';
`),
];
