import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { systemContext } from '../context.ts';
import { openFirstAdministrators } from './actions/open-first-administrators.ts';
import { send } from './testing/http.ts';

describe('没有演示数据的新装环境（ORG-04）', () => {
  const server = useTestServer();
  const open = () => openFirstAdministrators(systemContext(server().kernel, systemActor('install'), 'install'), { organization: '某区行政审批局', regionCode: '511602' });

  test('开通三员各一人，首次登录须改口令；只能开通一次', async () => {
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
});
