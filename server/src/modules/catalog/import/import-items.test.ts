import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { useTestServer } from '@tongban/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../kernel/access/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import { signInTestStaff } from '../../../kernel/identity/testing/test-accounts.ts';
import type { OrganizationTables } from '../../../kernel/organization/tables.ts';
import type { CatalogTables } from '../tables.ts';
import { importItems } from './import-items.ts';
import { ListFileError, readItemList } from './read-list.ts';

const server = useTestServer();
const context = () => systemContext(server().kernel, systemActor('catalog.import-items', '事项清单导入'), 'test');
const run = (rows: readonly unknown[]) => importItems(context(), { rows, digest: 'test' });

/** A sound row, made up after the shape of published lists. */
function listed(serial: number, extra: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    department: '示范局', mainItem: '未分类', name: `示范事项之${serial}`, areaCode: '511602000000', taskType: '1',
    localTaskCode: `511A${String(serial).padStart(10, '0')}-511602000000-000-11511602MB9X0001XX-1-00`, deptCode: '008778175', link: 'https://example.gov.cn/guide?id=1', ...extra,
  };
}

const items = () => tablesOf<CatalogTables>(server().kernel.db);

describe('导入事项清单 (CAT-12)', () => {
  it('新建、不变、更新：同一份清单导入两次不产生变化，名称变了才有新版本', async () => {
    const rows = [listed(1), listed(2), listed(3)];
    expect((await run(rows)).summary).toEqual({ read: 3, created: 3, updated: 0, unchanged: 0, rejected: 0 });
    expect((await run(rows)).summary).toEqual({ read: 3, created: 0, updated: 0, unchanged: 3, rejected: 0 });
    expect((await run([listed(1, { name: '改了名称的示范事项' }), ...rows.slice(1)])).summary).toEqual({ read: 3, created: 0, updated: 1, unchanged: 2, rejected: 0 });
    const code = String(listed(1)['localTaskCode']);
    const versions = await items().selectFrom('catalog.itemVersion as v').innerJoin('catalog.item as i', 'i.id', 'v.itemId')
      .select(['v.number', 'v.state', 'i.name']).where('i.localTaskCode', '=', code).orderBy('v.number').execute();
    expect(versions).toEqual([
      { number: 1, state: 'superseded', name: '改了名称的示范事项' }, { number: 2, state: 'published', name: '改了名称的示范事项' },
    ]);
    const found = await server().app.inject({ method: 'GET', url: `/api/v1/items?q=${encodeURIComponent('改了名称')}` });
    expect(found.json().items.map(({ name }: { name: string }) => name)).toEqual(['改了名称的示范事项']);
  });

  it('部门按区划和名称新建一次，再次导入时匹配；编码问题记为待核对而不拒绝', async () => {
    const rows = [
      listed(10, { department: '甲局', deptCode: '1151130108778239R_5143' }), listed(11, { department: '甲局', deptCode: '11736' }),
      listed(12, { department: '乙局', taskType: '20' }),
    ];
    const first = await run(rows);
    expect([first.summary.rejected, first.departments]).toEqual([0, { created: 2, matched: 0 }]);
    expect((await run(rows)).departments).toEqual({ created: 0, matched: 2 });
    expect(first.findings.get('department-system-code')).toBe(2);
    expect(first.findings.get('task-type-differs')).toBe(1);
    const names = await tablesOf<OrganizationTables>(server().kernel.db).selectFrom('organization.organization').select('name').where('name', 'in', ['甲局', '乙局']).execute();
    expect(names).toHaveLength(2);
  });

  describe('清单上的部门后来合并、撤销了 (ORG-01)', () => {
    const organizations = () => tablesOf<OrganizationTables>(server().kernel.db);
    const idOf = async (name: string) => (await organizations().selectFrom('organization.organization').select('id').where('name', '=', name).where('validTo', 'is', null).executeTakeFirstOrThrow()).id;
    const versionsOf = (serial: number) => items().selectFrom('catalog.itemVersion as v').innerJoin('catalog.item as i', 'i.id', 'v.itemId').select(['i.organizationId', 'v.number', 'v.elements'])
      .where('i.localTaskCode', '=', String(listed(serial)['localTaskCode'])).orderBy('v.number').execute();
    async function change(name: string, action: string, body: object): Promise<void> {
      const { headers } = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
      const { statusCode } = await server().app.inject({ method: 'POST', url: `/api/v1/organizations/${await idOf(name)}/${action}`, headers, payload: body });
      expect(statusCode).toBeLessThan(300);
    }
    const merge = async (from: string, into: string) => change(from, 'merger', { into: await idOf(into), revision: 1, reason: '机构改革，职责整体并入' });

    it('合并的，沿着合并一直走到承接机构：再导入不新设部门，也不出新版本；清单另有变化时，新版本写承接机构的名称', async () => {
      const rows = [listed(60, { department: '经信局' }), listed(61, { department: '科技局' }), listed(62, { department: '发改局' }), listed(63, { department: '经信局' })];
      await run(rows.slice(0, 3));
      await merge('经信局', '科技局');
      await merge('科技局', '发改局');
      const again = await run(rows);
      expect([again.summary, again.departments]).toEqual([{ read: 4, created: 1, updated: 0, unchanged: 3, rejected: 0 }, { created: 0, matched: 3 }]);
      const successor = await idOf('发改局');
      expect((await versionsOf(60)).map(({ number, organizationId, elements }) => [number, organizationId, elements.departmentName])).toEqual([[1, successor, '经信局']]);
      expect((await versionsOf(63))[0]).toMatchObject({ organizationId: successor, elements: { organizationId: successor, departmentName: '发改局' } });
      const renamed = [listed(60, { department: '经信局', name: '合并以后改了名称' }), ...rows.slice(1)];
      expect((await run(renamed)).summary).toMatchObject({ updated: 1, unchanged: 3 });
      expect((await versionsOf(60)).at(-1)).toMatchObject({ number: 2, organizationId: successor, elements: { organizationId: successor, departmentName: '发改局', name: '合并以后改了名称' } });
      expect((await run(renamed)).summary).toMatchObject({ updated: 0, unchanged: 4 });
    });

    it('撤销而没有承接机构的，这些行不导入并说明原因；承接机构后来也撤销的，同样说明', async () => {
      const tables = organizations();
      await run([listed(65, { department: '戊局' }), listed(66, { department: '己局' }), listed(67, { department: '庚局' })]);
      await merge('己局', '庚局');
      await tables.updateTable('organization.organization').set({ validTo: '2026-11-30' }).where('name', 'in', ['戊局', '庚局']).execute();
      const { summary, rejections, departments } = await run([listed(65, { department: '戊局' }), listed(66, { department: '己局' }), listed(68)]);
      expect([summary, departments]).toEqual([{ read: 3, created: 1, updated: 0, unchanged: 0, rejected: 2 }, { created: 0, matched: 1 }]);
      expect(rejections.map(({ number, reasons }) => [number, reasons])).toEqual([
        [1, ['部门“戊局”已撤销，没有承接的机构，请改为现在承担这项职责的部门后重新导入。']],
        [2, ['部门“己局”已并入“庚局”，“庚局”后来也已撤销，没有承接的机构，请改为现在承担这项职责的部门后重新导入。']],
      ]);
    });
  });

  it('同名部门在不同区划是两个部门', async () => {
    const { departments } = await run([listed(20, { department: '丙局' }), listed(21, { department: '丙局', areaCode: '511603000000' })]);
    expect(departments.created).toBe(2);
  });

  const bad: [string, unknown, string][] = [
    ['不是对象', 'text', '不是事项对象'], ['空', null, '不是事项对象'], ['数组', [1], '不是事项对象'],
    ['缺少名称', listed(30, { name: undefined }), '缺少事项名称'], ['名称是数字', listed(30, { name: 12 }), '应是文字，实际是数字'],
    ['名称只有空白', listed(30, { name: ' 　\t' }), '事项名称（name）为空'], ['类型是数字', listed(30, { taskType: 1 }), '事项类型（taskType）应是文字'],
    ['未知类型', listed(30, { taskType: '77' }), '不在事项类型代码表'], ['区划无效', listed(30, { areaCode: '51160' }), '不是6、9或者12位'],
    ['区划为0', listed(30, { areaCode: '000000000000' }), '不是6、9或者12位'], ['名称六万字', listed(30, { name: '长'.repeat(60_000) }), '有60000个字'],
    ['名称含网页标签', listed(30, { name: '<b>示范</b>事项' }), '网页标签'], ['名称含脚本', listed(30, { name: '示范<img src=x onerror=alert(1)>' }), '网页标签'],
    ['编码过长', listed(30, { localTaskCode: 'A'.repeat(101) }), '超过100个字符'], ['缺少部门', listed(30, { department: '' }), '部门名称（department）为空'],
  ];
  it.each(bad)('%s 的行被拒绝，说明行号和原因，其余照常导入', async (_name, row, reason) => {
    const { summary, rejections } = await run([row, listed(31)]);
    expect([summary.read, summary.rejected]).toEqual([2, 1]);
    expect(rejections[0]?.number).toBe(1);
    expect(rejections[0]?.reasons.join('')).toContain(reason);
    expect(rejections[0]?.name.length).toBeLessThanOrEqual(61);
  });

  it('行政区划表里没有的区划被拒绝', async () => {
    const region = (code: string, name: string) => ({ code, name, fullName: `四川省广安市${name}`, level: 3, parentCode: '511600000000' });
    const tables = tablesOf<OrganizationTables>(server().kernel.db);
    await tables.insertInto('organization.region').values([region('511602000000', '广安区'), region('511603000000', '前锋区')]).execute();
    const { summary, rejections } = await run([listed(35), listed(36, { areaCode: '519999000000' })]);
    expect([summary.created, rejections[0]?.reasons]).toEqual([1, ['区划代码“519999000000”不在行政区划表中。']]);
  });

  it('文件内编码重复的，只收第一行，指出与哪一行重复', async () => {
    const { summary, rejections } = await run([listed(40), listed(41), listed(40, { name: '重复的行' })]);
    expect(summary).toEqual({ read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(rejections).toEqual([{ number: 3, code: listed(40)['localTaskCode'], name: '重复的行', reasons: ['地方实施编码与第1行重复，请核对后只保留一行。'] }]);
  });

  it('在平台上编制过的事项不被清单覆盖；清单没有新说法的，不再提起', async () => {
    await run([listed(50)]);
    const item = await items().selectFrom('catalog.item').select('latestVersionId').where('localTaskCode', '=', String(listed(50)['localTaskCode'])).executeTakeFirstOrThrow();
    await items().updateTable('catalog.itemVersion').set((eb) => ({
      createdById: 'someone', elements: eb.fn('jsonb_set', ['elements', eb.val('{name}'), eb.val('"平台上改的名称"')]),
    })).where('id', '=', item.latestVersionId).execute();
    expect((await run([listed(50)])).summary).toMatchObject({ unchanged: 1, rejected: 0 });
    const { summary, rejections } = await run([listed(50, { name: '清单里的新名称' })]);
    expect(summary.rejected).toBe(1);
    expect(rejections[0]?.reasons[0]).toContain('已在平台上编制，清单的事项名称与平台不同');
  });

  it('两个导入不能同时进行', async () => {
    const rows = Array.from({ length: 600 }, (_x, index) => listed(1000 + index));
    const results = await Promise.allSettled([run(rows), run(rows)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await run(rows)).summary.unchanged).toBe(600);
  });
});

describe('读取清单文件', () => {
  let folder = '';
  beforeAll(async () => { folder = await mkdtemp(path.join(tmpdir(), 'tongban-list-')); });
  afterAll(async () => { await rm(folder, { recursive: true, force: true }); });
  const write = async (content: string | Uint8Array): Promise<string> => {
    const file = path.join(folder, 'list.json');
    await writeFile(file, content);
    return file;
  };
  // “示范局” in GBK.
  const gbk = Buffer.concat([Buffer.from('[{"department":"'), Buffer.from([0xca, 0xbe, 0xb7, 0xb6, 0xbe, 0xd6]), Buffer.from('"}]')]);

  it.each<[string, string | Uint8Array, RegExp]>([
    ['GBK 文件', gbk, /不是 UTF-8 编码，看起来是 GBK/], ['二进制文件', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00]), /不是 UTF-8 编码/],
    ['截断的 JSON', '[{"name": "a"', /不是有效的 JSON，到第1行第14列读不下去/], ['多了逗号的 JSON', '[\n{"name": "a",}]', /到第2行第14列读不下去/], ['混入文字的 JSON', '[\n{"name": 甲}, {}]', /到第2行第10列读不下去/], ['不是数组', '{"a": 1}', /应是一个 JSON 数组/],
  ])('%s 给出能照做的提示', async (_name, content, message) => {
    await expect(readItemList(await write(content))).rejects.toThrow(message);
  });

  it('文件不存在或是文件夹', async () => {
    await expect(readItemList(path.join(folder, 'missing.json'))).rejects.toThrow(ListFileError);
    await expect(readItemList(folder)).rejects.toThrow(ListFileError);
  });

  it('带 BOM 的 UTF-8 可以读', async () => {
    expect((await readItemList(await write('\uFEFF[{"name":"示范"}]'))).rows).toEqual([{ name: '示范' }]);
  });
});
