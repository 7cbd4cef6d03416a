import { useTestServer } from '@tongban/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { addTestOrganization } from '../../../kernel/identity/testing/test-accounts.ts';
import { seedItems, toItemElements } from '../../../seed/content/index.ts';
import { createId, tablesOf } from '../../../kernel/db/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { systemActor } from '../../../kernel/access/index.ts';
import type { CatalogTables } from '../tables.ts';
import { recordItemUse } from '../actions/record-item-use.ts';
import { refreshPopularity } from '../jobs/refresh-popularity.ts';
import { buildSearchRow } from './search-row.ts';
import { blankElements, toListedElements } from '../import/to-listed-elements.ts';

const server = useTestServer();
const departments = new Map<string, string>();

beforeAll(async () => {
  const { kernel } = server();
  const tables = tablesOf<CatalogTables>(kernel.db);
  const add = async (itemId: string, versionId: string, elements: ReturnType<typeof toItemElements>): Promise<void> => {
    await tables.insertInto('catalog.item').values({
      id: itemId, localTaskCode: elements.localTaskCode, name: elements.name, taskType: elements.taskType, regionCode: elements.regionCode,
      organizationId: elements.organizationId, organizationPath: '/', departmentName: elements.departmentName, source: 'platform', latestVersionId: versionId,
      latestVersionNumber: 1, latestState: 'published', publishedVersionId: versionId, importFindings: '[]', createdAt: kernel.clock.now(), updatedAt: kernel.clock.now(),
      importDigest: null,
    }).execute();
    const row = buildSearchRow(itemId, versionId, elements, 10);
    await tables.insertInto('catalog.itemSearch').values(row).execute();
  };
  for (const item of seedItems) {
    for (const { department } of [{ department: item.department }, ...item.handlingDepartments]) {
      if (!departments.has(department)) departments.set(department, (await addTestOrganization(kernel, { name: department })).id);
    }
    await add(createId(), createId(), toItemElements(item, (name) => departments.get(name) ?? ''));
  }
  const row = { number: 1, mainItemName: undefined, departmentName: '区残联', departmentCode: { kind: 'invalid' as const, normalized: '', code: 'empty' as const, reason: '' }, regionCode: '511603000000', localTaskCode: 'L-1', taskType: '20', url: undefined, findings: [] };
  await add(createId(), createId(), { ...blankElements, ...toListedElements({ ...row, name: '残疾人托养服务申请' }, departments.get('区民政局') ?? ''), localTaskCode: row.localTaskCode });
});

async function get(url: string) {
  return (await server().app.inject({ method: 'GET', url })).json();
}
const search = async (query: Record<string, string>) => {
  const page = await get(`/api/v1/items?${new URLSearchParams(query).toString()}`);
  return { match: page.match as string, names: page.items.map(({ name }: { name: string }) => name) as string[] };
};

