import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { systemContext } from '../context.ts';
import { WriteBatch } from '../db/index.ts';
import { send } from '../identity/testing/http.ts';
import { signInTestPerson, signInTestStaff } from '../identity/testing/test-accounts.ts';
import { openSpreadsheet } from '../spreadsheets/index.ts';
import { collectReceipts } from './actions/collect-receipts.ts';
import { countMessages } from './actions/count-messages.ts';
import { createHttpGateway } from './channels/http-gateway.ts';
import { deliverMessages } from './deliver/deliver-messages.ts';
import { sendMessage, type OutgoingMessage } from './index.ts';
import { createMessageSimulator } from './simulator/message-simulator.ts';

describe('消息偏好、绑定与统计', () => {
  const server = useTestServer({ env: { TONGBAN_DEMO: '1' } });
  const ctx = () => systemContext(server().kernel, systemActor('test'), 'test');
  const pool = () => server().database.db.pool;
  let serial = 0;

  beforeAll(async () => {
    await pool().query(`insert into messaging.template (key, name, topic, variables, title, body, sms, link, secret) values
      ('test.progress', '进度', 'progress', '{}', '标题', '正文', '短信', '/x', false), ('test.notice', '须知', 'notice', '{}', '须知', '须知正文', '须知短信', '/x', false);
      update messaging.channel set enabled = true`);
  });

  async function tell(id: string, part: Partial<OutgoingMessage> = {}) {
    const batch = new WriteBatch();
    await sendMessage(ctx(), batch, { templateKey: 'test.progress', recipient: { kind: 'person', id }, variables: {}, dedupeKey: `p${(serial += 1)}`, ...part });
    await batch.execute(pool());
  }
  const rowsOf = async (id: string) => (await pool().query(`select channel, state, body from messaging.message where recipient_id = $1 and channel <> 'in-site' order by channel, id`, [id])).rows as { channel: string; state: string; body: string }[];
  const preferences = async (headers: Record<string, string>) => (await send(server(), 'GET', '/api/v1/messages/preferences', undefined, headers)).body;
  const choose = (topic: string, channels: string[], headers: Record<string, string>) => send(server(), 'PUT', `/api/v1/messages/preferences/${topic}`, { channels }, headers);

  test('各类消息可选通道：先绑定再选；须知至少留一种；语音电话读短信的文字（MSG-02）', async () => {
    const { id, headers } = await signInTestPerson(server().kernel);
    expect(await preferences(headers)).toMatchObject({ own: true, offered: [{ channel: 'sms', needsBinding: false }, { channel: 'wechat', address: null, needsBinding: true }, { channel: 'email' }, { channel: 'voice' }] });
    expect((await choose('progress', ['wechat'], headers)).body['code']).toBe('messaging.not-offered');
    expect((await send(server(), 'PUT', '/api/v1/messages/addresses/wechat', { code: '112233' }, headers)).body).toMatchObject({ address: 'si****33', simulated: true });
    expect((await choose('progress', ['wechat', 'voice'], headers)).body).toMatchObject({ channels: ['wechat', 'voice'] });
    expect((await choose('notice', [], headers)).body['code']).toBe('messaging.required-topic');
    expect((await choose('notice', ['wechat'], headers)).status).toBe(200);
    expect((await choose('work', ['wechat'], headers)).status).toBe(404);
    await tell(id);
    await tell(id, { templateKey: 'test.notice' });
    expect(await rowsOf(id)).toMatchObject([
      { channel: 'sms', state: 'suppressed' }, { channel: 'sms', state: 'suppressed' }, { channel: 'voice', state: 'queued', body: '短信' }, { channel: 'wechat', state: 'queued', body: '正文' }, { channel: 'wechat', state: 'queued', body: '须知正文' }]);
    expect((await send(server(), 'DELETE', '/api/v1/messages/addresses/wechat', undefined, headers)).body).toMatchObject({ address: null });
    await tell(id, { templateKey: 'test.notice' });
    expect((await rowsOf(id)).filter(({ state, channel }) => channel === 'sms' && state === 'queued')).toHaveLength(1);
  });

  test('邮箱凭邮件里的绑定码绑定：错的不行，五次为限，换过的码作废；地址加密存放（MSG-01）', async () => {
    const { id, headers } = await signInTestPerson(server().kernel);
    const ask = (address: string) => send(server(), 'POST', '/api/v1/messages/email-codes', { address }, headers);
    const bind = (code: string) => send(server(), 'PUT', '/api/v1/messages/addresses/email', { code }, headers);
    expect((await ask('不是邮箱')).body['code']).toBe('messaging.bad-address');
    expect((await bind('000000')).body['code']).toBe('messaging.bad-code');
    expect((await ask('zhang.san@example.cn')).status).toBe(200);
    expect((await ask('zhang.san@example.cn')).status).toBe(429);
    while (await deliverMessages(ctx(), 'email') > 0);
    const { rows: [mail] } = await pool().query(`select text from messaging.simulated_message where channel = 'email' order by id desc limit 1`);
    const code = /\d{6}/.exec(mail.text)?.[0] ?? '';
    expect((await bind(code === '111111' ? '222222' : '111111')).body['code']).toBe('messaging.bad-code');
    expect((await bind(code)).body).toMatchObject({ channel: 'email', address: 'z***@example.cn' });
    expect((await bind(code)).body['code']).toBe('messaging.bad-code');
    const { rows } = await pool().query(`select address, address_index from messaging.address where owner_id = $1`, [id]);
    expect(JSON.stringify(rows)).not.toContain('zhang');
    // The code is wiped once it has gone.
    expect((await pool().query(`select body from messaging.message where recipient_id = $1 and channel = 'email'`, [id])).rows).toEqual([{ body: '（内容已在发送后清除）' }]);
  });

  test('一个微信号只绑一个人；不给工作人员的通道他绑不了', async () => {
    const [one, other] = [await signInTestPerson(server().kernel), await signInTestPerson(server().kernel)];
    const bind = (headers: Record<string, string>) => send(server(), 'PUT', '/api/v1/messages/addresses/wechat', { code: '778899' }, headers);
    expect((await bind(one.headers)).status).toBe(200);
    expect((await bind(other.headers)).body['code']).toBe('messaging.bound-elsewhere');
    const staff = await signInTestStaff(server().kernel);
    expect((await bind(staff.headers)).body['code']).toBe('messaging.not-offered');
    expect((await send(server(), 'PUT', '/api/v1/messages/addresses/wechat', { code: '778899' })).status).toBe(401);
  });

  test('网关的绑定码用一次，回执里的已读计入已读（MSG-01 回执）', async () => {
    const simulator = await createMessageSimulator({ now: () => server().clock.now() });
    await new Promise<void>((resolve) => simulator.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(simulator.address() as AddressInfo).port}`;
    const gateway = createHttpGateway(origin, '微信');
    const { code } = await (await fetch(`${origin}/codes`, { method: 'POST', body: JSON.stringify({ address: 'openid-9996' }) })).json() as { code: string };
    expect(await gateway.findAccount(code)).toBe('openid-9996');
    expect(await gateway.findAccount(code)).toBeUndefined();
    await gateway.send({ id: '00000000-0000-7000-8000-000000000001', to: 'openid-9996', title: '标题', text: '正文', link: 'https://example.cn/x', templateKey: 't' });
    const { id, headers } = await signInTestPerson(server().kernel);
    await send(server(), 'PUT', '/api/v1/messages/addresses/wechat', { code: '454545' }, headers);
    await choose('progress', ['wechat'], headers);
    await tell(id);
    await pool().query(`update messaging.message set state = 'sent', sent_at = now(), counted = true, id = '00000000-0000-7000-8000-000000000001' where recipient_id = $1 and channel = 'wechat'`, [id]);
    expect(await collectReceipts(ctx(), 'wechat', gateway)).toBe(1);
    const { rows } = await pool().query(`select state, read_at is not null as read from messaging.message where id = '00000000-0000-7000-8000-000000000001'`);
    expect(rows).toEqual([{ state: 'delivered', read: true }]);
    simulator.close();
    simulator.closeAllConnections();
  });

  describe('月度统计（MSG-01）', () => {
    const organizationId = '00000000-0000-7000-8000-00000000abcd';
    const read = async (query: string, headers: Record<string, string>) => (await send(server(), 'GET', `/api/v1/message-statistics?${query}`, undefined, headers)).body as { total: Record<string, number>; lines: Record<string, unknown>[] };

    afterAll(() => { server().clock.set('2026-11-23T02:00:00Z'); });

    test('随写入累计，与逐条计数一致；按月、通道、类别、部门；失败、已读、费用、等候；可导出', async () => {
      server().clock.set('2027-03-01T02:00:00Z');
      const { headers } = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
      const people = [await signInTestPerson(server().kernel), await signInTestPerson(server().kernel), await signInTestPerson(server().kernel)];
      for (const { id } of people) await tell(id, { about: { organizationId } });
      await pool().query('update identity.person set mobile = null where id = $1', [people[2]?.id]);
      server().clock.advance(90_000);
      while (await deliverMessages(ctx(), 'sms') > 0);
      await send(server(), 'POST', '/api/v1/messages/read', {}, people[0]?.headers);
      while (await countMessages(ctx()) > 0);
      const march = 'from=2027-03&to=2027-03';
      const byChannel = await read(`${march}&by=channel&organizationId=${organizationId}`, headers);
      expect(byChannel.lines).toMatchObject([
        { key: 'in-site', name: '站内', sent: 3, delivered: 3, read: 1, costMills: 0, averageWait: null }, { key: 'sms', name: '短信', sent: 2, delivered: 2, failed: 1, deliveredShare: 66.7, averageWait: 90, costMills: 90 }]);
      expect(byChannel.total).toMatchObject({ sent: 5, delivered: 5, failed: 1, costMills: 90 });
      expect((await read(`${march}&by=organization`, headers)).lines).toEqual(expect.arrayContaining([expect.objectContaining({ key: organizationId, sent: 5 })]));
      expect((await read(`${march}&by=topic&channel=sms`, headers)).lines).toMatchObject([{ key: 'progress', name: '办件进度' }]);
      expect((await read('from=2027-02&to=2027-03&by=month', headers)).lines.map(({ name }) => name)).toContain('2027年3月');
      // The tally says what counting the messages says.
      const { rows: [counted] } = await pool().query(`select count(*) filter (where state = 'delivered')::int as delivered, count(*) filter (where state = 'failed')::int as failed, count(read_at)::int as read from messaging.message where created_at >= '2027-02-28T16:00:00Z'`);
      expect((await read(`${march}&by=month`, headers)).total).toMatchObject(counted);
      const answer = await server().app.inject({ method: 'GET', url: `/api/v1/message-statistics/export?${march}&by=channel&organizationId=${organizationId}`, headers });
      expect(answer.statusCode).toBe(200);
      const lines: string[] = [];
      for await (const { cells } of (await openSpreadsheet({ fileName: 'x.xlsx', content: answer.rawPayload })).rows('消息统计')) lines.push([...cells.values()].map(({ text }) => text).join(' '));
      expect(lines.at(-1)).toContain('合计');
      expect((await send(server(), 'GET', '/api/v1/message-statistics?from=2027-04&to=2027-03&by=month', undefined, headers)).body['code']).toBe('messaging.period');
    });

    test('重发成功后失败数减回，再计一次发送；看内容隐去号码并留痕', async () => {
      server().clock.set('2027-05-01T02:00:00Z');
      const { headers } = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
      const { id, mobile } = await signInTestPerson(server().kernel);
      await tell(id);
      await pool().query('update identity.person set mobile = null where id = $1 returning mobile', [id]);
      while (await deliverMessages(ctx(), 'sms') > 0);
      const list = await send(server(), 'GET', '/api/v1/message-deliveries?state=failed&channel=sms', undefined, headers);
      const [failed] = list.body['items'] as { id: string }[];
      const may = 'from=2027-05&to=2027-05&by=channel&channel=sms';
      expect((await read(may, headers)).total).toMatchObject({ failed: 1, sent: 0 });
      const back = await signInTestPerson(server().kernel, {});
      await pool().query(`update identity.person set mobile = p.mobile from (select mobile from identity.person where id = $2) p where id = $1`, [id, back.id]);
      await send(server(), 'POST', `/api/v1/message-deliveries/${failed?.id}/retry`, undefined, headers);
      expect((await read(may, headers)).total).toMatchObject({ failed: 0, sent: 0 });
      await pool().query(`update messaging.message set body = $2 where id = $1`, [failed?.id, `请联系 ${mobile}`]);
      const detail = await send(server(), 'GET', `/api/v1/message-deliveries/${failed?.id}`, undefined, headers);
      expect(detail.body).toMatchObject({ state: 'queued', text: expect.stringContaining('****'), others: [{ channel: 'in-site' }] });
      expect(JSON.stringify(detail.body)).not.toContain(mobile);
      const { rows } = await pool().query(`select 1 from kernel.audit_entry where action = 'messaging.read-delivery' and object_id = $1`, [failed?.id]);
      expect(rows).toHaveLength(1);
    });
  });
});
