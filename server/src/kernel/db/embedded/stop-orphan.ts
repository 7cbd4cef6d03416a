import { rm } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError, systemErrorCode } from './errors.ts';
import { isPostmasterOf, postmasterFilePath, readPostmasterFile } from './postmaster-file.ts';

const POLL_MS = 20;
const FAST_MS = 60_000;
const IMMEDIATE_MS = 15_000;

/**
 * Makes sure that no server of an earlier, killed process runs on `cluster`.
 * A running one is stopped like `pg_ctl stop -m fast`, then, if it does not obey, immediately (it recovers from its
 * log at the next start). A pid file left by a crash is removed, because PostgreSQL would refuse to start when its
 * number meanwhile belongs to another process of the same account.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const found = await readPostmasterFile(cluster);
  if (found === undefined) return;
  if (await isPostmasterOf(found.pid, cluster)) {
    log(`上次的数据库进程（${found.pid}）仍在运行，正在停止。`);
    if (!(await signalAndWait(found.pid, 'SIGINT', FAST_MS, cluster)) && !(await signalAndWait(found.pid, 'SIGQUIT', IMMEDIATE_MS, cluster))) {
      throw new EmbeddedPostgresError('stop-failed', `上次的数据库进程（${found.pid}）没有停止。请手动结束该进程后重新启动。`);
    }
  }
  await rm(postmasterFilePath(cluster), { force: true });
}

async function signalAndWait(pid: number, signal: NodeJS.Signals, limitMs: number, cluster: string): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
  for (let waited = 0; waited < limitMs; waited += POLL_MS) {
    if (!(await isPostmasterOf(pid, cluster))) return true;
    await delay(POLL_MS);
  }
  return false;
}
