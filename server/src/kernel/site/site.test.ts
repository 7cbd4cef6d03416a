import { beforeAll, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { send } from '../identity/testing/http.ts';
import { signInTestPerson, signInTestStaff, type TestAccount } from '../identity/testing/test-accounts.ts';
import { defaultSite } from './contract.ts';

describe('网站设置 (PTL-02)', () => {
  const server = useTestServer();
  let administrator: TestAccount;
  beforeAll(async () => { administrator = await signInTestStaff(server().kernel, { roles: ['system-administrator'] }); });
  const shown = async () => (await send(server(), 'GET', '/api/v1/site')).body;
  const save = (revision: number, change: object, headers: Record<string, string> = administrator.headers) =>
    send(server(), 'PUT', '/api/v1/site-settings', { revision, settings: { ...defaultSite, ...change } }, headers);

  test('没有设置过时有默认名称，备案信息空着；不用登录就能读', async () => {
    expect(await shown()).toEqual(defaultSite);
    expect((await send(server(), 'GET', '/api/v1/site-settings', undefined, administrator.headers)).body).toEqual({ revision: 0, settings: defaultSite });
  });

  test('保存后门户随即可见；两人同时改有人被告知；旧的内容在审计日志里', async () => {
    const city = { cityName: ' 广安市广安区 ', theme: 'red', siteCode: '5116020001' };
    expect((await save(0, city)).body).toMatchObject({ revision: 1, settings: { cityName: '广安市广安区', theme: 'red' } });
    expect(await shown()).toMatchObject({ cityName: '广安市广安区', theme: 'red', siteCode: '5116020001', portalName: '政务服务网' });
    expect((await save(0, { cityName: '别处' })).body).toMatchObject({ code: 'kernel.conflict' });
    expect((await save(1, { cityName: '广安区' })).body).toMatchObject({ revision: 2 });
    const { rows } = await server().database.db.pool.query(`SELECT detail FROM kernel.audit_entry WHERE action = 'site.save-settings' ORDER BY id`);
    expect(rows.map(({ detail }) => (typeof detail === 'string' ? JSON.parse(detail) : detail).before.cityName)).toEqual(['', '广安市广安区']);
  });

  test.each([
    ['没有网站名称', { portalName: '' }, 'settings.portalName'], ['没有这种主题', { theme: 'pink' }, 'settings.theme'],
    ['标识码不是十位数字', { siteCode: '123' }, 'settings.siteCode'], ['电话里有文字', { hotline: '电话12345' }, 'settings.hotline'],
    ['太长的声明', { statement: '长'.repeat(301) }, 'settings.statement'],
  ])('%s：拒绝并指出哪一项', async (_name, change, path) => {
    expect((await save(2, change)).body).toMatchObject({ status: 400, code: 'kernel.invalid-input', issues: [{ path }] });
  });

  test('只有系统管理员能看设置、能改', async () => {
    const others = [await signInTestStaff(server().kernel, { roles: ['security-administrator'] }), await signInTestStaff(server().kernel, { roles: ['item-administrator'] }), await signInTestPerson(server().kernel)];
    for (const { headers } of others) {
      expect((await save(2, {}, headers)).status).toBe(403);
      expect((await send(server(), 'GET', '/api/v1/site-settings', undefined, headers)).status).toBe(403);
    }
    expect((await save(2, {}, {})).status).toBe(401);
  });
});
