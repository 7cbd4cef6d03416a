import pg from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { tablesOf } from '../../kernel/db/index.ts';
import { addTestOrganization, signInTestStaff } from '../../kernel/identity/testing/test-accounts.ts';
import { makeXlsx, sheetData } from '../../kernel/spreadsheets/testing/make-xlsx.ts';
import { readPart } from '../../kernel/spreadsheets/testing/read-part.ts';
import type { ItemExchangeTables } from './tables.ts';
import { exchangeWith, sheetTexts, useExchangeOffice, workbook, type Line } from './testing/exchange-office.ts';

const office = useExchangeOffice();
const { publishedOnPlatform, upload, work, get, preview, step, run, undo, rows, download } = exchangeWith(office);

const line = (code: string, extra: Line = {}): Line => ({ 地方实施编码: code, 事项名称: `试验事项${code}`, 实施主体: '区住建局', 事项类型: '行政许可', ...extra });
const counts = ({ counts: { new: created, changed, unchanged, differs, refused } }: Awaited<ReturnType<typeof get>>): number[] => [created, changed, unchanged, differs, refused];
const item = async (code: string) => (await office().call(office().editor, 'GET', `/api/v1/catalog/items?q=${encodeURIComponent(code)}`)).body.items[0];
const elements = async (code: string) => (await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${(await item(code)).latestVersionId}`)).body.elements;

describe('导入事项清单：预览、导入、撤销 (CAT-12)', () => {
  it('新增：预览不改动任何事项；导入成为草稿；结果写在原文件的副本里；撤销后草稿没有了', async () => {
    const content = await workbook({
      事项: [
        line('NEW-1', { 承诺办结时限: 5, 是否网办: true, 标签: '一证通办', 受理条件: '条件甲\n条件乙', 网上办理地址: 'https://example.gov.cn/a' }),
        line('NEW-2', { 事项类型: '行政许可证' }), line('NEW-3', { 实施主体: '没有的局' }),
      ],
      申请材料: [{ 地方实施编码: 'NEW-1', 材料名称: '申请表', 材料类型: '申请表格文书', 材料形式: '纸质', 材料必要性: '必要', 来源渠道: '申请人自备', 受理标准: '填写完整' }],
      常见问题: [{ 地方实施编码: 'NEW-1', 问题: '多久？', 解答: '五个工作日。' }, { 地方实施编码: 'NEW-9', 问题: '谁？', 解答: '没有这个事项。' }],
    });
    const read = await preview('清单.xlsx', content);
    expect([read.state, counts(read)]).toEqual(['previewed', [1, 0, 0, 0, 3]]);
    expect((await rows(read, '&verdict=refused')).map(({ issues }) => issues.map(({ position, message }) => `${position} ${message}`))).toEqual([
      ['事项!D3 “事项类型”的“行政许可证”不在可选项中，请从下拉框选择（如“行政许可”）。'],
      ['事项!C4 “实施主体”的“没有的局”不在机构表中，请先在机构管理中设立，或改为机构的全称。'],
      ['常见问题!A3 编码“NEW-9”不在“事项”工作表中，请在那里补上这个事项，或改正编码。'],
    ]);
    expect(await item('NEW-1')).toBeUndefined();
    const done = await run(read);
    expect([done.state, done.outcome, done.progress]).toEqual(['finished', { written: 1, failed: 0, undone: 0, kept: 0 }, { processed: 1, total: 1 }]);
    expect(await elements('NEW-1')).toMatchObject({
      name: '试验事项NEW-1', taskType: '01', departmentName: '区住建局', promisedLimit: { days: 5, unit: 'working-day' }, onlineAvailable: true, conditions: ['条件甲', '条件乙'],
      materials: [{ key: 'material-1', name: '申请表', type: '2', fileTypes: ['pdf', 'jpg', 'png'] }], faqs: [{ question: '多久？', answer: '五个工作日。' }],
      handling: { mode: 'external', url: 'https://example.gov.cn/a' },
    });
    expect(await item('NEW-1')).toMatchObject({ state: 'draft', source: 'import' });
    const result = await sheetTexts((await download(`imports/${done.id}/result`)).content, '事项');
    expect(result.map((cells) => cells.at(-1))).toEqual(['导入结果', '已导入', '有错误；D3 “事项类型”的“行政许可证”不在可选项中，请从下拉框选择（如“行政许可”）。', expect.stringContaining('“没有的局”不在机构表中')]);
    const undone = await undo(done);
    expect([undone.state, undone.outcome.undone, await item('NEW-1')]).toEqual(['undone', 1, undefined]);
  }, 120_000);

  it('导出、在表里修改、再导入：只有改的那一处是变更；原样导入没有变化', async () => {
    const { versionId, elements: before } = await publishedOnPlatform();
    const { content } = await download(`export?format=xlsx&q=${encodeURIComponent(before.name)}`);
    const same = await preview('导出.xlsx', content);
    expect([counts(same), await rows(same, '&verdict=refused')]).toEqual([[0, 0, 1, 0, 0], []]);
    const [heading = [], cells = []] = await sheetTexts(content, '事项');
    expect(heading).toContain('版本标记');
    const changed = await preview('修改.xlsx', await workbook({
      事项: [{ 地方实施编码: before.localTaskCode, 承诺办结时限: 3, 版本标记: cells.at(-1) ?? '' }],
      申请材料: before.materials.map((material) => ({
        地方实施编码: before.localTaskCode, 材料名称: material.name, 材料类型: material.type, 材料形式: material.form, 材料必要性: material.necessity, 来源渠道: material.source, 受理标准: '清晰、完整',
      })),
    }));
    expect((await rows(changed))[0]?.changes).toEqual(['申请材料', '承诺办结时限']);
    const done = await run(changed);
    const after = await elements(before.localTaskCode);
    expect([after.promisedLimit.days, after.materials[0].acceptanceStandard, after.materials[0].reviewPoints]).toEqual([3, '清晰、完整', before.materials[0]?.reviewPoints]);
    expect(await item(before.localTaskCode)).toMatchObject({ state: 'draft', publishedVersionId: versionId });
    await undo(done);
    expect(await item(before.localTaskCode)).toMatchObject({ state: 'published', latestVersionId: versionId });
  }, 120_000);

  it('受理条件的审查要点有自己的工作表：新增的取得标识，改写的保留情形；JSON 里也在 (DEC-01)', async () => {
    const point = (text: string, extra: Line = {}): Line => ({ 地方实施编码: 'POINT-1', 核对的受理条件: '年满80周岁。', 审查要点: text, ...extra });
    await run(await preview('清单.xlsx', await workbook({
      事项: [line('POINT-1', { 受理条件: '年满80周岁。\n户籍在本区。' })],
      受理条件的审查要点: [point('查询人口信息，已满80周岁。', { 审查环节: '受理' }), point('查询人口信息，户籍在本区。', { 核对的受理条件: '户籍在本区。', 审查依据: '《示范办法》第三条' })],
    })));
    const first = await elements('POINT-1');
    expect(first.conditionPoints).toEqual([
      { key: 'point-1', condition: '年满80周岁。', text: '查询人口信息，已满80周岁。', stage: 'acceptance' },
      { key: 'point-2', condition: '户籍在本区。', text: '查询人口信息，户籍在本区。', stage: 'review', basis: '《示范办法》第三条' },
    ]);
    const exported = (await download('export?format=xlsx&q=POINT-1')).content;
    expect((await sheetTexts(exported, '受理条件的审查要点'))[1]).toEqual(expect.arrayContaining(['年满80周岁。', '查询人口信息，已满80周岁。', 'point-1', '受理']));
    expect(counts(await preview('导出.xlsx', exported))).toEqual([0, 0, 1, 0, 0]);
    const json = JSON.parse(String((await download('export?format=json&q=POINT-1')).content)) as { items: { conditionPoints: unknown }[] };
    expect(json.items[0]?.conditionPoints).toEqual(first.conditionPoints);
    const wrong = await preview('清单.xlsx', await workbook({ 事项: [line('POINT-1')], 受理条件的审查要点: [point('看看。', { 审查环节: '复核' })] }));
    expect((await rows(wrong, '&verdict=refused'))[0]?.issues.map(({ message }) => message).join()).toContain('“审查环节”的“复核”不在可选项中');
  }, 120_000);

  it('平台上编制的事项不被覆盖，列入差异清单逐项核对：采用写入草稿，保留不再提起', async () => {
    const { elements: { localTaskCode: code, name } } = await publishedOnPlatform();
    const list = () => workbook({ 事项: [{ 地方实施编码: code, 事项名称: '清单上的名称', 咨询电话: '0826-7654321' }] });
    const read = await preview('省库.xlsx', await list());
    expect([counts(read), (await rows(read))[0]?.differences]).toEqual([[0, 0, 0, 1, 0], ['事项名称', '咨询电话']]);
    const compared = (await office().call(office().editor, 'GET', `/api/v1/item-exchange/imports/${read.id}/rows/1`)).body.differences;
    expect(compared).toContainEqual({ path: 'name', label: '事项名称', before: name, after: '清单上的名称', written: false });
    await run(read);
    expect((await elements(code)).name).toBe(name);
    const open = (await office().call(office().editor, 'GET', `/api/v1/item-exchange/differences?state=open&importId=${read.id}`)).body.items;
    expect(open.map(({ label, ours, incoming }: { label: string; ours: string; incoming: string }) => [label, ours, incoming]).sort()).toEqual([
      ['事项名称', name, '清单上的名称'], ['咨询电话', expect.any(String), '0826-7654321'],
    ]);
    const idOf = (label: string): string => open.find((one: { label: string }) => one.label === label).id;
    const decide = (label: string, decision: string, who = office().editor) => office().call(who, 'POST', '/api/v1/item-exchange/differences/decide', { ids: [idOf(label)], decision });
    expect((await decide('咨询电话', 'adopt', office().other)).status).toBe(409);
    expect((await decide('咨询电话', 'adopt')).body).toEqual({ decided: 1 });
    expect((await decide('事项名称', 'keep')).body).toEqual({ decided: 1 });
    expect((await decide('事项名称', 'keep')).body.code).toBe('item-exchange.difference-gone');
    expect(await elements(code)).toMatchObject({ name, consultationTelephone: '0826-7654321' });
    expect(await item(code)).toMatchObject({ state: 'draft' });
    expect(counts(await preview('省库.xlsx', await list()))).toEqual([0, 0, 1, 0, 0]);
    expect((await sheetTexts((await download(`differences/export?importId=${read.id}`)).content, '差异清单')).map((cells) => cells.slice(-2, -1)[0])).toEqual(['核对人', expect.any(String), expect.any(String)]);
  });

  it('全部成功才算：有错误的行就不能开始；中止时已写入的一并撤销', async () => {
    const read = await preview('清单.xlsx', await workbook({ 事项: [line('ALL-1'), line('ALL-2', { 承诺办结时限: '很快' })] }));
    expect((await step(read, 'run', { strategy: 'all-or-nothing', publish: false })).body).toMatchObject({ code: 'item-exchange.has-refused', params: { count: 1 } });
    const sound = await preview('清单.xlsx', await workbook({ 事项: Array.from({ length: 150 }, (_none, index) => line(`ALL-${index + 10}`)) }));
    expect((await step(sound, 'run', { strategy: 'all-or-nothing', publish: false })).status).toBe(200);
    await work('write-items', sound.id);
    const done = await get(sound.id);
    expect([done.state, done.outcome.written, (await undo(done)).outcome.undone]).toEqual(['finished', 150, 150]);
    const again = await preview('清单.xlsx', await workbook({ 事项: [line('ALL-500')] }));
    await step(again, 'run', { strategy: 'all-or-nothing', publish: false });
    expect((await step(again, 'cancel')).body.state).toBe('undoing');
    await work('write-items', again.id);
    await work('take-back', again.id);
    expect([(await get(again.id)).state, await item('ALL-500')]).toEqual(['undone', undefined]);
  });

  it('再导入改写没有发布过的草稿：清单里的名称、部门、标签跟着变，按新名称搜得到；已发布的照发布的列', async () => {
    await run(await preview('清单.xlsx', await workbook({ 事项: [line('AGAIN-1', { 事项名称: '占道经营许可' })] })));
    const again = await preview('清单.xlsx', await workbook({ 事项: [line('AGAIN-1', { 事项名称: '户外广告设置许可', 事项类型: '公共服务', 标签: '一证通办' })] }));
    const done = await run(again);
    const listed = async (q: string) => (await office().call(office().editor, 'GET', `/api/v1/catalog/items?q=${encodeURIComponent(q)}`)).body.items;
    expect(await listed('户外广告')).toMatchObject([{ name: '户外广告设置许可', taskType: (await elements('AGAIN-1')).taskType, tags: (await elements('AGAIN-1')).tags, errorCount: null }]);
    expect(await listed('占道经营')).toEqual([]);
    expect((await undo(done)).outcome.undone).toBe(1);
    expect([(await listed('占道经营')).map(({ name }: { name: string }) => name), await listed('户外广告')]).toEqual([['占道经营许可'], []]);
    const { elements: before } = await publishedOnPlatform();
    const { content } = await download(`export?format=xlsx&q=${encodeURIComponent(before.name)}`);
    const [, cells = []] = await sheetTexts(content, '事项');
    await run(await preview('修改.xlsx', await workbook({ 事项: [{ 地方实施编码: before.localTaskCode, 事项名称: '还没有发布的名称', 版本标记: cells.at(-1) ?? '' }] })));
    expect([(await item(before.localTaskCode)).name, (await elements(before.localTaskCode)).name]).toEqual([before.name, '还没有发布的名称']);
  }, 120_000);

  it('写入的语句数随批数增长，不随事项数增长：新增和改写草稿都是', async () => {
    const list = (suffix: string) => workbook({ 事项: Array.from({ length: 250 }, (_none, index) => line(`MANY-${index}`, { 事项名称: `批量${suffix}${index}` })) });
    const statementsOf = async (read: Awaited<ReturnType<typeof preview>>): Promise<number> => {
      const sent = vi.spyOn(pg.Client.prototype, 'query');
      expect((await run(read)).outcome.written).toBe(250);
      const count = sent.mock.calls.length;
      sent.mockRestore();
      return count;
    };
    const created = await statementsOf(await preview('清单.xlsx', await list('甲')));
    const changed = await preview('清单.xlsx', await list('乙'));
    expect([counts(changed), (await item('MANY-0')).state]).toEqual([[0, 250, 0, 0, 0], 'draft']);
    const rewritten = await statementsOf(changed);
    expect(Math.max(created, rewritten)).toBeLessThan(60);
    expect((await elements('MANY-249')).name).toBe('批量乙249');
    expect([(await item('批量乙249')).name, await item('批量甲249')]).toEqual(['批量乙249', undefined]);
    expect((await undo(await get(changed.id))).outcome.undone).toBe(250);
    expect((await elements('MANY-249')).name).toBe('批量甲249');
    expect([(await item('批量甲249')).name, await item('批量乙249')]).toEqual(['批量甲249', undefined]);
  }, 120_000);

  it('直接发布需要发布权限；撤销时首次发布的取消，变更的恢复原内容，之后有人改过的保留并说明', async () => {
    const first = await run(await preview('清单.xlsx', await workbook({ 事项: [line('PUB-1'), line('PUB-2')] })), { publish: true });
    expect([first.outcome.written, (await item('PUB-1')).state]).toEqual([2, 'published']);
    const found = (await office().call(undefined, 'GET', `/api/v1/items?q=${encodeURIComponent('试验事项PUB-1')}`)).body.items;
    expect(found.map(({ name }: { name: string }) => name)).toContain('试验事项PUB-1');
    // The same list again is no change; another name is, and needs no checking: nobody but the list has written this item.
    expect(counts(await preview('清单.xlsx', await workbook({ 事项: [line('PUB-1'), line('PUB-2')] })))).toEqual([0, 0, 2, 0, 0]);
    const second = await run(await preview('清单.xlsx', await workbook({ 事项: [line('PUB-1', { 事项名称: '新的名称一' }), line('PUB-2', { 事项名称: '新的名称二' })] })), { publish: true });
    expect((await item('PUB-1')).name).toBe('新的名称一');
    await office().call(office().editor, 'POST', `/api/v1/catalog/items/${(await item('PUB-2')).id}/versions`, {});
    const undone = await undo(second);
    expect([undone.outcome, (await item('PUB-1')).name, (await item('PUB-2')).name]).toEqual([{ written: 2, failed: 0, undone: 1, kept: 1 }, '试验事项PUB-1', '新的名称二']);
    expect((await rows(undone, '&outcome=kept')).map(({ code, outcomeReason }) => [code, outcomeReason])).toEqual([['PUB-2', '导入后又有人修改、审核或发布，已保留现在的内容。']]);
  });

  it('撤销导入时，正等部门确认情形引导的版本收回，请求随之结束 (GDE-01)', async () => {
    const { elements: before } = await publishedOnPlatform();
    const { content } = await download(`export?format=xlsx&q=${encodeURIComponent(before.name)}`);
    const [, cells = []] = await sheetTexts(content, '事项');
    const done = await run(await preview('修改.xlsx', await workbook({ 事项: [{ 地方实施编码: before.localTaskCode, 承诺办结时限: 3, 版本标记: cells.at(-1) ?? '' }] })));
    const { latestVersionId } = await item(before.localTaskCode);
    const confirmation = `/api/v1/catalog/versions/${latestVersionId}/guidance-confirmation`;
    const { digest } = (await office().call(office().editor, 'GET', confirmation)).body;
    expect((await office().call(office().editor, 'POST', confirmation, { digest })).status).toBe(204);
    const requests = async () => (await office().server.kernel.db.pool.query(`SELECT state FROM reviews.review WHERE subject_type = 'guidance' AND subject_id = $1`, [latestVersionId])).rows;
    expect(await requests()).toEqual([{ state: 'open' }]);
    expect((await undo(done)).outcome).toMatchObject({ undone: 1, kept: 0 });
    await office().server.relay.drain();
    expect(await requests()).toEqual([{ state: 'cancelled' }]);
    expect((await office().call(office().editor, 'GET', confirmation)).status).toBe(404);
  }, 120_000);

  it('清单把已发布的事项划给别的部门并直接发布，撤销后事项连同归属一起回到原部门', async () => {
    const { kernel } = office().server;
    const city = await signInTestStaff(kernel, { organizationId: office().departmentId, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
    const list = (department: string) => workbook({ 事项: [line('MOVED-1', { 实施主体: department })] });
    await run(await preview('清单.xlsx', await list('区住建局')), { publish: true });
    const theirs = async () => (await office().call(office().other, 'GET', '/api/v1/catalog/items?q=MOVED-1')).body.items.length;
    const moved = await run(await preview('清单.xlsx', await list('别的局'), city), { publish: true }, city);
    expect([await item('MOVED-1'), await theirs()]).toEqual([undefined, 1]);
    expect((await undo(moved, city)).outcome).toMatchObject({ undone: 1 });
    expect([(await item('MOVED-1')).department.name, await theirs()]).toEqual(['区住建局', 0]);
  }, 120_000);

  it('清单上的实施主体不同：差异清单里是一条，写机构的名称；采用后机构和名称一起变，再导入不再提起', async () => {
    const { kernel } = office().server;
    const city = await signInTestStaff(kernel, { organizationId: office().departmentId, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
    const { elements: { localTaskCode: code } } = await publishedOnPlatform();
    const list = () => workbook({ 事项: [{ 地方实施编码: code, 实施主体: '别的局' }] });
    const read = await preview('清单.xlsx', await list(), city);
    expect((await office().call(city, 'GET', `/api/v1/item-exchange/imports/${read.id}/rows`)).body.items[0].differences).toEqual(['实施主体']);
    await run(read, {}, city);
    const open = (await office().call(city, 'GET', `/api/v1/item-exchange/differences?state=open&importId=${read.id}`)).body.items;
    expect(open).toMatchObject([{ label: '实施主体', element: 'departmentName', ours: '区住建局', incoming: '别的局' }]);
    expect((await office().call(city, 'POST', '/api/v1/item-exchange/differences/decide', { ids: [open[0].id], decision: 'adopt' })).body).toEqual({ decided: 1 });
    const moved = (await office().call(city, 'GET', `/api/v1/catalog/items?q=${code}`)).body.items[0];
    expect((await office().call(city, 'GET', `/api/v1/catalog/versions/${moved.latestVersionId}`)).body.elements).toMatchObject({ departmentName: '别的局', organizationId: moved.department.id });
    expect(moved).toMatchObject({ state: 'draft', department: { name: '别的局' } });
    expect(counts(await preview('清单.xlsx', await list(), city))).toEqual([0, 0, 1, 0, 0]);
  }, 120_000);

  it('采用了新的实施主体，其余还没有核对的差异跟着转给接手的部门', async () => {
    const { kernel, relay } = office().server;
    const city = await signInTestStaff(kernel, { organizationId: office().departmentId, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
    const { elements: { localTaskCode: code } } = await publishedOnPlatform();
    const read = await run(await preview('清单.xlsx', await workbook({ 事项: [{ 地方实施编码: code, 实施主体: '别的局', 咨询电话: '0826-7654321' }] }), city), {}, city);
    const seenBy = async (who: Parameters<ReturnType<typeof office>['call']>[0]): Promise<{ id: string; label: string; departmentName: string }[]> =>
      (await office().call(who, 'GET', `/api/v1/item-exchange/differences?state=open&importId=${read.id}`)).body.items;
    expect([(await seenBy(office().editor)).length, (await seenBy(office().other)).length]).toEqual([2, 0]);
    const move = (await seenBy(city)).find(({ label }) => label === '实施主体');
    await office().call(city, 'POST', '/api/v1/item-exchange/differences/decide', { ids: [move?.id], decision: 'adopt' });
    await relay.drain();
    expect([await seenBy(office().editor), await seenBy(office().other)]).toMatchObject([[], [{ label: '咨询电话', departmentName: '别的局' }]]);
  }, 120_000);

  it('实施主体合并以后，原来的名称和导出的 JSON 都认作承接机构，没有变化；撤销而没有承接机构的说明原因 (ORG-01)', async () => {
    const { kernel } = office().server;
    const [former, closed] = [await addTestOrganization(kernel, { name: '区能源局' }), await addTestOrganization(kernel, { name: '区盐务局' })];
    const keeper = await signInTestStaff(kernel, { roles: ['item-administrator', 'system-administrator'] });
    const table = await workbook({ 事项: [line('MERGED-1', { 实施主体: '区能源局' })] });
    await run(await preview('清单.xlsx', table, keeper), {}, keeper);
    const { content: exported } = await download('export?format=json&q=MERGED-1', keeper);
    for (const [one, action, body] of [[former, 'merger', { into: office().departmentId, revision: 1, reason: '机构改革，职责整体并入' }], [closed, 'close', { validTo: '2026-11-30' }]] as const) {
      expect((await office().call(keeper, 'POST', `/api/v1/organizations/${one.id}/${action}`, body)).status).toBeLessThan(300);
    }
    for (const [name, content] of [['清单.xlsx', table], ['清单.json', exported], ['合并后.json', (await download('export?format=json&q=MERGED-1', keeper)).content]] as const) {
      expect(counts(await preview(name, content, keeper))).toEqual([0, 0, 1, 0, 0]);
    }
    const changed = await preview('改名.xlsx', await workbook({ 事项: [line('MERGED-1', { 实施主体: '区能源局', 事项名称: '改了名称' }), line('MERGED-2', { 实施主体: '区盐务局' })] }), keeper);
    const { body: { items: [refused] } } = await office().call(keeper, 'GET', `/api/v1/item-exchange/imports/${changed.id}/rows?verdict=refused`);
    expect([counts(changed), refused.issues.map(({ message }: { message: string }) => message)]).toEqual([[0, 1, 0, 0, 1], ['“实施主体”的“区盐务局”已撤销，没有承接的机构，请改为现在承担这项职责的机构。']]);
    await run(changed, {}, keeper);
    expect(await elements('MERGED-1')).toMatchObject({ name: '改了名称', organizationId: office().departmentId, departmentName: '区住建局' });
  });

  it('预览之后别人改了同一个事项：这一行不覆盖，列为差异，其余照常', async () => {
    const done = await run(await preview('清单.xlsx', await workbook({ 事项: [line('RACE-1'), line('RACE-2')] })));
    expect(done.outcome.written).toBe(2);
    const read = await preview('清单.xlsx', await workbook({ 事项: [line('RACE-1', { 简介: '清单的简介' }), line('RACE-2', { 简介: '清单的简介' })] }));
    expect(counts(read)).toEqual([0, 2, 0, 0, 0]);
    const { id } = await item('RACE-1');
    const draft = (await office().call(office().editor, 'GET', `/api/v1/catalog/items/${id}`)).body.versions[0];
    const version = (await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${draft.versionId}`)).body;
    await office().call(office().publisher, 'PUT', `/api/v1/catalog/versions/${version.versionId}`, { revision: version.revision, elements: { ...version.elements, summary: '别人写的简介' } });
    const written = await run(read);
    expect([written.outcome.written, (await elements('RACE-1')).summary, (await elements('RACE-2')).summary]).toEqual([1, '别人写的简介', '清单的简介']);
    expect((await rows(written)).map(({ code, outcomeReason }) => [code, outcomeReason])).toEqual([['RACE-1', '与平台内容不同，已列入差异清单。'], ['RACE-2', null]]);
  });
});

