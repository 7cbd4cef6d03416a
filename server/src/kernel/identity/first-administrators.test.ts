import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { systemContext } from '../context.ts';
import { openFirstAdministrators } from './actions/open-first-administrators.ts';
import { resetAdministrator } from './actions/reset-administrator.ts';
import { send } from './testing/http.ts';
import { signInTestStaff } from './testing/test-accounts.ts';

describe('没有演示数据的新装环境（ORG-04）', () => {
  const server = useTestServer();
  const open = () => openFirstAdministrators(systemContext(server().kernel, systemActor('install'), 'install'), { organization: '某区行政审批局', regionCode: '511602' });

  test('开通三员各一人，首次登录须改密码；只能开通一次', async () => {
    const opened = await open();
    expect(opened.map(({ accountName }) => accountName)).toEqual(['system.admin', 'security.admin', 'audit.admin']);
    for (const { accountName, initialPassword } of opened) {
      const step = await send(server(), 'POST', '/api/v1/staff/sign-in', { accountName, password: initialPassword });
      expect(step.body['next']).toBe('change-password');
      const short = await send(server(), 'POST', '/api/v1/staff/sign-in/password', { challenge: step.body['challenge'], newPassword: 'Abc#12345' });
      expect(short.body).toMatchObject({ code: 'identity.weak-password', detail: expect.stringContaining('10 个字符') });
    }
    await expect(open()).rejects.toMatchObject({ code: 'identity.administrators-exist' });
  });

  test('没有别人能重置的管理员，在服务器上重置：旧密码作废，须改密码并重新绑定，审计留痕；不用于别的账号', async () => {
    const ctx = systemContext(server().kernel, systemActor('reset-administrator', '服务器命令行'), 'reset');
    const { pool } = server().database.db;
    const { rows: [before] } = await pool.query<{ account_id: string; password_hash: string }>(`UPDATE identity.credential SET totp_secret = 'x', totp_confirmed_at = now() WHERE account_name = 'security.admin' RETURNING account_id, password_hash`);
    const { name, initialPassword } = await resetAdministrator(ctx, 'Security.Admin');
    expect(name).toBe('安全管理员');
    expect((await send(server(), 'POST', '/api/v1/staff/sign-in', { accountName: 'security.admin', password: initialPassword })).body).toMatchObject({ next: 'change-password' });
    const { rows: [after] } = await pool.query('SELECT password_hash = $2 AS kept, totp_secret, totp_confirmed_at FROM identity.credential WHERE account_id = $1', [before?.account_id, before?.password_hash]);
    expect(after).toEqual({ kept: false, totp_secret: null, totp_confirmed_at: null });
    const { rows } = await pool.query(`SELECT actor_name FROM kernel.audit_entry WHERE action = 'identity.reset-administrator' AND object_id = $1`, [before?.account_id]);
    expect(rows).toEqual([{ actor_name: '服务器命令行' }]);
    const clerk = await signInTestStaff(server().kernel, { roles: ['window-clerk'] });
    const { rows: [{ account_name: clerkName } = { account_name: '' }] } = await pool.query<{ account_name: string }>('SELECT account_name FROM identity.credential WHERE account_id = $1', [clerk.id]);
    for (const other of [clerkName, 'nobody.here']) await expect(resetAdministrator(ctx, other)).rejects.toMatchObject({ code: 'identity.not-an-administrator' });
  });
});
