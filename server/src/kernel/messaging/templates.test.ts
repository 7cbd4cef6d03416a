import { beforeAll, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { systemContext } from '../context.ts';
import { WriteBatch } from '../db/index.ts';
import { send } from '../identity/testing/http.ts';
import { signInTestPerson, signInTestStaff, type TestAccount } from '../identity/testing/test-accounts.ts';
import { defineModule } from '../module/index.ts';
import { sendMessage } from './index.ts';
import { syncTemplates } from './sync-templates.ts';

const address = '/api/v1/message-templates/sample.told';

describe('消息模板（MSG-01）', () => {
  const server = useTestServer();
  let administrator: TestAccount;

  /** A start of the platform with these words of its own. */
  const startWith = (sms: string) => syncTemplates(server().database.db, [defineModule({
    name: 'sample', uses: [],
    messageTemplates: [{ key: 'sample.told', name: '告知', topic: 'notice', variables: ['caseId', 'itemName', 'code'], title: '告知：{itemName}', body: '请办理“{itemName}”。', sms, link: '/cases/{caseId}' }],
  })]);
  const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, headers = administrator.headers) => send(server(), method, url, payload, headers);
  const edit = (payload: object) => ask('PUT', address, payload);
  const current = async () => ((await ask('GET', '/api/v1/message-templates')).body['items'] as { key: string }[]).find(({ key }) => key === 'sample.told');

  async function tellSomebody(): Promise<unknown> {
    const person = await signInTestPerson(server().kernel);
    const batch = new WriteBatch();
    const recipient = { kind: 'person' as const, id: person.id };
    await sendMessage(systemContext(server().kernel, systemActor('test'), 'test'), batch, { templateKey: 'sample.told', recipient, variables: { caseId: '1', itemName: '开饭店', code: '123456' }, dedupeKey: person.id });
    await batch.execute(server().database.db.pool);
    const { rows: [sms] } = await server().database.db.pool.query(`SELECT body FROM messaging.message WHERE recipient_id = $1 AND channel = 'sms'`, [person.id]);
    const inbox = await send(server(), 'GET', '/api/v1/messages', undefined, person.headers);
    const [inSite] = inbox.body['items'] as { title: string; body: string }[];
    return { title: inSite?.title, body: inSite?.body, sms: sms?.body };
  }

  beforeAll(async () => {
    administrator = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
    await startWith('验证码{code}。');
  });

  test('列出文字、可用的字段和默认文字；链接里的编号不提供', async () => {
    expect(await current()).toMatchObject({
      name: '告知', topicName: '补正、不予受理等须知悉的通知', edited: false, revision: 1, sms: '验证码{code}。',
      fields: [{ name: 'itemName', label: '事项名称', essential: false }, { name: 'code', label: '验证码', essential: true }],
      defaults: { title: '告知：{itemName}', body: '请办理“{itemName}”。', sms: '验证码{code}。' },
    });
  });

  test('预览与真正发出的一致，不保存；短信按 70 字一条、长短信每条 67 字计', async () => {
    const texts = { title: '新：{itemName}', body: '正文', sms: `${'长'.repeat(65)}{code}` };
    expect((await ask('POST', `${address}/preview`, texts)).body).toEqual({ title: '新：挖掘城市道路审批', body: '正文', sms: `${'长'.repeat(65)}482913`, smsLength: 71, smsParts: 2 });
    expect((await ask('POST', `${address}/preview`, { ...texts, sms: `${'长'.repeat(64)}{code}` })).body).toMatchObject({ smsLength: 70, smsParts: 1 });
    expect(await current()).toMatchObject({ revision: 1, edited: false });
  });

  test.each([
    ['没有的字段', { body: '{itemName}{dueOn}' }, 'messaging.undeclared-variable', '消息里没有“dueOn”这个字段'],
    ['写错的字段', { title: '{事 项}' }, 'messaging.undeclared-variable', '消息里没有“事 项”这个字段'],
    ['链接用的编号', { body: '{caseId}' }, 'messaging.undeclared-variable', '消息里没有“caseId”这个字段'],
    ['短信丢了验证码', { sms: '请查收。' }, 'messaging.field-missing', '短信中必须保留“验证码”'],
    ['不发短信', { sms: null }, 'messaging.field-missing', '短信中必须保留“验证码”'],
  ])('%s：拒绝并说明', async (_name, change, code, title) => {
    const texts = { title: '告知', body: '正文', sms: '{code}', ...change };
    for (const answer of [await edit({ revision: 1, ...texts }), await ask('POST', `${address}/preview`, texts)]) {
      expect(answer).toMatchObject({ status: 400, body: { code, title } });
    }
  });

  test('改了以后按新文字发；平台升级不覆盖；恢复默认得到新版本的文字；两人同时改有人被告知', async () => {
    const texts = { title: '告知｜{itemName}', body: '市里的文字', sms: '【广安】{code}' };
    expect((await edit({ revision: 1, ...texts })).body).toMatchObject({ ...texts, edited: true, revision: 2 });
    expect((await edit({ revision: 1, ...texts })).body).toMatchObject({ code: 'kernel.conflict' });
    await startWith('您的验证码是{code}。');
    expect(await tellSomebody()).toEqual({ title: '告知｜开饭店', body: '市里的文字', sms: '【广安】123456' });
    expect(await current()).toMatchObject({ sms: '【广安】{code}', defaults: { sms: '您的验证码是{code}。' } });
    expect((await ask('POST', `${address}/reset`, { revision: 1 })).body).toMatchObject({ code: 'kernel.conflict' });
    expect((await ask('POST', `${address}/reset`, { revision: 2 })).body).toMatchObject({ edited: false, revision: 3, sms: '您的验证码是{code}。' });
    expect(await tellSomebody()).toEqual({ title: '告知：开饭店', body: '请办理“开饭店”。', sms: '您的验证码是123456。' });
    const { rows } = await server().database.db.pool.query(`SELECT action FROM kernel.audit_entry WHERE object_id = 'sample.told' ORDER BY id`);
    expect(rows.map(({ action }) => action)).toEqual(['messaging.edit-template', 'messaging.reset-template']);
  });

  test('只有系统管理员能改；没有这个模板时说明', async () => {
    const others = [await signInTestStaff(server().kernel, { roles: ['security-administrator'] }), await signInTestStaff(server().kernel, { roles: ['window-clerk'] }), await signInTestPerson(server().kernel)];
    for (const { headers } of others) {
      for (const path of ['preview', 'reset']) expect((await ask('POST', `${address}/${path}`, {}, headers)).status).toBe(403);
      expect((await ask('PUT', address, {}, headers)).status).toBe(403);
    }
    expect((await ask('POST', '/api/v1/message-templates/sample.none/reset', { revision: 1 })).body).toMatchObject({ status: 404, code: 'messaging.template-not-found' });
  });

  test('字段没有名称的模板，平台不启动', async () => {
    const nameless = defineModule({ name: 'sample', uses: [], messageTemplates: [{ key: 'sample.odd', name: '怪', topic: 'work', variables: ['odd'], title: '{odd}', body: '正文' }] });
    await expect(syncTemplates(server().database.db, [nameless])).rejects.toThrow('gives no name');
  });
});
