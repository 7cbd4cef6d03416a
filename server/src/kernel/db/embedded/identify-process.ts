import { readFile } from 'node:fs/promises';
import { systemErrorCode } from './errors.ts';
import { runCommand } from './run-command.ts';

/**
 * Returns a token that names one life of a process, or undefined when no such process runs.
 * A bare pid is not enough: after a crash, and above all in a restarted container, the same number belongs to
 * another process, so the token adds the moment of its start (and the boot, where the system tells).
 */
export async function identifyProcess(pid: number): Promise<string | undefined> {
  if (!isRunning(pid)) return undefined;
  return process.platform === 'linux' ? await identifyOnLinux(pid) : await identifyByPs(pid);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}

async function identifyOnLinux(pid: number): Promise<string | undefined> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (status === undefined) return undefined;
  // The command name is in parentheses and may hold spaces; state is the first field after it, start time the 20th.
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}/${fields[19] ?? ''}`;
}

async function identifyByPs(pid: number): Promise<string | undefined> {
  const { status, output } = await runCommand('ps', ['-o', 'lstart=', '-p', String(pid)]);
  return status === 0 ? output.trim() : undefined;
}
