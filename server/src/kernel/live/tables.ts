import type { Generated } from 'kysely';

/** Rows of the PostgreSQL schema `live`. */
export interface LiveTables {
  /** What has changed, for a minute; not logged, since after a crash everybody reads afresh anyway. */
  'live.change': { tx: Generated<string>; at: Generated<Date>; topic: string };
}
