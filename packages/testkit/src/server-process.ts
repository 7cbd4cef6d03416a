import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
/** A first start founds the demonstration city; on a busy machine that takes its time. */
const START_LIMIT_MS = 180_000;

/** The built platform in a process of its own, for tests that kill it and for browsers. */
export interface ServerProcess {
  readonly pid: number;
  /** Origin it answers at. */
  readonly url: string;
  /** What it has printed so far. */
  output(): string;
  /** Sends the signal and waits until the process has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
}

/** Builds the server where it changed. */
export async function buildServer(): Promise<void> {
  const build = spawn(process.execPath, [path.join(ROOT, 'scripts', 'build.mjs'), 'server'], { cwd: ROOT, stdio: 'ignore' });
  const [status] = await once(build, 'exit');
  if (status !== 0) throw new Error('the server could not be built: run npm run build to see why');
}

/** What a command of the platform printed, and its exit code. */
export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of the built server, `import-items`, with nothing but `env` around it. */
export function runBuiltCommand(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(ROOT, 'server', 'dist', `${name}.js`), ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}

/** As in `npm start` (package.json): a young generation of 2 × 32 MB takes a sixth off the processor time that each request's garbage costs. */
const MEMORY = '--max-semi-space-size=32';

/** Starts the built server on loopback with further environment variables and waits until it is healthy. */
export async function startServerProcess(port: number, env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', MEMORY, path.join(ROOT, 'server', 'dist', 'main.js')], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), ...env },
  });
  let printed = '';
  const collect = (chunk: Buffer): void => {
    printed = (printed + chunk.toString('utf8')).slice(-20_000);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const exited = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  await waitUntilHealthy(url, child, () => printed);
  return { pid: child.pid ?? 0, url, output: () => printed, end };
}

/** A loopback port that is free now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('a TCP server has a numeric address');
  return address.port;
}

async function waitUntilHealthy(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let waited = 0; waited < START_LIMIT_MS; waited += 50) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended while starting:\n${output()}`);
    const healthy = await fetch(`${url}/healthz`).then((response) => response.ok, () => false);
    if (healthy) return;
    await delay(50);
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not healthy within ${START_LIMIT_MS / 1000} s:\n${output()}`);
}