describe('模板、JSON 和权限 (CAT-12)', () => {
  it('模板的下拉框取自代码表和机构，批注说明怎样填', async () => {
    const { content } = await download('template');
    const [heading = []] = await sheetTexts(content, '事项');
    expect(heading.slice(0, 4)).toEqual(['地方实施编码', '事项名称', '实施主体', '事项类型']);
    expect(heading).toEqual(expect.arrayContaining(['承诺办结时限', '承诺办结时限单位', '网上办理地址', '企业生命周期']));
    const xml = await readPart(content, 'xl/worksheets/sheet2.xml');
    expect(xml).toMatch(/errorTitle="请从下拉框选择"[^>]*sqref="D2:D20001"><formula1>[^<]*行政许可/);
    expect(xml).toMatch(/sqref="C2:C20001"><formula1>[^<]*区住建局/);
    expect(await readPart(content, 'xl/comments2.xml')).toContain('与国家或省基本目录中的事项（子项）名称一致');
    expect((await sheetTexts(content, '填写说明')).length).toBeGreaterThan(5);
  });

  it('JSON 导出再导入没有变化；省库的清单认得，没有的部门指出来', async () => {
    const { elements: { name } } = await publishedOnPlatform();
    const { content } = await download(`export?format=json&q=${encodeURIComponent(name)}`);
    expect(JSON.parse(content.toString())).toMatchObject({ format: 'tongban-items', items: [{ name, materials: expect.any(Array), questionnaire: expect.any(Object) }] });
    expect(counts(await preview('导出.json', content))).toEqual([0, 0, 1, 0, 0]);
    const bare = { department: '没有的局', name: '某某事项', areaCode: '511602000000', taskType: '1', localTaskCode: '511A1', link: 'https://example.gov.cn' };
    const read = await preview('省库.json', Buffer.from(JSON.stringify([bare, { ...bare, department: '区住建局', localTaskCode: '511A2', areaCode: '510000000000' }, 5])));
    expect((await rows(read)).map(({ position, verdict, issues }) => [position, verdict, issues[0]?.message])).toEqual([
      ['第1项', 'refused', '“实施主体”的“没有的局”（区划511602000000）不在机构表中，请先在机构管理中设立，或改为机构的全称。'],
      ['第2项', 'refused', expect.stringContaining('“区住建局”（区划510000000000）不在机构表中')], ['第3项', 'refused', '不是一个事项对象。'],
    ]);
  });

  it('截断的 JSON 用中文说到第几行第几列；省库清单里无效的部门编码说明没有采用', async () => {
    const cut = await preview('清单.json', Buffer.from('[\n{"localTaskCode": "A",'));
    expect(cut.problem?.detail).toBe('内容不是完整的 JSON，到第2行第23列读不下去。请检查文件是否完整，并保存为 UTF-8 编码。');
    const bare = { department: '区住建局', name: '编码无效的事项', areaCode: '511602000000', localTaskCode: '511A9', taskType: '1', deptCode: '乱写的编码' };
    const read = await preview('省库.json', Buffer.from(JSON.stringify([bare])));
    expect([counts(read), (await rows(read))[0]?.issues]).toEqual([[1, 0, 0, 0, 0], [{ position: '第1项', severity: 'warning', message: '部门编码“乱写的编码”无效，没有采用；部门按名称认定。' }]]);
  });

  it('JSON 里超出要素规定的内容说到哪一条', async () => {
    const whole = { ...office().elements(), localTaskCode: 'JSON-1' };
    const read = await preview('清单.json', Buffer.from(JSON.stringify([{ ...whole, legalBases: [{ lawName: '某法', clauseNumber: '第一条'.repeat(30), clauseContent: '长' }], 多余: 1 }])));
    expect((await rows(read))[0]).toMatchObject({ verdict: 'refused', issues: [{ severity: 'warning', message: '没有这些要素，不导入：多余。' }, { severity: 'error', message: '“设定依据”第1条：不能超过 60 个字。' }] });
  });

  it('别的部门看不到这次导入，也不能导入本部门以外的事项', async () => {
    const read = await preview('清单.xlsx', await workbook({ 事项: [line('SCOPE-1')] }));
    for (const [method, path] of [['GET', ''], ['GET', '/rows'], ['GET', '/rows/1'], ['GET', '/result'], ['POST', '/cancel'], ['POST', '/undo'], ['POST', '/discard'], ['POST', '/run']] as const) {
      const { status, body } = await office().call(office().other, method, `/api/v1/item-exchange/imports/${read.id}${path}`, method === 'POST' ? { revision: 1, strategy: 'skip-errors', publish: false } : undefined);
      expect([path, status, body.code]).toEqual([path, 404, 'item-exchange.import-not-found']);
    }
    const theirs = await preview('清单.xlsx', await workbook({ 事项: [line('SCOPE-2')] }), office().other);
    expect(counts(theirs)).toEqual([0, 0, 0, 0, 1]);
    expect((await office().call(office().editor, 'POST', `/api/v1/item-exchange/imports/${read.id}/discard`, { revision: read.revision })).body.state).toBe('discarded');
    expect((await step({ ...read, revision: read.revision + 1 }, 'run', { strategy: 'skip-errors', publish: false })).body.code).toBe('item-exchange.state-refused');
  });
});

