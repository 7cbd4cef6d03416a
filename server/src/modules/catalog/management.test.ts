import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor, type Actor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId, encodeCursor } from '../../kernel/db/index.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { applyPlanDates } from './actions/apply-plan-dates.ts';
import { continueBulkChange } from './bulk/run-bulk-change.ts';
import type { BulkChangeItem, ItemElements, StaffItem } from './contract.ts';
import { createItem } from './index.ts';
import { indexItems } from './jobs/index-items.ts';
import { findStaffItems } from './queries/list-staff-items.ts';
import { useItemOffice } from '../../testing/item-office.ts';

const office = useItemOffice();
const system = () => systemContext(office().server.kernel, systemActor('test'), createId());
const get = async (url: string, who: TestAccount | undefined = office().editor) => (await office().call(who, 'GET', url)).body;
const post = (url: string, body: object, who: TestAccount | undefined = office().editor) => office().call(who, 'POST', url, body);
const staffActor = (organizationPath: string): Actor => ({
  kind: 'staff', id: createId(), name: '试验', sessionId: createId(), organizationId: createId(), organizationName: '试验局', organizationPath, regionCode: '511602000000',
  postCodes: [], roleCodes: [], permissions: new Map([['catalog.item.view', { kind: 'organization' as const, organizationPath }]]),
});
let keeper: TestAccount;

beforeAll(async () => {
  keeper = await signInTestStaff(office().server.kernel, { roles: ['item-administrator'] });
});

