import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedPostgresError, systemErrorCode } from './errors.ts';
import type { PostgresBinaries } from './locate-binaries.ts';
import type { ClusterHome } from './prepare-home.ts';
import { runCommand } from './run-command.ts';

export const SUPERUSER = 'tongban';

export interface Cluster {
  /** PostgreSQL's data folder. */
  readonly path: string;
  readonly password: string;
}

/**
 * Opens the cluster of a home folder, making it on first use.
 * A crash half-way through leaves nothing: the cluster is made under another name and renamed when it is complete.
 * @throws EmbeddedPostgresError `version-mismatch` when another major version made the cluster.
 */
export async function openCluster(home: ClusterHome, binaries: PostgresBinaries, durable: boolean): Promise<Cluster> {
  const cluster = path.join(home.path, 'cluster');
  const version = await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(ignoreMissing);
  if (version === undefined) {
    await rm(cluster, { recursive: true, force: true });
    return await initialiseCluster(cluster, home, binaries, durable);
  }
  if (Number(version) !== binaries.major) {
    throw new EmbeddedPostgresError(
      'version-mismatch',
      `数据目录由 PostgreSQL ${version.trim()} 创建，当前程序为 ${binaries.major}。请用原版本程序导出数据后，再导入新的数据目录。`,
    );
  }
  return { path: cluster, password: (await readFile(passwordFile(home), 'utf8')).trim() };
}

/** The file (mode 0600) with the superuser's password. */
export function passwordFile(home: Pick<ClusterHome, 'path'>): string {
  return path.join(home.path, 'password');
}

async function initialiseCluster(target: string, home: ClusterHome, binaries: PostgresBinaries, durable: boolean): Promise<Cluster> {
  const partial = `${target}.partial`;
  await rm(partial, { recursive: true, force: true });
  const password = await writePassword(home);
  let failure = '';
  for (const characterType of ['C.UTF-8', 'en_US.UTF-8']) {
    const result = await runCommand(path.join(binaries.root, 'bin', 'initdb'), initdbArguments(partial, characterType, home, durable), home.user);
    if (result.status === 0) {
      await rename(partial, target);
      return { path: target, password };
    }
    failure = result.output;
    await rm(partial, { recursive: true, force: true });
  }
  throw new EmbeddedPostgresError('initialisation-failed', `数据库初始化失败，请检查磁盘空间与目录权限。\n${failure.trim()}`);
}

function initdbArguments(folder: string, characterType: string, home: ClusterHome, durable: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile(home)}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Sorting and case come from PostgreSQL itself, so an update of the system's libraries cannot corrupt an index;
    // pg_trgm still asks the system which characters are letters, and knows no Chinese under plain "C".
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    `--lc-ctype=${characterType}`,
    '--lc-collate=C',
    '--lc-messages=C',
    '--lc-monetary=C',
    '--lc-numeric=C',
    '--lc-time=C',
    ...(durable ? ['--data-checksums'] : ['--no-sync']),
  ];
}

/** Keeps the password of an earlier, interrupted attempt out: each attempt writes its own. */
async function writePassword(home: ClusterHome): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const file = passwordFile(home);
  await rm(file, { force: true });
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  if (home.user !== undefined) await chown(file, home.user.uid, home.user.gid);
  return password;
}

function ignoreMissing(error: unknown): undefined {
  if (systemErrorCode(error) === 'ENOENT') return undefined;
  throw error;
}
