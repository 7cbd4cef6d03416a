export type EmbeddedPostgresErrorCode =
  | 'unsupported-platform'
  | 'binaries-missing'
  | 'cannot-run-as-user'
  | 'in-use'
  | 'foreign-owner'
  | 'location-unreachable'
  | 'version-mismatch'
  | 'initialisation-failed'
  | 'start-failed'
  | 'stop-failed';

/** The embedded database cannot run here. `message` is Chinese text that tells an operator what to do. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

/** The `code` of a Node system error (`ENOENT`, `EEXIST`…), if that is what `error` is. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
