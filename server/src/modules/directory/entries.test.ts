import { useTestServer } from '@tongban/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { signInTestPerson, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import type { EntryElements } from './entry.contract.ts';
import { applyPlanDates } from './jobs/apply-plan-dates.ts';
import { entryElements, nextMainCode, subCode } from './testing/entry-elements.ts';

const server = useTestServer({ now: '2026-11-28T10:00:00+08:00' });
const national = '000000000000';
let editor: TestAccount;
let reviewer: TestAccount;

beforeAll(async () => {
  editor = await signInTestStaff(server().kernel, { roles: ['item-administrator'] });
  reviewer = await signInTestStaff(server().kernel, { roles: ['item-administrator'] });
});

type Method = 'GET' | 'POST' | 'PUT';
async function call(who: TestAccount | undefined, method: Method, url: string, payload?: object) {
  const response = await server().app.inject({ method, url: `/api/v1/directory${url}`, ...(payload ? { payload } : {}), headers: who?.headers ?? {} });
  return { status: response.statusCode, body: response.body === '' ? {} : response.json() };
}
const create = (elements: EntryElements, regionCode = national, who = editor) => call(who, 'POST', '/entries', { regionCode, elements });
const submit = ({ versionId, revision }: { versionId: string; revision: number }) => call(editor, 'POST', `/versions/${versionId}/submit`, { revision });
const review = ({ versionId, revision }: { versionId: string; revision: number }, decision = 'approve', who = reviewer) =>
  call(who, 'POST', `/versions/${versionId}/review`, { revision, decision, opinion: '依据准确，同意。' });

async function putInForce(elements: EntryElements, regionCode = national) {
  const created = await create(elements, regionCode);
  expect(created.body).toMatchObject({ state: 'draft' });
  const approved = await review((await submit(created.body)).body);
  expect([approved.status, approved.body.code]).toEqual([200, undefined]);
  return approved.body;
}

