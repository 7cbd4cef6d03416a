export { openDatabase, runText, tablesOf, transact } from './database.ts';
export type { Database } from './database.ts';
export { json, writesFor, WriteBatch } from './write-batch.ts';
export type { TypedWrites } from './write-batch.ts';
export { decodeCursor, encodeCursor, pageOf } from './cursor.ts';
export { createId } from './id.ts';
export { defineMigration, migrateToLatest } from './migrate.ts';
export type { Migration } from './migrate.ts';
export { violatedConstraint } from './violations.ts';
