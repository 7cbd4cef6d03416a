import { spawn, type ChildProcess } from 'node:child_process';
import { chown, open, readFile } from 'node:fs/promises';
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
  if (pid === undefined) throw new PostmasterStartError(await readFile(logFile, 'utf8'));
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
    log_directory: 'log',
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
