import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runBuiltCommand, useBuiltServer, useTestDatabase, type CommandOutcome } from '@tongban/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

useBuiltServer();
const database = useTestDatabase();
let folder = '';
beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'tongban-import-')); });
afterAll(async () => { await rm(folder, { recursive: true, force: true }); });

const run = (...args: string[]): Promise<CommandOutcome> => runBuiltCommand('import-items', args, { DATABASE_URL: database().connectionString, DATA_DIR: folder });

const row = (serial: number, extra: object = {}) => ({
  department: '示范局', name: `示范事项${serial}`, areaCode: '511602000000', taskType: '20', localTaskCode: `512B${String(serial).padStart(10, '0')}-511602000000-000-008778175-1-00`, ...extra,
});

describe('npm run import:items (CAT-12)', () => {
  it('最后一行是 JSON 汇总，被拒绝的行逐一列出；再次运行没有变化', async () => {
    const file = path.join(folder, 'list.json');
    await writeFile(file, JSON.stringify([row(1), row(2, { taskType: '88' }), row(3)]));
    const first = await run(file);
    const lines = first.stdout.trimEnd().split('\n');
    expect([first.code, JSON.parse(lines.at(-1) ?? '')]).toEqual([0, { read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 }]);
    expect(lines[0]).toMatch(/^拒绝 第2行 编码“512B0{9}2-.*” 名称“示范事项2”：事项类型“88”不在事项类型代码表中。$/);
    const second = await run(file);
    expect(JSON.parse(second.stdout.trimEnd().split('\n').at(-1) ?? '')).toEqual({ read: 3, created: 0, updated: 0, unchanged: 2, rejected: 1 });
  }, 60_000);

  it('没有给文件、文件不是 UTF-8 时以非零退出并说明', async () => {
    expect(await run()).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('用法') });
    const file = path.join(folder, 'gbk.json');
    await writeFile(file, Buffer.from([0x5b, 0x22, 0xca, 0xbe, 0xb7, 0xb6, 0x22, 0x5d]));
    expect(await run(file)).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('GBK') });
  }, 60_000);
});
