import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError, systemErrorCode } from './errors.ts';
import { identifyProcess } from './identify-process.ts';

/** The one process that may start and stop the cluster of a home folder. */
export interface HomeOwner {
  readonly pid: number;
  readonly identity: string;
}

export interface HomeClaim {
  release(): Promise<void>;
}

/** How long a starter waits for an owner that is just stopping, as in a quick restart. */
const PATIENCE_MS = 3_000;
const POLL_MS = 50;

/**
 * Makes this process the only owner of the cluster in `home`.
 * @throws EmbeddedPostgresError `in-use` when a living process owns it; the claim of a dead one is taken over.
 */
export async function claimHome(home: string): Promise<HomeClaim> {
  const file = ownerFile(home);
  const mine = JSON.stringify({ pid: process.pid, identity: (await identifyProcess(process.pid)) ?? '' });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, mine, { mode: 0o644 });
  try {
    // link() fails when the name exists, so two starters cannot both succeed.
    for (let waited = 0; !(await tryLink(draft, file)); waited += POLL_MS) {
      const claimed = await readFile(file, 'utf8').catch(() => '');
      const owner = await findLivingOwner(claimed);
      if (owner === undefined) await removeDeadClaim(file, claimed);
      else if (waited < PATIENCE_MS) await delay(POLL_MS);
      else throw inUse(home, owner);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return {
    release: async () => {
      if ((await readFile(file, 'utf8').catch(() => '')) === mine) await rm(file, { force: true });
    },
  };
}

/** Returns the living owner of the cluster in `home`, or undefined. */
export async function findOwner(home: string): Promise<HomeOwner | undefined> {
  return await findLivingOwner(await readFile(ownerFile(home), 'utf8').catch(() => ''));
}

async function findLivingOwner(claimed: string): Promise<HomeOwner | undefined> {
  const owner = parseOwner(claimed);
  if (owner === undefined) return undefined;
  return (await identifyProcess(owner.pid)) === owner.identity ? owner : undefined;
}

async function removeDeadClaim(file: string, claimed: string): Promise<void> {
  // Move it aside before deleting: if another starter replaced it meanwhile, the moved file is that one's fresh claim.
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== claimed) await tryLink(aside, file);
  await rm(aside, { force: true });
}

function inUse(home: string, owner: HomeOwner): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'in-use',
    `数据库目录 ${home} 正由另一个通办进程使用（进程号 ${owner.pid}）。请先停止它，或为本次启动另设 DATA_DIR 和 PORT。`,
  );
}

async function tryLink(existing: string, name: string): Promise<boolean> {
  try {
    await link(existing, name);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function parseOwner(text: string): HomeOwner | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('identity' in value)) return undefined;
    const { pid, identity } = value;
    return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : undefined;
  } catch {
    return undefined;
  }
}

function ownerFile(home: string): string {
  return path.join(home, 'owner.json');
}
