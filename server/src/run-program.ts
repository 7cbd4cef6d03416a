import { setFlagsFromString } from 'node:v8';

/**
 * How much the heap grows beyond what lives in it before it is cleared, per cent. Node's own measure lets it treble first:
 * half a gigabyte for a list of ten thousand items, of which a quarter is in use.
 */
const heapGrowth = 50;

/** Writes a line for the operator. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs a program to its end or to its listening state; a failure is told in one line and ends the process with 1. */
export function runProgram(program: () => Promise<void>): void {
  setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
  program().catch((error: unknown) => {
    const known = error instanceof Error ? error : new Error(String(error));
    process.stderr.write(`启动失败：${known.message}${known.cause instanceof Error ? `（${known.cause.message}）` : ''}\n`);
    process.exit(1);
  });
}

/** Calls `stop` once on SIGTERM or SIGINT and ends the process when it is done. */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => { (stopping ??= stop()).then(() => process.exit(0), () => process.exit(1)); });
  }
}
