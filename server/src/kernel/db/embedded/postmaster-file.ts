import { readFile, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './run-command.ts';
import { isRunning } from './identify-process.ts';

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

export function postmasterFilePath(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

/** Reads the state of the server on `cluster`; undefined when there is no (complete) file. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFilePath(cluster), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/** True when `pid` is a running PostgreSQL on `cluster`, and not another process that got the same number. */
export async function isPostmasterOf(pid: number, cluster: string): Promise<boolean> {
  if (!isRunning(pid)) return false;
  if (process.platform === 'linux') {
    // PostgreSQL changes into its data folder; a zombie has no folder any more.
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return folder !== undefined && folder === (await realpath(cluster));
  }
  const { status, output } = await runCommand('ps', ['-o', 'comm=', '-p', String(pid)]);
  return status === 0 && path.basename(output.trim()).startsWith('postgres');
}