describe('计划生效和计划取消 (CAT-02)', () => {
  const moveTo = async (day: string) => {
    const now = new Date(`${day}T09:00:00+08:00`);
    office().server.clock.set(now);
    await office().server.kernel.db.pool.query(`UPDATE identity.session SET last_seen_at = $1, expires_at = $1::timestamptz + interval '1 day'`, [now]);
  };

  it('到计划生效日才由平台发布，之前不能发布；到计划取消日取消；指南始终是已发布的那一版', async () => {
    const today = office().server.clock.now();
    const day = (days: number) => new Date(today.getTime() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    const first = await office().publishNew(office().elements({ summary: '旧' }));
    const draft = (await post(`/api/v1/catalog/items/${first.itemId}/versions`, {})).body;
    const { elements } = await get(`/api/v1/catalog/versions/${draft.versionId}`);
    const saved = (await office().save(draft, { ...elements, summary: '新', planEffectiveDate: day(3), planCancelDate: day(6) })).body;
    const submitted = (await office().act(office().editor, saved, 'submit')).body;
    const approved = (await office().act(office().reviewer, submitted, 'review', { decision: 'approve', opinion: '同意' })).body;
    const early = await office().act(office().reviewer, approved, 'publish');
    expect([early.status, early.body.code]).toEqual([422, 'catalog.not-yet-effective']);
    const summary = async () => (await office().call(undefined, 'GET', `/api/v1/items/${first.itemId}`)).body.elements?.summary;
    expect(await applyPlanDates(system())).toEqual({ published: 0, retired: 0 });
    expect(await summary()).toBe('旧');
    await moveTo(day(3));
    expect(await applyPlanDates(system())).toEqual({ published: 1, retired: 0 });
    expect(await summary()).toBe('新');
    await moveTo(day(6));
    expect(await applyPlanDates(system())).toEqual({ published: 0, retired: 1 });
    expect((await office().call(undefined, 'GET', `/api/v1/items/${first.itemId}`)).status).toBe(404);
    await moveTo(day(0));
  });

  it('到日发布没有成功的，发布人收到一次消息，说明原因；处理后再试即成功', async () => {
    const today = office().server.clock.now();
    const day = (days: number) => new Date(today.getTime() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    const draft = (await office().create(office().elements({ planEffectiveDate: day(2) }))).body;
    const submitted = (await office().act(office().editor, draft, 'submit')).body;
    await office().act(office().reviewer, submitted, 'review', { decision: 'approve', opinion: '同意' });
    const closing = (to: Date | null) => office().server.kernel.db.pool.query('UPDATE organization.organization SET valid_to = $1 WHERE id = $2', [to, office().organizationId]);
    await moveTo(day(2));
    await closing(today);
    const messages = async () => (await office().server.kernel.db.pool.query(
      `SELECT recipient_id, title, body, link FROM messaging.message WHERE template_key = 'catalog.plan-refused' ORDER BY created_at`)).rows;
    expect(await applyPlanDates(system())).toEqual({ published: 0, retired: 0 });
    const told = await messages();
    expect(told.map((row) => row.recipient_id)).toContain(office().reviewer.id);
    expect(told[0]).toMatchObject({ title: expect.stringContaining('计划发布没有成功'), link: `/workbench/catalogue/versions/${draft.versionId}` });
    await applyPlanDates(system());
    expect(await messages()).toHaveLength(told.length);
    await closing(null);
    expect(await applyPlanDates(system())).toEqual({ published: 1, retired: 0 });
    await moveTo(day(0));
  });
});

describe('业务办理项 (CAT-02)', () => {
  const code = '11450721MB155808114000104002000';
  const listWithCode = () => office().elements({ taskCode: code, catalogCode: '000104002000' });

  it('从实施清单新建，编码为实施编码加 01、02……，公共部分锁定；没有实施编码的不能建', async () => {
    const parent = (await office().create(listWithCode())).body;
    const children = [];
    for (const name of ['首次申请', '延续']) children.push((await post(`/api/v1/catalog/items/${parent.itemId}/handling-items`, { name })).body);
    const detail = await get(`/api/v1/catalog/items/${parent.itemId}`);
    expect(detail.handlingItems).toMatchObject([{ name: '首次申请', code: `${code}01`, published: false }, { name: '延续', code: `${code}02` }]);
    const child = await get(`/api/v1/catalog/versions/${children[0].versionId}`);
    expect(child.lockedElements).toEqual(expect.arrayContaining(['taskCode', 'catalogCode', 'taskType']));
    expect((await get(`/api/v1/catalog/items/${children[0].itemId}`)).parent).toMatchObject({ id: parent.itemId });
    const bare = (await office().create()).body;
    expect((await post(`/api/v1/catalog/items/${bare.itemId}/handling-items`, { name: '甲' })).body.code).toBe('catalog.no-task-code');
    expect((await post(`/api/v1/catalog/items/${parent.itemId}/handling-items`, { name: '甲' }, office().other)).status).toBe(404);
  });

  it('不能有第三级、不能成圈；上级有在用的办理项时不能取消', async () => {
    const parent = await office().publishNew(listWithCode());
    const child = (await post(`/api/v1/catalog/items/${parent.itemId}/handling-items`, { name: '办理项' })).body;
    expect((await post(`/api/v1/catalog/items/${child.itemId}/handling-items`, { name: '下级' })).body.code).toBe('catalog.third-level');
    const under = (itemId: string, parentItemId: string | null, who = office().editor) => office().call(who, 'PUT', `/api/v1/catalog/items/${itemId}/parent`, { parentItemId });
    expect((await under(parent.itemId, parent.itemId)).body.code).toBe('catalog.own-parent');
    expect((await under(parent.itemId, child.itemId)).body.code).toBe('catalog.parents-in-circle');
    const third = (await office().create()).body;
    expect((await under(third.itemId, child.itemId)).body.code).toBe('catalog.third-level');
    expect((await under(parent.itemId, third.itemId)).body.code).toBe('catalog.third-level');
    expect((await under(third.itemId, parent.itemId)).status).toBe(204);
    expect((await under(third.itemId, null)).status).toBe(204);
    expect((await under(third.itemId, parent.itemId, office().other)).status).toBe(404);
    await office().publish(child);
    const retire = () => office().call(office().reviewer, 'POST', `/api/v1/catalog/items/${parent.itemId}/retire`, { reason: '取消' });
    const refused = await retire();
    expect([refused.body.code, refused.body.detail]).toEqual(['catalog.open-handling-items', expect.stringContaining('办理项')]);
    await office().call(office().reviewer, 'POST', `/api/v1/catalog/items/${child.itemId}/retire`, { reason: '取消' });
    expect((await retire()).body.state).toBe('retired');
  });
});

describe('撤销的部门和删除草稿 (CAT-02)', () => {
  it('部门撤销后事项标出，可以移交给承接的部门，草稿里的部门一起改', async () => {
    const { kernel } = office().server;
    const closed = await addTestOrganization(kernel, { name: '撤销的局' });
    const draft = await createItem(system(), office().elements({ organizationId: closed.id, departmentName: '撤销的局' }));
    await kernel.db.pool.query(`UPDATE organization.organization SET valid_to = '2020-02-01' WHERE id = $1`, [closed.id]);
    expect((await get(`/api/v1/catalog/items/${draft.itemId}`, keeper)).departmentClosed).toBe(true);
    expect((await get('/api/v1/catalog/items?departmentClosed=true', keeper)).items.map(({ id }: StaffItem) => id)).toEqual([draft.itemId]);
    const { elements } = await get(`/api/v1/catalog/versions/${draft.versionId}`, keeper);
    expect((await office().save(draft, elements, keeper)).body.code).toBe('catalog.department-closed');
    const move = (who: TestAccount) => post(`/api/v1/catalog/items/${draft.itemId}/move`, { organizationId: office().organizationId, reason: '机构改革' }, who);
    expect((await move(office().other)).status).toBe(404);
    expect((await move(keeper)).body.versionId).toBe(draft.versionId);
    const moved = await get(`/api/v1/catalog/versions/${draft.versionId}`);
    expect(moved.elements).toMatchObject({ organizationId: office().organizationId, departmentName: '区住建局' });
    expect((await get(`/api/v1/catalog/items/${draft.itemId}`)).departmentClosed).toBe(false);
  });

  it('删除草稿恢复到上一版本；唯一的版本不能删除', async () => {
    const first = await office().publishNew();
    const draft = (await post(`/api/v1/catalog/items/${first.itemId}/versions`, {})).body;
    expect((await office().act(office().other, draft, 'discard')).status).toBe(404);
    expect((await office().act(office().editor, draft, 'discard')).status).toBe(204);
    expect((await get(`/api/v1/catalog/items/${first.itemId}`)).item).toMatchObject({ latestVersionId: first.versionId, state: 'published', latestVersionNumber: 1 });
    const only = (await office().create()).body;
    expect((await office().act(office().editor, only, 'discard')).body.code).toBe('catalog.only-version');
  });
});

describe('事项清单的筛选、检索、排序和导出 (CAT-02, CAT-06, CAT-07, CAT-10)', () => {
  const names = async (query: string, who = office().editor): Promise<string[]> => (await get(`/api/v1/catalog/items?limit=100&${query}`, who)).items.map(({ name }: StaffItem) => name);

  it('按区划、类型、部门、状态、标签、生命周期、质量筛选，按名称、拼音、编码检索', async () => {
    const special: Partial<ItemElements> = {
      name: '城镇污水排入排水管网许可核验', aliases: ['雨污分流'], tags: ['one-licence'], companyLifeStages: ['taxes'], localTaskCode: '511A-UNIQUE-77', catalogCode: '510117012001',
    };
    await office().create(office().elements(special));
    const found = ['城镇污水排入排水管网许可核验'];
    for (const query of [
      'tag=one-licence', 'lifeStage=company:taxes', 'catalogCode=510117012001', 'q=511a-uniq', `q=${encodeURIComponent('污水 核验')}`, `q=${encodeURIComponent('雨污分流')}`,
      'q=chengzhenwushui', 'q=510117012001', `q=${encodeURIComponent('核验')}&taskType=01&regionCode=511600&state=draft`,
    ]) expect([query, await names(query)]).toEqual([query, found]);
    expect(await names(`q=${encodeURIComponent('核验')}`, office().other)).toEqual([]);
    expect(await names('regionCode=500100')).toEqual([]);
    expect(await names(`q=${encodeURIComponent('！！')}`)).toEqual([]);
  });

  // With words the filters are asked of one index: each has to keep out what it does not mean, and let in what it does.
  it.each([
    ['state', 'draft', 'published'], ['state', 'draft', 'retired'], ['source', 'platform', 'import'], ['quality', 'unchecked', 'faulty'], ['quality', 'unchecked', 'clean'],
    ['tag', 'one-licence', 'one-photo'], ['lifeStage', 'company:taxes', 'company:exit'], ['taskType', '01', '02'], ['regionCode', '511600', '500100'],
  ])('与关键词一起按 %s 筛选：%s 找得到，%s 找不到', async (name, right, wrong) => {
    const asked = `q=${encodeURIComponent('污水')}&${name === 'tag' ? 'taskType=01' : 'tag=one-licence'}`;
    const found = ['城镇污水排入排水管网许可核验'];
    expect([await names(`${asked}&${name}=${right}`), await names(`${asked}&${name}=${wrong}`)]).toEqual([found, []]);
    expect(await names(`${asked}&${name}=${right}`, office().other)).toEqual([]);
    expect(await names(`${asked}&${name}=${right}`, keeper)).toEqual(found);
  });

  it('先按整词找，找不到才按没有写完的词和读音；翻到末页不再接着给出读音相近的', async () => {
    for (const name of ['滨江绿道养护核准', '滨江绿道照明核准', '冰江旅社开办核准']) await office().create(office().elements({ name }));
    const byWord = ['滨江绿道养护核准', '滨江绿道照明核准'];
    expect((await names(`q=${encodeURIComponent('绿道')}`)).toSorted()).toEqual(byWord);
    expect((await names(`q=${encodeURIComponent('滨江绿')}`)).toSorted()).toEqual(byWord);
    expect((await names('q=binjianglvdao')).toSorted()).toEqual(byWord);
    expect((await names(`q=${encodeURIComponent('濒江绿到')}`)).toSorted()).toEqual(byWord);
    const rows = await findStaffItems({ ...system(), actor: staffActor(office().organizationPath) }, { q: '绿道', order: 'code', cursor: encodeCursor(['~', createId()]) }, 10);
    expect(rows).toEqual([]);
  });

  it('质量：没有检查、有问题、没有问题', async () => {
    const draft = (await office().create(office().elements({ name: '质量筛选试验' }))).body;
    const has = async (quality: string) => (await names(`quality=${quality}`)).includes('质量筛选试验');
    expect([await has('unchecked'), await has('faulty'), await has('clean')]).toEqual([true, false, false]);
    const { elements } = await get(`/api/v1/catalog/versions/${draft.versionId}`);
    const faulty = (await office().save(draft, { ...elements, conditions: [] })).body;
    expect([await has('faulty'), await has('clean')]).toEqual([true, false]);
    await office().save(faulty, elements);
    expect([await has('faulty'), await has('clean')]).toEqual([false, true]);
  });

  it.each(['updated', 'name', 'code'])('按 %s 排序翻页不重不漏', async (order) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: StaffItem[]; nextCursor: string | null } = await get(`/api/v1/catalog/items?limit=4&order=${order}${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    const { rows } = await office().server.kernel.db.pool.query('SELECT count(*)::int AS count FROM catalog.item WHERE organization_path LIKE $1', [`${office().organizationPath}%`]);
    expect([new Set(seen).size, seen.length]).toEqual([rows[0].count, rows[0].count]);
  });

  it('导出为 Excel；没有检索列的旧事项由后台补建', async () => {
    const file = await office().server.app.inject({ method: 'GET', url: '/api/v1/catalog/items/export?taskType=01', headers: office().editor.headers });
    expect([file.statusCode, file.headers['content-type'], file.rawPayload.subarray(0, 2).toString()]).toEqual([200, expect.stringContaining('spreadsheetml'), 'PK']);
    await office().server.kernel.db.pool.query(`UPDATE catalog.item SET staff_vector = NULL, tags = '{}' WHERE name = '城镇污水排入排水管网许可核验'`);
    expect(await names(`q=${encodeURIComponent('雨污分流')}`)).toEqual([]);
    expect(await indexItems(system())).toBe(1);
    expect(await names(`q=${encodeURIComponent('雨污分流')}&tag=one-licence`)).toEqual(['城镇污水排入排水管网许可核验']);
  });
});

describe('模板和标签 (CAT-10)', () => {
  it('把一个版本设为模板，用它新建事项：内容相同，编码、部门另填', async () => {
    const source = (await office().create(office().elements({ summary: '模板的简介', taskCode: 'X' }))).body;
    const mark = (name: string | null, who = office().editor) => office().call(who, 'PUT', `/api/v1/catalog/versions/${source.versionId}/template`, { name });
    expect((await mark('排水类许可', office().other)).status).toBe(404);
    expect((await mark('排水类许可')).status).toBe(204);
    expect((await get('/api/v1/catalog/templates?taskType=01', office().other)).templates).toMatchObject([{ name: '排水类许可', versionId: source.versionId }]);
    expect((await get('/api/v1/catalog/templates?taskType=05')).templates).toEqual([]);
    const input = { templateVersionId: source.versionId, name: '用模板新建', localTaskCode: 'FROM-TEMPLATE', organizationId: office().other.organizationId };
    expect((await post('/api/v1/catalog/items/from-template', input)).status).toBe(403);
    const made = (await post('/api/v1/catalog/items/from-template', input, office().other)).body;
    const { elements } = await get(`/api/v1/catalog/versions/${made.versionId}`, office().other);
    expect(elements).toMatchObject({ name: '用模板新建', summary: '模板的简介', departmentName: '别的局', localTaskCode: 'FROM-TEMPLATE' });
    expect(elements).not.toHaveProperty('taskCode');
    await mark(null);
    expect((await post('/api/v1/catalog/items/from-template', { ...input, localTaskCode: 'AGAIN' }, office().other)).body.code).toBe('catalog.template-not-found');
  });

  it('标签可以新增、改名、停用，显示用了多少事项；市民和窗口不能改', async () => {
    const save = (who: TestAccount, code: string, body: object) => office().call(who, 'PUT', `/api/v1/catalog/tags/${code}`, body);
    expect((await save(office().editor, 'green-lane', { name: '绿色通道', active: true })).status).toBe(204);
    await office().create(office().elements({ tags: ['green-lane'] }));
    await save(office().editor, 'green-lane', { name: '绿色通道办理', active: false });
    const { tags } = await get('/api/v1/catalog/tags');
    expect(tags.find(({ code }: { code: string }) => code === 'green-lane')).toEqual({ code: 'green-lane', name: '绿色通道办理', active: false, itemCount: 1, publishedCount: 0 });
    for (const who of [await signInTestPerson(office().server.kernel), await signInTestStaff(office().server.kernel, { roles: ['window-clerk'] })]) {
      expect((await save(who, 'green-lane', { name: '甲', active: true })).status).toBe(403);
    }
  });
});

describe('批量修改一个要素 (CAT-02)', () => {
  const prepare = (body: object, who = office().editor) => post('/api/v1/catalog/bulk-changes', body, who);
  const lines = async (id: string, outcome = ''): Promise<BulkChangeItem[]> => (await get(`/api/v1/catalog/bulk-changes/${id}/items?limit=100${outcome ? `&outcome=${outcome}` : ''}`)).items;
  const run = async (id: string, step: 'run' | 'undo' = 'run') => {
    const answer = await post(`/api/v1/catalog/bulk-changes/${id}/${step}`, {});
    await continueBulkChange(system(), id);
    return answer;
  };

  it('先看每个事项的原内容、新内容和不能改的原因，执行后各有草稿，可以撤销', async () => {
    const [published, draft, same] = [await office().publishNew(), (await office().create()).body, (await office().create(office().elements({ supervisionTelephone: '0826-7777777' }))).body];
    const locked = await createItem(system(), office().elements(), { lockedElements: ['supervisionTelephone'] });
    const reviewed = (await office().act(office().editor, (await office().create()).body, 'submit')).body;
    const foreign = (await office().create(office().elements({ organizationId: office().other.organizationId }), office().other)).body;
    const itemIds = [published, draft, same, locked, reviewed, foreign].map(({ itemId }) => itemId);
    const change = (await prepare({ element: 'supervisionTelephone', mode: 'set', value: '0826-7777777', itemIds })).body;
    expect(change).toMatchObject({ state: 'prepared', total: 5, elementLabel: '监督投诉电话', counts: { ready: 2, unchanged: 1, refused: 2 } });
    expect((await lines(change.id)).map(({ itemId }) => itemId)).not.toContain(foreign.itemId);
    expect((await lines(change.id, 'refused')).map(({ reason }) => reason)).toEqual(['“监督投诉电话”由上级清单统一规定。', '最新版本“审核中”，请先退回或发布。']);
    expect((await get(`/api/v1/catalog/versions/${draft.versionId}`)).revision).toBe(1);

    expect((await run(change.id)).status).toBe(204);
    expect(await get(`/api/v1/catalog/bulk-changes/${change.id}`)).toMatchObject({ state: 'done', counts: { done: 2, unchanged: 1, refused: 2 } });
    expect((await get(`/api/v1/catalog/versions/${draft.versionId}`)).elements.supervisionTelephone).toBe('0826-7777777');
    expect((await get(`/api/v1/catalog/items/${published.itemId}`)).item).toMatchObject({ state: 'draft', latestVersionNumber: 2, publishedVersionId: published.versionId });
    expect((await run(change.id)).body.code).toBe('catalog.bulk-state');

    await run(change.id, 'undo');
    expect(await get(`/api/v1/catalog/bulk-changes/${change.id}`)).toMatchObject({ state: 'undone', counts: { undone: 2 } });
    expect((await get(`/api/v1/catalog/items/${published.itemId}`)).item).toMatchObject({ state: 'published', latestVersionId: published.versionId });
    expect((await get(`/api/v1/catalog/versions/${draft.versionId}`)).elements.supervisionTelephone).not.toBe('0826-7777777');
  });

  it('标签可以增加或去掉而不动其他标签；后来又改过的撤销时保留', async () => {
    const [one, two] = [(await office().create(office().elements({ tags: ['once'] }))).body, (await office().create(office().elements({ tags: [] }))).body];
    const change = (await prepare({ element: 'tags', mode: 'add', value: ['mobile'], itemIds: [one.itemId, two.itemId] })).body;
    expect((await lines(change.id)).map(({ after }) => after)).toEqual([['once', 'mobile'], ['mobile']]);
    await run(change.id);
    const changed = await get(`/api/v1/catalog/versions/${two.versionId}`);
    await office().save({ versionId: two.versionId, revision: changed.revision }, { ...changed.elements, tags: ['online'] });
    await run(change.id, 'undo');
    expect((await lines(change.id)).map(({ outcome }) => outcome)).toEqual(['undone', 'kept']);
    expect((await get(`/api/v1/catalog/versions/${one.versionId}`)).elements.tags).toEqual(['once']);
    expect((await get(`/api/v1/catalog/versions/${two.versionId}`)).elements.tags).toEqual(['online']);
  });

  it('名称等各不相同的要素、不合要求的内容不能批量；别人的批量修改看不到', async () => {
    const { itemId } = (await office().create()).body;
    expect((await prepare({ element: 'name', mode: 'set', value: '甲', itemIds: [itemId] })).body.code).toBe('catalog.bulk-element');
    expect((await prepare({ element: 'visitCount', mode: 'set', value: '一次', itemIds: [itemId] })).body.code).toBe('catalog.bulk-value');
    expect((await prepare({ element: 'summary', mode: 'add', value: '甲', itemIds: [itemId] })).body.code).toBe('catalog.bulk-element');
    const change = (await prepare({ element: 'visitCount', mode: 'set', value: 1, itemIds: [itemId] })).body;
    expect((await office().call(office().reviewer, 'GET', `/api/v1/catalog/bulk-changes/${change.id}`)).status).toBe(404);
    expect((await post(`/api/v1/catalog/bulk-changes/${change.id}/run`, {}, office().reviewer)).status).toBe(404);
    expect((await get('/api/v1/catalog/bulk-changes?limit=1')).items).toMatchObject([{ id: change.id }]);
    const clerk = await signInTestStaff(office().server.kernel, { organizationId: office().organizationId, roles: ['window-clerk'] });
    expect((await prepare({ element: 'visitCount', mode: 'set', value: 1, itemIds: [itemId] }, clerk)).status).toBe(403);
  });
});
