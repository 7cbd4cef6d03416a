import { setTimeout as delay } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { commit } from '../commit.ts';
import { createId, WriteBatch } from '../db/index.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from '../identity/testing/test-accounts.ts';
import { startInstance } from '../workflow/index.ts';
import { contextOf, publish, userTask } from '../workflow/testing/office.ts';
import { liveFeed } from './feed.ts';
import { follow } from './testing/follower.ts';

const server = useTestServer();
let origin: string;
let bureau: { id: string; path: string };
let clerk: TestAccount;
let colleague: TestAccount;
let stranger: TestAccount;

const inbox = ({ topic }: { topic: string }): boolean => topic === 'workflow.inbox';

beforeAll(async () => {
  const { kernel, app } = server();
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
  bureau = await addTestOrganization(kernel);
  clerk = await signInTestStaff(kernel, { organizationId: bureau.id, posts: ['window'] });
  colleague = await signInTestStaff(kernel, { organizationId: bureau.id, posts: ['window'] });
  stranger = await signInTestStaff(kernel, { posts: ['window'] });
  await publish(kernel, 'accept-live', userTask('accept', '受理', 'window', '=bureau', 'tongban:step="acceptance"'), 's > accept > e');
});

async function begin(): Promise<string> {
  const ctx = contextOf(server().kernel);
  const batch = new WriteBatch();
  const subjectId = createId();
  await startInstance(ctx, batch, { processKey: 'accept-live', subjectType: 'case', subjectId, subjectNumber: `N${subjectId.slice(-8)}`, subjectName: '张三', title: '施工许可', variables: { bureau: bureau.id } });
  await commit(ctx, batch);
  return subjectId;
}

describe('待办的变化随时推送 (WFL-02)', () => {
  test('来了待办，能办的人都知道，别的部门的人不知道；有人签收，同事也知道', async () => {
    const [mine, theirs, others] = await Promise.all([clerk, colleague, stranger].map(({ headers }) => follow(origin, 'workflow.inbox', headers)));
    if (!mine || !theirs || !others) throw new Error('not followed');
    const subjectId = await begin();
    await Promise.all([mine.until(inbox), theirs.until(inbox)]);
    expect(others.changes).toEqual([]);
    const told = theirs.changes.length;
    const { rows: [task] } = await server().database.db.pool.query<{ id: string }>('SELECT id FROM workflow.task WHERE subject_id = $1', [subjectId]);
    const claimed = await server().app.inject({ method: 'POST', url: `/api/v1/tasks/${task?.id}/claim`, headers: clerk.headers });
    expect(claimed.statusCode).toBeLessThan(300);
    await theirs.until((change) => inbox(change) && theirs.changes.length > told);
    for (const one of [mine, theirs, others]) one.stop();
  });

  test('比别的事务先开始、后提交的变化也不会漏掉', async () => {
    const mine = await follow(origin, 'workflow.inbox', clerk.headers);
    const client = await server().database.db.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(`INSERT INTO live.change (topic) VALUES ('inbox/u:${clerk.id}')`);
      // Other transactions begin and end meanwhile, and the feed passes them.
      for (let round = 0; round < 3; round += 1) {
        await server().database.db.pool.query(`INSERT INTO live.change (topic) VALUES ('nobody')`);
        await delay(300);
      }
      expect(mine.changes).toEqual([]);
      await client.query('COMMIT');
      await mine.until(inbox);
      await delay(900);
      expect(mine.changes).toHaveLength(1);
    } finally {
      client.release();
      mine.stop();
    }
  });

  test('没有登录、不是工作人员、没有这个主题、主题太多：说明原因', async () => {
    const person = await signInTestPerson(server().kernel);
    const ask = async (topics: string, headers = {}) => (await server().app.inject({ method: 'GET', url: `/api/v1/live?topics=${topics}`, headers })).json<{ status: number; code: string }>();
    expect(await ask('workflow.inbox')).toMatchObject({ status: 401 });
    expect(await ask('workflow.inbox', person.headers)).toMatchObject({ status: 403 });
    expect(await ask('no.such-topic')).toMatchObject({ status: 404, code: 'live.unknown-topic', title: '没有“no.such-topic”这个主题' });
    expect(await ask('workflow.inbox/1%27;--', clerk.headers)).toMatchObject({ status: 404 });
    expect(await ask(Array.from({ length: 9 }, (_x, index) => `t.${index}`).join(','))).toMatchObject({ code: 'live.too-many-topics' });
  });

  test('没有人关注时不再查询；断开后不留下什么', async () => {
    const mine = await follow(origin, 'workflow.inbox', clerk.headers);
    expect(liveFeed(server().kernel).size).toBeGreaterThan(0);
    mine.stop();
    await expect.poll(() => liveFeed(server().kernel).size, { timeout: 3_000 }).toBe(0);
    await delay(500);
    let asked = 0;
    const count = (): void => { asked += 1; };
    const { pool } = server().database.db;
    pool.on('acquire', count);
    await delay(1_000);
    pool.off('acquire', count);
    expect(asked).toBe(0);
  });
});
