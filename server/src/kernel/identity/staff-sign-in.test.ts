import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { send } from './testing/http.ts';
import { addTestOrganization, signInTestPerson, signInTestStaff } from './testing/test-accounts.ts';
import { totpCodeAt } from './totp.ts';

const minute = 60_000;
const day = 86_400_000;

describe('工作人员登录', () => {
  const server = useTestServer();
  const post = (url: string, payload?: object, headers?: Record<string, string>) => send(server(), 'POST', url, payload, headers);
  let number = 0;

  /** An account straight from the administrator: initial password, no TOTP. */
  async function openAccount() {
    const administrator = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
    const organization = await addTestOrganization(server().kernel);
    const accountName = `clerk${(number += 1)}`;
    const opened = await post('/api/v1/staff-accounts', { accountName, name: '李受理', organizationId: organization.id, postCodes: ['window'] }, administrator.headers);
    expect(opened.status).toBe(201);
    return { accountName, administrator, staffId: String(opened.body['staffId']), initialPassword: String(opened.body['initialPassword']) };
  }

  /** An account whose holder has set a password and bound TOTP. */
  async function settledAccount(password = 'Guang-an#2026') {
    const account = await openAccount();
    const first = await post('/api/v1/staff/sign-in', { accountName: account.accountName, password: account.initialPassword });
    expect(first.body).toMatchObject({ next: 'change-password' });
    const changed = await post('/api/v1/staff/sign-in/password', { challenge: first.body['challenge'], newPassword: password });
    expect(changed.body).toMatchObject({ next: 'enrol-totp' });
    const enrolment = await post('/api/v1/staff/sign-in/totp-enrolment', { challenge: changed.body['challenge'] });
    expect(enrolment.body['otpauthUri']).toMatch(/^otpauth:\/\/totp\//);
    expect(enrolment.body['qrSvg']).toContain('<svg');
    const secret = String(enrolment.body['secret']);
    const session = await post('/api/v1/staff/sign-in/totp-enrolment/confirm', { challenge: changed.body['challenge'], code: totpCodeAt(secret, server().clock.now()) });
    expect(session.status).toBe(200);
    server().clock.advance(minute);
    return { ...account, password, secret, token: session.token ?? '' };
  }

  const passwordStep = (accountName: string, password: string) => post('/api/v1/staff/sign-in', { accountName, password });
  const totpStep = (challenge: unknown, code: string) => post('/api/v1/staff/sign-in/totp', { challenge, code });

  test('首次登录须换掉初始密码并绑定动态口令，此后密码加动态口令登录', async () => {
    const account = await settledAccount();
    const step = await passwordStep(account.accountName.toUpperCase(), account.password);
    expect(step.body).toMatchObject({ next: 'totp' });
    const session = await totpStep(step.body['challenge'], totpCodeAt(account.secret, server().clock.now()));
    expect(session.body).toMatchObject({ account: { name: '李受理', posts: [{ code: 'window' }] } });
    expect((await send(server(), 'GET', '/api/v1/sessions', undefined, { cookie: `tb_session=${session.token}` })).status).toBe(200);
  });

  test('用过的动态口令不能再用，即使另开一次登录', async () => {
    const account = await settledAccount();
    const code = totpCodeAt(account.secret, server().clock.now());
    const first = await passwordStep(account.accountName, account.password);
    expect((await totpStep(first.body['challenge'], code)).status).toBe(200);
    const second = await passwordStep(account.accountName, account.password);
    expect((await totpStep(second.body['challenge'], code)).body).toMatchObject({ code: 'identity.bad-totp' });
    expect((await totpStep(first.body['challenge'], code)).body).toMatchObject({ code: 'identity.challenge-ended' });
  });

  test('同时提交同一个动态口令只有一个成功', async () => {
    const account = await settledAccount();
    const code = totpCodeAt(account.secret, server().clock.now());
    const steps = await Promise.all([0, 1, 2].map(() => passwordStep(account.accountName, account.password)));
    const answers = await Promise.all(steps.map((step) => totpStep(step.body['challenge'], code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  });

  test('账号不存在、密码错误、账号停用，答复一个样', async () => {
    const account = await settledAccount();
    const wrong = await passwordStep(account.accountName, 'wrong-Password1');
    const unknown = await passwordStep('nobody', 'wrong-Password1');
    await post(`/api/v1/staff-accounts/${account.staffId}/actions`, { action: 'suspend' }, account.administrator.headers);
    const suspended = await passwordStep(account.accountName, account.password);
    const visible = ({ status, body }: typeof wrong) => ({ status, code: body['code'], title: body['title'], detail: body['detail'], params: body['params'] });
    expect(visible(wrong)).toMatchObject({ status: 400, code: 'identity.bad-credentials' });
    expect(visible(unknown)).toEqual(visible(wrong));
    expect(visible(suspended)).toEqual(visible(wrong));
  });

  test.each([['存在的账号', true], ['不存在的账号', false]])('%s：连续 5 次失败锁定 15 分钟，提示剩余时间（domain.md §9）', async (_name, exists) => {
    const account = await settledAccount();
    const accountName = exists ? account.accountName : `ghost${number}`;
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect((await passwordStep(accountName, 'wrong-Password1')).body['code']).toBe('identity.bad-credentials');
    }
    const fifth = await passwordStep(accountName, 'wrong-Password1');
    expect(fifth).toMatchObject({ status: 429, body: { code: 'identity.locked', params: { minutes: 15 } } });
    server().clock.advance(14 * minute);
    expect((await passwordStep(accountName, account.password)).body).toMatchObject({ code: 'identity.locked', detail: expect.stringContaining('1 分钟') });
    server().clock.advance(minute);
    expect((await passwordStep(accountName, account.password)).body).toMatchObject(exists ? { next: 'totp' } : { code: 'identity.bad-credentials' });
  });

  test('一次成功登录才清零失败次数；动态口令的失败同样计数', async () => {
    const account = await settledAccount();
    const step = await passwordStep(account.accountName, account.password);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      expect((await totpStep(step.body['challenge'], '000000')).body['code']).toBe('identity.bad-totp');
    }
    expect((await passwordStep(account.accountName, account.password)).body).toMatchObject({ next: 'totp' });
    expect((await totpStep(step.body['challenge'], '000000')).body['code']).toBe('identity.locked');
    expect((await passwordStep(account.accountName, account.password)).body['code']).toBe('identity.locked');
    await post(`/api/v1/staff-accounts/${account.staffId}/actions`, { action: 'unlock' }, account.administrator.headers);
    const again = await passwordStep(account.accountName, account.password);
    expect((await totpStep(again.body['challenge'], totpCodeAt(account.secret, server().clock.now()))).status).toBe(200);
  });

  test('90 天后须更换密码，最近 5 次用过的不能再用', async () => {
    const account = await settledAccount();
    let { password } = account;
    const used = [password];
    for (let round = 1; round <= 5; round += 1) {
      server().clock.advance(90 * day);
      const step = await passwordStep(account.accountName, password);
      expect(step.body['next']).toBe('change-password');
      const replace = (newPassword: string) => post('/api/v1/staff/sign-in/password', { challenge: step.body['challenge'], newPassword });
      const oldestRemembered = used.at(-5) ?? used[0] ?? '';
      expect((await replace(oldestRemembered)).body['code']).toBe('identity.password-reused');
      password = `Guang-an#2026-${round}`;
      used.push(password);
      expect((await replace(password)).body['next']).toBe('totp');
    }
  });

  test('改密码要有当前密码，其他登录随即结束', async () => {
    const account = await settledAccount();
    const headers = { cookie: `tb_session=${account.token}` };
    const other = await passwordStep(account.accountName, account.password);
    const elsewhere = await totpStep(other.body['challenge'], totpCodeAt(account.secret, server().clock.now()));
    expect((await post('/api/v1/password', { currentPassword: 'wrong-Password1', newPassword: 'Next-pass#1' }, headers)).body['code']).toBe('identity.wrong-current-password');
    expect((await post('/api/v1/password', { currentPassword: account.password, newPassword: `x${account.accountName}A1#` }, headers)).body['code']).toBe('identity.weak-password');
    expect((await post('/api/v1/password', { currentPassword: account.password, newPassword: 'Next-pass#1' }, headers)).status).toBe(204);
    expect((await send(server(), 'GET', '/api/v1/sessions', undefined, headers)).status).toBe(200);
    expect((await send(server(), 'GET', '/api/v1/sessions', undefined, { cookie: `tb_session=${elsewhere.token}` })).status).toBe(401);
  });

  test('同一账号最多 3 处登录，最久未用的被结束（IDN-04）', async () => {
    const account = await settledAccount();
    const tokens = [account.token];
    for (let more = 1; more <= 3; more += 1) {
      server().clock.advance(minute);
      const step = await passwordStep(account.accountName, account.password);
      tokens.push((await totpStep(step.body['challenge'], totpCodeAt(account.secret, server().clock.now()))).token ?? '');
    }
    const statuses = await Promise.all(tokens.map(async (token) => (await send(server(), 'GET', '/api/v1/sessions', undefined, { cookie: `tb_session=${token}` })).status));
    expect(statuses).toEqual([401, 200, 200, 200]);
  });

  test('登录步骤 10 分钟后失效', async () => {
    const account = await settledAccount();
    const step = await passwordStep(account.accountName, account.password);
    server().clock.advance(10 * minute);
    expect((await totpStep(step.body['challenge'], totpCodeAt(account.secret, server().clock.now()))).body['code']).toBe('identity.challenge-ended');
  });

  test('只有系统管理员能管理账号，且不能对自己操作', async () => {
    const { administrator, staffId } = await openAccount();
    const act = (id: string, headers: Record<string, string>) => post(`/api/v1/staff-accounts/${id}/actions`, { action: 'suspend' }, headers);
    for (const other of [await signInTestPerson(server().kernel), await signInTestStaff(server().kernel, { roles: ['window-clerk', 'security-administrator'] })]) {
      expect((await act(staffId, other.headers)).status).toBe(403);
      expect((await send(server(), 'GET', `/api/v1/staff-accounts/${staffId}`, undefined, other.headers)).status).toBe(403);
    }
    expect((await act(staffId, {})).status).toBe(401);
    expect((await act(administrator.id, administrator.headers)).body['code']).toBe('identity.own-account');
    expect((await act(staffId, administrator.headers)).body).toMatchObject({ account: { suspended: true } });
  });

  test('一个地址上的失败过多时暂停受理登录', async () => {
    server().clock.advance(day);
    for (let attempt = 1; attempt <= 40; attempt += 1) await passwordStep(`stranger${attempt}`, 'wrong-Password1');
    expect((await passwordStep('stranger41', 'wrong-Password1')).body).toMatchObject({ code: 'identity.too-many-attempts', kind: 'rate-limited' });
    server().clock.advance(10 * minute);
    expect((await passwordStep('stranger41', 'wrong-Password1')).body['code']).toBe('identity.bad-credentials');
  }, 60_000);
});
