export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './errors.ts';
export {
  findEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.ts';
