import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useTestDatabase } from '@tongban/testkit';
import { loadConfig, type Config } from '../config/index.ts';
import { checkMasterKey, masterKeyFile, personalDataCipher } from './index.ts';

const key = (digit: string) => digit.repeat(64);

describe('个人信息加密（domain.md §9）', () => {
  let dataDir: string;
  beforeEach(async () => { dataDir = await mkdtemp(path.join(tmpdir(), 'tongban-keys-')); });
  afterEach(async () => { await rm(dataDir, { recursive: true, force: true }); });
  const config = (masterKey?: string): Config => loadConfig({ DATA_DIR: dataDir, ...(masterKey === undefined ? {} : { TONGBAN_MASTER_KEY: masterKey }) });
  const cipher = (masterKey?: string) => personalDataCipher({ config: config(masterKey) });

  test('同值每次密文不同，都能解开；换行、换列、改动一位都解不开', () => {
    const one = cipher(key('a')).encrypt('t.c', '1', '511602199001011234');
    const two = cipher(key('a')).encrypt('t.c', '1', '511602199001011234');
    expect(one).not.toBe(two);
    expect(cipher(key('a')).decrypt('t.c', '1', one)).toBe('511602199001011234');
    expect(() => cipher(key('a')).decrypt('t.c', '2', one)).toThrow();
    expect(() => cipher(key('a')).decrypt('t.d', '1', one)).toThrow();
    expect(() => cipher(key('a')).decrypt('t.c', '1', `${one.slice(0, -3)}AAA`)).toThrow();
    expect(() => cipher(key('b')).decrypt('t.c', '1', one)).toThrow();
  });

  test('盲索引同列同值相等，异列或异钥不等', () => {
    const index = cipher(key('a')).index('t.c', 'x');
    expect(cipher(key('a')).index('t.c', 'x')).toBe(index);
    expect(cipher(key('a')).index('t.d', 'x')).not.toBe(index);
    expect(cipher(key('b')).index('t.c', 'x')).not.toBe(index);
  });

  test('未配置主密钥时生成仅属主可读的密钥文件，再次启动沿用', async () => {
    const { fingerprint } = cipher();
    expect((await stat(masterKeyFile({ dataDir }))).mode & 0o777).toBe(0o600);
    expect(cipher().fingerprint).toBe(fingerprint);
  });

  test.each([['太短', 'abc'], ['不是十六进制', 'z'.repeat(64)]])('配置的主密钥%s时点名拒绝', (_name, bad) => {
    expect(() => cipher(bad)).toThrow('TONGBAN_MASTER_KEY 应为 64 位十六进制数');
  });

  test('损坏的密钥文件不会被悄悄替换', async () => {
    cipher();
    await writeFile(masterKeyFile({ dataDir }), 'damaged');
    expect(() => cipher()).toThrow('master.key 应为 64 位十六进制数');
  });

  describe('数据库与主密钥的绑定', () => {
    const database = useTestDatabase();

    test('用另一把主密钥打不开已有数据的库，也不会生成新密钥', async () => {
      await Promise.all([checkMasterKey(config(key('a')), database().db), checkMasterKey(config(key('a')), database().db)]);
      await expect(checkMasterKey(config(key('b')), database().db)).rejects.toThrow('另一把主密钥');
      await expect(checkMasterKey(config(), database().db)).rejects.toThrow('另一把主密钥');
      await expect(stat(masterKeyFile({ dataDir }))).rejects.toThrow('ENOENT');
      await checkMasterKey(config(key('a')), database().db);
    });
  });
});
