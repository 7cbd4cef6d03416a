import { defineMigration } from '../db/index.ts';

export const liveMigrations = [
  // `tx` tells which changes have become visible since a snapshot, whatever the order in which transactions end.
  defineMigration('20261203-80-live-init', `
CREATE SCHEMA live;
CREATE UNLOGGED TABLE live.change (
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  topic text NOT NULL
);
CREATE INDEX change_tx ON live.change (tx);
CREATE INDEX change_at ON live.change USING brin (at);
`),
];
