import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditNames } from './locale/audit.zh-CN.ts';
import { actionName, entryName } from './names.ts';

const server = path.resolve(import.meta.dirname, '../../../../../server/src');

/** What the server's sources write into the audit log as a literal, by this pattern. */
async function written(pattern: RegExp): Promise<string[]> {
  const files = (await readdir(server, { recursive: true })).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const sources = await Promise.all(files.map((file) => readFile(path.join(server, file), 'utf8')));
  const entries = sources.flatMap((source) => [...source.matchAll(/recordAudit(?:Now)?\(.{0,400}?\}\)/gs)].map(([call]) => call));
  return [...new Set(entries.flatMap((call) => [...call.matchAll(pattern)].map(([, code]) => code ?? '')))];
}

describe('审计日志里看到的是中文，不是代码 (ORG-05)', () => {
  it('服务端写入的每一种操作都有名称', async () => {
    // The code itself, or either of two.
    const codes = await written(/(?:action: |\? |: )'([a-z-]+\.[a-z-]+)'/g);
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => actionName(code) === code)).toEqual([]);
  });

  it('服务端写入的每一种对象都有名称', async () => {
    const codes = await written(/objectType: '([a-z-]+)'/g);
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !(code in auditNames.objects))).toEqual([]);
  });

  it('没有权限而被拒绝的调用叫越权访问，不显示接口代码', () => {
    expect(entryName({ action: 'access.list-roles', objectType: 'operation' })).toBe('越权访问');
    expect(entryName({ action: 'access.add-role', objectType: 'role' })).toBe('新增角色');
  });
});
