import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { createId, tablesOf } from '../../kernel/db/index.ts';
import { signInTestStaff, type TestAccount } from '../../kernel/identity/testing/test-accounts.ts';
import type { ReviewsTables } from '../../kernel/reviews/tables.ts';
import { seedReviewProcesses } from '../../seed/reviews/seed-review-processes.ts';
import { applyIncomingElements } from './index.ts';
import { useItemOffice } from '../../testing/item-office.ts';

const office = useItemOffice();
const system = () => systemContext(office().server.kernel, systemActor('directory', '基本目录'), createId());
let decider: TestAccount;
let keeper: TestAccount;

beforeAll(async () => {
  const { server: { kernel }, organizationId, organizationPath } = office();
  await seedReviewProcesses(system());
  decider = await signInTestStaff(kernel, { organizationId, roles: [{ code: 'decider', scope: { kind: 'organization', organizationPath } }] });
  keeper = await signInTestStaff(kernel, { organizationId, posts: ['item-management'], roles: ['item-administrator'] });
});

const read = async (versionId: string, who = office().editor) => (await office().call(who, 'GET', `/api/v1/catalog/versions/${versionId}`)).body;
const submit = async () => (await office().act(office().editor, (await office().create()).body, 'submit')).body;
const review = (who: TestAccount, at: { versionId: string; revision: number }, decision: 'approve' | 'return') =>
  office().act(who, at, 'review', { decision, opinion: decision === 'approve' ? '同意' : '请补充' });

describe('实施清单审核 (CAT-03)', () => {
  it('初审后仍在审核中，复审通过才可以发布；页面显示走到哪一步', async () => {
    const submitted = await submit();
    expect((await read(submitted.versionId, decider))).toMatchObject({ abilities: { review: true }, review: { tasks: [{ name: '初审', mine: true }] } });
    expect((await read(submitted.versionId, office().reviewer)).abilities.review).toBe(false);
    expect((await review(office().reviewer, submitted, 'approve')).body.code).toBe('reviews.not-your-turn');
    const checked = (await review(decider, submitted, 'approve')).body;
    expect(checked.state).toBe('in-review');
    expect((await office().act(office().reviewer, checked, 'publish')).body.code).toBe('catalog.state-refused');
    const approved = (await review(keeper, checked, 'approve')).body;
    expect(approved.state).toBe('approved');
    expect((await office().act(keeper, approved, 'publish')).body.state).toBe('published');
    expect((await read(submitted.versionId)).review).toMatchObject({ state: 'approved', steps: [{ name: '初审' }, { name: '复审' }] });
  });

  it('初审退回后可以修改再提交，审核从头开始；审核中可以撤回', async () => {
    const submitted = await submit();
    const returned = (await review(decider, submitted, 'return')).body;
    expect(returned.state).toBe('draft');
    const again = (await office().act(office().editor, returned, 'submit')).body;
    expect((await read(again.versionId)).review.tasks).toMatchObject([{ name: '初审' }]);
    const withdrawn = await office().act(office().editor, again, 'withdraw');
    expect(withdrawn.body.state).toBe('draft');
    expect((await read(again.versionId)).review).toMatchObject({ state: 'cancelled', tasks: [] });
    expect((await office().act(office().editor, withdrawn.body, 'withdraw')).body.code).toBe('catalog.state-refused');
  });

  it('审核中上级清单变更：审核停止，退回草稿', async () => {
    const submitted = await submit();
    await applyIncomingElements(system(), submitted.itemId, { summary: '新的' }, '省清单调整');
    expect(await read(submitted.versionId)).toMatchObject({ state: 'draft', review: { state: 'cancelled' }, reviewOpinion: '省清单调整' });
  });
});

describe('逐要素批注 (CAT-03)', () => {
  const say = (who: TestAccount, versionId: string, body: object) => office().call(who, 'POST', `/api/v1/catalog/versions/${versionId}/comments`, body);
  const comments = async (versionId: string) => (await office().call(office().editor, 'GET', `/api/v1/catalog/versions/${versionId}/comments`)).body.comments;

  it('审核人批注、编制人回复、标为已处理、重新打开', async () => {
    const { versionId } = await submit();
    expect((await say(decider, versionId, { path: 'materials.plan', text: '请写明份数' })).status).toBe(204);
    const [thread] = await comments(versionId);
    expect(thread).toMatchObject({ path: 'materials.plan', label: '申请材料', text: '请写明份数', authorName: decider.name, resolvedAt: null, answers: [] });
    await say(office().editor, versionId, { path: 'materials', text: '已改为两份', threadId: thread.id });
    expect((await read(versionId)).openComments).toBe(1);
    const resolve = (resolved: boolean) => office().call(decider, 'POST', `/api/v1/catalog/versions/${versionId}/comments/${thread.id}/resolve`, { resolved });
    await resolve(true);
    expect(await comments(versionId)).toMatchObject([{ resolvedByName: decider.name, answers: [{ text: '已改为两份', authorName: office().editor.name }] }]);
    expect((await read(versionId)).openComments).toBe(0);
    await resolve(false);
    expect((await read(versionId)).openComments).toBe(1);
  });

  it('不存在的要素、别人的版本、已发布的版本不能批注', async () => {
    const { versionId } = await submit();
    expect((await say(decider, versionId, { path: 'unknown', text: '甲' })).body.code).toBe('reviews.unknown-part');
    expect((await say(decider, versionId, { path: 'name', text: '甲', threadId: createId() })).body.code).toBe('reviews.comment-not-found');
    expect((await say(office().other, versionId, { path: 'name', text: '甲' })).status).toBe(404);
    const clerk = await signInTestStaff(office().server.kernel, { organizationId: office().organizationId, roles: ['window-clerk'] });
    expect((await say(clerk, versionId, { path: 'name', text: '甲' })).status).toBe(403);
    await review(decider, { versionId, revision: 2 }, 'approve');
    const approved = (await review(keeper, { versionId, revision: 3 }, 'approve')).body;
    await office().act(keeper, approved, 'publish');
    expect((await say(decider, versionId, { path: 'name', text: '甲' })).body.code).toBe('reviews.comments-closed');
  });

  it('删除草稿，批注一并删除；别的版本的批注还在', async () => {
    const { kernel } = office().server;
    const [kept, published] = [await submit(), await submit()];
    await say(decider, kept.versionId, { path: 'name', text: '甲' });
    const approved = (await review(keeper, (await review(decider, published, 'approve')).body, 'approve')).body;
    await office().act(keeper, approved, 'publish');
    const draft = (await office().call(office().editor, 'POST', `/api/v1/catalog/items/${published.itemId}/versions`, {})).body;
    await say(decider, draft.versionId, { path: 'name', text: '乙' });
    const [thread] = await comments(draft.versionId);
    await say(office().editor, draft.versionId, { path: 'name', text: '丙', threadId: thread.id });
    await office().act(office().editor, draft, 'discard');
    const left = await tablesOf<ReviewsTables>(kernel.db).selectFrom('reviews.comment').select('text').where('subjectId', 'in', [kept.versionId, draft.versionId]).execute();
    expect(left).toEqual([{ text: '甲' }]);
  });
});