describe('坏的输入 (CAT-12)', () => {
  const heading = ['地方实施编码', '事项名称', '实施主体', '事项类型', '承诺办结时限'];
  const sound = sheetData([heading, ['BAD-1', '甲', '区住建局', '行政许可', '5']]);
  it.each<[string, string, Buffer, string]>([
    ['空文件', '清单.xlsx', Buffer.alloc(0), 'spreadsheets.empty-file'],
    ['旧版 xls', '清单.xls', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'spreadsheets.old-format'],
    ['有宏的 xlsm', '清单.xlsm', makeXlsx({ sheets: { 事项: sound }, more: { 'xl/vbaProject.bin': 'x' } }), 'spreadsheets.has-macros'],
    ['图片改名', '清单.xlsx', Buffer.from('ffd8ffe000104a464946', 'hex'), 'spreadsheets.not-excel'],
    ['200 MB 的文件', '清单.xlsx', Buffer.alloc(21 * 1024 * 1024, 65), 'kernel.file-too-large'],
  ])('%s：上传时就说明', async (_name, fileName, content, code) => {
    expect((await upload(fileName, content)).body.code).toBe(code);
  });

  it.each<[string, Buffer, string, string]>([
    ['工作表不对', makeXlsx({ sheets: { 甲: sound, 乙: sound } }), '清单.xlsx', '文件中没有工作表“事项”'],
    ['没有表头', makeXlsx({ sheets: { 事项: sheetData([['甲', '乙']]) } }), '清单.xlsx', '工作表“事项”的前 10 行里没有找到表头'],
    ['不是 JSON', Buffer.from('{"items": ['), '清单.json', '“清单.json”不是有效的 JSON'],
    ['JSON 不是清单', Buffer.from('{"a": 1}'), '清单.json', '“清单.json”里没有事项清单'],
  ])('%s：读取后说明，导入停在“无法读取”', async (_name, content, fileName, title) => {
    const read = await preview(fileName, content);
    expect([read.state, read.problem?.title, read.abilities.run]).toEqual(['failed', title, false]);
  });

  it('合并的单元格、公式、隐藏的行、重复的编码、60000 字，都说到单元格', async () => {
    const data = sheetData([
      heading, ['BAD-1', '甲', '区住建局', '行政许可', '5'], ['BAD-2', '乙', null, '行政许可', null], ['BAD-1', '丙', '区住建局', '行政许可', null],
      ['BAD-4', '长'.repeat(60_000), '区住建局', '行政许可', null], ['BAD-5', '戊', '区住建局', '行政许可', null],
    ]).replace('<c r="E2" t="inlineStr"><is><t>5</t></is></c>', '<c r="E2"><f>2+3</f><v>5</v></c>').replace('<row r="6">', '<row r="6" hidden="1">');
    const read = await preview('清单.xlsx', makeXlsx({ sheets: { 事项: `${data}<mergeCells count="2"><mergeCell ref="C2:C3"/><mergeCell ref="D6:E6"/></mergeCells>` } }));
    const told = (await rows(read)).map(({ position, verdict, issues }) => [position, verdict, ...issues.map((issue) => `${issue.position} ${issue.message}`)]);
    expect(told).toEqual([
      ['事项 第2行', 'new', '事项!E2 “承诺办结时限”是公式，按现在显示的结果“5”读取。'],
      ['事项 第3行', 'new'],
      ['事项 第4行', 'refused', '事项!A4 编码“BAD-1”与 事项!A2 重复，请核对后只保留一行。'],
      ['事项 第5行', 'refused', '事项!B5 “事项名称”有60000个字，超过一个单元格的上限，请缩短后重新导入。'],
      ['事项 第6行', 'refused', '事项!D6 “事项类型”是跨列合并的单元格（D6:E6），请取消合并，把内容分别填到各列。', '事项!E6 “承诺办结时限”是跨列合并的单元格（D6:E6），请取消合并，把内容分别填到各列。',
        '事项!A6 第6行是隐藏的行（可能因为筛选），也会一并导入。'],
    ]);
  });

  it('GBK 编码的 CSV 可以导入', async () => {
    // 地方实施编码,事项名称,实施主体,事项类型 / GBK-1,甲,区住建局,行政许可
    const gbk = Buffer.from('b5d8b7bdcab5caa9b1e0c2eb2ccac2cfeec3fbb3c62ccab5caa9d6f7cce52ccac2cfeec0e0d0cd0a47424b2d312cbcd72cc7f8d7a1bda8bed62cd0d0d5fed0edbfc90a', 'hex');
    const read = await preview('清单.csv', gbk);
    expect([counts(read), (await rows(read))[0]?.name]).toEqual([[1, 0, 0, 0, 0], '甲']);
  });

  it('30 天没有继续的预览清除，写入过的留着', async () => {
    const left = await preview('清单.xlsx', await workbook({ 事项: [line('OLD-1')] }));
    const done = await run(await preview('清单.xlsx', await workbook({ 事项: [line('OLD-2')] })));
    const { kernel } = office().server;
    await tablesOf<ItemExchangeTables>(kernel.db).updateTable('itemExchange.import').set({ createdAt: new Date('2026-10-01T00:00:00Z') }).where('id', 'in', [left.id, done.id]).execute();
    await work('clear-old', left.id);
    const kept = await tablesOf<ItemExchangeTables>(kernel.db).selectFrom('itemExchange.import').select('id').where('id', 'in', [left.id, done.id]).execute();
    expect(kept.map(({ id }) => id)).toEqual([done.id]);
  });
});
