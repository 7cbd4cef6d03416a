import { beforeAll, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import type { StaffAccount } from './contract.ts';
import { send } from './testing/http.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff, type TestAccount } from './testing/test-accounts.ts';
import { totpCodeAt } from './totp.ts';

const minute = 60_000;
const day = 86_400_000;

describe('工作人员账号管理（IDN-02, IDN-04, IDN-06, ORG-01）', () => {
  const server = useTestServer();
  let administrator: TestAccount;
  let organizationId: string;

  beforeAll(async () => {
    administrator = await signInTestStaff(server().kernel, { name: '系统管理员', roles: ['system-administrator'] });
    organizationId = (await addTestOrganization(server().kernel, { name: '区民政局' })).id;
  });

  /** The administrator again, after time has passed and the session ended. */
  async function later(milliseconds: number): Promise<void> {
    server().clock.advance(milliseconds);
    administrator = await signInTestStaff(server().kernel, { name: '系统管理员', roles: ['system-administrator'] });
  }

  const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, headers: Record<string, string> = administrator.headers) => send(server(), method, url, payload, headers);
  const open = async (accountName: string, name: string, postCodes = ['window']) => {
    const { body } = await ask('POST', '/api/v1/staff-accounts', { accountName, name, organizationId, postCodes });
    return { staffId: String(body['staffId']), accountName, initialPassword: String(body['initialPassword']) };
  };
  const list = async (query = '') => (await ask('GET', `/api/v1/staff-accounts?${query}`)).body['items'] as StaffAccount[];
  const names = async (query: string) => (await list(`organizationId=${organizationId}&${query}`)).map(({ accountName }) => accountName);
  const act = (staffId: string, action: string, headers = administrator.headers) => ask('POST', `/api/v1/staff-accounts/${staffId}/actions`, { action }, headers);
  const passwordStep = (accountName: string, password: string) => ask('POST', '/api/v1/staff/sign-in', { accountName, password }, {});

  /** First sign-in: a password of one's own, then TOTP; gives the secret and the session. */
  async function settle({ accountName, initialPassword }: { accountName: string; initialPassword: string }, password = 'Guang-an#2026') {
    const { body: first } = await passwordStep(accountName, initialPassword);
    const { body: changed } = await ask('POST', '/api/v1/staff/sign-in/password', { challenge: first['challenge'], newPassword: password }, {});
    const { body: enrolment } = await ask('POST', '/api/v1/staff/sign-in/totp-enrolment', { challenge: changed['challenge'] }, {});
    const code = totpCodeAt(String(enrolment['secret']), server().clock.now());
    const session = await ask('POST', '/api/v1/staff/sign-in/totp-enrolment/confirm', { challenge: changed['challenge'], code }, {});
    return { authorization: `Bearer ${session.token}` };
  }

  test('开通后列出单位、岗位和状态；同名账号、不存在的岗位、不像姓名的姓名被拒绝', async () => {
    const opened = await open('chen.li', '陈立', ['window', 'delivery']);
    expect((await list('q=CHEN'))).toMatchObject([{
      staffId: opened.staffId, accountName: 'chen.li', name: '陈立', organization: { name: '区民政局' }, posts: [{ code: 'window' }, { code: 'delivery' }], roles: [],
      suspended: false, locked: false, totpBound: false, mustChangePassword: true, validTo: null, lastSignInAt: null,
    }]);
    expect(opened.initialPassword).toMatch(/^.{14}$/);
    const again = (change: object) => ask('POST', '/api/v1/staff-accounts', { accountName: 'li.si', name: '李四', organizationId, postCodes: ['window'], ...change });
    expect((await again({ accountName: 'chen.li' })).body).toMatchObject({ status: 409, code: 'identity.account-name-taken' });
    expect((await again({ accountName: '李四' })).status).toBe(400);
    expect((await again({ name: '<b>' })).body).toMatchObject({ code: 'identity.invalid-identity' });
    expect((await again({ postCodes: ['king'] })).body).toMatchObject({ code: 'organization.unknown-post' });
    expect(await list('q=li.si')).toEqual([]);
  });

  test('按状态找到：停用、锁定、未绑定、90 天未登录', async () => {
    const [suspended, settled] = [await open('a.suspended', '停用人'), await open('b.settled', '在用人')];
    await settle(settled);
    await act(suspended.staffId, 'suspend');
    for (let attempt = 0; attempt < 5; attempt += 1) await passwordStep('b.settled', 'wrong-Password1');
    expect(await names('state=suspended')).toEqual(['a.suspended']);
    expect(await names('state=locked')).toEqual(['b.settled']);
    expect(await names('state=unbound')).not.toContain('b.settled');
    expect(await names('state=dormant')).toEqual([]);
    await later(91 * day);
    expect(await names('state=dormant')).toContain('b.settled');
    expect(await names('state=dormant')).not.toContain('a.suspended');
    expect(await names('state=locked')).toEqual([]);
    expect((await ask('GET', '/api/v1/staff-accounts?state=odd')).status).toBe(400);
  });

  test('翻页不重不漏', async () => {
    const all = (await list('limit=100')).map(({ staffId }) => staffId);
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await ask('GET', `/api/v1/staff-accounts?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
      paged.push(...(body['items'] as StaffAccount[]).map(({ staffId }) => staffId));
      cursor = body['nextCursor'] as string | null;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThan(3);
  });

  test('锁定的可以解锁；重置密码得到新的初始密码，旧密码和旧登录作废；重置动态口令须重新绑定', async () => {
    const account = await open('c.reset', '重置人');
    const headers = await settle(account);
    for (let attempt = 0; attempt < 5; attempt += 1) await passwordStep('c.reset', 'wrong-Password1');
    expect((await passwordStep('c.reset', 'Guang-an#2026')).body).toMatchObject({ code: 'identity.locked' });
    expect((await act(account.staffId, 'unlock')).body).toMatchObject({ account: { locked: false }, initialPassword: null });
    expect((await passwordStep('c.reset', 'Guang-an#2026')).body).toMatchObject({ next: 'totp' });
    const reset = await act(account.staffId, 'reset-password');
    expect(reset.body).toMatchObject({ account: { mustChangePassword: true, totpBound: true } });
    expect((await ask('GET', '/api/v1/sessions', undefined, headers)).status).toBe(401);
    expect((await passwordStep('c.reset', 'Guang-an#2026')).body).toMatchObject({ code: 'identity.bad-credentials' });
    expect((await passwordStep('c.reset', String(reset.body['initialPassword']))).body).toMatchObject({ next: 'change-password' });
    expect((await act(account.staffId, 'reset-totp')).body).toMatchObject({ account: { totpBound: false }, initialPassword: null });
    const { rows } = await server().database.db.pool.query('SELECT action FROM kernel.audit_entry WHERE object_id = $1 AND actor_id = $2 ORDER BY id', [account.staffId, administrator.id]);
    expect(rows.map(({ action }) => action)).toEqual(['identity.open-staff-account', 'identity.unlock-staff-account', 'identity.reset-password-staff-account', 'identity.reset-totp-staff-account']);
  });

  test('离任：岗位、任务、登录都到此为止，履历留存；回来要先安排岗位再启用', async () => {
    server().clock.advance(minute);
    const account = await open('d.leaver', '离任人');
    const headers = await settle(account);
    expect((await act(account.staffId, 'leave')).body).toMatchObject({ account: { suspended: true, posts: [], validTo: expect.stringMatching(/^20/) } });
    expect((await ask('GET', '/api/v1/sessions', undefined, headers)).status).toBe(401);
    expect((await act(account.staffId, 'resume')).body).toMatchObject({ status: 422, code: 'identity.has-left', title: '离任人已离任' });
    expect((await ask('PUT', `/api/v1/staff/${account.staffId}/posts`, { organizationId, postCodes: ['review'] })).body).toMatchObject({ validTo: null, posts: [{ code: 'review' }] });
    expect((await act(account.staffId, 'resume')).body).toMatchObject({ account: { suspended: false, validTo: null, posts: [{ code: 'review' }] } });
    const { rows } = await server().database.db.pool.query('SELECT post_code, valid_to IS NULL AS held FROM organization.staff_post WHERE staff_id = $1 ORDER BY post_code', [account.staffId]);
    expect(rows).toEqual([{ post_code: 'review', held: true }, { post_code: 'window', held: false }]);
  });

  test.each([['security-administrator', 'security'], ['audit-administrator', 'audit']] as const)('系统管理员一人不能重置三员中另外两员（%s）的密码和动态口令；安全管理员收回角色后可以（ORG-04）', async (role, administration) => {
    const account = await open(`g.${administration}`, '另一员');
    const keeper = await signInTestStaff(server().kernel, { roles: ['security-administrator'] });
    const given = await ask('POST', '/api/v1/role-assignments', { staffId: account.staffId, roleCode: role, scope: { kind: 'all' } }, keeper.headers);
    expect(given.status).toBe(201);
    await settle(account);
    expect((await ask('GET', `/api/v1/staff-accounts/${account.staffId}`)).body).toMatchObject({ administration, totpBound: true });
    for (const action of ['reset-totp', 'reset-password']) {
      expect((await act(account.staffId, action)).body).toMatchObject({ status: 422, code: 'identity.administrator-apart', title: '系统管理员不能重置另一员的密码和动态口令' });
    }
    expect((await passwordStep(account.accountName, 'Guang-an#2026')).body).toMatchObject({ next: 'totp' });
    await send(server(), 'DELETE', `/api/v1/role-assignments/${String(given.body['id'])}`, undefined, keeper.headers);
    expect((await act(account.staffId, 'reset-totp')).body).toMatchObject({ account: { administration: null, totpBound: false } });
  });

  test('更正姓名；不像姓名的说明怎么填', async () => {
    const { staffId } = await open('e.named', '王晓明');
    expect((await ask('PUT', `/api/v1/staff/${staffId}`, { name: '王小明·𠮷' })).body).toMatchObject({ name: '王小明·𠮷' });
    expect((await ask('PUT', `/api/v1/staff/${staffId}`, { name: '<i>' })).body).toMatchObject({ status: 400, code: 'organization.bad-name', issues: [{ path: 'name' }] });
    expect(await list('q=王小明')).toMatchObject([{ accountName: 'e.named' }]);
  });

  test('别的角色、自然人、访客都不能看也不能改；不能对自己操作；没有的账号', async () => {
    const { staffId } = await open('f.private', '他人');
    const others = [await signInTestStaff(server().kernel, { roles: ['security-administrator'] }), await signInTestStaff(server().kernel, { roles: ['window-clerk'] }), await signInTestPerson(server().kernel)];
    for (const { headers } of others) {
      expect((await ask('GET', '/api/v1/staff-accounts', undefined, headers)).status).toBe(403);
      expect((await act(staffId, 'reset-password', headers)).status).toBe(403);
      expect((await ask('PUT', `/api/v1/staff/${staffId}`, { name: '改名' }, headers)).status).toBe(403);
    }
    expect((await ask('GET', '/api/v1/staff-accounts', undefined, {})).status).toBe(401);
    for (const action of ['leave', 'reset-password', 'reset-totp']) expect((await act(administrator.id, action)).body).toMatchObject({ code: 'identity.own-account' });
    expect((await act('00000000-0000-7000-8000-000000000000', 'suspend')).body).toMatchObject({ status: 404, title: '没有找到这个账号' });
  });
});
