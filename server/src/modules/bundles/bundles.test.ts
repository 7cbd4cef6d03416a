import { beforeAll, describe, expect, it } from 'vitest';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import { useItemOffice } from '../../testing/item-office.ts';
import type { BundleContent, BundleSummary } from './contract.ts';

const office = useItemOffice();
const itemIds = new Map<string, string>();
let outsider: TestAccount;
let clerk: TestAccount;

const entry = { code: 'YJS-2026-01', name: '开餐饮店一件事', batch: '2024年度第一批', audience: 'company', leadDepartmentName: '市场监管部门', cooperatingDepartmentNames: ['住房城乡建设部门'] };

beforeAll(async () => {
  const { server, elements, publishNew, organizationId } = office();
  for (const key of ['food-business-licence', 'drainage-licence', 'outdoor-advertising']) {
    const item = seedItems.find((one) => one.key === key);
    if (!item) throw new Error(key);
    const { itemId } = await publishNew({ ...toItemElements(item, () => organizationId), localTaskCode: elements().localTaskCode });
    itemIds.set(key, itemId);
  }
  const elsewhere = await addTestOrganization(server.kernel, { name: '外区的局', regionCode: '511603000000' });
  outsider = await signInTestStaff(server.kernel, { organizationId: elsewhere.id, roles: [{ code: 'item-administrator', scope: { kind: 'organization', organizationPath: elsewhere.path } }] });
  clerk = await signInTestStaff(server.kernel, { organizationId: organizationId, roles: ['reviewer'] });
});

function contentOf(extra: Partial<BundleContent> = {}): BundleContent {
  const item = (key: string) => ({ key, itemId: itemIds.get(key) ?? '', name: key, when: [], dependsOn: [], answers: [] });
  return {
    audience: 'company', lifeStages: [], sharedFields: [], separateFields: [], sharedMaterials: [], notes: ['开业前办齐。'], summary: '开一家饭店要办的事，一次办完。',
    questions: [{ key: 'sign', text: '要设大型户外招牌吗？', options: [{ key: 'yes', text: '要' }, { key: 'no', text: '不要' }] }],
    items: [
      { ...item('food-business-licence'), answers: [{ question: 'business', option: 'catering', when: [] }, { question: 'cold', option: 'no', when: [] }, { question: 'online', option: 'none', when: [] }] },
      item('drainage-licence'),
      { ...item('outdoor-advertising'), when: [{ question: 'sign', options: ['yes'] }], dependsOn: ['food-business-licence'] },
    ],
    ...extra,
  };
}

async function list(query = '', who: TestAccount | undefined = office().editor) {
  return office().call(who, 'GET', `/api/v1/bundle-catalogue${query}`);
}

async function addEntry(code: string, name = entry.name) {
  const { call, editor } = office();
  await call(editor, 'POST', '/api/v1/bundle-catalogue', { entries: [{ ...entry, code, name }] });
  const { body } = await list(`?q=${code}`);
  return body.items[0].id as string;
}

/** A claimed bundle with an empty draft. */
async function startDraft(code: string) {
  const { call, editor, organizationId } = office();
  const bundleId = await addEntry(code);
  await call(editor, 'POST', `/api/v1/bundle-catalogue/${bundleId}/claim`, { organizationId });
  return (await call(editor, 'POST', `/api/v1/bundle-catalogue/${bundleId}/versions`)).body as { bundleId: string; versionId: string; revision: number };
}

const version = (versionId: string, suffix = '') => `/api/v1/bundle-versions/${versionId}${suffix}`;