describe('CAT-01 基本目录：主项、子项和版本', () => {
  it('新增、审核、生效，新版本生效后旧版本被替代，取消也要经另一人审核', async () => {
    const elements = entryElements();
    const first = await putInForce(elements);
    expect(first).toMatchObject({ state: 'in-force', versionNumber: 1 });
    const draft = (await call(editor, 'POST', `/entries/${first.entryId}/versions`, {})).body;
    expect((await call(editor, 'POST', `/entries/${first.entryId}/versions`, {})).body).toMatchObject({ code: 'directory.open-version-exists' });
    const edited = (await call(editor, 'PUT', `/versions/${draft.versionId}`, { revision: draft.revision, elements: { ...elements, useLevels: ['3', '4'] } })).body;
    expect((await review((await submit(edited)).body)).body).toMatchObject({ state: 'in-force', versionNumber: 2 });
    const detail = (await call(editor, 'GET', `/entries/${first.entryId}`)).body;
    expect(detail.entry).toMatchObject({ code: elements.catalogCode, state: 'in-force', useLevels: ['3', '4'] });
    expect(detail.versions.map(({ versionNumber, state }: Record<string, unknown>) => [versionNumber, state])).toEqual([[2, 'in-force'], [1, 'superseded']]);
    const cancel = (await call(editor, 'POST', `/entries/${first.entryId}/versions`, { cancels: true })).body;
    expect((await call(editor, 'PUT', `/versions/${cancel.versionId}`, { revision: 1, elements })).body).toMatchObject({ code: 'directory.cancels-only' });
    expect((await review((await submit(cancel)).body)).body).toMatchObject({ state: 'cancelled' });
    expect((await call(editor, 'GET', `/entries/${first.entryId}`)).body.entry).toMatchObject({ state: 'cancelled' });
  });

  it('CAT-03 提交人不能审核自己的目录版本；退回后成为草稿；别人先改了要重新查看', async () => {
    const submitted = (await submit((await create(entryElements())).body)).body;
    expect((await review(submitted, 'approve', editor)).body).toMatchObject({ code: 'directory.own-review' });
    expect((await review({ ...submitted, revision: 1 })).body).toMatchObject({ code: 'directory.stale' });
    expect((await review(submitted, 'return')).body).toMatchObject({ state: 'draft' });
    expect((await review({ ...submitted, revision: submitted.revision + 1 })).body).toMatchObject({ code: 'directory.state-refused', title: '“草稿”的版本不能审核' });
    const again = (await submit({ ...submitted, revision: submitted.revision + 1 })).body;
    expect((await call(editor, 'GET', `/entries/${again.entryId}`)).body.review).toMatchObject({ kind: 'catalogue-entry', state: 'open' });
    expect((await call(editor, 'POST', `/versions/${again.versionId}/withdraw`, { revision: again.revision })).body).toMatchObject({ state: 'draft' });
  });

  it('子项按编码归到主项；列主项、展开子项；有在用子项的主项不能取消', async () => {
    const main = entryElements({ name: '城市道路类审批' });
    const mainCode = main.catalogCode ?? '';
    const parent = await putInForce(main);
    await putInForce(entryElements({ name: '挖掘城市道路', catalogCode: subCode(mainCode, 1) }));
    await putInForce(entryElements({ name: '占用城市道路', catalogCode: subCode(mainCode, 2), parentCode: mainCode }));
    const { items } = (await call(editor, 'GET', `/entries?parentId=${parent.entryId}`)).body;
    expect(items.map(({ name, parent: { name: above } }: { name: string; parent: { name: string } }) => [name, above])).toEqual([['挖掘城市道路', '城市道路类审批'], ['占用城市道路', '城市道路类审批']]);
    const mains = (await call(editor, 'GET', `/entries?mainOnly=true&limit=100`)).body.items;
    expect(mains.find(({ id }: { id: string }) => id === parent.entryId)).toMatchObject({ subItemCount: 2, parent: null });
    const cancel = (await call(editor, 'POST', `/entries/${parent.entryId}/versions`, { cancels: true })).body;
    expect((await review((await submit(cancel)).body)).body).toMatchObject({ code: 'directory.has-sub-items', title: '“城市道路类审批”还有 2 个在用的子项' });
  });

  it('主项与子项循环被拒绝，并说出是哪几个', async () => {
    const local = (code: string, name: string, parentCode?: string): EntryElements => {
      const { catalogCode: _none, ...rest } = entryElements({ name, localCatalogCode: code });
      return { ...rest, ...(parentCode ? { parentCode } : {}) };
    };
    const county = '511602000000';
    await putInForce(local('LOCAL-A', '甲事项'), county);
    const created = (await create(local('LOCAL-B', '乙事项', 'LOCAL-A'), county)).body;
    expect(created.state).toBe('draft');
    const draftOfA = (await call(editor, 'POST', `/entries/${(await call(editor, 'GET', '/entries?q=LOCAL-A')).body.items[0].id}/versions`, {})).body;
    const circle = await call(editor, 'PUT', `/versions/${draftOfA.versionId}`, { revision: 1, elements: local('LOCAL-A', '甲事项', 'LOCAL-B') });
    expect(circle.body).toMatchObject({ code: 'directory.cycle', title: '主项与子项循环：“甲事项”→“乙事项”→“甲事项”' });
    const itself = await call(editor, 'PUT', `/versions/${draftOfA.versionId}`, { revision: 1, elements: local('LOCAL-A', '甲事项', 'LOCAL-A') });
    expect(itself.body).toMatchObject({ code: 'directory.cycle', title: '主项与子项循环：“甲事项”的主项是它自己' });
    expect((await create(local('LOCAL-C', '丙事项', 'LOCAL-B'), county)).body).toMatchObject({ code: 'directory.too-deep', title: '“乙事项”不能作为主项：它本身是子项' });
    expect((await create(local('LOCAL-D', '丁事项', 'LOCAL-X'), county)).body).toMatchObject({ code: 'directory.parent-not-found' });
  });

  it('两人同时把两个事项互设为主项，数据库只让一个成立', async () => {
    const { pool } = server().database.db;
    const [one, other] = [await putInForce(entryElements()), await putInForce(entryElements())];
    const link = (child: string, parent: string) => pool.query('UPDATE directory.entry SET parent_id = $2 WHERE id = $1', [child, parent]);
    const results = await Promise.allSettled([link(one.entryId, other.entryId), link(other.entryId, one.entryId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each<[string, Partial<EntryElements>, string]>([
    ['编码位数不对', { catalogCode: '00010400200' }, '基本编码应为12位，当前为11位。'],
    ['编码的类型与所填不同', { taskType: '07' }, '基本编码中的事项类型“01”与所填事项类型“07”不一致。'],
    ['编码的指导部门与所填不同', { guidanceDepartment: '04' }, '基本编码中的指导部门“D1”与所填“04”不一致。'],
    ['层级不在代码表', { useLevels: ['8'] }, '“8”不在代码表“行使层级”中，请重新选择。'],
    ['取消早于生效', { planEffectiveDate: '2027-01-02', planCancelDate: '2027-01-01' }, '计划取消日期应晚于计划生效日期。'],
    ['锁定了没有内容的要素', { lockedElements: ['materials'] }, '锁定的公共要素没有填写内容，请填写后再锁定。'],
  ])('%s：拒绝并说明', async (_label, extra, message) => {
    const { body } = await create(entryElements(extra));
    expect(body).toMatchObject({ code: 'directory.invalid-elements' });
    expect(body.issues.map((issue: { message: string }) => issue.message)).toContain(message);
  });

  it('编码重复、六万字的名称、省级编码放进别省的目录：拒绝', async () => {
    const elements = entryElements();
    await create(elements);
    expect((await create(elements)).body).toMatchObject({ code: 'directory.code-taken' });
    expect((await create(entryElements({ name: '长'.repeat(60_000) }))).body).toMatchObject({ code: 'kernel.invalid-input' });
    expect((await create(entryElements({ catalogCode: nextMainCode('44') }), '510000000000')).body.issues[0].message).toContain('与目录所属区划“510000000000”不一致');
  });

  it('计划生效的版本到日才生效；到计划取消日期自动取消', async () => {
    const job = () => applyPlanDates(systemContext(server().kernel, systemActor('test'), 'test'));
    // Read from the table: sessions end while the clock moves.
    const state = async (entryId: string) => (await server().database.db.pool.query('SELECT state FROM directory.entry WHERE id = $1', [entryId])).rows[0].state;
    const planned = await review((await submit((await create(entryElements({ planEffectiveDate: '2026-12-01', planCancelDate: '2027-01-01' }))).body)).body);
    expect(planned.body).toMatchObject({ state: 'approved' });
    await job();
    expect(await state(planned.body.entryId)).toBe('new');
    try {
      server().clock.set('2026-12-01T00:30:00+08:00');
      await job();
      await job();
      expect(await state(planned.body.entryId)).toBe('in-force');
      server().clock.set('2027-01-01T00:30:00+08:00');
      await job();
      expect(await state(planned.body.entryId)).toBe('cancelled');
    } finally {
      server().clock.set('2026-11-28T10:00:00+08:00');
    }
    const { rows } = await server().database.db.pool.query('SELECT kind FROM directory.adjustment WHERE entry_id = $1 ORDER BY at', [planned.body.entryId]);
    expect(rows.map(({ kind }) => kind)).toEqual(['added', 'cancelled']);
  });

  it('丢弃草稿：没有生效过的目录事项一并消失，生效过的回到在用版本', async () => {
    const fresh = (await create(entryElements())).body;
    expect((await call(editor, 'POST', `/versions/${fresh.versionId}/discard`, { revision: 1 })).status).toBe(204);
    expect((await call(editor, 'GET', `/entries/${fresh.entryId}`)).status).toBe(404);
    const standing = await putInForce(entryElements());
    const draft = (await call(editor, 'POST', `/entries/${standing.entryId}/versions`, {})).body;
    await call(editor, 'POST', `/versions/${draft.versionId}/discard`, { revision: 1 });
    expect((await call(editor, 'GET', `/entries/${standing.entryId}`)).body).toMatchObject({ entry: { latestState: 'in-force', latestVersionId: standing.versionId }, abilities: { change: true } });
  });
});

describe('CAT-01 基本目录：检索', () => {
  it('分词、拼音、一个错字、编码开头都能找到；按类型、层级、状态筛选', async () => {
    const elements = entryElements({ name: '危险化学品经营许可证核发', useLevels: ['3', '5'] });
    await putInForce(elements);
    const names = async (query: string) => (await call(editor, 'GET', `/entries?${query}`)).body.items.map(({ name }: { name: string }) => name);
    for (const q of ['化学品经营', 'weixianhuaxuepin', '危险化学平经营许可', elements.catalogCode?.slice(0, 9) ?? '']) {
      expect(await names(`q=${encodeURIComponent(q)}`), q).toEqual(['危险化学品经营许可证核发']);
    }
    expect(await names(`q=${encodeURIComponent('危险化学品')}&useLevel=5&taskType=01&state=in-force`)).toHaveLength(1);
    expect(await names(`q=${encodeURIComponent('危险化学品')}&useLevel=4`)).toEqual([]);
    expect(await names(`q=${encodeURIComponent('危险化学品')}&latestState=in-review`)).toEqual([]);
  });

  it('翻页不重不漏', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = (await call(editor, 'GET', `/entries?limit=4${cursor ? `&cursor=${cursor}` : ''}`)).body;
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    const { rows: [{ count }] } = await server().database.db.pool.query('SELECT count(*)::int FROM directory.entry');
    expect([seen.length, new Set(seen).size]).toEqual([count, count]);
  });
});

describe('CAT-01 基本目录：谁可以做', () => {
  it('市民、没有权限的人员不能看；只管一个区划或部门的人不能改国家目录', async () => {
    const [person, clerk] = [await signInTestPerson(server().kernel), await signInTestStaff(server().kernel, { roles: ['window-clerk'] })];
    for (const who of [person, clerk]) expect((await call(who, 'GET', '/entries')).status).toBe(403);
    expect((await call(undefined, 'GET', '/entries')).status).toBe(401);
    const county = await signInTestStaff(server().kernel, { roles: [{ code: 'item-administrator', scope: { kind: 'region', regionCode: '511602000000' } }] });
    const department = await signInTestStaff(server().kernel, { roles: [{ code: 'item-administrator', scope: { kind: 'own' } }] });
    for (const who of [county, department]) {
      expect((await create(entryElements(), national, who)).status).toBe(403);
      expect((await call(who, 'GET', '/entries')).status).toBe(200);
    }
    const { catalogCode: _none, ...local } = entryElements({ localCatalogCode: 'LOCAL-COUNTY' });
    expect((await create(local, '511602000000', county)).status).toBe(201);
    expect((await create({ ...local, localCatalogCode: 'LOCAL-DEPARTMENT' }, '511602000000', department)).status).toBe(403);
  });
});
