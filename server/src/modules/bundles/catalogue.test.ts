import { beforeAll, describe, expect, it } from 'vitest';
import { signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { openSpreadsheet, openTable, writeWorkbook } from '../../kernel/spreadsheets/index.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import { useItemOffice } from '../../testing/item-office.ts';
import { catalogueSheet, catalogueSheetName, entryColumns } from './catalogue-sheet.ts';
import type { BundleContent, BundleImport, BundleSummary } from './contract.ts';

const office = useItemOffice();
const catalogue = '/api/v1/bundle-catalogue';
const boundary = 'tongban-test-boundary';
let clerk: TestAccount;

beforeAll(async () => {
  clerk = await signInTestStaff(office().server.kernel, { organizationId: office().organizationId, roles: ['reviewer'] });
});

async function importFile(content: string | Buffer, fileName: string, who = office().editor): Promise<{ status: number; body: BundleImport & { code?: string } }> {
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const response = await office().server.app.inject({ method: 'POST', url: `${catalogue}/imports`, payload, headers: { ...who.headers, 'content-type': `multipart/form-data; boundary=${boundary}` } });
  return { status: response.statusCode, body: response.json() };
}

async function download(path: string, who = office().editor) {
  const response = await office().server.app.inject({ method: 'GET', url: `${catalogue}${path}`, headers: who.headers });
  return { status: response.statusCode, content: response.rawPayload };
}

async function rowsOf(content: Buffer): Promise<string[]> {
  const table = await openTable(await openSpreadsheet({ fileName: 'list.xlsx', content }), { sheet: catalogueSheetName, columns: entryColumns });
  const rows: string[] = [];
  for await (const row of table.rows) rows.push(`${row.cell('code')?.text} ${row.cell('name')?.text} ${row.cell('audience')?.text}`);
  return rows;
}

const find = async (query: string) => (await office().call(office().editor, 'GET', `${catalogue}?limit=100&${query}`)).body as { items: BundleSummary[]; counts: { state: string; count: number }[] };

describe('一件事目录的导入和导出（BDL-01，CAT-12）', () => {
  it('逐行说明结果：没有问题的写入，有问题的写明单元格和改法；再次导入不产生变化', async () => {
    const list = [
      '编码,一件事名称,批次,服务对象,牵头部门,配合部门', 'IM-1,开办药店,地方特色,企业,市场监管部门,人力资源社会保障部门、医疗保障部门', 'IM-2,退休,2024年度第一批,个人,,',
      'IM-3,,地方特色,企业,,', 'IM 4,开办诊所,地方特色,企业,,', 'IM-5,大件运输,,车主,,', 'IM-1,开办药店（重复）,,企业,,',
    ].join('\n');
    const { status, body } = await importFile(list, '目录.csv');
    expect(status).toBe(200);
    expect(body).toMatchObject({ created: 2, updated: 0, unchanged: 0, refused: 4 });
    expect(body.rows.map(({ number, code, outcome }) => `${number} ${code} ${outcome}`)).toEqual(['2 IM-1 created', '3 IM-2 created', '4 IM-3 refused', '5 IM 4 refused', '6 IM-5 refused', '7 IM-1 refused']);
    expect(body.rows.map(({ reasons }) => reasons[0] ?? '')[2]).toContain('没有填写');
    expect(body.rows.map(({ reasons }) => reasons[0] ?? '')[3]).toContain('只能有字母、数字和短横线');
    expect(body.rows.map(({ reasons }) => reasons[0] ?? '')[5]).toContain('与第 2 行重复');
    expect((await find('q=IM-1')).items).toMatchObject([{ name: '开办药店', cooperatingDepartmentNames: ['人力资源社会保障部门', '医疗保障部门'], state: 'listed' }]);
    expect((await importFile(list, '目录.csv')).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  it('GBK 编码的 csv 和导出的 xlsx 都能读回；导出只含筛选出的', async () => {
    const { items } = await find('q=IM-');
    const workbook = await writeWorkbook(catalogueSheet(items.map((row) => ({ ...row, name: `${row.name}（改）` }))));
    expect((await importFile(workbook, '导出.xlsx')).body).toMatchObject({ created: 0, updated: items.length, refused: 0 });
    const exported = await download(`/export?q=${encodeURIComponent('开办药店（改）')}`);
    expect(await rowsOf(exported.content)).toEqual(['IM-1 开办药店（改） 企业']);
    // “编码,名称,服务对象” and one row in GBK, as Excel of a Chinese Windows saves it.
    const gbk = Buffer.from('b1e0c2eb2cc3fbb3c62cb7fecef1b6d4cff30a494d2d392ccdcbd0dd2cb8f6c8cb0a', 'hex');
    expect((await importFile(gbk, 'gbk.csv')).body).toMatchObject({ created: 1, refused: 0 });
    expect((await find('q=IM-9')).items).toMatchObject([{ name: '退休', audience: 'person' }]);
  });

  it('模板能直接填写导入；没有文件、不是表格的说明原因', async () => {
    const template = await download('/import-template');
    expect(template.status).toBe(200);
    expect(await rowsOf(template.content)).toEqual([]);
    expect((await importFile('{"a":1}', 'list.json')).status).toBe(400);
    const nothing = await office().server.app.inject({ method: 'POST', url: `${catalogue}/imports`, payload: `--${boundary}--\r\n`, headers: { ...office().editor.headers, 'content-type': `multipart/form-data; boundary=${boundary}` } });
    expect(nothing.json()).toMatchObject({ code: 'bundles.one-file' });
  });

  it('别的部门录入或认领的条目，不能由无关部门改名', async () => {
    const { call, editor, other, organizationId } = office();
    const { body } = await importFile('编码,名称,服务对象\nOWN-1,大件运输,企业', 'a.csv');
    expect(body.created).toBe(1);
    const [entry] = (await find('q=OWN-1')).items;
    await call(editor, 'POST', `${catalogue}/${entry?.id}/claim`, { organizationId });
    const refused = (await importFile('编码,名称,服务对象\nOWN-1,改名,企业', 'b.csv', other)).body;
    expect(refused).toMatchObject({ updated: 0, refused: 1 });
    expect(refused.rows[0]?.reasons[0]).toContain('区住建局认领');
    expect((await find('q=OWN-1')).items[0]?.name).toBe('大件运输');
  });

  it('没有权限的人不能导入、下载模板、导出', async () => {
    expect((await importFile('编码,名称,服务对象\nNO-1,退休,个人', 'a.csv', clerk)).status).toBe(403);
    expect((await download('/import-template', clerk)).status).toBe(403);
    expect((await download('/export', clerk)).status).toBe(403);
    expect((await find('q=NO-1')).items).toEqual([]);
  });

  it('按认领部门筛选，状态计数随筛选变化', async () => {
    const { organizationId, other } = office();
    const mine = await find(`leadOrganizationId=${organizationId}`);
    expect(mine.items.map(({ code }) => code)).toContain('OWN-1');
    expect(mine.items.every(({ lead }) => lead?.id === organizationId)).toBe(true);
    expect(mine.counts.reduce((sum, { count }) => sum + count, 0)).toBe(mine.items.length);
    expect((await find(`leadOrganizationId=${other.organizationId}`)).items).toEqual([]);
  });
});

describe('一件事的事项、表单、材料一览和措辞检查（BDL-01，GDE-03）', () => {
  const itemIds = new Map<string, string>();
  let versionId = '';

  function contentOf(extra: Partial<BundleContent> = {}): BundleContent {
    const item = (key: string, dependsOn: string[] = []) => ({ key, itemId: itemIds.get(key) ?? '', name: key, when: [], dependsOn, answers: [] });
    return {
      audience: 'company', lifeStages: [], sharedFields: [], separateFields: [], sharedMaterials: [], notes: [], questions: [],
      items: [item('food-business-licence'), item('drainage-licence'), item('outdoor-advertising', ['food-business-licence'])], ...extra,
    };
  }

  beforeAll(async () => {
    const { call, editor, organizationId, publishNew, elements } = office();
    for (const key of ['food-business-licence', 'drainage-licence', 'outdoor-advertising']) {
      const item = seedItems.find((one) => one.key === key);
      if (!item) throw new Error(key);
      itemIds.set(key, (await publishNew({ ...toItemElements(item, () => organizationId), localTaskCode: elements().localTaskCode })).itemId);
    }
    await importFile('编码,名称,服务对象\nPARTS-1,开办餐饮店,企业', 'a.csv');
    const [entry] = (await find('q=PARTS-1')).items;
    await call(editor, 'POST', `${catalogue}/${entry?.id}/claim`, { organizationId });
    versionId = (await call(editor, 'POST', `${catalogue}/${entry?.id}/versions`)).body.versionId;
  });

  const path = (suffix = '') => `/api/v1/bundle-versions/${versionId}${suffix}`;
  const save = async (content: BundleContent) => {
    const { call, editor } = office();
    const { revision } = (await call(editor, 'GET', path())).body;
    return call(editor, 'PUT', path(), { revision, content });
  };

  it('列出每个事项的问题、字段和材料，合并的来源，并联步骤和关键路径', async () => {
    await save(contentOf());
    const { call, editor } = office();
    const { body } = await call(editor, 'GET', path('/parts'));
    expect(body.items.map(({ key, offered }: { key: string; offered: boolean }) => `${key} ${offered}`)).toEqual(['food-business-licence true', 'drainage-licence true', 'outdoor-advertising true']);
    expect(body.items[0].questions.map(({ key }: { key: string }) => key)).toEqual(['business', 'cold', 'online']);
    expect(body.fields[0]).toMatchObject({ mergedBy: 'element', dataElement: 'company.name' });
    expect(body.fields[0].sources).toHaveLength(3);
    expect(body.steps.map(({ items }: { items: string[] }) => items)).toEqual([['food-business-licence', 'drainage-licence'], ['outdoor-advertising']]);
    expect(body.criticalPath).toEqual(['food-business-licence', 'outdoor-advertising']);
    expect(body.separate.fields).toBeGreaterThan(body.fields.length);
    expect(body.materials.every(({ sources }: { sources: unknown[] }) => sources.length > 0)).toBe(true);
    expect((await call(clerk, 'GET', path('/parts'))).status).toBe(403);
  });

  it('含糊的措辞作为提醒指出句子，不妨碍提交；城市的规则改了随之改变', async () => {
    const saved = await save(contentOf({ summary: '开饭店要办的许可等手续。', notes: ['按有关规定准备其他相关材料。', '开业前办齐。'] }));
    const wording = saved.body.findings.filter(({ rule }: { rule: string }) => rule === 'bundle-wording');
    expect(wording.map(({ path: where }: { path: string }) => where)).toEqual(['summary', 'notes.0']);
    expect(wording[1].message).toContain('其他相关材料');
    expect(saved.body.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    expect(saved.body.savedAt).toEqual(expect.any(String));
  });

  it('没写完的照样保存，并作为错误指出位置，提交被拒绝', async () => {
    const saved = await save(contentOf({
      notes: [''], questions: [{ key: 'q1', text: '', options: [{ key: 'a', text: '是' }, { key: 'b', text: '' }] }],
      sharedFields: [{ label: '', fields: [] }], sharedMaterials: [{ name: '平面图', materials: [{ item: 'food-business-licence', key: 'layout-plan' }] }],
    }));
    expect(saved.status).toBe(200);
    const errors = saved.body.findings.filter(({ severity }: { severity: string }) => severity === 'error').map(({ path: where }: { path: string }) => where);
    expect(errors).toEqual(['questions.q1', 'questions.q1', 'notes.0', 'sharedFields.0', 'sharedMaterials.0']);
    expect((await office().call(office().editor, 'POST', path('/submit'), { revision: saved.body.revision })).body).toMatchObject({ code: 'bundles.not-ready' });
  });
});
