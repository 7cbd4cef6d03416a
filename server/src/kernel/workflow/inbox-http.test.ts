import { beforeAll, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { commit } from '../commit.ts';
import { createId, WriteBatch } from '../db/index.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../identity/testing/test-accounts.ts';
import { startInstance } from './index.ts';
import { contextOf, publish, userTask } from './testing/office.ts';

const server = useTestServer();
let clerk: TestAccount;
let colleague: TestAccount;
let stranger: TestAccount;
let citizen: TestAccount;
let bureau: { id: string; path: string };

beforeAll(async () => {
  const { kernel } = server();
  bureau = await addTestOrganization(kernel, { name: '测试市住房和城乡建设局' });
  const section = await addTestOrganization(kernel, { name: '测试市住建局许可科', parent: bureau });
  clerk = await signInTestStaff(kernel, { organizationId: section.id, posts: ['window'] });
  colleague = await signInTestStaff(kernel, { organizationId: bureau.id, posts: ['window'] });
  stranger = await signInTestStaff(kernel, { posts: ['window'] });
  citizen = await signInTestPerson(kernel);
  await publish(kernel, 'accept-only', userTask('accept', '受理', 'window', '=bureau', 'tongban:step="acceptance" tongban:limitWorkingDays="2"'), 's > accept > e');
});

async function begin(): Promise<string> {
  const ctx = contextOf(server().kernel);
  const batch = new WriteBatch();
  const subjectId = createId();
  await startInstance(ctx, batch, {
    processKey: 'accept-only', subjectType: 'case', subjectId, subjectNumber: `N${subjectId.slice(-8)}`, subjectName: '张三', title: '施工许可', variables: { bureau: bureau.id },
  });
  await commit(ctx, batch);
  return subjectId;
}

async function call(account: TestAccount, method: 'GET' | 'POST', url: string, payload?: object): Promise<{ status: number; body: { code?: string; items?: Record<string, unknown>[] } & Record<string, unknown> }> {
  const answer = await server().app.inject({ method, url, headers: account.headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
}

async function taskIn(account: TestAccount, subjectId: string): Promise<Record<string, unknown> | undefined> {
  const { body } = await call(account, 'GET', '/api/v1/inbox?box=todo&limit=100');
  return body.items?.find(({ subject }) => typeof subject === 'object' && subject !== null && 'id' in subject && subject.id === subjectId);
}

describe('待办接口 (WFL-02)', () => {
  test('机构及其下级的岗位人员都看得到，别的机构看不到，群众不能用', async () => {
    const subjectId = await begin();
    expect(await taskIn(clerk, subjectId)).toMatchObject({ kind: 'task', name: '受理', step: 'acceptance', claim: 'open', dueOn: '2026-11-24', level: 'normal', subject: { title: '施工许可', name: '张三' } });
    expect(await taskIn(colleague, subjectId)).toBeDefined();
    expect(await taskIn(stranger, subjectId)).toBeUndefined();
    expect((await call(citizen, 'GET', '/api/v1/inbox')).status).toBe(403);
    expect((await call(clerk, 'GET', '/api/v1/inbox/count')).body).toMatchObject({ overdue: 0, toRead: 0 });
  });

  test('签收、退回签收、转办、委托、加签、传阅', async () => {
    const subjectId = await begin();
    const id = String((await taskIn(clerk, subjectId))?.['id']);
    const post = (account: TestAccount, verb: string, payload?: object) => call(account, 'POST', `/api/v1/tasks/${id}/${verb}`, payload);
    expect((await post(clerk, 'claim')).status).toBe(204);
    expect(await taskIn(clerk, subjectId)).toMatchObject({ claim: 'mine' });
    expect(await taskIn(colleague, subjectId)).toBeUndefined();
    expect(await post(colleague, 'claim')).toMatchObject({ status: 409, body: { code: 'workflow.claimed-by-other' } });
    expect(await post(stranger, 'transfer', { to: stranger.id, reason: '抢办' })).toMatchObject({ status: 403, body: { code: 'workflow.not-handler' } });
    expect((await post(clerk, 'release')).status).toBe(204);
    expect((await post(clerk, 'transfer', { to: colleague.id, reason: '外出' })).status).toBe(204);
    expect(await taskIn(colleague, subjectId)).toMatchObject({ claim: 'mine' });
    expect((await post(colleague, 'delegate', { to: clerk.id, confirm: false, reason: '代办' })).status).toBe(204);
    expect((await post(clerk, 'readers', { readers: [stranger.id], note: '请知悉' })).status).toBe(204);
    const { body } = await call(stranger, 'GET', '/api/v1/inbox?box=to-read');
    expect(body.items).toMatchObject([{ kind: 'reading', note: '请知悉' }]);
    expect((await call(stranger, 'POST', `/api/v1/readings/${String(body.items?.[0]?.['id'])}/read`)).status).toBe(204);
    expect((await post(clerk, 'signers', { mode: 'before', signers: [colleague.id], sequential: false, reason: '会看' })).status).toBe(204);
    expect(await taskIn(clerk, subjectId)).toBeUndefined();
    expect(await taskIn(colleague, subjectId)).toMatchObject({ sign: 'before' });
  });

  test.each([
    ['不存在的待办', `/api/v1/tasks/${createId()}/claim`, undefined, 404],
    ['标识不是编号', '/api/v1/tasks/1/claim', undefined, 400],
    ['没写理由', `/api/v1/tasks/${createId()}/transfer`, { to: createId(), reason: '' }, 400],
    ['没选加签人', `/api/v1/tasks/${createId()}/signers`, { mode: 'before', signers: [], sequential: false, reason: '看' }, 400],
  ])('%s', async (_, url, payload, status) => {
    expect((await call(clerk, 'POST', url, payload)).status).toBe(status);
  });

  test('翻页位置被改动时说明怎么办', async () => {
    expect((await call(clerk, 'GET', '/api/v1/inbox?cursor=abc')).body).toMatchObject({ code: 'kernel.bad-cursor' });
  });
});
