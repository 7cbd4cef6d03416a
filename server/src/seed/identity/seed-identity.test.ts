import { checkIdentityDocument, checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { send } from '../../kernel/identity/testing/http.ts';
import { demoCitizens, demoCompanies } from './demo-citizens.ts';
import { demoPassword, seedIdentity } from './seed-identity.ts';

describe('演示城市的人员', () => {
  const server = useTestServer({ env: { TONGBAN_DEMO: '1' } });
  const seed = () => seedIdentity(systemContext(server().kernel, systemActor('seed', '演示数据'), 'seed'));

  test('再次播种不增不减，机构仍可取得', async () => {
    const first = await seed();
    expect(first.fresh).toBe(true);
    const again = await seed();
    expect(again.fresh).toBe(false);
    expect(again.accounts).toEqual(first.accounts);
    expect(again.organizations.get('区住建局')?.id).toBe(first.organizations.get('区住建局')?.id);
  });

  test('每个账号都能按登录页给出的密码与动态口令登录', async () => {
    await seed();
    const accounts = (await send(server(), 'GET', '/api/v1/demo-accounts')).body['items'] as { kind: string; accountName: string; password: string; totpCode: string | null; name: string }[];
    expect(accounts.length).toBeGreaterThan(40);
    for (const { accountName, password } of accounts.filter(({ kind }) => kind === 'person')) {
      expect((await send(server(), 'POST', '/api/v1/persons/sign-in', { account: accountName, password })).status).toBe(200);
    }
    for (const { accountName, password, totpCode } of accounts.filter(({ kind }) => kind === 'staff').slice(-8)) {
      const step = await send(server(), 'POST', '/api/v1/staff/sign-in', { accountName, password });
      expect((await send(server(), 'POST', '/api/v1/staff/sign-in/totp', { challenge: step.body['challenge'], code: totpCode })).status).toBe(200);
    }
  });

  test('刚用过一个动态口令时，登录页给出下一个可用的', async () => {
    await seed();
    const codeOf = async () => ((await send(server(), 'GET', '/api/v1/demo-accounts')).body['items'] as { accountName: string; totpCode: string }[]).find(({ accountName }) => accountName === 'housing.window')?.totpCode;
    for (let round = 1; round <= 2; round += 1) {
      const step = await send(server(), 'POST', '/api/v1/staff/sign-in', { accountName: 'housing.window', password: demoPassword });
      expect((await send(server(), 'POST', '/api/v1/staff/sign-in/totp', { challenge: step.body['challenge'], code: await codeOf() })).status).toBe(200);
    }
    expect(await codeOf()).toBeNull();
  });

  test('证件与信用代码校验位正确', () => {
    for (const { documentType, documentNumber } of demoCitizens) expect(checkIdentityDocument(documentType, documentNumber, '2026-11-20')).toMatchObject({ ok: true });
    for (const { creditCode } of demoCompanies) expect(checkUnifiedSocialCreditCode(creditCode)).toMatchObject({ ok: true });
  });

  test('经办人凭已接受的授权代表企业', async () => {
    await seed();
    const agent = demoCitizens.find(({ key }) => key === 'agent');
    const { token } = await send(server(), 'POST', '/api/v1/persons/sign-in', { account: agent?.mobile, password: demoPassword });
    const headers = { cookie: `tb_session=${token}` };
    const session = (await send(server(), 'GET', '/api/v1/session', undefined, headers)).body['session'] as { actingChoices: { mandateId: string; name: string }[] };
    expect(session.actingChoices).toMatchObject([{ name: '广安示例路桥工程有限公司' }]);
    const acting = await send(server(), 'POST', '/api/v1/session/acting-for', { mandateId: session.actingChoices[0]?.mandateId }, headers);
    expect(acting.body).toMatchObject({ actingFor: { kind: 'company', name: '广安示例路桥工程有限公司' } });
  });
});

describe('没有演示数据的环境', () => {
  const server = useTestServer({ env: { TONGBAN_DEMO: '0' } });

  test('不给出任何账号', async () => {
    await seedIdentity(systemContext(server().kernel, systemActor('seed', '演示数据'), 'seed'));
    expect((await send(server(), 'GET', '/api/v1/demo-accounts')).body).toEqual({ items: [] });
  });
});
