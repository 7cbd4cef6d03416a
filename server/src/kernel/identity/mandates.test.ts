import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { recordAuditNow } from '../audit/index.ts';
import { systemContext } from '../context.ts';
import { authenticateOf } from './authenticate.ts';
import { fictitiousCreditCode } from './fictitious-numbers.ts';
import { send } from './testing/http.ts';
import { signInTestPerson, signInTestStaff, type TestAccount } from './testing/test-accounts.ts';

type Person = Awaited<ReturnType<typeof signInTestPerson>>;

describe('授权代理（IDN-03）', () => {
  const server = useTestServer();
  const call = (who: TestAccount | undefined, method: 'GET' | 'POST', url: string, payload?: object) => send(server(), method, url, payload, who?.headers);
  const period = { validFrom: '2026-11-20', validUntil: '2026-12-31' };
  let serial = 0;

  const person = (name: string) => signInTestPerson(server().kernel, { name });
  const grant = (from: Person, to: Person, changes: object = {}) => call(from, 'POST', '/api/v1/mandates', {
    companyId: null, agent: { name: to.name, mobile: to.mobile }, itemCategories: null, ...period, ...changes,
  });
  const act = (who: Person, mandateId: unknown) => call(who, 'POST', '/api/v1/session/acting-for', { mandateId });
  const company = async (owner: Person) => {
    const answer = await call(owner, 'POST', '/api/v1/companies', { name: `示例企业${(serial += 1)}`, creditCode: fictitiousCreditCode(100 + serial) });
    expect(answer.status).toBe(201);
    return answer.body as { id: string; name: string };
  };

  test('接受之前不能使用，接受之后以委托人名义办事，撤销后下一个请求即被拒绝', async () => {
    const [principal, agent] = [await person('委托人甲'), await person('代理人甲')];
    const offered = await grant(principal, agent);
    expect(offered).toMatchObject({ status: 201, body: { state: 'offered', abilities: { accept: false, revoke: true } } });
    const id = String(offered.body['id']);
    expect((await act(agent, id)).body['code']).toBe('identity.mandate-not-in-force');
    expect((await call(agent, 'POST', `/api/v1/mandates/${id}/accept`)).body).toMatchObject({ state: 'accepted', abilities: { revoke: true } });
    expect((await act(agent, id)).body).toMatchObject({ actingFor: { kind: 'person', id: principal.id, name: '委托人甲', basis: 'granted' } });
    expect((await call(agent, 'GET', '/api/v1/companies')).status).toBe(200);
    expect((await call(principal, 'POST', `/api/v1/mandates/${id}/revoke`, { reason: '事情已办完' })).body).toMatchObject({ state: 'revoked', endReason: '事情已办完' });
    expect((await call(agent, 'GET', '/api/v1/companies')).body).toMatchObject({ status: 403, code: 'kernel.mandate-ended', detail: expect.stringContaining('切换回本人') });
    expect((await call(agent, 'GET', '/api/v1/session')).body['session']).toMatchObject({ actingFor: null, mandateEnded: true, permissions: [] });
    expect((await act(agent, null)).body).toMatchObject({ actingFor: null, actingChoices: [], mandateEnded: false });
    expect((await call(agent, 'GET', '/api/v1/companies')).status).toBe(200);
  });

  test('第三人看不到、答复不了、撤销不了、用不了别人的授权', async () => {
    const [principal, agent, stranger] = [await person('委托人丙'), await person('代理人丙'), await person('路人丙')];
    const id = String((await grant(principal, agent)).body['id']);
    for (const [action, payload] of [['accept', undefined], ['decline', undefined], ['revoke', { reason: '' }]] as const) {
      expect((await call(stranger, 'POST', `/api/v1/mandates/${id}/${action}`, payload)).body['code']).toBe('identity.mandate-not-found');
    }
    expect((await call(stranger, 'GET', `/api/v1/mandates/${id}/uses`)).status).toBe(404);
    expect((await call(principal, 'POST', `/api/v1/mandates/${id}/accept`)).body['code']).toBe('identity.mandate-stale');
    await call(agent, 'POST', `/api/v1/mandates/${id}/accept`);
    expect((await act(stranger, id)).body['code']).toBe('identity.mandate-not-in-force');
    expect((await act(principal, id)).body['code']).toBe('identity.mandate-not-in-force');
    for (const url of ['/api/v1/mandates?side=granted', '/api/v1/companies']) {
      expect((await call(undefined, 'GET', url)).status).toBe(401);
      expect((await call(await signInTestStaff(server().kernel), 'GET', url)).status).toBe(403);
    }
  });

  test('拒绝的授权不能再接受；答复只有一次', async () => {
    const [principal, agent] = [await person('委托人丁'), await person('代理人丁')];
    const id = String((await grant(principal, agent)).body['id']);
    const answers = await Promise.all([call(agent, 'POST', `/api/v1/mandates/${id}/decline`), call(agent, 'POST', `/api/v1/mandates/${id}/accept`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await call(agent, 'POST', `/api/v1/mandates/${id}/accept`)).body['code']).toBe('identity.mandate-stale');
  });

  test.each([
    ['姓名与手机对不上', { agent: { name: '别人', mobile: '19900000000' } }, 'identity.agent-not-found'],
    ['开始日期在过去', { validFrom: '2026-11-19' }, 'identity.bad-period'],
    ['结束早于开始', { validUntil: '2026-11-01' }, 'identity.bad-period'],
    ['超过三年', { validUntil: '2029-11-21' }, 'identity.bad-period'],
  ])('%s时拒绝', async (_name, changes, code) => {
    const [principal, agent] = [await person('委托人戊'), await person('代理人戊')];
    expect((await grant(principal, agent, changes)).body['code']).toBe(code);
  });

  test('不能授权给自己；同一代理人不能有两份有效授权；可按证件指定代理人', async () => {
    const [principal, agent] = [await person('委托人己'), await person('代理人己')];
    expect((await grant(principal, principal)).body['code']).toBe('identity.agent-is-principal');
    expect((await grant(principal, agent, { agent: { name: agent.name, documentType: '111', documentNumber: agent.documentNumber } })).status).toBe(201);
    expect((await grant(principal, agent)).body['code']).toBe('identity.mandate-exists');
  });

  test('企业由法定代表人登记、授权经办人；别人登记不了同一企业，经办人不能再授权', async () => {
    const [owner, agent, third] = [await person('法人庚'), await person('经办人庚'), await person('经办人辛')];
    const { id: companyId, name } = await company(owner);
    expect((await call(agent, 'POST', '/api/v1/companies', { name: '冒名企业', creditCode: fictitiousCreditCode(100 + serial) })).body['code']).toBe('identity.company-registered');
    expect((await call(agent, 'POST', '/api/v1/companies', { name: '假码企业', creditCode: '91519999MA00000000' })).body).toMatchObject({ code: 'identity.invalid-identity', issues: [{ path: 'creditCode' }] });
    const session = (await call(owner, 'GET', '/api/v1/session')).body['session'] as { actingChoices: { mandateId: string }[] };
    expect(session.actingChoices).toMatchObject([{ name, basis: 'legal-representative' }]);
    expect((await call(owner, 'POST', `/api/v1/mandates/${session.actingChoices[0]?.mandateId}/revoke`, { reason: '' })).body['code']).toBe('identity.statutory-mandate');
    const granted = await grant(owner, agent, { companyId, itemCategories: ['01', '01'] });
    expect(granted.body).toMatchObject({ principal: { kind: 'company', name }, itemCategories: ['01'] });
    await call(agent, 'POST', `/api/v1/mandates/${String(granted.body['id'])}/accept`);
    expect((await act(agent, granted.body['id'])).body).toMatchObject({ actingFor: { name, itemCategories: ['01'] } });
    const actor = await authenticateOf(server().kernel)(server().kernel, agent.headers.authorization.slice(7));
    expect(actor).toMatchObject({ actingFor: { kind: 'company', id: companyId, itemCategories: ['01'] } });
    expect((await grant(agent, third, { companyId })).body['code']).toBe('identity.not-principal');
    expect((await grant(agent, third)).body['code']).toBe('identity.not-principal');
    expect((await call(owner, 'GET', `/api/v1/companies/${companyId}/members`)).body).toMatchObject({ items: [{ basis: 'legal-representative', name: '法人庚' }, { basis: 'granted', name: '经办人庚', mobileMasked: expect.stringContaining('****') }] });
    expect((await call(agent, 'GET', `/api/v1/companies/${companyId}/members`)).status).toBe(404);
  });

  test('代理人以委托人名义做过的事，双方都查得到', async () => {
    const [principal, agent] = [await person('委托人壬'), await person('代理人壬')];
    const id = String((await grant(principal, agent)).body['id']);
    await call(agent, 'POST', `/api/v1/mandates/${id}/accept`);
    await act(agent, id);
    const actor = await authenticateOf(server().kernel)(server().kernel, agent.headers.authorization.slice(7));
    if (!actor) throw new Error('the agent is signed in');
    server().clock.advance(1_000);
    await recordAuditNow({ ...systemContext(server().kernel, systemActor('test'), 'test'), actor }, { action: 'intake.submit-application', objectType: 'case', objectId: 'c1' });
    for (const side of [principal, agent]) {
      expect((await call(side, 'GET', `/api/v1/mandates/${id}/uses`)).body).toMatchObject({ items: [{ action: 'intake.submit-application', objectId: 'c1', agentName: '代理人壬' }], nextCursor: null });
    }
    expect((await call(principal, 'GET', '/api/v1/mandates?side=granted')).body).toMatchObject({ items: [{ useCount: 1, lastUsedAt: expect.any(String) }] });
  });

  test('授权、答复、撤销都以站内消息告知对方，接受邀请另发短信', async () => {
    const [principal, agent] = [await person('委托人癸'), await person('代理人癸')];
    const id = String((await grant(principal, agent)).body['id']);
    await call(agent, 'POST', `/api/v1/mandates/${id}/accept`);
    await call(principal, 'POST', `/api/v1/mandates/${id}/revoke`, { reason: '' });
    const inbox = async (who: Person) => ((await call(who, 'GET', '/api/v1/messages')).body['items'] as { title: string }[]).map(({ title }) => title);
    expect(await inbox(agent)).toEqual(['与委托人癸之间的授权已撤销', '委托人癸请您代为办事']);
    expect(await inbox(principal)).toEqual(['代理人癸已接受您的授权']);
    const { rows } = await server().database.db.pool.query(`select body from messaging.message where channel = 'sms' and recipient_id = $1`, [agent.id]);
    expect(rows).toMatchObject([{ body: expect.stringContaining('委托人癸授权您代办') }]);
  });

  test('到期当天仍有效，次日失效', async () => {
    server().clock.set('2026-11-20T20:00:00+08:00');
    const [principal, agent] = [await person('委托人乙'), await person('代理人乙')];
    const id = String((await grant(principal, agent, { validFrom: '2026-11-20', validUntil: '2026-11-20' })).body['id']);
    await call(agent, 'POST', `/api/v1/mandates/${id}/accept`);
    expect((await act(agent, id)).status).toBe(200);
    server().clock.set('2026-11-20T23:59:00+08:00');
    expect((await call(agent, 'GET', '/api/v1/companies')).status).toBe(200);
    server().clock.set('2026-11-21T00:00:30+08:00');
    expect((await call(agent, 'GET', '/api/v1/companies')).body['code']).toBe('kernel.mandate-ended');
    expect((await act(agent, id)).body['code']).toBe('identity.mandate-not-in-force');
    expect((await call(principal, 'GET', '/api/v1/mandates?side=granted')).body).toMatchObject({ items: [{ state: 'expired', abilities: { revoke: false } }] });
  });
});
