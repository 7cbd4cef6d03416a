import { defineMigration } from '../../kernel/db/index.ts';

/**
 * When a case is looked at again stands beside it: the row of a case is in eight indexes, each of which was written anew
 * whenever that instant moved, and could not be changed in place when its level did (SUP-01).
 */
export const supervisionNextLook = defineMigration('20261205-40-supervision-next-look', `
CREATE TABLE supervision.next_look (
  case_id uuid PRIMARY KEY REFERENCES supervision.watched_case ON DELETE CASCADE,
  at timestamptz NOT NULL
) WITH (fillfactor = 70);
CREATE INDEX next_look_at ON supervision.next_look (at);
INSERT INTO supervision.next_look (case_id, at) SELECT case_id, check_at FROM supervision.watched_case WHERE check_at IS NOT NULL;
ALTER TABLE supervision.watched_case DROP COLUMN check_at;
`);
