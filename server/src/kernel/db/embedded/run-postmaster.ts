import { spawn, type ChildProcess } from 'node:child_process';
import { chown, open, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError } from './errors.ts';
import type { Cluster } from './initialise-cluster.ts';
import type { PostgresBinaries } from './locate-binaries.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import type { ClusterHome } from './prepare-home.ts';
import { CHILD_ENVIRONMENT, spawnIdentity } from './run-command.ts';

/**
 * Runs the server ("$@") and asks it to stop when standard input ends. That pipe is held by Node alone, so the server
 * never outlives it, not even after SIGKILL. The server's own group also keeps a terminal's Ctrl-C from reaching it
 * before Node has finished its requests.
 */
const SUPERVISOR = `
exec 3<&0 </dev/null
"$@" 3<&- &
server=$!
( while read -r line; do :; done; kill -INT "$server" ) <&3 2>/dev/null &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill "$watcher" 2>/dev/null
exit "$status"
`;

const POLL_MS = 10;
const SLOW_START_MS = 10_000;
const STOP_LIMIT_MS = 60_000;
/** The process that writes the log ends a moment after the server. */
const LAST_WORDS_MS = 2_000;
const LOG_FOLDER = 'log';

export interface Postmaster {
  readonly pid: number;
  /** Resolves when the server has ended, whatever the reason. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

/** The server ended before it was ready; `output` is what it said. */
export class PostmasterStartError extends EmbeddedPostgresError {
  readonly output: string;

  constructor(output: string) {
    super('start-failed', `数据库没有启动成功。\n${output.trim()}`);
    this.output = output;
  }
}

/** Starts the server on a loopback `port` and waits until it accepts connections, crash recovery included. */
export async function runPostmaster(options: {
  readonly home: ClusterHome;
  readonly cluster: Cluster;
  readonly binaries: PostgresBinaries;
  readonly port: number;
  readonly durable: boolean;
  readonly log: (line: string) => void;
}): Promise<Postmaster> {
  const { home, cluster, binaries, port, durable, log } = options;
  const logFile = path.join(home.path, 'startup.log');
  const output = await open(logFile, 'w', 0o600);
  if (home.user !== undefined) await chown(logFile, home.user.uid, home.user.gid);
  const server = [path.join(binaries.root, 'bin', 'postgres'), '-D', cluster.path, ...serverSettings(port, durable)];
  const logged = await measureLogs(cluster.path);
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'tongban-postgres', ...server], {
    cwd: '/',
    env: CHILD_ENVIRONMENT,
    detached: true,
    stdio: ['pipe', output.fd, output.fd],
    ...spawnIdentity(home.user),
  });
  const exited = waitForExit(child);
  // A broken pipe only says that the supervisor has ended, which `exited` reports.
  child.stdin?.on('error', () => undefined);
  await output.close();
  const pid = await waitUntilReady(cluster.path, port, exited, log);
  if (pid === undefined) throw new PostmasterStartError(await readLastWords(logFile, cluster.path, logged));
  return { pid, exited, stop: () => stopPostmaster(child, pid, exited) };
}

function serverSettings(port: number, durable: boolean): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'on',
    log_directory: LOG_FOLDER,
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_truncate_on_rotation: 'on',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function waitUntilReady(cluster: string, port: number, exited: Promise<void>, log: (line: string) => void): Promise<number | undefined> {
  const state = { ended: false };
  void exited.then(() => {
    state.ended = true;
  });
  for (let waited = 0; !state.ended; waited += POLL_MS) {
    const file = await readPostmasterFile(cluster);
    if (file?.ready === true && file.port === port) return file.pid;
    if (waited === SLOW_START_MS) log('数据库正在从上次的异常中恢复，请稍候。');
    await delay(POLL_MS);
  }
  return undefined;
}

/** Bytes of each log file. */
async function measureLogs(cluster: string): Promise<Map<string, number>> {
  const names = await readdir(path.join(cluster, LOG_FOLDER)).catch(() => []);
  return new Map(await Promise.all(names.map(async (name) => [name, (await stat(path.join(cluster, LOG_FOLDER, name))).size] as const)));
}

/** What a server said that did not start: on its standard error first, then, from before it takes its port, in its log. */
async function readLastWords(startupLog: string, cluster: string, before: ReadonlyMap<string, number>): Promise<string> {
  for (let waited = 0; ; waited += POLL_MS) {
    const words = [await readFile(startupLog, 'utf8')];
    for (const [name, size] of await measureLogs(cluster)) {
      const begin = before.get(name) ?? 0;
      if (size === begin) continue;
      const text = await readFile(path.join(cluster, LOG_FOLDER, name));
      words.push(text.subarray(size < begin ? 0 : begin).toString('utf8'));
    }
    const output = words.join('');
    if (/FATAL|PANIC/u.test(output) || waited >= LAST_WORDS_MS) return output;
    await delay(POLL_MS);
  }
}

async function stopPostmaster(child: ChildProcess, pid: number, exited: Promise<void>): Promise<void> {
  child.stdin?.end();
  const limit = new AbortController();
  const late = delay(STOP_LIMIT_MS, true, { signal: limit.signal }).catch(() => false);
  if (await Promise.race([exited.then(() => false), late])) {
    process.kill(pid, 'SIGQUIT');
    await exited;
  }
  limit.abort();
}

/** Never rejects: a supervisor that cannot even start has ended too, and leaves no ready server behind. */
function waitForExit(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}
