import { randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, realpath, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { ensureDatabaseUser, findSystemUserById, runsAsRoot } from './database-user.ts';
import { EmbeddedPostgresError, systemErrorCode } from './errors.ts';
import { runCommand, type SystemUser } from './run-command.ts';

/** Where clusters and binaries go when root's DATA_DIR is closed to the database account. */
export const SYSTEM_HOME = '/var/lib/tongban';

export interface ClusterHome {
  /** Folder (mode 0700, owned by the database account) with the cluster, its log, lock and connection file. */
  readonly path: string;
  /** The account to run PostgreSQL under; `undefined` when Node is not root. */
  readonly user: SystemUser | undefined;
}

/**
 * Finds or makes the folder of the embedded database, `DATA_DIR/postgres`.
 * As root, that folder belongs to the database account; where this account cannot reach DATA_DIR (a clone below
 * `/root` or in a 0700 temporary folder), the folder is made below `/var/lib/tongban` and DATA_DIR keeps a link to it.
 */
export async function prepareHome(dataDir: string, log: (line: string) => void): Promise<ClusterHome> {
  await mkdir(dataDir, { recursive: true });
  const entry = path.join(dataDir, 'postgres');
  if ((await lstat(entry).catch(ignoreMissing)) !== undefined) return await openHome(entry);
  if (!runsAsRoot()) {
    await mkdir(entry, { mode: 0o700 });
    return { path: await realpath(entry), user: undefined };
  }
  const user = await ensureDatabaseUser();
  if (await canEnter(dataDir, user)) {
    await makeOwnedFolder(entry, user);
    return { path: await realpath(entry), user };
  }
  const elsewhere = path.join(SYSTEM_HOME, randomBytes(6).toString('hex'));
  await mkdir(SYSTEM_HOME, { recursive: true, mode: 0o755 });
  await makeOwnedFolder(elsewhere, user);
  await symlink(elsewhere, entry);
  log(`数据库用户 ${user.name} 无权进入 ${dataDir}，数据库文件改放在 ${elsewhere}（${entry} 是指向它的链接）。`);
  return { path: elsewhere, user };
}

/** Returns the folder of an existing embedded database, or undefined when there is none. */
export async function findHome(dataDir: string): Promise<string | undefined> {
  return await realpath(path.join(dataDir, 'postgres')).catch(ignoreMissing);
}

async function openHome(entry: string): Promise<ClusterHome> {
  const home = await realpath(entry).catch(ignoreMissing);
  if (home === undefined) {
    throw new EmbeddedPostgresError('location-unreachable', `${entry} 所链接的数据库目录已不存在。请恢复该目录；确认不再需要旧数据时，删除此链接后重新启动。`);
  }
  const { uid } = await stat(home);
  if (!runsAsRoot()) {
    if (uid !== process.getuid?.()) {
      throw new EmbeddedPostgresError('foreign-owner', `数据库目录 ${home} 属于另一个系统用户（uid ${uid}）。请用该用户或 root 启动，或另设 DATA_DIR。`);
    }
    return { path: home, user: undefined };
  }
  if (uid === 0) return await adoptRootFolder(home);
  const user = (await findSystemUserById(uid)) ?? { name: String(uid), uid, gid: (await stat(home)).gid };
  if (!(await canEnter(home, user))) throw unreachable(home, user);
  return { path: home, user };
}

/** Takes over a folder that root made beforehand, for instance a freshly mounted volume. */
async function adoptRootFolder(home: string): Promise<ClusterHome> {
  const user = await ensureDatabaseUser();
  await chown(home, user.uid, user.gid);
  if (!(await canEnter(home, user))) throw unreachable(home, user);
  return { path: home, user };
}

function unreachable(home: string, user: SystemUser): EmbeddedPostgresError {
  return new EmbeddedPostgresError('location-unreachable', `数据库用户 ${user.name} 无权进入 ${home}。请给上级目录加上进入权限（chmod o+x），或把数据目录移到可进入的位置。`);
}

async function makeOwnedFolder(folder: string, user: SystemUser): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  await chown(folder, user.uid, user.gid);
}

async function canEnter(folder: string, user: SystemUser): Promise<boolean> {
  return (await runCommand('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], user)).status === 0;
}

function ignoreMissing(error: unknown): undefined {
  if (systemErrorCode(error) === 'ENOENT') return undefined;
  throw error;
}
