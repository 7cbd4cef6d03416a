import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId } from '../../kernel/db/index.ts';
import { addTestOrganization, signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import { seedItems, toItemElements } from '../../seed/content/index.ts';
import { seedReviewProcesses } from '../../seed/reviews/seed-review-processes.ts';
import { useItemOffice } from '../../testing/item-office.ts';
import type { BundleContent, BundleParts } from './contract.ts';

const office = useItemOffice();
const keys = ['drainage-licence', 'food-business-licence'];
let content: BundleContent;
let decider: TestAccount;
let keeper: TestAccount;
let clerk: TestAccount;

beforeAll(async () => {
  const { server: { kernel }, organizationId, organizationPath, publishNew, elements } = office();
  const items: BundleContent['items'] = [];
  for (const key of keys) {
    const item = seedItems.find((one) => one.key === key);
    if (!item) throw new Error(key);
    const { itemId } = await publishNew({ ...toItemElements(item, () => organizationId), localTaskCode: elements().localTaskCode });
    items.push({ key, itemId, name: key, when: [], dependsOn: [], answers: key === 'food-business-licence' ? [{ question: 'business', option: 'catering', when: [] }, { question: 'cold', option: 'no', when: [] }, { question: 'online', option: 'none', when: [] }] : [] });
  }
  content = { audience: 'company', lifeStages: [], questions: [], items, sharedFields: [], separateFields: [], sharedMaterials: [], notes: [] };
  await seedReviewProcesses(systemContext(kernel, systemActor('test', '测试'), createId()));
  decider = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'decider', scope: { kind: 'organization', organizationPath } }] });
  keeper = await signInTestStaff(kernel, { organizationId, posts: ['item-management'], roles: ['item-administrator'] });
  clerk = await signInTestStaff(kernel, { organizationId, roles: ['window-clerk'] });
});

