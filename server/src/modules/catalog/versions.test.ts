import { describe, expect, it } from 'vitest';
import { signInTestPerson, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import type { ItemElements } from './contract.ts';
import { useItemOffice } from '../../testing/item-office.ts';

const office = useItemOffice();
const server = () => office().server;
const newElements = (extra?: Partial<ItemElements>) => office().elements(extra);
const call = (...args: Parameters<ReturnType<typeof office>['call']>) => office().call(...args);
const create = (elements?: ItemElements, who?: TestAccount) => office().create(elements, who);
const act = (...args: Parameters<ReturnType<typeof office>['act']>) => office().act(...args);
const publishNew = (elements?: ItemElements) => office().publishNew(elements);

describe('事项版本 (CAT-02, CAT-03)', () => {
  it('草稿、审核、发布，然后公众可以查到；新版本发布后旧版本被替代，办件钉住的旧版本仍可查看', async () => {
    const elements = newElements();
    const first = await publishNew(elements);
    expect(first).toMatchObject({ state: 'published', versionNumber: 1 });
    const guide = await call(undefined, 'GET', `/api/v1/items/${first.itemId}`);
    expect([guide.status, guide.body.elements.name, guide.body.versionId]).toEqual([200, elements.name, first.versionId]);

    const draft = (await call(office().editor, 'POST', `/api/v1/catalog/items/${first.itemId}/versions`, {})).body;
    const edited = (await call(office().editor, 'PUT', `/api/v1/catalog/versions/${draft.versionId}`, { revision: draft.revision, elements: { ...elements, promisedLimit: { days: 5, unit: 'working-day' } } })).body;
    const submitted = (await act(office().editor, edited, 'submit')).body;
    const approved = (await act(office().reviewer, submitted, 'review', { decision: 'approve', opinion: '同意' })).body;
    const second = (await act(office().reviewer, approved, 'publish')).body;
    expect((await call(undefined, 'GET', `/api/v1/items/${first.itemId}`)).body).toMatchObject({ versionId: second.versionId, versionNumber: 2 });
    expect((await call(undefined, 'GET', `/api/v1/item-versions/${first.versionId}`)).body).toMatchObject({ state: 'superseded', versionNumber: 1 });
    const { differences } = (await call(office().editor, 'GET', `/api/v1/catalog/versions/${second.versionId}/differences?against=${first.versionId}`)).body;
    expect(differences).toMatchObject([{ path: 'promisedLimit', label: '承诺办结时限', kind: 'changed', before: { days: 6 }, after: { days: 5 } }]);
  });

  it('办事指南可以按版本缓存：没有变化时答 304，发布新版本后答新内容', async () => {
    const elements = newElements();
    const published = await publishNew(elements);
    const read = (tag?: string) => server().app.inject({ method: 'GET', url: `/api/v1/items/${published.itemId}`, headers: tag ? { 'if-none-match': tag } : {} });
    const first = await read();
    const tag = String(first.headers['etag']);
    expect([first.statusCode, first.headers['content-type'], tag]).toEqual([200, 'application/json; charset=utf-8', `"${published.versionId}-published"`]);
    const again = await read(`W/${tag}`);
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await call(office().reviewer, 'POST', `/api/v1/catalog/items/${published.itemId}/retire`, { reason: '取消' });
    expect((await read(tag)).statusCode).toBe(404);
  });

  it('草稿对公众不可见', async () => {
    const draft = (await create()).body;
    expect((await call(undefined, 'GET', `/api/v1/items/${draft.itemId}`)).status).toBe(404);
    expect((await call(undefined, 'GET', `/api/v1/item-versions/${draft.versionId}`)).status).toBe(404);
  });

  it('要素不全不能提交，逐项指出', async () => {
    const draft = (await create(newElements({ faqs: [], supervisionTelephone: '6661234', taskType: '99' }))).body;
    const { status, body } = await act(office().editor, draft, 'submit');
    expect([status, body.code]).toEqual([422, 'catalog.not-ready']);
    expect(body.issues.map(({ path }: { path: string }) => path)).toEqual(expect.arrayContaining(['supervisionTelephone', 'taskType']));
  });

  it('两人同时编辑，后保存的被拒绝而不覆盖', async () => {
    const elements = newElements();
    const draft = (await create(elements)).body;
    const save = (revision: number, name: string) => call(office().editor, 'PUT', `/api/v1/catalog/versions/${draft.versionId}`, { revision, elements: { ...elements, name } });
    expect((await save(1, '第一次')).status).toBe(200);
    expect((await save(1, '第二次')).body.code).toBe('catalog.stale');
  });

  it('提交人不能审核自己的版本；退回后可以再改', async () => {
    const draft = (await create()).body;
    const submitted = (await act(office().editor, draft, 'submit')).body;
    expect((await act(office().editor, submitted, 'review', { decision: 'approve', opinion: '同意' })).body.code).toBe('catalog.own-review');
    const returned = await act(office().reviewer, submitted, 'review', { decision: 'return', opinion: '请补充常见问题' });
    expect(returned.body.state).toBe('draft');
    expect((await call(office().editor, 'GET', `/api/v1/catalog/versions/${draft.versionId}`)).body).toMatchObject({ reviewOpinion: '请补充常见问题', abilities: { edit: true, submit: true, publish: false } });
  });

  it.each([
    ['publish', 'draft'], ['review', 'draft'],
  ])('状态不允许的操作 %s 被拒绝并说明当前状态', async (action) => {
    const draft = (await create()).body;
    const { status, body } = await act(office().reviewer, draft, action, { decision: 'approve', opinion: '同意' });
    expect([status, body.code, body.title]).toEqual([422, 'catalog.state-refused', expect.stringContaining('“草稿”')]);
  });

  it('一个事项同时只有一个编制中的版本；编码不重复、不可改', async () => {
    const elements = newElements();
    const draft = (await create(elements)).body;
    expect((await call(office().editor, 'POST', `/api/v1/catalog/items/${draft.itemId}/versions`, {})).body.code).toBe('catalog.open-version-exists');
    expect((await create(elements)).body.code).toBe('catalog.code-taken');
    const changed = await call(office().editor, 'PUT', `/api/v1/catalog/versions/${draft.versionId}`, { revision: 1, elements: { ...elements, localTaskCode: 'OTHER' } });
    expect(changed.body.code).toBe('catalog.fixed-code');
  });

  it('取消的事项查不到，原因留痕', async () => {
    const published = await publishNew();
    expect((await call(office().reviewer, 'POST', `/api/v1/catalog/items/${published.itemId}/retire`, { reason: '国家取消该事项' })).body.state).toBe('retired');
    expect((await call(undefined, 'GET', `/api/v1/items/${published.itemId}`)).status).toBe(404);
    const { rows } = await server().kernel.db.pool.query(`SELECT detail FROM kernel.audit_entry WHERE action = 'catalog.retire-item'`);
    expect(JSON.stringify(rows)).toContain('国家取消该事项');
  });

  it('别的部门看不到也改不了；不能把事项建到别的部门；未登录和市民被拒绝', async () => {
    const draft = (await create()).body;
    expect((await call(office().other, 'GET', `/api/v1/catalog/versions/${draft.versionId}`)).status).toBe(404);
    expect((await act(office().other, draft, 'submit')).status).toBe(404);
    expect((await call(office().other, 'GET', '/api/v1/catalog/items')).body.items).toEqual([]);
    expect((await create(newElements(), office().other)).status).toBe(403);
    expect((await call(undefined, 'GET', '/api/v1/catalog/items')).status).toBe(401);
    const person = await signInTestPerson(server().kernel);
    expect((await call(person, 'POST', '/api/v1/catalog/items', { elements: newElements() })).status).toBe(403);
  });

  it('职员列表翻页不重不漏，可按名称和状态筛选', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { id: string }[]; nextCursor: string | null } = (await call(office().editor, 'GET', `/api/v1/catalog/items?limit=3${cursor ? `&cursor=${cursor}` : ''}`)).body;
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    const { rows } = await server().kernel.db.pool.query(`SELECT count(*)::int AS count FROM catalog.item`);
    expect(seen.length).toBe(rows[0].count);
    const drafts = (await call(office().editor, 'GET', '/api/v1/catalog/items?state=draft&q=%25')).body.items;
    expect(drafts).toEqual([]);
  });
});

