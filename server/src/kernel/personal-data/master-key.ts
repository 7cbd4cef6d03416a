import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/index.ts';

const keyPattern = /^[0-9a-f]{64}$/i;

/** Where a single-machine installation keeps its master key. */
export function masterKeyFile(config: Pick<Config, 'dataDir'>): string {
  return path.join(config.dataDir, 'keys', 'master.key');
}

/** Whether a key is configured or stored, so that none would have to be made. */
export function hasMasterKey(config: Pick<Config, 'dataDir' | 'masterKey'>): boolean {
  return config.masterKey !== undefined || existsSync(masterKeyFile(config));
}

/**
 * The 32-byte key that all column keys derive from: `TONGBAN_MASTER_KEY`, or a file readable by its owner only,
 * made at first use. @throws Error when the configured or stored key is not 64 hex digits
 */
export function loadMasterKey(config: Pick<Config, 'dataDir' | 'masterKey'>): Buffer {
  if (config.masterKey !== undefined) return parseKey(config.masterKey, '环境变量 TONGBAN_MASTER_KEY');
  const file = masterKeyFile(config);
  return parseKey(readKeyFile(file) ?? createKeyFile(file), `密钥文件 ${file}`);
}

function parseKey(text: string, where: string): Buffer {
  if (!keyPattern.test(text.trim())) throw new Error(`${where} 应为 64 位十六进制数。`);
  return Buffer.from(text.trim(), 'hex');
}

function readKeyFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Processes that start together must end up with one key: the file is written aside and linked, which only one can do. */
function createKeyFile(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return readFileSync(file, 'utf8');
}
