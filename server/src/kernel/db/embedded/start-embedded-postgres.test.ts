import { chmod, lstat, mkdtemp, readdir, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { findEmbeddedPostgres, startEmbeddedPostgres, type EmbeddedPostgres } from './index.ts';
import { identifyProcess, isRunning } from './identify-process.ts';
import { runCommand } from './run-command.ts';
import { spawnHolder, type Holder } from './testing/spawn-holder.ts';

const NOBODY = { uid: 65534, gid: 65534 };
const isRoot = process.getuid?.() === 0;
/** Below a private folder such as /root another user cannot even load this code. */
const othersMayRead = isRoot && (await runCommand('/bin/sh', ['-c', 'cd "$1"', 'sh', import.meta.dirname], { name: 'nobody', ...NOBODY })).status === 0;
const folders: string[] = [];
const servers: EmbeddedPostgres[] = [];
const holders: Holder[] = [];

afterEach(async () => {
  for (const holder of holders.splice(0)) if (holder.process.exitCode === null && holder.process.signalCode === null) await holder.end('SIGTERM');
  for (const server of servers.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) await removeDataDir(folder);
});

afterAll(async () => { if (used !== undefined) await removeDataDir(await used); });

describe('embedded PostgreSQL', () => {
  test('keeps data and port over a restart, with fsync on and a private password', async () => {
    const dataDir = await makeDataDir();
    const first = await start(dataDir);
    await run(first.connectionString('postgres'), 'create table kept (text text); insert into kept values ($$张三$$)');
    expect(await run(first.connectionString('postgres'), 'select current_setting($$fsync$$) as f, current_setting($$data_checksums$$) as c')).toEqual([{ f: 'on', c: 'on' }]);
    await first.stop();
    expect(await identifyProcess(first.pid)).toBeUndefined();
    expect((await stat(path.join(dataDir, 'postgres', 'password'))).mode & 0o777).toBe(0o600);

    const second = await start(dataDir);
    expect(second.connectionString('x')).toBe(first.connectionString('x'));
    expect(await run(second.connectionString('postgres'), 'select text from kept')).toEqual([{ text: '张三' }]);
  });

  test('knows Chinese letters in trigram search and sorts by code point', async () => {
    const server = await start(await makeUsedDataDir());
    await server.ensureDatabase('通办');
    await server.ensureDatabase('通办');
    const url = server.connectionString('通办');
    await run(url, 'create extension pg_trgm');
    expect(await run(url, 'select similarity($$广安市公安局$$, $$广安市公安处$$) > 0.4 as similar, $$Z$$ < $$a$$ as by_code_point, upper($$é$$) as upper')).toEqual([
      { similar: true, by_code_point: true, upper: 'É' },
    ]);
  });

  test('refuses a second process on the same folder, says which one, and lets commands join', async () => {
    const dataDir = await makeUsedDataDir();
    const holder = await hold(dataDir);
    const refused = await spawnHolder(dataDir);
    expect(refused.outcome).toBe('refused');
    expect(refused.detail).toMatch(new RegExp(`^in-use 数据库目录 .* 正由另一个通办进程使用（进程号 ${holder.process.pid}）`, 'u'));
    const joined = await findEmbeddedPostgres({ dataDir });
    expect(joined?.pid).toBe(JSON.parse(holder.detail).pid);
    await joined?.stop();
    expect(await run(joined?.connectionString('postgres') ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
    await holder.end('SIGTERM');
    expect(await findEmbeddedPostgres({ dataDir })).toBeUndefined();
  });

  test('one of two simultaneous starters wins', async () => {
    const dataDir = await makeUsedDataDir();
    await writeFile(path.join(dataDir, 'postgres', 'owner.json'), JSON.stringify({ pid: process.pid, identity: 'an earlier life' }));
    const outcomes = await Promise.all([spawnHolder(dataDir), spawnHolder(dataDir)]);
    holders.push(...outcomes);
    expect(outcomes.map((holder) => holder.outcome).sort()).toEqual(['ready', 'refused']);
  });

  test('takes another port when the one of last time is taken between its probe and the start', async () => {
    // Copies of one folder remember one port.
    const dataDirs = await Promise.all([1, 2, 3].map(() => makeUsedDataDir()));
    const started = await Promise.all(dataDirs.map((dataDir) => start(dataDir)));
    expect(new Set(started.map((server) => server.connectionString('postgres').split('@')[1])).size).toBe(3);
    for (const server of started) expect(await run(server.connectionString('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe.runIf(process.platform === 'linux')('after SIGKILL', () => {
  const cases: { name: string; victims: (server: number) => number[] | Promise<number[]> }[] = [
    { name: 'of Node, the server ends by itself', victims: () => [] },
    { name: 'of Node and the supervisor, the next start stops the orphan', victims: supervisorsOf },
    { name: 'of Node and the server, the log is replayed', victims: async (server) => [...(await supervisorsOf(server)), server] },
  ];
  test.each(cases)('$name', async ({ victims }) => {
    const dataDir = await makeUsedDataDir();
    const holder = await hold(dataDir);
    const { pid, url }: { pid: number; url: string } = JSON.parse(holder.detail);
    await run(url, 'create table kept (n int)');
    await run(url, 'insert into kept select generate_series(1, 1000)');
    const others = await victims(pid);
    for (const other of others) process.kill(other, 'SIGKILL');
    await holder.end('SIGKILL');
    if (others.length === 0) await until(async () => (await identifyProcess(pid)) === undefined);

    const next = await start(dataDir);
    expect(next.pid).not.toBe(pid);
    expect(await identifyProcess(pid)).toBeUndefined();
    expect(await run(next.connectionString('postgres'), 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
  });

  test('during initdb, the next start begins afresh', async () => {
    const dataDir = await makeUsedDataDir();
    const home = path.join(dataDir, 'postgres');
    await rename(path.join(home, 'cluster'), path.join(home, 'cluster.partial'));
    const next = await start(dataDir);
    expect(await run(next.connectionString('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a pid file whose number now belongs to another process does not block the start', async () => {
    const dataDir = await makeUsedDataDir();
    const server = await start(dataDir);
    const file = path.join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
    const text = await readFile(file, 'utf8');
    await server.stop();
    await writeFile(file, text.replace(/^\d+/u, String(process.ppid)));
    const next = await start(dataDir);
    expect(isRunning(process.ppid)).toBe(true);
    expect(next.pid).not.toBe(process.ppid);
  });
});

describe.runIf(isRoot)('as root', () => {
  test('runs under an account of its own', async () => {
    const server = await start(await makeUsedDataDir());
    const status = await readFile(`/proc/${server.pid}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\t(?!0\t)\d+/mu);
    expect(status).toMatch(/^Groups:\s*$/mu);
  });

  test('below a folder closed to that account, the cluster moves and a link stays', async () => {
    const dataDir = await makeDataDir(0o700);
    const lines: string[] = [];
    const first = await start(dataDir, lines);
    const entry = path.join(dataDir, 'postgres');
    expect((await lstat(entry)).isSymbolicLink()).toBe(true);
    expect(lines).toEqual([expect.stringContaining(`数据库文件改放在 ${await readlink(entry)}`)]);
    await run(first.connectionString('postgres'), 'create table kept (n int)');
    await first.stop();
    const again: string[] = [];
    const second = await start(dataDir, again);
    expect(again).toEqual([]);
    expect(await run(second.connectionString('postgres'), 'select * from kept')).toEqual([]);
  });

  test.runIf(othersMayRead)('an ordinary user cannot start on another account’s folder', async () => {
    const dataDir = await makeUsedDataDir();
    await chmod(dataDir, 0o777);
    const refused = await spawnHolder(dataDir, NOBODY);
    expect(refused.outcome).toBe('refused');
    expect(refused.detail).toContain('foreign-owner');
  });

  test.runIf(othersMayRead)('an ordinary user’s folder keeps that user when root starts it later', async () => {
    const dataDir = await makeDataDir(0o777);
    const holder = await hold(dataDir, NOBODY);
    await holder.end('SIGTERM');
    const server = await start(dataDir);
    expect(await readFile(`/proc/${server.pid}/status`, 'utf8')).toMatch(/^Uid:\t65534\t/mu);
  });
});

async function makeDataDir(mode = 0o755): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tongban-embedded-'));
  folders.push(folder);
  await chmod(folder, mode);
  return folder;
}

let used: Promise<string> | undefined;

/** A folder on which the database ran before: a copy of one, since making a cluster takes seconds. */
async function makeUsedDataDir(): Promise<string> {
  used ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'tongban-embedded-used-'));
    await chmod(folder, 0o755);
    await (await startEmbeddedPostgres({ dataDir: folder, log: () => {} })).stop();
    return folder;
  })();
  const copied = await makeDataDir();
  expect(await runCommand('/bin/cp', ['-a', path.join(await used, 'postgres'), copied])).toMatchObject({ status: 0 });
  return copied;
}

async function removeDataDir(folder: string): Promise<void> {
  const target = await readlink(path.join(folder, 'postgres')).catch(() => undefined);
  if (target !== undefined) await rm(target, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

async function start(dataDir: string, lines: string[] = []): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) });
  let stopped: Promise<void> | undefined;
  const tracked = { ...server, stop: () => (stopped ??= server.stop()) };
  servers.push(tracked);
  return tracked;
}

async function hold(dataDir: string, identity: { uid?: number; gid?: number } = {}): Promise<Holder> {
  const holder = await spawnHolder(dataDir, identity);
  holders.push(holder);
  expect(holder).toMatchObject({ outcome: 'ready' });
  return holder;
}

async function run(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The shell that started the server, and the child of it that watches for Node's end. */
async function supervisorsOf(server: number): Promise<number[]> {
  const rows: [pid: number, parent: number][] = [];
  for (const entry of await readdir('/proc')) {
    const status = await readFile(`/proc/${entry}/status`, 'utf8').catch(() => '');
    const parent = /^PPid:\t(\d+)$/mu.exec(status)?.[1];
    if (parent !== undefined) rows.push([Number(entry), Number(parent)]);
  }
  const shell = rows.find(([pid]) => pid === server)?.[1] ?? 0;
  const siblings = rows.filter(([pid, parent]) => parent === shell && pid !== server).map(([pid]) => pid);
  expect(siblings).toHaveLength(1);
  return [shell, ...siblings];
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await condition()); waited += 20) {
    if (waited > 20_000) throw new Error('the condition did not become true within 20 s');
    await delay(20);
  }
}