describe('谁在用一个办理流程 (WFL-01)', () => {
  it('列出在用和将用的事项版本；别的部门的不列；收件员不能问', async () => {
    const { processVersion: _pinned, ...handling } = newElements().handling;
    const first = (await create(newElements({ handling: { ...handling, processKey: 'process-uses' } }))).body;
    const second = (await create(newElements({ handling: { ...handling, processKey: 'process-uses', processVersion: 2 } }))).body;
    const { status, body } = await call(office().editor, 'GET', '/api/v1/catalog/handling-processes/process-uses/uses?limit=1');
    expect([status, body.items]).toMatchObject([200, [{ versionId: first.versionId, versionState: 'draft', versionNumber: 1, processVersion: null }]]);
    const rest = (await call(office().editor, 'GET', `/api/v1/catalog/handling-processes/process-uses/uses?cursor=${body.nextCursor}`)).body;
    expect(rest.items).toMatchObject([{ versionId: second.versionId, processVersion: 2 }]);
    expect((await call(office().editor, 'GET', '/api/v1/catalog/handling-processes/unknown/uses')).body.items).toEqual([]);
    expect((await call(await signInTestPerson(server().kernel), 'GET', '/api/v1/catalog/handling-processes/process-uses/uses')).status).toBe(403);
  });
});