describe('一件事目录、认领（BDL-01）', () => {
  it('目录清单按编码幂等维护，按批次、状态、名称查找，按状态计数', async () => {
    const { call, editor } = office();
    const entries = [{ ...entry, code: 'L-1' }, { ...entry, code: 'L-2', name: '企业注销一件事', batch: '地方特色' }];
    expect((await call(editor, 'POST', '/api/v1/bundle-catalogue', { entries })).body).toMatchObject({ created: 2, updated: 0, unchanged: 0 });
    expect((await call(editor, 'POST', '/api/v1/bundle-catalogue', { entries })).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect((await call(editor, 'POST', '/api/v1/bundle-catalogue', { entries: [{ ...entries[0], name: '开办餐饮店' }] })).body).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    const { body } = await list(`?batch=${encodeURIComponent('地方特色')}&state=listed`);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['企业注销一件事']);
    const countOf = (answer: { counts: { state: string; count: number }[] }, state: string) => answer.counts.find((one) => one.state === state)?.count;
    expect(countOf(body, 'listed')).toBe(1);
    expect(countOf((await list()).body, 'listed')).toBeGreaterThanOrEqual(2);
    expect(body.batches).toContain('地方特色');
  });

  it('部门认领后成为牵头部门，别人不能再认领，也看不到配置的入口', async () => {
    const { call, editor, organizationId, other } = office();
    const bundleId = await addEntry('C-1');
    expect((await call(editor, 'POST', `/api/v1/bundle-catalogue/${bundleId}/versions`)).body).toMatchObject({ code: 'bundles.not-claimed' });
    expect((await call(other, 'POST', `/api/v1/bundle-catalogue/${bundleId}/claim`, { organizationId })).status).toBe(403);
    expect((await call(editor, 'POST', `/api/v1/bundle-catalogue/${bundleId}/claim`, { organizationId })).body).toMatchObject({ state: 'claimed' });
    expect((await call(other, 'POST', `/api/v1/bundle-catalogue/${bundleId}/claim`, { organizationId: other.organizationId })).body).toMatchObject({ code: 'bundles.claimed-already', detail: expect.any(String) });
    expect((await call(outsider, 'POST', `/api/v1/bundle-catalogue/${bundleId}/versions`)).status).toBe(404);
  });

  it('管理全区目录的人更换牵头部门，原部门不能再配置；部门自己不能转给别人', async () => {
    const { call, editor, organizationId, other, server } = office();
    const { bundleId, versionId } = await startDraft('C-2');
    const keeper = await signInTestStaff(server.kernel, { organizationId, roles: [{ code: 'item-administrator', scope: { kind: 'all' } }] });
    const detail = async (who: TestAccount) => (await call(who, 'GET', `/api/v1/bundle-catalogue/${bundleId}`)).body;
    expect([(await detail(editor)).abilities.transfer, (await detail(keeper)).abilities.transfer]).toEqual([false, true]);
    expect((await call(editor, 'POST', `/api/v1/bundle-catalogue/${bundleId}/claim`, { organizationId: other.organizationId })).body).toMatchObject({ code: 'bundles.claimed-already' });
    expect((await call(keeper, 'POST', `/api/v1/bundle-catalogue/${bundleId}/claim`, { organizationId: other.organizationId })).body).toMatchObject({ state: 'draft' });
    expect((await detail(other)).bundle.lead).toMatchObject({ id: other.organizationId, name: '别的局' });
    expect((await call(editor, 'PUT', version(versionId), { revision: 1, content: contentOf() })).status).toBe(404);
    expect((await call(other, 'PUT', version(versionId), { revision: 1, content: contentOf() })).status).toBe(200);
  });

  it('没有权限的人不能看目录；公众看不到没有发布的', async () => {
    expect((await list('', clerk)).status).toBe(403);
    expect((await office().call(undefined, 'GET', '/api/v1/bundle-catalogue')).status).toBe(401);
    const { bundleId } = await startDraft('P-1');
    expect((await office().call(undefined, 'GET', `/api/v1/bundles/${bundleId}`)).status).toBe(404);
  });
});