describe('事项检索 (PTL-05)', () => {
  it.each<[string, string, string, string]>([
    ['分词', '城市道路 挖掘', 'words', '挖掘城市道路审批'], ['俗称', '破路', 'words', '挖掘城市道路审批'], ['俗称两字', '挖路', 'words', '挖掘城市道路审批'],
    ['俗称拼音', 'walu', 'pinyin', '挖掘城市道路审批'], ['同音错字成句', '挖掘城市到路', 'words', '挖掘城市道路审批'], ['日常说法', '我要开餐饮店', 'words', '食品经营许可新办'],
    ['全拼', 'shipinjingying', 'pinyin', '食品经营许可新办'], ['首字母', 'spjy', 'pinyin', '食品经营许可新办'], ['平翘舌不分', 'sipinjingyin', 'pinyin', '食品经营许可新办'],
    ['同音错字', '户士执业', 'pinyin', '护士执业注册（首次）'], ['错一个字', '劳务派逻经营', 'similar', '劳务派遣经营许可'], ['漏一个字', '道路货物运经营', 'words', '道路货物运输经营许可'],
    ['多一个字', '公共场场所卫生', 'words', '公共场所卫生许可新办'], ['只对上部分词', '无人机 烟花', 'some-words', '烟花爆竹经营（零售）许可'], ['材料名称', '排水户内部排水管网', 'words', '城镇污水排入排水管网许可'],
    ['全角字母', 'ｓｐｊｙ', 'pinyin', '食品经营许可新办'], ['写在括号里', '零售许可', 'words', '烟花爆竹经营（零售）许可'],
  ])('%s：%s', async (_name, q, match, expected) => {
    const found = await search({ q });
    expect([found.match, found.names[0]]).toEqual([match, expected]);
  });

  it.each(["'", '\\', "a'b", '!&|():*<->', '%_', '   ', '？？', "'; DROP TABLE catalog.item; --"])('特殊字符 %s 不出错', async (q) => {
    expect(Array.isArray((await search({ q })).names)).toBe(true);
  });

  it('按名称完全一致的排在最前', async () => {
    expect((await search({ q: '劳务派遣经营许可' })).names[0]).toBe('劳务派遣经营许可');
  });

  it('按对象、类型、部门、主题、区划、网办筛选', async () => {
    expect((await search({ audience: 'person', onlineOnly: 'true' })).names.sort()).toEqual(['80周岁以上老年人高龄津贴申领', '护士执业注册（首次）']);
    expect((await search({ taskType: '10' })).names.sort()).toEqual(['仅销售预包装食品备案', '劳务派遣单位设立分公司备案']);
    expect((await search({ departmentId: departments.get('区人社局') ?? '' })).names).toHaveLength(2);
    expect((await search({ theme: '027', audience: 'person' })).names).toEqual(['护士执业注册（首次）']);
    expect((await search({ regionCode: '511603000000' })).names).toEqual(['残疾人托养服务申请']);
    expect((await search({ regionCode: '511600000000', limit: '50' })).names).toHaveLength(seedItems.length + 1);
    expect((await search({ q: '许可', departmentId: departments.get('区应急管理局') ?? '' })).names).toEqual(['烟花爆竹经营（零售）许可']);
  });

  it('翻页不重不漏，两页用同一种匹配方式', async () => {
    const names: string[] = [];
    const matches = new Set<string>();
    let cursor = '';
    for (let page = 0; page < 20; page += 1) {
      const answer = await get(`/api/v1/items?q=${encodeURIComponent('许可')}&limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      names.push(...answer.items.map(({ name }: { name: string }) => name));
      matches.add(answer.match);
      if (answer.nextCursor === null) break;
      cursor = answer.nextCursor;
    }
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(10);
    expect([...matches]).toEqual(['words']);
  });

  it('伪造的翻页位置被拒绝', async () => {
    expect((await server().app.inject({ method: 'GET', url: '/api/v1/items?cursor=abc' })).statusCode).toBe(400);
    const forged = Buffer.from(JSON.stringify(['words', 'x', "' OR 1=1"])).toString('base64url');
    expect((await server().app.inject({ method: 'GET', url: `/api/v1/items?q=${encodeURIComponent('许可')}&cursor=${forged}` })).statusCode).toBe(400);
  });

  it.each([['食品经', '食品经营许可新办'], ['hush', '护士执业注册（首次）'], ['gljt', '80周岁以上老年人高龄津贴申领']])('联想：%s', async (q, expected) => {
    const { suggestions } = await get(`/api/v1/items/suggest?q=${encodeURIComponent(q)}`);
    expect(suggestions.map(({ name }: { name: string }) => name)).toContain(expected);
  });

  it('主题和部门带事项数', async () => {
    const { themes } = await get('/api/v1/item-themes?audience=person');
    expect(themes).toContainEqual({ code: '027', name: '医疗卫生', audience: 'person', itemCount: 1 });
    const { departments: listed } = await get('/api/v1/item-departments?regionCode=511602000000');
    expect(listed).toContainEqual({ id: departments.get('区住建局'), name: '区住建局', regionCode: '511602000000', itemCount: 3 });
  });

  it('常办事项按近90天的申请量排列', async () => {
    const { kernel } = server();
    const ctx = systemContext(kernel, systemActor('test'), 'test');
    const { items: [drainage] } = await get(`/api/v1/items?q=${encodeURIComponent('城镇污水排入排水管网许可')}`);
    for (let count = 0; count < 3; count += 1) await recordItemUse(ctx, { caseId: createId(), itemId: drainage.id, at: kernel.clock.now() });
    const { items: [old] } = await get(`/api/v1/items?q=${encodeURIComponent('护士执业注册')}`);
    for (let count = 0; count < 9; count += 1) await recordItemUse(ctx, { caseId: createId(), itemId: old.id, at: new Date('2026-01-01T00:00:00Z') });
    const twice = createId();
    const { items: [waste] } = await get(`/api/v1/items?q=${encodeURIComponent('城市建筑垃圾处置核准')}`);
    for (let count = 0; count < 5; count += 1) await recordItemUse(ctx, { caseId: twice, itemId: waste.id, at: kernel.clock.now() });
    await refreshPopularity(ctx);
    const { items } = await get('/api/v1/items/hot?limit=1');
    expect(items[0].name).toBe('城镇污水排入排水管网许可');
  });
});
