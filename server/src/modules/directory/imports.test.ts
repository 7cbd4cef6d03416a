import { useTestServer } from '@tongban/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { defineSheet, openSpreadsheet, writeWorkbook } from '../../kernel/spreadsheets/index.ts';
import { concludeImport } from './import/review-import.ts';
import { nextMainCode, subCode } from './testing/entry-elements.ts';

const server = useTestServer({ now: '2026-11-28T10:00:00+08:00' });
const national = '000000000000';
let editor: TestAccount;
let reviewer: TestAccount;

beforeAll(async () => {
  editor = await signInTestStaff(server().kernel, { roles: ['item-administrator'] });
  reviewer = await signInTestStaff(server().kernel, { roles: ['item-administrator'] });
});

const boundary = 'tongban-test-boundary';

async function importFile(content: unknown, regionCode = national, who = editor, fileName = 'list.json', address = '/imports') {
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
  const payload = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="regionCode"\r\n\r\n${regionCode}\r\n--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/json\r\n\r\n`),
    bytes, Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  const response = await server().app.inject({
    method: 'POST', url: `/api/v1/directory${address}`, payload, headers: { ...who.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  return { status: response.statusCode, body: response.json() };
}

async function call(who: TestAccount, method: 'GET' | 'POST', url: string, payload?: object) {
  const response = await server().app.inject({ method, url: `/api/v1/directory${url}`, ...(payload ? { payload } : {}), headers: who.headers });
  return { status: response.statusCode, body: response.json() };
}

/** Approves an import and does what its job does. */
async function approve({ id, version }: { id: string; version: number }) {
  const answer = await call(reviewer, 'POST', `/imports/${id}/review`, { version, decision: 'approve', opinion: '与公布的目录一致。' });
  await concludeImport(systemContext(server().kernel, systemActor('test'), 'test'), id);
  return answer;
}

/** A row as the national exchange names its fields. */
function listed(extra: Record<string, unknown> = {}): Record<string, unknown> {
  const catalogCode = typeof extra['catalogCode'] === 'string' ? extra['catalogCode'] : nextMainCode();
  return {
    taskName: `示范许可${catalogCode.slice(6)}`, catalogCode, taskType: '1', useLevel: '3,4', taskState: '1', taskVersion: '1',
    byLaw: [{ lawName: '城市道路管理条例', lawNumber: '国务院令第198号', clauseNumber: '第三十条', clauseContent: '未经市政工程行政主管部门和公安交通管理部门批准，任何单位或者个人不得占用或者挖掘城市道路。' }], ...extra,
  };
}

const counts = ({ read, created, changed, unchanged, rejected }: Record<string, number>) => ({ read, created, changed, unchanged, rejected });

describe('CAT-01 CAT-12 导入国家目录', () => {
  it('真实编码 000104002000 固定资产投资项目节能审查：导入、审核、生效；再次导入不产生变化', async () => {
    const rows = [listed({ catalogCode: '000104002000', taskName: '固定资产投资项目节能审查' }), listed(), listed()];
    const first = await importFile(rows);
    expect([first.status, counts(first.body), first.body.state]).toEqual([201, { read: 3, created: 3, changed: 0, unchanged: 0, rejected: 0 }, 'in-review']);
    expect(counts((await importFile(rows)).body)).toEqual({ read: 3, created: 0, changed: 0, unchanged: 3, rejected: 0 });
    expect((await call(editor, 'POST', `/imports/${first.body.id}/review`, { version: 1, decision: 'approve', opinion: '同意' })).body).toMatchObject({ code: 'directory.own-review' });
    expect((await approve(first.body)).status).toBe(200);
    expect((await call(editor, 'GET', `/imports/${first.body.id}`)).body).toMatchObject({ state: 'approved', approvedCount: 3, failures: [] });
    expect((await call(editor, 'GET', '/entries?q=000104002000')).body.items).toMatchObject([{ name: '固定资产投资项目节能审查', state: 'in-force', guidanceDepartment: '04', taskType: '01', useLevels: ['3', '4'] }]);
    expect(counts((await importFile(rows)).body)).toEqual({ read: 3, created: 0, changed: 0, unchanged: 3, rejected: 0 });
  });

  it('变化的行成为待审核的新版本；取消的行审核后取消；退回后成为草稿', async () => {
    const [one, two] = [listed(), listed()];
    await approve((await importFile([one, two])).body);
    const changed = await importFile([{ ...one, useLevel: ['4'] }, { catalogCode: two['catalogCode'], taskName: two['taskName'], taskType: '01', useLevel: '4', taskState: '3' }]);
    expect(counts(changed.body)).toEqual({ read: 2, created: 0, changed: 2, unchanged: 0, rejected: 0 });
    await approve(changed.body);
    const entry = async (row: Record<string, unknown>) => (await call(editor, 'GET', `/entries?q=${row['catalogCode']}`)).body.items[0];
    expect(await entry(one)).toMatchObject({ useLevels: ['4'], state: 'in-force' });
    expect(await entry(two)).toMatchObject({ useLevels: ['3', '4'], state: 'cancelled' });
    const returned = (await importFile([{ ...one, useLevel: ['5'] }])).body;
    await call(reviewer, 'POST', `/imports/${returned.id}/review`, { version: 1, decision: 'return', opinion: '层级与公布的目录不一致。' });
    await concludeImport(systemContext(server().kernel, systemActor('test'), 'test'), returned.id);
    expect(await entry(one)).toMatchObject({ useLevels: ['4'], latestState: 'draft' });
    expect((await importFile([{ ...one, useLevel: ['6'] }])).body.rejections[0].reasons).toEqual(['这个目录事项有正在编制或审核的版本，请先处理它，再导入。']);
  });

  it('主项、子项可在同一文件里，不论先后；缺主项、循环、重复的行逐行说明原因，其余照常', async () => {
    const main = nextMainCode();
    const local = (code: string, parentCode: string) => ({ ...listed({ localCatalogCode: code, parentCode, guidanceDepartment: '交通运输局' }), catalogCode: undefined });
    const { body } = await importFile([
      listed({ catalogCode: subCode(main, 1) }), listed({ catalogCode: main }), listed({ catalogCode: subCode(nextMainCode(), 1) }), listed({ catalogCode: main }),
      local('CIRCLE-A', 'CIRCLE-B'), local('CIRCLE-B', 'CIRCLE-A'),
    ]);
    expect(counts(body)).toEqual({ read: 6, created: 2, changed: 0, unchanged: 0, rejected: 4 });
    expect(body.rejections.map(({ number, reasons }: { number: number; reasons: string[] }) => [number, reasons.join('')])).toEqual([
      [3, expect.stringMatching(/没有编码为“.*000”的主项/)], [4, expect.stringContaining('与第2行重复')],
      [5, expect.stringContaining('主项与子项循环')], [6, expect.stringContaining('主项与子项循环')],
    ]);
    await approve(body);
    expect((await call(editor, 'GET', `/entries?q=${subCode(main, 1)}`)).body.items).toMatchObject([{ parent: { code: main }, state: 'in-force' }]);
  });

  const bad: [string, unknown, string][] = [
    ['不是对象', 'text', '不是目录事项对象'], ['空行', null, '不是目录事项对象'], ['数组', [1], '不是目录事项对象'], ['没有名称', listed({ taskName: undefined }), '事项名称：此项必填'],
    ['名称是数字', listed({ taskName: 12 }), '事项名称：填写的内容类型不正确'], ['名称六万字', listed({ taskName: '长'.repeat(60_000) }), '不能超过 1000 个字'],
    ['没有编码', { ...listed(), catalogCode: undefined }, '请填写基本编码或者地方基本编码'], ['编码11位', listed({ catalogCode: '00010400200' }), '当前为11位'],
    ['未知状态', listed({ taskState: '9' }), '事项状态“9”'], ['未知层级', listed({ useLevel: '9' }), '“9”不在代码表“行使层级”'], ['没有层级', listed({ useLevel: '' }), '行使层级：至少 1 项'],
    ['依据缺条款', listed({ byLaw: [{ lawName: '某条例' }] }), '设定依据 第1项 条款号：此项必填'], ['日期不对', listed({ planEffectiveDate: '2027-2-30' }), '计划生效日期：应为日期'],
  ];
  it.each(bad)('%s 的行被拒绝，说明行号和原因，其余照常导入', async (_label, row, reason) => {
    const { body } = await importFile([row, listed()]);
    expect([body.created, body.rejected, body.rejections[0].number]).toEqual([1, 1, 1]);
    expect(body.rejections[0].reasons.join('')).toContain(reason);
  });

  it.each<[string, Buffer | unknown, string]>([
    ['GBK 编码', Buffer.concat([Buffer.from('[{"taskName":"'), Buffer.from([0xca, 0xbe, 0xb7, 0xb6]), Buffer.from('"}]')]), '看起来是 GBK'],
    ['截断的 JSON', Buffer.from('[\n{"taskName": "a"'), '不是有效的 JSON，到第2行第17列读不下去'], ['不是数组', { a: 1 }, '应是一个 JSON 数组'], ['空数组', [], '没有任何一行'],
  ])('%s 的文件给出能照做的提示', async (_label, content, detail) => {
    const { status, body } = await importFile(content);
    expect([status, body.code]).toEqual([400, 'directory.file-unreadable']);
    expect(body.detail).toContain(detail);
  });

  it('别的区划的目录里已有的编码、只管本部门的人导入：拒绝', async () => {
    const row = listed({ catalogCode: nextMainCode('51') });
    await importFile([row], '510000000000');
    expect((await importFile([row], '511602000000')).body.rejections[0].reasons[0]).toContain('已在区划510000000000的目录中');
    const own = await signInTestStaff(server().kernel, { roles: [{ code: 'item-administrator', scope: { kind: 'own' } }] });
    expect((await importFile([listed()], national, own)).status).toBe(403);
  });

  it('一行有几处错误就说几处：格式、编码与类型、状态、日期、缺主项', async () => {
    const main = nextMainCode();
    const { body } = await importFile([
      listed({ taskName: '', taskState: '9', byLaw: [{ lawName: '某条例' }], planEffectiveDate: '2027-03-01', planCancelDate: '2027-01-01' }),
      listed({ catalogCode: subCode(main, 1), taskType: '7', useLevel: '9', remark: 12, publicElements: { legalLimit: { days: 'x', unit: 'working-day' } } }),
    ]);
    const [first, second] = body.rejections.map(({ reasons }: { reasons: string[] }) => reasons);
    expect(first).toEqual([
      expect.stringMatching(/^事项名称：/), expect.stringMatching(/^设定依据 第1项 条款号：/), expect.stringMatching(/^设定依据 第1项 条款内容：/), '计划取消日期应晚于计划生效日期。', '事项状态“9”应为1（在用）、2（暂停）或者3（取消）。',
    ]);
    expect(second).toEqual([
      expect.stringMatching(/^公共要素 法定办结时限 天数：/), expect.stringMatching(/^备注：/), expect.stringContaining('与所填事项类型“07”不一致'), expect.stringContaining('“9”不在代码表'), `没有编码为“${main}”的主项，请把主项一并导入。`,
    ]);
    expect(JSON.stringify(body.rejections)).not.toMatch(/taskName|byLaw|clause|remark|legalLimit|publicElements/);
  });

  it('导入前预览：数量和原因与导入一致，变更的行说出前后，什么也不写入 (CAT-12)', async () => {
    const [one, two, gone] = [listed(), listed(), listed()];
    await approve((await importFile([one, two, gone])).body);
    const main = nextMainCode();
    const rows = [
      { ...one, useLevel: ['4'], remark: '按新版目录调整' }, two, { catalogCode: gone['catalogCode'], taskName: gone['taskName'], taskType: '01', useLevel: '4', taskState: '3' },
      listed({ catalogCode: subCode(main, 1) }), listed({ catalogCode: main }), listed({ taskName: '' }),
    ];
    const before = (await call(editor, 'GET', '/imports?limit=1')).body.items[0].id;
    const { status, body: preview } = await importFile(rows, national, editor, 'list.json', '/import-previews');
    expect([status, counts(preview)]).toEqual([200, { read: 6, created: 2, changed: 2, unchanged: 1, rejected: 1 }]);
    expect(preview.changes).toEqual([
      { number: 1, code: one['catalogCode'], name: one['taskName'], cancels: false, differences: [{ element: 'useLevels', label: '行使层级', before: ['3', '4'], after: ['4'] }, { element: 'remark', label: '备注', before: null, after: '按新版目录调整' }] },
      { number: 3, code: gone['catalogCode'], name: gone['taskName'], cancels: true, differences: [] },
    ]);
    expect((await call(editor, 'GET', '/imports?limit=1')).body.items[0].id).toBe(before);
    const imported = (await importFile(rows)).body;
    expect([counts(imported), imported.rejections]).toEqual([counts(preview), preview.rejections]);
    const own = await signInTestStaff(server().kernel, { roles: [{ code: 'item-administrator', scope: { kind: 'own' } }] });
    expect((await importFile(rows, national, own, 'list.json', '/import-previews')).status).toBe(403);
    const reader = await signInTestStaff(server().kernel, { roles: ['supervisor'] });
    expect((await importFile(rows, national, reader, 'list.json', '/import-previews')).status).toBe(403);
  });

  it('六百行在一次请求内导入，分批写入，一次审核', async () => {
    const rows = Array.from({ length: 600 }, (_row, index) => listed({ catalogCode: `0001D2${String(1 + index % 300).padStart(3, '0')}${index < 300 ? '000' : '001'}` }));
    const { body } = await importFile(rows);
    expect(counts(body)).toEqual({ read: 600, created: 600, changed: 0, unchanged: 0, rejected: 0 });
    await approve(body);
    expect((await call(editor, 'GET', `/imports/${body.id}`)).body).toMatchObject({ state: 'approved', approvedCount: 600, failures: [] });
  }, 120_000);
});

describe('CAT-12 由 Excel 导入目录', () => {
  type Cells = readonly (string | number | null)[];
  const heading = (titles: readonly string[]) => titles.map((title, index) => ({ title, value: (row: Cells) => row[index] ?? null }));
  const workbook = (rows: readonly Cells[], bases: readonly Cells[]) => writeWorkbook([
    defineSheet<Cells>({ name: '基本目录', rows, columns: heading(['基本编码', '事项名称', '事项类型', '行使层级', '法定办结时限（工作日）', '锁定要素', '计划生效日期']) }),
    defineSheet<Cells>({ name: '设定依据', rows: bases, columns: heading(['编码', '法律法规名称', '文号', '条款号', '条款内容']) }),
  ]);

  it('按列名读取，选项写名称即可，设定依据在另一张表；错误指出单元格', async () => {
    const [one, two, three] = [nextMainCode(), nextMainCode(), nextMainCode()];
    const { body } = await importFile(await workbook(
      [[one, '表格导入的许可', '行政许可', '市级、县级', '20个工作日', '法定办结时限', null], [two, '类型写错', '行政批准', '县级', null, null, '明年三月'], [three, '依据不全', '行政许可', '县级', null, null, null]],
      [[one, '城市道路管理条例', '国务院令第198号', '第三十条', '未经批准，不得占用城市道路。'], [one, '城市道路管理条例', null, '第三十一条', '因特殊情况需要临时占用的，须经批准。'], [three, '缺条款的法', null, null, '内容'], ['没有这项', '某法', null, '第一条', '内容']],
    ), national, editor, '目录.xlsx');
    expect(counts(body)).toEqual({ read: 4, created: 1, changed: 0, unchanged: 0, rejected: 3 });
    const reasons = body.rejections.flatMap((row: { reasons: string[] }) => row.reasons);
    expect(reasons).toEqual(expect.arrayContaining([
      expect.stringMatching(/^基本目录!C3：“事项类型”的“行政批准”不在可选项中/), expect.stringMatching(/^基本目录!G3：“计划生效日期”不是有效的日期/), expect.stringMatching(/^“设定依据”第4行有错误，这个事项不导入。设定依据!D4：“条款号”没有填写/),
      '编码“没有这项”不在“基本目录”工作表中，请在那里补上这个事项，或改正编码。',
    ]));
    expect(body.rejections.map(({ sheet, number, code }: Record<string, unknown>) => [sheet, number, code])).toEqual([[undefined, 3, two], [undefined, 4, three], ['设定依据', 5, '没有这项']]);
    const { items: [entry] } = (await call(editor, 'GET', `/entries?q=${one}`)).body;
    const { versions: [version] } = (await call(editor, 'GET', `/entries/${entry.id}`)).body;
    expect(version.elements).toMatchObject({
      useLevels: ['3', '4'], guidanceDepartment: 'D1', publicElements: { legalLimit: { days: 20, unit: 'working-day' } }, lockedElements: ['legalLimit'],
      legalBases: [{ clauseNumber: '第三十条', documentNumber: '国务院令第198号' }, { clauseNumber: '第三十一条' }],
    });
  });

  it('唯一的依据太长没有收下的，事项也不导入，说明是“设定依据”的哪一行', async () => {
    const code = nextMainCode();
    const { body } = await importFile(await workbook([[code, '依据太长的许可', '行政许可', '县级', null, null, null]], [[code, '某条例', null, '第一条', '长'.repeat(60_001)]]), national, editor, '目录.xlsx');
    expect(counts(body)).toEqual({ read: 1, created: 0, changed: 0, unchanged: 0, rejected: 1 });
    expect(body.rejections).toEqual([{ number: 2, code, name: '依据太长的许可', reasons: [expect.stringMatching(/^“设定依据”第2行有错误，这个事项不导入。设定依据!E2：/)] }]);
    expect((await call(editor, 'GET', `/entries?q=${code}`)).body.items).toEqual([]);
  });

  it('模板可以下载，填好后能读回；不是表格的文件说明原因', async () => {
    const response = await server().app.inject({ method: 'GET', url: '/api/v1/directory/import-template', headers: editor.headers });
    expect([response.statusCode, response.headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
    const template = await openSpreadsheet({ fileName: 't.xlsx', content: response.rawPayload });
    expect(template.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)).toEqual(['基本目录', '设定依据']);
    expect((await importFile(Buffer.from('<html><table></table></html>'), national, editor, '目录.xls')).body).toMatchObject({ code: 'spreadsheets.not-a-table' });
  });
});

describe('CAT-01 由事项清单归并目录', () => {
  const item = (name: string, extra: Record<string, unknown> = {}) => ({
    department: '区示范局', mainItem: '未分类', name, areaCode: '511602000000', taskType: '1', deptCode: '008778175', link: '',
    localTaskCode: `511A${String((Math.abs([...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7)) % 9_999_999_999)).padStart(10, '0')}-511602000000-000-11511602MB9X0001XX-1-00`, ...extra,
  });

  it('同类型同名的归为一项，主项成为主项，编码取地方编码的事项部分，部门去掉区划', async () => {
    const { body } = await importFile([
      item('道路运输证核发（新办）', { mainItem: '道路运输证核发' }), item('道路运输证核发（补办）', { mainItem: '道路运输证核发' }), item('公证业务预约', { taskType: '20' }),
      item('公证业务预约', { taskType: '20', areaCode: '511600000000', localTaskCode: '512009999999-511600000000-000-11511602MB9X0001XX-1-00' }), item(''),
    ], '511602000000');
    expect([body.format, counts(body)]).toEqual(['items', { read: 5, created: 4, changed: 0, unchanged: 0, rejected: 1 }]);
    expect(body.rejections[0]).toMatchObject({ number: 5, reasons: ['缺少事项名称。'] });
    await approve(body);
    const { items } = (await call(editor, 'GET', `/entries?q=${encodeURIComponent('道路运输证核发')}&regionCode=511602000000`)).body;
    expect(items.map(({ name, parent, guidanceDepartment }: Record<string, unknown>) => [name, parent === null, guidanceDepartment])).toEqual(expect.arrayContaining([
      ['道路运输证核发', true, '示范局'], ['道路运输证核发（新办）', false, '示范局'], ['道路运输证核发（补办）', false, '示范局'],
    ]));
    expect((await call(editor, 'GET', `/entries?q=${encodeURIComponent('公证业务预约')}`)).body.items).toMatchObject([{ useLevels: ['3', '4'], catalogCode: null }]);
  });
});
