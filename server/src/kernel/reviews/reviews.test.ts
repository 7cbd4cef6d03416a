import { beforeAll, describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { seedReviewProcesses } from '../../seed/reviews/seed-review-processes.ts';
import { systemActor, type StaffActor } from '../access/index.ts';
import { commit } from '../commit.ts';
import { systemContext, type Context } from '../context.ts';
import { createId, WriteBatch } from '../db/index.ts';
import { authenticateOf } from '../identity/authenticate.ts';
import { send } from '../identity/testing/http.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../identity/testing/test-accounts.ts';
import { cancelReview, decideReview, findReview, startReview } from './index.ts';

const server = useTestServer();
let department: { id: string; path: string };
let submitter: TestAccount;
let first: TestAccount;
let second: TestAccount;

const system = () => systemContext(server().kernel, systemActor('test'), createId());
async function contextOf(account: TestAccount): Promise<Context> {
  const actor = await authenticateOf(server().kernel)(server().kernel, account.headers.authorization.slice('Bearer '.length));
  return { ...system(), actor: actor as StaffActor };
}

beforeAll(async () => {
  const { kernel } = server();
  await seedReviewProcesses(system());
  const government = await addTestOrganization(kernel, { name: '区政府' });
  department = await addTestOrganization(kernel, { name: '区水务局', parent: government });
  const within = (code: string, path: string, organizationId: string) => ({ code, scope: { kind: 'organization' as const, organizationPath: path }, organizationId });
  submitter = await signInTestStaff(kernel, { organizationId: department.id, roles: [within('item-administrator', department.path, department.id)] });
  first = await signInTestStaff(kernel, { organizationId: department.id, roles: [within('decider', department.path, department.id)] });
  second = await signInTestStaff(kernel, { organizationId: government.id, posts: ['item-management'], roles: ['item-administrator'] });
});

async function submit(who: TestAccount | undefined = submitter): Promise<{ type: string; id: string }> {
  const subject = { type: 'catalogue-entry', id: createId(), number: 'N-1', title: '取水许可', name: '区水务局' };
  const ctx = who ? await contextOf(who) : system();
  const batch = new WriteBatch();
  await startReview(ctx, batch, { kind: 'catalogue-entry', subject, organizationPath: department.path, taskType: '01' });
  await commit(ctx, batch);
  return subject;
}

async function decide(who: TestAccount, subject: { type: string; id: string }, decision: 'approve' | 'return' = 'approve') {
  const ctx = await contextOf(who);
  const batch = new WriteBatch();
  const outcome = await decideReview(ctx, batch, subject, { decision, opinion: `${decision} 的意见` });
  await commit(ctx, batch);
  return outcome;
}

const inboxOf = async ({ headers }: TestAccount) => ((await send(server(), 'GET', '/api/v1/inbox?limit=100', undefined, headers)).body['items'] as { subject: { id: string; type: string } }[]);

describe('可配置的审核流程 (CAT-03)', () => {
  it('初审、复审依次收到待办；都通过才算通过，每一步的意见留存', async () => {
    const subject = await submit();
    expect((await inboxOf(first)).map(({ subject: one }) => one.id)).toContain(subject.id);
    expect((await inboxOf(second)).map(({ subject: one }) => one.id)).not.toContain(subject.id);
    expect(await findReview(await contextOf(first), subject)).toMatchObject({ state: 'open', mine: true, tasks: [{ name: '初审', mine: true }] });
    await expect(decide(second, subject)).rejects.toMatchObject({ code: 'reviews.not-your-turn' });
    expect(await decide(first, subject)).toBe('continuing');
    expect((await inboxOf(second)).find(({ subject: one }) => one.id === subject.id)?.subject.type).toBe('catalogue-entry');
    expect(await decide(second, subject)).toBe('approved');
    const review = await findReview(await contextOf(first), subject);
    expect(review).toMatchObject({ state: 'approved', mine: false, tasks: [], steps: [{ name: '初审', decision: 'approve' }, { name: '复审', opinion: 'approve 的意见' }] });
    await expect(decide(second, subject)).rejects.toMatchObject({ code: 'reviews.not-under-review' });
  });

  it('任何一步退回都结束审核，之后可以重新提交', async () => {
    const subject = await submit();
    expect(await decide(first, subject, 'return')).toBe('returned');
    expect((await inboxOf(second)).some(({ subject: one }) => one.id === subject.id)).toBe(false);
    const ctx = await contextOf(submitter);
    const again = new WriteBatch();
    await startReview(ctx, again, { kind: 'catalogue-entry', subject: { ...subject, number: 'N-1', title: '取水许可', name: '区水务局' }, organizationPath: department.path });
    await commit(ctx, again);
    const twice = new WriteBatch();
    await startReview(ctx, twice, { kind: 'catalogue-entry', subject: { ...subject, number: 'N-1', title: '取水许可', name: '区水务局' }, organizationPath: department.path });
    await expect(commit(ctx, twice)).rejects.toMatchObject({ code: 'reviews.already-under-review' });
  });

  it('撤回后待办消失；提交人不能审核自己提交的', async () => {
    const subject = await submit(second);
    const ctx = await contextOf(second);
    await decide(first, subject);
    await expect(decide(second, subject)).rejects.toMatchObject({ code: 'reviews.own-review' });
    expect(await findReview(ctx, subject)).toMatchObject({ mine: false });
    const batch = new WriteBatch();
    await cancelReview(ctx, batch, subject);
    await commit(ctx, batch);
    expect(await findReview(ctx, subject)).toMatchObject({ state: 'cancelled' });
    expect((await inboxOf(second)).some(({ subject: one }) => one.id === subject.id)).toBe(false);
  });

  it('平台自己提交的一次审核即可', async () => {
    const subject = await submit();
    await decide(first, subject, 'return');
    const batch = new WriteBatch();
    await startReview(system(), batch, { kind: 'catalogue-entry', subject: { ...subject, number: 'N', title: '导入', name: '区水务局' }, organizationPath: department.path });
    await commit(system(), batch);
    expect(await findReview(await contextOf(second), subject)).toMatchObject({ mine: true, tasks: [] });
    expect(await decide(second, subject)).toBe('approved');
  });

  it('新的待办告诉可以审核的人，结果告诉提交人', async () => {
    const subject = await submit();
    await server().relay.drain();
    await decide(first, subject);
    await server().relay.drain();
    await decide(second, subject);
    await server().relay.drain();
    const titles = async ({ id }: TestAccount) => (await server().kernel.db.pool.query(
      `SELECT title FROM messaging.message WHERE recipient_id = $1 AND channel = 'in-site' ORDER BY id DESC`, [id])).rows.map(({ title }: { title: string }) => title);
    expect((await titles(first))[0]).toBe('待审核：取水许可（初审）');
    expect((await titles(second))[0]).toBe('待审核：取水许可（复审）');
    expect((await titles(submitter))[0]).toBe('取水许可：已审核通过');
  });
});

describe('审核流程设置 (CAT-03)', () => {
  const put = (who: TestAccount, body: object) => send(server(), 'PUT', '/api/v1/review-settings', body, who.headers);
  const single = (change: object = {}) => ({ kind: 'delegation', taskType: null, organizationId: null, processKey: 'catalogue-review-single', ...change });

  it('列出可选流程及其环节；按部门、事项类型指定的最近的一个生效', async () => {
    const { body } = await send(server(), 'GET', '/api/v1/review-settings', undefined, second.headers);
    expect(body['processes']).toMatchObject([{ key: 'catalogue-review', name: '两级审核', steps: ['初审', '复审'] }, { key: 'catalogue-review-department', steps: ['部门确认'] }, { key: 'catalogue-review-single', steps: ['审核'] }]);
    const start = async () => {
      const ctx = await contextOf(submitter);
      const subject = { type: 'delegation', id: createId(), number: 'N', title: '下放', name: '区水务局' };
      const batch = new WriteBatch();
      await startReview(ctx, batch, { kind: 'delegation', subject, organizationPath: department.path, taskType: '01' });
      await commit(ctx, batch);
      return (await findReview(ctx, subject))?.tasks.map(({ name }) => name);
    };
    expect(await start()).toEqual(['初审']);
    expect((await put(second, single({ organizationId: department.id }))).status).toBe(204);
    expect(await start()).toEqual(['审核']);
    expect((await put(second, single({ organizationId: department.id, taskType: '01', processKey: 'catalogue-review' }))).status).toBe(204);
    expect(await start()).toEqual(['初审']);
    const settings = (await send(server(), 'GET', '/api/v1/review-settings', undefined, second.headers)).body['settings'] as { id: string; taskType: string | null }[];
    expect(settings).toMatchObject([{ taskType: null, organization: { name: '区水务局' }, process: { name: '一级审核' } }, { taskType: '01' }]);
    for (const { id } of settings) expect((await send(server(), 'DELETE', `/api/v1/review-settings/${id}`, undefined, second.headers)).status).toBe(204);
    expect(await start()).toEqual(['初审']);
  });

  it('只能选已发布的审核流程；别的人和范围以外的不能设置', async () => {
    expect((await put(second, single({ processKey: 'immediate' }))).body['code']).toBe('reviews.unknown-process');
    expect((await put(submitter, single())).status).toBe(403);
    expect((await put(submitter, single({ organizationId: (await addTestOrganization(server().kernel)).id }))).status).toBe(403);
    expect((await put(first, single())).status).toBe(403);
    expect((await put(await signInTestPerson(server().kernel), single())).status).toBe(403);
    expect((await send(server(), 'DELETE', `/api/v1/review-settings/${createId()}`, undefined, second.headers)).body['code']).toBe('reviews.setting-not-found');
  });
});
