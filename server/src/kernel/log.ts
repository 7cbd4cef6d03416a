/** The part of pino that the platform uses; Fastify's logger is one. */
export interface Logger {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

/** A logger that drops everything, for tests and commands. */
export const silentLogger: Logger = { error() {}, warn() {}, info() {}, debug() {} };
