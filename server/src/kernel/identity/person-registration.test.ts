import { describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { systemContext } from '../context.ts';
import { findOrCreatePersonAtCounter, unsafeReadPerson } from './index.ts';
import { fictitiousMobile, fictitiousResidentId } from './fictitious-numbers.ts';
import { lastCode, lastSms, send } from './testing/http.ts';
import { signInTestPerson } from './testing/test-accounts.ts';

const minute = 60_000;

describe('自然人注册与登录（IDN-01）', () => {
  const server = useTestServer();
  const post = (url: string, payload?: object, headers?: Record<string, string>) => send(server(), 'POST', url, payload, headers);
  const ctx = () => systemContext(server().kernel, systemActor('test'), 'test');
  let number = 500;

  /** A number whose check character is X, typed in lower case. */
  function numberWithX(): string {
    const found = Array.from({ length: 100 }, (_, serial) => fictitiousResidentId(serial, '19800101')).find((id) => id.endsWith('X'));
    return (found ?? '').toLowerCase();
  }

  function someone(changes: Record<string, string> = {}) {
    number += 1;
    return { name: '王小花', documentType: '111', documentNumber: fictitiousResidentId(number), mobile: fictitiousMobile(number), password: 'Hua-2026', ...changes };
  }

  async function register(person: ReturnType<typeof someone>) {
    server().clock.advance(minute);
    await post('/api/v1/verification-codes', { purpose: 'register', mobile: person.mobile });
    return post('/api/v1/persons/register', { ...person, code: await lastCode(server(), person.mobile) });
  }

  test('注册即登录；随后可用手机号码或证件号码登录，号码前后的空格与小写 x 不影响', async () => {
    const person = someone({ name: '古丽·阿依夏木', documentNumber: numberWithX() });
    const registered = await register(person);
    expect(registered).toMatchObject({ status: 201, body: { account: { kind: 'person', name: '古丽·阿依夏木' }, idleMinutes: 720 } });
    for (const account of [person.mobile, ` +86 ${person.mobile}`, person.documentNumber, person.documentNumber.toUpperCase()]) {
      expect((await post('/api/v1/persons/sign-in', { account, password: person.password })).status).toBe(200);
    }
    expect((await post('/api/v1/persons/sign-in', { account: person.mobile, password: 'wrong' })).body['code']).toBe('identity.bad-credentials');
  });

  test.each([
    ['校验位错误', { documentNumber: '519999199001010014' }, 'documentNumber', '校验'],
    ['15 位旧号码', { documentNumber: '519999900101001' }, 'documentNumber', '18位'],
    ['不存在的出生日期', { documentNumber: '519999199002300014' }, 'documentNumber', '日期'],
    ['姓名含标记', { name: '<b>王</b>' }, 'name', '尖括号'],
    ['手机号码位数不足', { mobile: '1990000' }, 'mobile', '11位'],
    ['未知证件类型', { documentType: '999' }, 'documentType', '证件类型'],
  ])('%s：指出哪一项、怎么改', async (_name, change, path, message) => {
    const answer = await post('/api/v1/persons/register', { ...someone(), ...change, code: '000000' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'identity.invalid-identity', issues: [{ path, message: expect.stringContaining(message) }] } });
  });

  test('生僻字、间隔号姓名与外国护照都能注册', async () => {
    expect((await register(someone({ name: '𠮷㛃' }))).body).toMatchObject({ account: { name: '𠮷㛃' } });
    expect((await register(someone({ name: 'Anna Müller', documentType: '414', documentNumber: 'c01x00t47' }))).status).toBe(201);
  });

  test('验证码：5 分钟有效、一分钟内不重发、错 5 次作废、只能用一次', async () => {
    const person = someone();
    const request = () => post('/api/v1/verification-codes', { purpose: 'register', mobile: person.mobile });
    const attempt = (code: string) => post('/api/v1/persons/register', { ...person, code });
    expect((await request()).body).toMatchObject({ retryAfterSeconds: 60 });
    expect((await request()).body).toMatchObject({ code: 'identity.code-too-soon', params: { seconds: 60 } });
    const code = await lastCode(server(), person.mobile);
    const wrong = code === '123456' ? '654321' : '123456';
    for (let tries = 1; tries <= 5; tries += 1) expect((await attempt(wrong)).body['code']).toBe('identity.bad-code');
    expect((await attempt(code)).body['code']).toBe('identity.bad-code');
    server().clock.advance(minute);
    await request();
    const late = await lastCode(server(), person.mobile);
    server().clock.advance(5 * minute);
    expect((await attempt(late)).body['code']).toBe('identity.bad-code');
    await request();
    const fresh = await lastCode(server(), person.mobile);
    const answers = await Promise.all([attempt(fresh), attempt(fresh)]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([201, 201]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });

  test('验证码只以摘要保存，短信内容发出后清除', async () => {
    const person = someone();
    await post('/api/v1/verification-codes', { purpose: 'register', mobile: person.mobile });
    const text = await lastSms(server(), person.mobile);
    expect(text).toMatch(/验证码 \d{6}/);
    const { rows } = await server().database.db.pool.query(`select body from messaging.message where secret order by id desc limit 1`);
    expect(rows[0].body).not.toMatch(/\d{6}/);
  });

  test('证件与手机在库中只有密文与盲索引；读全文要写明目的并留痕', async () => {
    const person = someone();
    const { body } = await register(person);
    const { id } = body['account'] as { id: string };
    const { rows: [row] } = await server().database.db.pool.query('select * from identity.person where id = $1', [id]);
    expect(JSON.stringify(row)).not.toContain(person.documentNumber);
    expect(JSON.stringify(row)).not.toContain(person.mobile);
    expect(await unsafeReadPerson(ctx(), id, '办件受理核验')).toMatchObject({ documentNumber: person.documentNumber, mobile: person.mobile, birthDate: '1990-01-01' });
    const { rows: audit } = await server().database.db.pool.query(`select purpose from kernel.audit_entry where action = 'identity.read-person' and object_id = $1`, [id]);
    expect(audit).toEqual([{ purpose: '办件受理核验' }]);
  });

  test('同一证件不能注册两次，姓名不符也不能冒用；同一手机不能绑两个账号', async () => {
    const person = someone();
    await register(person);
    expect((await register({ ...person, mobile: fictitiousMobile(9001) })).body['code']).toBe('identity.already-registered');
    expect((await register({ ...person, name: '冒名者', mobile: fictitiousMobile(9002) })).body['code']).toBe('identity.name-mismatch');
    expect((await register(someone({ mobile: person.mobile }))).body['code']).toBe('identity.mobile-in-use');
  });

  test('窗口登记过的人注册后仍是同一个人；预留手机不符的不能接管', async () => {
    const person = someone();
    const known = await findOrCreatePersonAtCounter(ctx(), person);
    expect(await findOrCreatePersonAtCounter(ctx(), person)).toEqual(known);
    expect((await register({ ...person, mobile: fictitiousMobile(9003) })).body['code']).toBe('identity.mobile-mismatch');
    expect((await register(person)).body).toMatchObject({ account: { id: known.id } });
    const withoutMobile = someone();
    await findOrCreatePersonAtCounter(ctx(), { name: withoutMobile.name, documentType: '111', documentNumber: withoutMobile.documentNumber });
    expect((await register(withoutMobile)).body['code']).toBe('identity.no-mobile-on-file');
  });

  test('两个窗口同时登记同一人得到同一条记录', async () => {
    const person = someone();
    const [one, two] = await Promise.all([findOrCreatePersonAtCounter(ctx(), person), findOrCreatePersonAtCounter(ctx(), person)]);
    expect(one.id).toBe(two.id);
  });

  test('找回密码：证件与预留手机都对才行，成功后旧登录全部结束', async () => {
    const person = someone();
    const registered = await register(person);
    const reset = async (changes: object) => {
      server().clock.advance(minute);
      await post('/api/v1/verification-codes', { purpose: 'reset-password', mobile: person.mobile });
      return post('/api/v1/persons/reset-password', {
        documentType: '111', documentNumber: person.documentNumber, mobile: person.mobile, code: await lastCode(server(), person.mobile), newPassword: 'Xin-2027', ...changes,
      });
    };
    expect((await reset({ documentNumber: fictitiousResidentId(7) })).body['code']).toBe('identity.reset-refused');
    expect((await reset({})).status).toBe(204);
    expect((await send(server(), 'GET', '/api/v1/me', undefined, { cookie: `tb_session=${registered.token}` })).status).toBe(401);
    expect((await post('/api/v1/persons/sign-in', { account: person.mobile, password: 'Xin-2027' })).status).toBe(200);
  });

  test('自己改了密码，本人收到消息', async () => {
    const person = someone();
    const registered = await register(person);
    const headers = { cookie: `tb_session=${registered.token}` };
    expect((await post('/api/v1/password', { currentPassword: person.password, newPassword: 'Xin-2028' }, headers)).status).toBe(204);
    const { body } = await send(server(), 'GET', '/api/v1/messages', undefined, headers);
    expect(body).toMatchObject({ items: [{ title: '您的密码已修改' }] });
  });

  test('换绑手机要密码和新手机的验证码；本人资料脱敏', async () => {
    const person = someone();
    const registered = await register(person);
    const headers = { cookie: `tb_session=${registered.token}` };
    const mobile = fictitiousMobile(9100);
    await post('/api/v1/verification-codes', { purpose: 'change-mobile', mobile });
    const code = await lastCode(server(), mobile);
    expect((await post('/api/v1/me/mobile', { mobile, code, password: 'wrong' }, headers)).body['code']).toBe('identity.wrong-current-password');
    expect((await post('/api/v1/me/mobile', { mobile, code, password: person.password }, headers)).body).toMatchObject({
      mobileMasked: '199****9100', documentNumberMasked: expect.stringMatching(/^519999\*{8}/), documentTypeName: '居民身份证', birthDate: '1990-01-01',
    });
    expect((await post('/api/v1/persons/sign-in', { account: mobile, password: person.password })).status).toBe(200);
    expect((await post('/api/v1/persons/sign-in', { account: person.mobile, password: person.password })).status).toBe(400);
  });

  test.each([
    ['太短', 'Ab1#xyz', '8 个字符'], ['只有两类字符', 'abcdefgh1', '三种'], ['含手机号码', '', '手机号码'],
  ])('密码%s时说明怎么改', async (_name, given, hint) => {
    const person = someone();
    const password = given || `Aa#${person.mobile}`;
    const answer = await post('/api/v1/persons/register', { ...person, password, code: '000000' });
    expect(answer.body).toMatchObject({ code: 'identity.weak-password', detail: expect.stringContaining(hint) });
  });

  test('工作人员接口拒绝自然人，自然人接口拒绝访客', async () => {
    const person = await signInTestPerson(server().kernel);
    expect((await send(server(), 'GET', '/api/v1/me')).status).toBe(401);
    expect((await send(server(), 'GET', '/api/v1/simulated-messages', undefined, person.headers)).status).toBe(403);
  });
});
