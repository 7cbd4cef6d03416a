import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { addTestOrganization, signInTestPerson, signInTestStaff } from './testing/test-accounts.ts';

const minute = 60_000;

describe('会话', () => {
  const server = useTestServer();

  const session = async (headers: Record<string, string>) => {
    const answer = await server().app.inject({ method: 'GET', url: '/api/v1/session', headers });
    return answer.json().session;
  };

  test('访客没有会话', async () => {
    expect(await session({})).toBeNull();
    expect(await session({ authorization: 'Bearer nonsense' })).toBeNull();
  });

  test('工作人员的会话带单位、岗位、角色与权限（IDN-05）', async () => {
    const organization = await addTestOrganization(server().kernel, { name: '测试住建局' });
    const staff = await signInTestStaff(server().kernel, {
      name: '陈审', organizationId: organization.id, posts: ['review'], roles: ['system-administrator'],
    });
    expect(await session(staff.headers)).toMatchObject({
      account: {
        kind: 'staff', id: staff.id, name: '陈审', organization: { name: '测试住建局', regionCode: '511602000000' },
        posts: [{ code: 'review', name: '审核岗' }], roles: [{ code: 'system-administrator', name: '系统管理员' }],
      },
      permissions: expect.arrayContaining(['identity.staff-account.manage']), idleMinutes: 30, actingFor: null,
    });
  });

  test('工作人员 30 分钟不操作即退出；操作会顺延，但不超过 12 小时（domain.md §9）', async () => {
    const staff = await signInTestStaff(server().kernel);
    server().clock.advance(29 * minute);
    expect(await session(staff.headers)).not.toBeNull();
    await expect.poll(async () => (await server().database.db.pool.query('select last_seen_at from identity.session where account_id = $1', [staff.id])).rows[0].last_seen_at)
      .toEqual(server().clock.now());
    server().clock.advance(29 * minute);
    expect(await session(staff.headers)).not.toBeNull();
    await expect.poll(async () => (await server().database.db.pool.query('select last_seen_at from identity.session where account_id = $1', [staff.id])).rows[0].last_seen_at)
      .toEqual(server().clock.now());
    server().clock.advance(30 * minute);
    expect(await session(staff.headers)).toBeNull();
    const answer = await server().app.inject({ method: 'GET', url: '/api/v1/sessions', headers: staff.headers });
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'kernel.unauthenticated', detail: expect.stringContaining('不会丢失') });
  });

  test('没有人在的页面自己询问，不会让登录一直有效（domain.md §9）', async () => {
    const staff = await signInTestStaff(server().kernel);
    for (let minutes = 0; minutes < 29; minutes += 1) {
      server().clock.advance(minute);
      const asked = await server().app.inject({ method: 'GET', url: '/api/v1/sessions', headers: { ...staff.headers, 'x-tongban-unattended': '1' } });
      expect(asked.statusCode).toBe(200);
    }
    server().clock.advance(minute);
    expect(await session(staff.headers)).toBeNull();
  });

  test('看得到并能结束自己的登录，结束不了别人的（IDN-04）', async () => {
    const [mine, other] = [await signInTestPerson(server().kernel), await signInTestPerson(server().kernel)];
    const own = await session(mine.headers);
    const theirs = await session(other.headers);
    const list = await server().app.inject({ method: 'GET', url: '/api/v1/sessions', headers: mine.headers });
    expect(list.json().items).toMatchObject([{ id: own.sessionId, current: true }]);
    const refused = await server().app.inject({ method: 'DELETE', url: `/api/v1/sessions/${theirs.sessionId}`, headers: mine.headers });
    expect(refused.statusCode).toBe(404);
    expect(await session(other.headers)).not.toBeNull();
    const ended = await server().app.inject({ method: 'DELETE', url: `/api/v1/sessions/${own.sessionId}`, headers: mine.headers });
    expect(ended.statusCode).toBe(204);
    expect(await session(mine.headers)).toBeNull();
  });

  test('停用账号立即失效', async () => {
    const staff = await signInTestStaff(server().kernel);
    expect(await session(staff.headers)).not.toBeNull();
    await server().database.db.pool.query('update identity.credential set suspended_at = now() where account_id = $1', [staff.id]);
    expect(await session(staff.headers)).toBeNull();
  });

  test('退出登录后令牌作废', async () => {
    const person = await signInTestPerson(server().kernel);
    const answer = await server().app.inject({ method: 'POST', url: '/api/v1/session/sign-out', headers: person.headers });
    expect(answer.statusCode).toBe(204);
    expect(await session(person.headers)).toBeNull();
  });
});