describe('一件事配置、审核、发布（BDL-01）', () => {
  it('配置 → 检查 → 提交 → 他人审核 → 公众按问卷得到事项、一张表单、一套材料、并联步骤和总时限', async () => {
    const { call, editor, reviewer } = office();
    const draft = await startDraft('F-1');
    const early = await call(editor, 'POST', version(draft.versionId, '/submit'), { revision: 1 });
    expect(early.body).toMatchObject({ code: 'bundles.not-ready' });
    const saved = await call(editor, 'PUT', version(draft.versionId), { revision: 1, content: contentOf() });
    expect(saved.body.revision).toBe(2);
    const view = (await call(editor, 'GET', version(draft.versionId))).body;
    expect(view.findings.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    expect(view.abilities).toMatchObject({ edit: true, submit: true, review: false });
    const preview = (await call(editor, 'POST', version(draft.versionId, '/evaluate'), { answers: [{ question: 'sign', option: 'yes' }] })).body;
    expect(preview.items).toHaveLength(3);

    const submitted = (await call(editor, 'POST', version(draft.versionId, '/submit'), { revision: 2 })).body;
    expect((await call(editor, 'POST', version(draft.versionId, '/review'), { revision: submitted.revision, decision: 'approve', opinion: '同意' })).body).toMatchObject({ code: 'bundles.own-review' });
    expect((await call(reviewer, 'POST', version(draft.versionId, '/review'), { revision: submitted.revision, decision: 'approve', opinion: '配置完整，同意发布。' })).body).toMatchObject({ state: 'published' });

    const guide = (await call(undefined, 'GET', `/api/v1/bundles/${draft.bundleId}`)).body;
    expect(guide.items.map(({ name }: { name: string }) => name)).toContain('食品经营许可新办');
    expect((await call(undefined, 'GET', '/api/v1/bundles?audience=company')).body.bundles.map(({ id }: { id: string }) => id)).toContain(draft.bundleId);
    const evaluate = async (answers: object[]) => (await call(undefined, 'POST', `/api/v1/bundles/${draft.bundleId}/evaluate`, { answers })).body;
    expect((await evaluate([])).nextQuestion.key).toBe('sign');
    const outcome = await evaluate([{ question: 'sign', option: 'yes' }]);
    expect(outcome.nextQuestion).toBeNull();
    expect(outcome.steps.map(({ items }: { items: string[] }) => items)).toEqual([['food-business-licence', 'drainage-licence'], ['outdoor-advertising']]);
    expect(outcome.savings.days.after).toBeLessThan(outcome.savings.days.before);
    expect(outcome.savings.fields.after).toBeLessThan(outcome.savings.fields.before);
    expect(outcome.form.definition.sections[0].title).toBe('共同填写');
  });

  it('发布后固定事项版本：事项改版不影响已发布的一件事，新版本使用新内容', async () => {
    const { call, editor, reviewer, act, save } = office();
    const draft = await startDraft('F-2');
    await call(editor, 'PUT', version(draft.versionId), { revision: 1, content: contentOf() });
    await call(editor, 'POST', version(draft.versionId, '/submit'), { revision: 2 });
    await call(reviewer, 'POST', version(draft.versionId, '/review'), { revision: 3, decision: 'approve', opinion: '同意' });
    const itemId = itemIds.get('drainage-licence') ?? '';
    const next = (await call(editor, 'POST', `/api/v1/catalog/items/${itemId}/versions`, {})).body;
    const elements = (await call(editor, 'GET', `/api/v1/catalog/versions/${next.versionId}`)).body.elements;
    const changed = (await save(next, { ...elements, name: '排水许可（新版）' })).body;
    const waiting = (await act(editor, changed, 'submit')).body;
    const approved = (await act(reviewer, waiting, 'review', { decision: 'approve', opinion: '同意' })).body;
    await act(reviewer, approved, 'publish');
    const names = async () => (await call(undefined, 'GET', `/api/v1/bundles/${draft.bundleId}`)).body.items.map(({ name }: { name: string }) => name);
    expect(await names()).not.toContain('排水许可（新版）');
    const second = (await call(editor, 'POST', `/api/v1/bundle-catalogue/${draft.bundleId}/versions`)).body;
    const published = async () => {
      const { items, counts } = (await list('?q=F-2&state=published')).body;
      return [items.map(({ state, renewal }: BundleSummary) => `${state} ${renewal}`), counts.find(({ state }: { state: string }) => state === 'published').count, counts.find(({ state }: { state: string }) => state === 'draft').count];
    };
    expect(await published()).toEqual([['published draft'], 1, 0]);
    expect((await list('?q=F-2&renewal=in-review')).body.items).toEqual([]);
    await call(editor, 'POST', version(second.versionId, '/submit'), { revision: 1 });
    expect(await published()).toEqual([['published in-review'], 1, 0]);
    expect((await list('?renewal=in-review')).body.items.map(({ code }: BundleSummary) => code)).toEqual(['F-2']);
    await call(reviewer, 'POST', version(second.versionId, '/review'), { revision: 2, decision: 'approve', opinion: '同意' });
    expect(await published()).toEqual([['published null'], 1, 0]);
    expect(await names()).toContain('排水许可（新版）');
    const detail = (await call(editor, 'GET', `/api/v1/bundle-catalogue/${draft.bundleId}`)).body;
    expect(detail.versions.map(({ state }: { state: string }) => state)).toEqual(['published', 'superseded']);
  });

  it('两人同时修改，后保存的得到提示；退回后可以继续改；停办后公众看不到', async () => {
    const { call, editor, reviewer } = office();
    const draft = await startDraft('F-3');
    expect((await call(editor, 'PUT', version(draft.versionId), { revision: 1, content: contentOf() })).status).toBe(200);
    expect((await call(reviewer, 'PUT', version(draft.versionId), { revision: 1, content: contentOf({ notes: [] }) })).body).toMatchObject({ code: 'bundles.stale' });
    await call(editor, 'POST', version(draft.versionId, '/submit'), { revision: 2 });
    expect((await call(editor, 'PUT', version(draft.versionId), { revision: 3, content: contentOf() })).body).toMatchObject({ code: 'bundles.state-refused' });
    expect((await call(reviewer, 'POST', version(draft.versionId, '/review'), { revision: 3, decision: 'return', opinion: '请补充说明。' })).body).toMatchObject({ state: 'draft' });
    expect((await call(editor, 'GET', version(draft.versionId))).body.reviewOpinion).toBe('请补充说明。');
    await call(editor, 'POST', version(draft.versionId, '/submit'), { revision: 4 });
    expect((await call(outsider, 'POST', version(draft.versionId, '/withdraw'), { revision: 5 })).status).toBe(404);
    expect((await call(clerk, 'POST', version(draft.versionId, '/withdraw'), { revision: 5 })).status).toBe(403);
    expect((await call(editor, 'POST', version(draft.versionId, '/withdraw'), { revision: 5 })).body).toMatchObject({ state: 'draft', revision: 6 });
    expect((await call(editor, 'POST', version(draft.versionId, '/withdraw'), { revision: 6 })).body).toMatchObject({ code: 'bundles.state-refused' });
    await call(editor, 'POST', version(draft.versionId, '/submit'), { revision: 6 });
    await call(reviewer, 'POST', version(draft.versionId, '/review'), { revision: 7, decision: 'approve', opinion: '同意' });
    expect((await call(outsider, 'POST', `/api/v1/bundle-catalogue/${draft.bundleId}/retire`, { reason: '试' })).status).toBe(404);
    expect((await call(reviewer, 'POST', `/api/v1/bundle-catalogue/${draft.bundleId}/retire`, { reason: '并入新的一件事' })).body).toMatchObject({ state: 'retired' });
    expect((await call(undefined, 'GET', `/api/v1/bundles/${draft.bundleId}`)).status).toBe(404);
  });
});
