import { beforeAll, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../identity/testing/test-accounts.ts';
import type { ProcessDraft } from '../definition.contract.ts';
import { createId, WriteBatch } from '../../db/index.ts';
import { commit } from '../../commit.ts';
import { findDefinition, startInstance } from '../index.ts';
import { contextOf, processXml, publish as publishAsPlatform, userTask } from '../testing/office.ts';

const server = useTestServer();
let author: TestAccount, second: TestAccount, reviewer: TestAccount, stranger: TestAccount, clerk: TestAccount, wide: TestAccount;

async function call(who: TestAccount, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }> {
  const response = await server().app.inject({ method, url: `/api/v1${url}`, ...(payload ? { payload } : {}), headers: who.headers });
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
}

const named = (xml: string, name: string): string => xml.replace('isExecutable="true"', `name="${name}" isExecutable="true"`);
const xmlOf = (key: string, name = '收件办理', task = '受理'): string => named(processXml(key, userTask('accept', task, 'window'), ['s > accept > e']), name);
const brokenXml = (key: string): string => named(processXml(key, `${userTask('accept', '受理', 'window')}<bpmn:endEvent id="lost" name="不予受理"/>`, ['s > accept > e']), '缺一条线');
let serial = 0;
const nextKey = (): string => `drawn-${serial += 1}`;

async function create(xml?: string, key = nextKey()): Promise<ProcessDraft> {
  const { status, body } = await call(author, 'POST', '/processes', { key, xml: xml ?? xmlOf(key) });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

async function publish({ draftId, revision }: ProcessDraft, who = second): Promise<ProcessDraft> {
  const { status, body } = await call(who, 'POST', `/process-drafts/${draftId}/publish`, { revision });
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

beforeAll(async () => {
  const { kernel } = server();
  const [bureau, other] = [await addTestOrganization(kernel, { name: '区行政审批局' }), await addTestOrganization(kernel, { name: '别的局' })];
  const account = ({ id, path }: { id: string; path: string }, code: 'item-administrator' | 'reviewer' | 'window-clerk', name: string) =>
    signInTestStaff(kernel, { name, organizationId: id, roles: [{ code, scope: { kind: 'organization', organizationPath: path } }] });
  [author, second, stranger] = [await account(bureau, 'item-administrator', '周敏'), await account(bureau, 'item-administrator', '李敏'), await account(other, 'item-administrator', '王五')];
  [reviewer, clerk] = [await account(bureau, 'reviewer', '赵审'), await account(bureau, 'window-clerk', '孙收')];
  wide = await signInTestStaff(kernel, { name: '钱知行', organizationId: bureau.id, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
});

describe('编制流程 (WFL-01)', () => {
  it('新建、修改、放弃草稿；别人先改的不覆盖', async () => {
    const draft = await create();
    expect(draft).toMatchObject({ name: '收件办理', state: 'draft', stateLabel: '草稿', basedOn: null, revision: 1, problems: [], abilities: { edit: true, discard: true, publish: false } });
    const edited = await call(second, 'PUT', `/process-drafts/${draft.draftId}`, { revision: 1, xml: xmlOf(draft.key, '即办'), note: '改名' });
    expect(edited.body).toMatchObject({ name: '即办', note: '改名', revision: 2, updatedByName: '李敏', abilities: { publish: false } });
    expect((await call(author, 'PUT', `/process-drafts/${draft.draftId}`, { revision: 1, xml: draft.xml, note: '' })).body.code).toBe('workflow.draft-stale');
    expect((await call(author, 'DELETE', `/process-drafts/${draft.draftId}?revision=1`)).body.code).toBe('workflow.draft-stale');
    expect((await call(author, 'DELETE', `/process-drafts/${draft.draftId}?revision=2`)).status).toBe(204);
    expect((await call(author, 'GET', `/process-drafts/${draft.draftId}`)).body.code).toBe('workflow.draft-not-found');
    expect((await call(author, 'GET', `/processes/${draft.key}`)).body.code).toBe('workflow.definition-not-found');
  });

  it('草稿可以暂时有错：说明是哪个元素、怎么改，发布时拒绝', async () => {
    const key = nextKey();
    const broken = await create(brokenXml(key), key);
    expect(broken).toMatchObject({ name: '缺一条线', problems: [{ code: 'unreachable-node', element: 'lost', message: '「不予受理」从开始事件走不到，请接上连线或删除' }] });
    const { body } = await call(second, 'POST', `/process-drafts/${broken.draftId}/publish`, { revision: 1 });
    expect(body).toMatchObject({ code: 'workflow.definition-invalid', issues: [{ path: 'lost', code: 'unreachable-node' }] });
    expect(await create('这不是流程图')).toMatchObject({ problems: [{ code: 'invalid-xml' }] });
  });

  it('只有自动环节的循环，发布时拒绝并说出是哪一圈', async () => {
    const key = nextKey();
    const loop = processXml(key, '<bpmn:serviceTask id="a" name="推送" tongban:handler="h"/><bpmn:exclusiveGateway id="g" default="g-e"/>', ['s > a > g > e', 'g > a if again']);
    const draft = await create(loop, key);
    const { body } = await call(second, 'POST', `/process-drafts/${draft.draftId}/publish`, { revision: 1 });
    expect(body.issues[0]).toMatchObject({ code: 'endless-loop', message: '「推送」「选择网关」构成没有人工任务、定时或消息的循环，会无休止地执行，请加入等待环节' });
  });

  it('编码不能重复，写法和大小有限', async () => {
    const { key } = await create();
    expect((await call(stranger, 'POST', '/processes', { key, xml: xmlOf(key) })).body.code).toBe('workflow.key-taken');
    for (const payload of [{ key: 'Key', xml: 'x' }, { key: nextKey(), xml: '' }, { key: nextKey(), xml: 'x'.repeat(500_001) }]) expect((await call(author, 'POST', '/processes', payload)).status).toBe(400);
    const answers = await Promise.all([author, second].map((who) => call(who, 'POST', '/processes', { key: 'at-once', xml: xmlOf('at-once') })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });
});

describe('试走草稿 (WFL-03)', () => {
  it('逐步走到结束；有错的草稿先改好；别的部门的走不了', async () => {
    const draft = await create();
    const walk = async (moves: object[]) => (await call(reviewer, 'POST', `/process-drafts/${draft.draftId}/simulate`, { variables: {}, moves })).body;
    const first = await walk([]);
    expect(first).toMatchObject({ path: [], waiting: [{ node: 'accept', name: '受理', kind: 'task' }], ended: false });
    expect(await walk([{ id: first.waiting[0].id }])).toMatchObject({ path: [{ node: 'accept' }], waiting: [], ended: true, loop: [] });
    expect(await walk([{ id: 'nowhere' }])).toMatchObject({ code: 'workflow.simulation-move-unknown' });
    const key = nextKey();
    const broken = await create(brokenXml(key), key);
    expect((await call(author, 'POST', `/process-drafts/${broken.draftId}/simulate`, { variables: {}, moves: [] })).body.code).toBe('workflow.definition-invalid');
    expect((await call(stranger, 'POST', `/process-drafts/${draft.draftId}/simulate`, { variables: {}, moves: [] })).status).toBe(404);
    expect((await call(clerk, 'POST', `/process-drafts/${draft.draftId}/simulate`, { variables: {}, moves: [] })).status).toBe(403);
  });
});

describe('发布和版本 (WFL-03)', () => {
  it('另一人发布后成为新版本；以它为基础再起草、再发布；旧版本和在办的件不变', async () => {
    const draft = await create();
    expect((await call(author, 'POST', `/process-drafts/${draft.draftId}/publish`, { revision: 1 })).body.code).toBe('workflow.own-draft');
    expect((await call(second, 'POST', `/process-drafts/${draft.draftId}/publish`, { revision: 9 })).body.code).toBe('workflow.draft-stale');
    const published = await publish(draft);
    expect(published).toMatchObject({ state: 'published', publishedByName: '李敏', abilities: { edit: false, publish: false, discard: false } });
    expect((await call(author, 'PUT', `/process-drafts/${draft.draftId}`, { revision: 2, xml: draft.xml, note: '' })).body.code).toBe('workflow.draft-closed');
    const ctx = contextOf(server().kernel);
    const batch = new WriteBatch();
    await startInstance(ctx, batch, { processKey: draft.key, subjectType: 'case', subjectId: createId(), subjectNumber: 'N1', subjectName: '张三', title: '件', variables: {} });
    await commit(ctx, batch);

    const next: ProcessDraft = (await call(second, 'POST', `/processes/${draft.key}/drafts`, {})).body;
    expect(next).toMatchObject({ xml: draft.xml, basedOn: { definitionId: published.definitionId, version: 1 } });
    expect((await call(author, 'POST', `/processes/${draft.key}/drafts`, {})).body.code).toBe('workflow.draft-exists');
    expect((await call(author, 'POST', `/process-drafts/${next.draftId}/publish`, { revision: 1 })).body.code).toBe('workflow.draft-unchanged');
    const edited = await call(author, 'PUT', `/process-drafts/${next.draftId}`, { revision: 1, xml: xmlOf(draft.key, '收件办理', '综合受理'), note: '改环节名' });
    const second_ = await publish(edited.body);
    const { body: detail } = await call(reviewer, 'GET', `/processes/${draft.key}`);
    expect(detail).toMatchObject({
      draft: null, published: { version: 2, definitionId: second_.definitionId }, abilities: { draft: false },
      versions: [{ version: 2, publishedByName: '李敏', note: '改环节名', running: 0 }, { version: 1, running: 1 }],
    });
    expect((await call(reviewer, 'GET', `/process-versions/${published.definitionId}`)).body).toMatchObject({ version: 1, xml: draft.xml });
    expect((await call(reviewer, 'GET', `/process-versions/${createId()}`)).body.code).toBe('workflow.definition-not-found');
    expect((await findDefinition(server().kernel, draft.key, 1))?.xml).toBe(draft.xml);
    await expect(server().kernel.db.pool.query('UPDATE workflow.draft SET xml = \'\' WHERE id = $1', [draft.draftId])).rejects.toThrow('append-only');
  });

  it('从任一版本起草；别的流程的版本不行', async () => {
    const first = await publish(await create());
    const other = await publish(await create());
    const draft = await call(author, 'POST', `/processes/${first.key}/drafts`, { fromDefinitionId: first.definitionId });
    expect(draft.body).toMatchObject({ key: first.key, basedOn: { version: 1 } });
    expect((await call(author, 'POST', `/processes/${other.key}/drafts`, { fromDefinitionId: first.definitionId })).status).toBe(404);
    expect((await call(author, 'POST', `/processes/${nextKey()}/drafts`, {})).status).toBe(404);
  });

  it('两人同时发布，只成一次', async () => {
    const draft = await create();
    const answers = await Promise.all([wide, second].map((who) => call(who, 'POST', `/process-drafts/${draft.draftId}/publish`, { revision: 1 })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await call(author, 'GET', `/processes/${draft.key}`)).body.versions).toHaveLength(1);
  });
});

describe('谁可以做什么 (WFL-01)', () => {
  it('别的部门看得到已发布的，看不到也改不了草稿；审查员只看不改；收件员连看都不能', async () => {
    const published = await publish(await create());
    const draft = (await call(author, 'POST', `/processes/${published.key}/drafts`, {})).body as ProcessDraft;
    const asked: [Parameters<typeof call>[1], string, object?][] = [
      ['GET', `/process-drafts/${draft.draftId}`], ['PUT', `/process-drafts/${draft.draftId}`, { revision: 1, xml: draft.xml, note: '' }], ['DELETE', `/process-drafts/${draft.draftId}?revision=1`],
      ['POST', `/process-drafts/${draft.draftId}/publish`, { revision: 1 }], ['POST', `/processes/${published.key}/drafts`, {}],
    ];
    for (const [method, url, payload] of asked) {
      expect((await call(stranger, method, url, payload)).status, `stranger ${method} ${url}`).toBe(404);
      if (method !== 'GET') expect((await call(reviewer, method, url, payload)).status, `reviewer ${method} ${url}`).toBe(403);
      expect((await call(clerk, method, url, payload)).status, `clerk ${method} ${url}`).toBe(403);
    }
    expect((await call(stranger, 'GET', `/processes/${published.key}`)).body).toMatchObject({ draft: null, versions: [{ version: 1 }], abilities: { draft: false } });
    expect((await call(reviewer, 'GET', `/processes/${published.key}`)).body).toMatchObject({ draft: { draftId: draft.draftId }, abilities: { draft: false } });
    for (const url of ['/processes', `/processes/${published.key}`, `/process-versions/${published.definitionId}`]) expect((await call(clerk, 'GET', url)).status).toBe(403);
    expect((await call(reviewer, 'POST', '/processes', { key: nextKey(), xml: 'x' })).status).toBe(403);
  });

  it('平台带来的流程，只有管全市的人可以起草新版本', async () => {
    const key = nextKey();
    await publishAsPlatform(server().kernel, key, userTask('accept', '受理', 'window'), 's > accept > e');
    expect((await call(author, 'POST', `/processes/${key}/drafts`, {})).status).toBe(404);
    expect((await call(wide, 'POST', `/processes/${key}/drafts`, {})).body).toMatchObject({ key, name: key });
    expect((await call(author, 'GET', `/processes/${key}`)).body).toMatchObject({ draft: null, versions: [{ publishedByName: null, note: '' }] });
  });

  it('角色只列可以办件的，收件员不能问', async () => {
    const { body } = await call(author, 'GET', '/process-handler-roles');
    const codes = body.roles.map(({ code }: { code: string }) => code);
    expect([codes.includes('reviewer'), codes.includes('security-administrator')]).toEqual([true, false]);
    expect((await call(clerk, 'GET', '/process-handler-roles')).status).toBe(403);
  });

  it('按名称和编码找，按状态筛选，逐页翻', async () => {
    const key = `paged-${createId().slice(-12)}`;
    for (const part of ['a', 'b', 'c']) await create(xmlOf(`${key}-${part}`, `翻页${part}`), `${key}-${part}`);
    const first = (await call(author, 'GET', `/processes?q=${key}&limit=2`)).body;
    expect(first.items.map((item: { name: string }) => item.name)).toEqual(['翻页a', '翻页b']);
    expect((await call(author, 'GET', `/processes?q=${key}&limit=2&cursor=${first.nextCursor}`)).body.items).toMatchObject([{ key: `${key}-c`, published: null }]);
    expect((await call(author, 'GET', `/processes?q=${encodeURIComponent('翻页')}&state=never-published`)).body.items).toHaveLength(3);
    expect((await call(author, 'GET', `/processes?q=${key}&state=published`)).body.items).toEqual([]);
    expect((await call(stranger, 'GET', `/processes?q=${key}`)).body.items).toEqual([]);
  });
});
