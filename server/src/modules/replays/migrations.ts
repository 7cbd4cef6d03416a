import { defineMigration } from '../../kernel/db/index.ts';

export const replaysMigrations = [
  defineMigration('20261130-61-replays-init', `
CREATE SCHEMA replays;

CREATE TABLE replays.replay (
  id uuid PRIMARY KEY,
  process_key text NOT NULL,
  process_name text NOT NULL,
  version integer,
  xml text NOT NULL,
  model jsonb NOT NULL,
  cases jsonb NOT NULL,
  node_map jsonb NOT NULL,
  assumptions jsonb NOT NULL,
  case_ids uuid[] NOT NULL,
  records jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'stopped', 'failed')),
  note text,
  done integer NOT NULL,
  started_at timestamptz NOT NULL,
  started_by_id text NOT NULL,
  started_by_name text NOT NULL,
  ended_at timestamptz
);
CREATE UNIQUE INDEX replay_running ON replays.replay (process_key, started_by_id) WHERE state IN ('waiting', 'running');
CREATE INDEX replay_own ON replays.replay (process_key, started_by_id, id DESC);

CREATE TABLE replays.replayed_case (
  replay_id uuid NOT NULL REFERENCES replays.replay (id) ON DELETE CASCADE,
  position integer NOT NULL,
  case_id uuid NOT NULL,
  number text NOT NULL,
  item_name text NOT NULL,
  situation_name text NOT NULL,
  submitted_at timestamptz NOT NULL,
  result text NOT NULL,
  partial boolean NOT NULL,
  code text,
  reason text,
  stuck_at text,
  before text NOT NULL,
  after text NOT NULL,
  added text[] NOT NULL,
  dropped text[] NOT NULL,
  before_seconds integer NOT NULL,
  after_seconds integer NOT NULL,
  flows text[] NOT NULL,
  past_flows text[] NOT NULL,
  skipped text[] NOT NULL,
  visits jsonb NOT NULL,
  past_visits jsonb NOT NULL,
  PRIMARY KEY (replay_id, position)
);
`),
  // What dispatch rules and rules of the steps would say of each case, and what of it is not known.
  defineMigration('20261204-41-replays-rules', `
ALTER TABLE replays.replayed_case
  ADD COLUMN split jsonb,
  ADD COLUMN unsure text[] NOT NULL DEFAULT '{}';
UPDATE replays.replayed_case SET visits = (
  SELECT coalesce(jsonb_agg(visit || '{"dispatch": null, "checks": []}' ORDER BY at), '[]') FROM jsonb_array_elements(visits) WITH ORDINALITY AS v (visit, at));
`),
];
