/** The part of pino that the platform uses; Fastify's logger is one. */
export interface Logger {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  info(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

/** A logger that drops everything, for tests and commands. */
export const silentLogger: Logger = { error() {}, warn() {}, info() {}, debug() {} };

const order = ['error', 'warn', 'info', 'debug'] as const;

/** Errors as their message and stack, which JSON would leave out. */
function plain(fields: object): object {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value instanceof Error ? { ...value, message: value.message, stack: value.stack } : value]));
}

/** Writes JSON lines to standard error, from `level` up. */
export function consoleLogger(level: 'silent' | (typeof order)[number]): Logger {
  const most = level === 'silent' ? -1 : order.indexOf(level);
  const at = (index: number) => (fields: object, message: string): void => {
    if (index <= most) process.stderr.write(`${JSON.stringify({ level: order[index], message, ...plain(fields) })}\n`);
  };
  return { error: at(0), warn: at(1), info: at(2), debug: at(3) };
}