interface At { bundleId: string; versionId: string; revision: number }
const call = (who: TestAccount | undefined, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => office().call(who, method, url, payload);
const act = async (who: TestAccount, { versionId, revision }: At, action: string, extra: object = {}) => (await call(who, 'POST', `/api/v1/bundle-versions/${versionId}/${action}`, { revision, ...extra })).body;
const review = (who: TestAccount, at: At, decision: 'approve' | 'return', opinion = '意见') => act(who, at, 'review', { decision, opinion });
const read = async ({ versionId }: At, who: TestAccount = office().editor) => (await call(who, 'GET', `/api/v1/bundle-versions/${versionId}`)).body;
const bundleOf = async ({ bundleId }: At) => (await call(office().editor, 'GET', `/api/v1/bundle-catalogue/${bundleId}`)).body;
const inbox = async (who: TestAccount) => ((await call(who, 'GET', '/api/v1/inbox?limit=100')).body.items as { subject: { type: string; id: string } }[])
  .flatMap(({ subject }) => (subject.type === 'bundle-version' ? [subject.id] : []));

async function configure(code: string): Promise<At> {
  const { editor, organizationId } = office();
  await call(editor, 'POST', '/api/v1/bundle-catalogue', { entries: [{ code, name: `${code}一件事`, audience: 'company', cooperatingDepartmentNames: [] }] });
  const bundleId = (await call(editor, 'GET', `/api/v1/bundle-catalogue?q=${code}`)).body.items[0].id;
  await call(editor, 'POST', `/api/v1/bundle-catalogue/${bundleId}/claim`, { organizationId });
  return renew(bundleId);
}

async function renew(bundleId: string): Promise<At> {
  const { editor } = office();
  const draft = (await call(editor, 'POST', `/api/v1/bundle-catalogue/${bundleId}/versions`)).body;
  return (await call(editor, 'PUT', `/api/v1/bundle-versions/${draft.versionId}`, { revision: draft.revision, content })).body;
}

const submit = async (draft: At): Promise<At> => act(office().editor, draft, 'submit');
const publish = async (draft: At): Promise<At> => review(keeper, await review(decider, await submit(draft), 'approve'), 'approve');

describe('一件事的审核流程（BDL-01，CAT-03）', () => {
  it('提交后初审人收到待办，不是别人；初审通过转复审，复审通过即发布，待办消失', async () => {
    const submitted = await submit(await configure('RV-1'));
    expect(await inbox(decider)).toContain(submitted.versionId);
    expect(await inbox(office().reviewer)).not.toContain(submitted.versionId);
    expect(await read(submitted, decider)).toMatchObject({ abilities: { review: true, comment: true }, review: { kind: 'bundle', state: 'open', tasks: [{ name: '初审', mine: true }] } });
    expect((await read(submitted, office().reviewer)).abilities.review).toBe(false);
    expect((await review(office().reviewer, submitted, 'approve')).code).toBe('reviews.not-your-turn');

    const checked = await review(decider, submitted, 'approve', '问卷清楚');
    expect(checked).toMatchObject({ state: 'in-review' });
    expect((await call(undefined, 'GET', `/api/v1/bundles/${submitted.bundleId}`)).status).toBe(404);
    expect([await inbox(decider), await inbox(keeper)].map((ids) => ids.includes(submitted.versionId))).toEqual([false, true]);
    expect((await review(decider, checked, 'approve')).code).toBe('reviews.not-your-turn');
    expect(await review(keeper, checked, 'approve', '同意发布')).toMatchObject({ state: 'published' });
    expect(await inbox(keeper)).not.toContain(submitted.versionId);
    expect((await read(submitted)).review).toMatchObject({ state: 'approved', tasks: [], steps: [{ name: '初审', opinion: '问卷清楚' }, { name: '复审', opinion: '同意发布' }] });
    expect((await call(undefined, 'GET', `/api/v1/bundles/${submitted.bundleId}`)).status).toBe(200);
  });

  it('没有审核权限的、外部门的、提交人自己都不能审核', async () => {
    const submitted = await submit(await configure('RV-2'));
    expect((await call(clerk, 'POST', `/api/v1/bundle-versions/${submitted.versionId}/review`, { revision: submitted.revision, decision: 'approve', opinion: '同意' })).status).toBe(403);
    expect((await call(office().other, 'POST', `/api/v1/bundle-versions/${submitted.versionId}/review`, { revision: submitted.revision, decision: 'approve', opinion: '同意' })).status).toBe(404);
    expect((await review(office().editor, submitted, 'approve')).code).toBe('bundles.own-review');
    expect((await read(submitted)).state).toBe('in-review');
  });

  it('退回、撤回都结束审核，待办消失；再提交从初审开始', async () => {
    const returned = await review(decider, await submit(await configure('RV-3')), 'return', '请补充简介');
    expect(returned).toMatchObject({ state: 'draft' });
    const again = await submit(returned);
    expect(await inbox(decider)).toContain(again.versionId);
    const withdrawn = await act(office().editor, again, 'withdraw');
    expect(withdrawn.state).toBe('draft');
    expect(await inbox(decider)).not.toContain(again.versionId);
    expect((await read(again)).review).toMatchObject({ state: 'cancelled', tasks: [] });
    expect((await read(await submit(withdrawn))).review.tasks).toMatchObject([{ name: '初审' }]);
  });

  it('按设置的流程审核：设为一级审核的部门，一次通过即发布', async () => {
    const setting = { kind: 'bundle', taskType: null, organizationId: office().organizationId, processKey: 'catalogue-review-single' };
    expect((await call(keeper, 'PUT', '/api/v1/review-settings', setting)).status).toBe(204);
    const submitted = await submit(await configure('RV-4'));
    expect((await read(submitted)).review.tasks).toMatchObject([{ name: '审核' }]);
    expect(await review(keeper, submitted, 'approve')).toMatchObject({ state: 'published' });
    const { settings } = (await call(keeper, 'GET', '/api/v1/review-settings')).body;
    for (const { id } of settings) await office().server.app.inject({ method: 'DELETE', url: `/api/v1/review-settings/${id}`, headers: keeper.headers });
  });

  it('更换牵头部门时，审核中的退回草稿，由新的部门核对后重新提交', async () => {
    const { other } = office();
    const submitted = await submit(await configure('RV-5'));
    expect((await call(keeper, 'POST', `/api/v1/bundle-catalogue/${submitted.bundleId}/claim`, { organizationId: other.organizationId })).body).toMatchObject({ state: 'draft' });
    expect(await inbox(decider)).not.toContain(submitted.versionId);
    expect(await read(submitted, other)).toMatchObject({ state: 'draft', abilities: { edit: true }, review: { state: 'cancelled' }, reviewOpinion: expect.stringContaining('请核对后重新提交') });
  });
});

describe('逐项批注（BDL-01，CAT-03）', () => {
  const say = (who: TestAccount, { versionId }: At, body: object) => call(who, 'POST', `/api/v1/bundle-versions/${versionId}/comments`, body);
  const comments = async ({ versionId }: At) => (await call(office().editor, 'GET', `/api/v1/bundle-versions/${versionId}/comments`)).body.comments;

  it('审核人在一处批注，配置人回复、标为已处理、重新打开', async () => {
    const submitted = await submit(await configure('RM-1'));
    expect((await say(decider, submitted, { path: 'items.drainage-licence', text: '请写明要等谁办完' })).status).toBe(204);
    const [thread] = await comments(submitted);
    expect(thread).toMatchObject({ path: 'items.drainage-licence', label: '事项与关联 · drainage-licence', text: '请写明要等谁办完', authorName: decider.name, resolvedAt: null, answers: [] });
    await say(office().editor, submitted, { path: 'items', text: '不用等待', threadId: thread.id });
    expect((await read(submitted)).openComments).toBe(1);
    const resolve = (who: TestAccount, resolved: boolean) => call(who, 'POST', `/api/v1/bundle-versions/${submitted.versionId}/comments/${thread.id}/resolve`, { resolved });
    expect((await resolve(clerk, true)).status).toBe(403);
    expect((await resolve(decider, true)).status).toBe(204);
    expect(await comments(submitted)).toMatchObject([{ resolvedByName: decider.name, answers: [{ text: '不用等待', authorName: office().editor.name }] }]);
    expect((await read(submitted)).openComments).toBe(0);
    await resolve(decider, false);
    expect((await read(submitted)).openComments).toBe(1);
  });

  it('可以对单个字段、单份材料批注；没有的字段和材料不能', async () => {
    const submitted = await submit(await configure('RM-3'));
    const parts: BundleParts = (await call(decider, 'GET', `/api/v1/bundle-versions/${submitted.versionId}/parts`)).body;
    const shared = parts.fields.find(({ sources }) => sources.length > 1);
    const [material] = parts.materials;
    const [field, paper] = [shared?.sources.at(-1), material?.sources[0]];
    if (!shared || !material || !field || !paper) throw new TypeError('two items share a field and ask for a material');
    expect((await say(decider, submitted, { path: `fields.${field.item}.${field.key}`, text: '两个事项要的不是同一个人' })).status).toBe(204);
    expect((await say(decider, submitted, { path: `materials.${paper.item}.${paper.key}`, text: '可以免交' })).status).toBe(204);
    expect((await comments(submitted)).map(({ label }: { label: string }) => label)).toEqual([
      `字段 · ${shared.label}（${shared.sources.length} 个事项共用）`, expect.stringContaining(`材料 · ${material.name}（`),
    ]);
    for (const path of [`fields.${field.item}.unknown`, `materials.unknown.${paper.key}`, 'fields', 'materials']) {
      expect((await say(decider, submitted, { path, text: '甲' })).body.code).toBe('reviews.unknown-part');
    }
  });

  it('批注的字段后来没有了，仍看得到、可以回复和了结', async () => {
    const draft = await configure('RM-4');
    const [path] = (await call(office().editor, 'GET', `/api/v1/bundle-versions/${draft.versionId}/parts`)).body.fields
      .flatMap(({ sources }: BundleParts['fields'][number]) => sources).filter(({ item }: { item: string }) => item === 'drainage-licence')
      .map(({ item, key }: { item: string; key: string }) => `fields.${item}.${key}`);
    await say(decider, draft, { path, text: '这个事项不用办' });
    const left = { ...content, items: content.items.filter(({ key }) => key !== 'drainage-licence') };
    expect((await call(office().editor, 'PUT', `/api/v1/bundle-versions/${draft.versionId}`, { revision: draft.revision, content: left })).status).toBe(200);
    const [thread] = await comments(draft);
    expect(thread).toMatchObject({ path, label: '字段' });
    expect((await say(office().editor, draft, { path, text: '已去掉', threadId: thread.id })).status).toBe(204);
    expect((await call(decider, 'POST', `/api/v1/bundle-versions/${draft.versionId}/comments/${thread.id}/resolve`, { resolved: true })).status).toBe(204);
  });

  it('不存在的地方、别人的版本、没有权限的人、已发布的版本不能批注', async () => {
    const draft = await configure('RM-2');
    expect((await say(decider, draft, { path: 'unknown', text: '甲' })).body.code).toBe('reviews.unknown-part');
    expect((await say(decider, draft, { path: 'notes', text: '甲', threadId: createId() })).body.code).toBe('reviews.comment-not-found');
    expect((await say(office().other, draft, { path: 'notes', text: '甲' })).status).toBe(404);
    expect((await say(clerk, draft, { path: 'notes', text: '甲' })).status).toBe(403);
    const noPermission = await signInTestStaff(office().server.kernel, { organizationId: (await addTestOrganization(office().server.kernel)).id, roles: ['reviewer'] });
    expect((await call(noPermission, 'GET', `/api/v1/bundle-versions/${draft.versionId}/comments`)).status).toBe(403);
    expect((await say(decider, await publish(draft), { path: 'notes', text: '甲' })).body.code).toBe('reviews.comments-closed');
  });
});

describe('停办（BDL-01）', () => {
  it.each([['正在配置', false], ['正在审核', true]])('%s的新版本一并关闭，内容留给以后的草稿', async (_name, handIn) => {
    const published = await publish(await configure(handIn ? 'RT-2' : 'RT-1'));
    const draft = await renew(published.bundleId);
    const saved = (await call(office().editor, 'PUT', `/api/v1/bundle-versions/${draft.versionId}`, { revision: draft.revision, content: { ...content, notes: ['新的提示'] } })).body;
    const open = handIn ? await submit(saved) : saved;
    expect((await bundleOf(open)).bundle).toMatchObject({ state: 'published', renewal: handIn ? 'in-review' : 'draft' });
    expect((await call(keeper, 'POST', `/api/v1/bundle-catalogue/${open.bundleId}/retire`, { reason: '并入新的一件事' })).body).toMatchObject({ state: 'retired' });
    const { bundle, versions } = await bundleOf(open);
    expect(bundle).toMatchObject({ state: 'retired', renewal: null, publishedVersionId: null });
    expect(versions.map(({ state }: { state: string }) => state)).toEqual(['retired', 'retired']);
    expect(await inbox(decider)).not.toContain(open.versionId);
    expect((await call(office().editor, 'PUT', `/api/v1/bundle-versions/${open.versionId}`, { revision: open.revision + 1, content })).body.code).toBe('bundles.state-refused');
    const next = (await call(office().editor, 'POST', `/api/v1/bundle-catalogue/${open.bundleId}/versions`)).body;
    expect((await read(next))).toMatchObject({ versionNumber: 3, state: 'draft', content: { notes: ['新的提示'] } });
  });
});

describe('梳理进度里的一件事（CAT-13）', () => {
  const stages = async () => {
    await office().server.relay.drain();
    const { body } = await call(keeper, 'GET', '/api/v1/survey-board/subjects?kind=bundle&limit=100');
    return new Map((body.items as { id: string; name: string; stage: string; movable: boolean; organizationName: string }[]).map((row) => [row.name, row]));
  };

  let open: At;

  // What the tests before left to be delivered.
  beforeAll(async () => { await office().server.relay.drain(); });

  it('配置中是初稿，提交后是部门确认，不能手工推进', async () => {
    open = await configure('SB-1');
    expect((await stages()).get('SB-1一件事')).toMatchObject({ id: open.bundleId, stage: 'drafted', movable: false, organizationName: '区住建局' });
    open = await submit(open);
    expect((await stages()).get('SB-1一件事')?.stage).toBe('confirmed');
    expect((await call(keeper, 'PUT', `/api/v1/survey-board/subjects/${open.bundleId}`, { revision: 1, stage: 'online' })).body.code).toBe('surveys.subject-derived');
  });

  it('发布后上线，新建版本仍是上线，改名随之更新；停办后不在进度里', async () => {
    const { editor } = office();
    await review(keeper, await review(decider, open, 'approve'), 'approve');
    await renew(open.bundleId);
    await call(editor, 'POST', '/api/v1/bundle-catalogue', { entries: [{ code: 'SB-1', name: '改名的一件事', audience: 'company', cooperatingDepartmentNames: [] }] });
    const renamed = await stages();
    expect([renamed.get('改名的一件事')?.stage, renamed.has('SB-1一件事')]).toEqual(['online', false]);
    await call(keeper, 'POST', `/api/v1/bundle-catalogue/${open.bundleId}/retire`, { reason: '停办' });
    expect((await stages()).has('改名的一件事')).toBe(false);
  });

  it('认领还没有配置的是未开始；没有认领的不在进度里', async () => {
    const { editor, organizationId } = office();
    const entries = ['SB-2', 'SB-3'].map((code) => ({ code, name: `${code}一件事`, audience: 'person', cooperatingDepartmentNames: [] }));
    await call(editor, 'POST', '/api/v1/bundle-catalogue', { entries });
    const { items } = (await call(editor, 'GET', '/api/v1/bundle-catalogue?q=SB-2')).body;
    await call(editor, 'POST', `/api/v1/bundle-catalogue/${items[0].id}/claim`, { organizationId });
    const board = await stages();
    expect([board.get('SB-2一件事')?.stage, board.has('SB-3一件事')]).toEqual(['not-started', false]);
  });
});
