import { readFile } from 'node:fs/promises';
import { EmbeddedPostgresError } from './errors.ts';
import { runCommand, type SystemUser } from './run-command.ts';

const ACCOUNT = 'tongban';

/** True when Node runs as root, under which PostgreSQL refuses to start. */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Returns the account the database runs under when Node is root: `tongban`, created when missing, else `nobody`.
 * Must only be called as root.
 */
export async function ensureDatabaseUser(): Promise<SystemUser> {
  const existing = await findSystemUser((user) => user.name === ACCOUNT);
  if (existing !== undefined) return existing;
  // Debian, Red Hat and SUSE have useradd; Alpine and BusyBox have their own adduser.
  await runCommand('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', ACCOUNT]);
  const created = await findSystemUser((user) => user.name === ACCOUNT);
  if (created !== undefined) return created;
  await runCommand('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', ACCOUNT]);
  const fallback = await findSystemUser((user) => user.name === ACCOUNT) ?? await findSystemUser((user) => user.name === 'nobody');
  if (fallback === undefined) {
    throw new EmbeddedPostgresError(
      'cannot-run-as-user',
      '数据库不能以 root 身份运行，也无法创建系统用户 tongban。请改用普通用户启动，或设置环境变量 DATABASE_URL。',
    );
  }
  return fallback;
}

/** Returns the account that owns an existing cluster, so that a restart keeps using it. */
export async function findSystemUserById(uid: number): Promise<SystemUser | undefined> {
  return await findSystemUser((user) => user.uid === uid);
}

async function findSystemUser(matches: (user: SystemUser) => boolean): Promise<SystemUser | undefined> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) continue;
    const user = { name, uid: Number(uid), gid: Number(gid) };
    if (matches(user)) return user;
  }
  return undefined;
}
