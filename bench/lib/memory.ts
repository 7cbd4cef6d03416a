import { readFile } from 'node:fs/promises';

/** Highest resident memory seen, MiB. */
export interface MemoryLog {
  server: number;
}

/** Peak resident memory of a process since it began, MiB; 0 where the system does not tell. */
export async function peakMemoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
}
