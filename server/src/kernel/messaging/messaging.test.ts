import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../access/index.ts';
import { systemContext } from '../context.ts';
import { WriteBatch } from '../db/index.ts';
import { send } from '../identity/testing/http.ts';
import { signInTestPerson, signInTestStaff } from '../identity/testing/test-accounts.ts';
import { collectReceipts } from './actions/collect-receipts.ts';
import { MessageRefused, type ChannelAdapter } from './channels/adapter.ts';
import { createHttpGateway } from './channels/http-gateway.ts';
import { createStoredSimulator } from './channels/stored-simulator.ts';
import { deliverMessages } from './deliver/deliver-messages.ts';
import { sendMessage } from './index.ts';
import { messagingJobs } from './jobs.ts';
import { createMessageSimulator } from './simulator/message-simulator.ts';

const minute = 60_000;

describe('消息', () => {
  const server = useTestServer();
  const ctx = () => systemContext(server().kernel, systemActor('test'), 'test');
  const pool = () => server().database.db.pool;
  const person = (mobile?: string) => signInTestPerson(server().kernel, mobile === undefined ? {} : { mobile });
  const run = async (name: string) => messagingJobs.find((job) => job.name === name)?.handle(ctx(), {});
  let serial = 0;

  // The offer of a mandate has both texts, and a topic that always goes out; ratings may be switched off.
  beforeAll(async () => {
    await pool().query(`insert into messaging.template (key, name, topic, variables, title, body, sms, link, secret) values
      ('test.optional', '可选', 'rating', '{name}', '标题{{name}}', '正文{{name}}', '短信{{name}}', '/x/{{name}}', false)`);
  });

  async function tell(recipient: { kind: 'person' | 'staff' | 'company'; id: string }, dedupeKey = `k${(serial += 1)}`, templateKey = 'test.optional') {
    const batch = new WriteBatch();
    await sendMessage(ctx(), batch, { templateKey, recipient, variables: { name: '小明' }, dedupeKey });
    await batch.execute(pool());
  }

  const smsOf = async (id: string) => (await pool().query(`select id, state, attempts, error, due_at, body, delivered_at from messaging.message where recipient_id = $1 and channel = 'sms' order by id`, [id])).rows;

  async function deliverAll(id: string, channel: ChannelAdapter = createStoredSimulator(server().kernel, 'sms')) {
    while (await deliverMessages(ctx(), 'sms', channel) > 0);
    return smsOf(id);
  }

  test('同一件事对同一人每个渠道只告知一次（MSG-01）', async () => {
    const recipient = await person();
    await Promise.all([tell({ kind: 'person', id: recipient.id }, 'event-1'), tell({ kind: 'person', id: recipient.id }, 'event-1')]);
    await tell({ kind: 'person', id: recipient.id }, 'event-1');
    expect(await smsOf(recipient.id)).toHaveLength(1);
    const inbox = await send(server(), 'GET', '/api/v1/messages', undefined, recipient.headers);
    expect(inbox.body).toMatchObject({ items: [{ title: '标题小明', body: '正文小明', link: '/x/小明', readAt: null }] });
  });

  test.each([
    ['未知模板', 'test.missing', { name: 'x' }], ['缺变量', 'test.optional', {}], ['多变量', 'test.optional', { name: 'x', mobile: '1' }],
  ])('%s时不发并报错', async (_name, templateKey, variables) => {
    const recipient = await person();
    await expect(sendMessage(ctx(), new WriteBatch(), { templateKey, recipient: { kind: 'person', id: recipient.id }, variables: variables as Record<string, string>, dedupeKey: 'x' })).rejects.toThrow();
  });

  test('关掉一类短信后只发站内；必达的不能关（MSG-02）', async () => {
    const recipient = await person();
    const set = (topic: string, sms: boolean) => send(server(), 'PUT', `/api/v1/messages/preferences/${topic}`, { channels: sms ? ['sms'] : [] }, recipient.headers);
    expect((await set('rating', false)).body).toMatchObject({ topic: 'rating', channels: [] });
    expect((await set('notice', false)).body['code']).toBe('messaging.required-topic');
    expect((await set('weather', false)).status).toBe(404);
    await tell({ kind: 'person', id: recipient.id });
    expect(await smsOf(recipient.id)).toMatchObject([{ state: 'suppressed' }]);
    expect((await send(server(), 'GET', '/api/v1/messages/unread-count', undefined, recipient.headers)).body).toEqual({ count: 1 });
    expect((await send(server(), 'GET', '/api/v1/messages/preferences', undefined, recipient.headers)).body['items']).toContainEqual({ topic: 'rating', name: '评价与回访', required: false, channels: [] });
  });

  test('每小时不超过 6 条，多出的顺延（MSG-01 频控）', async () => {
    const recipient = await person();
    for (let count = 1; count <= 7; count += 1) {
      await tell({ kind: 'person', id: recipient.id });
      await deliverAll(recipient.id);
    }
    expect((await smsOf(recipient.id)).map(({ state }) => state)).toEqual([...Array<string>(6).fill('delivered'), 'queued']);
    server().clock.advance(60 * minute);
    expect((await deliverAll(recipient.id)).at(-1)).toMatchObject({ state: 'delivered', attempts: 1 });
  });

  test('没有手机号码的收信人不重试，原因可查', async () => {
    const recipient = await person();
    await pool().query('update identity.person set mobile = null where id = $1', [recipient.id]);
    await tell({ kind: 'person', id: recipient.id });
    expect(await deliverAll(recipient.id)).toMatchObject([{ state: 'failed', error: expect.stringContaining('没有登记手机号码') }]);
  });

  test('看不到也读不了别人的消息；工作人员的消息只在站内', async () => {
    const [one, other, staff] = [await person(), await person(), await signInTestStaff(server().kernel)];
    await tell({ kind: 'person', id: one.id });
    await tell({ kind: 'staff', id: staff.id });
    const [message] = (await send(server(), 'GET', '/api/v1/messages', undefined, one.headers)).body['items'] as { id: string }[];
    expect((await send(server(), 'POST', '/api/v1/messages/read', { ids: [message?.id] }, other.headers)).body).toEqual({ count: 0 });
    expect((await send(server(), 'GET', '/api/v1/messages', undefined, other.headers)).body).toMatchObject({ items: [] });
    expect((await send(server(), 'POST', '/api/v1/messages/read', { ids: [message?.id] }, one.headers)).body).toEqual({ count: 1 });
    expect((await send(server(), 'GET', '/api/v1/messages', undefined, staff.headers)).body['items']).toHaveLength(1);
    expect(await smsOf(staff.id)).toEqual([]);
    expect((await send(server(), 'GET', '/api/v1/messages')).status).toBe(401);
  });

  test('模拟通道、发送记录、通道、统计只有系统管理员能看', async () => {
    const recipient = await person();
    await tell({ kind: 'person', id: recipient.id });
    await deliverAll(recipient.id);
    const [administrator, clerk] = [await signInTestStaff(server().kernel, { roles: ['system-administrator'] }), await signInTestStaff(server().kernel, { roles: ['window-clerk'] })];
    const get = (url: string, headers: Record<string, string>) => send(server(), 'GET', url, undefined, headers);
    expect((await get(`/api/v1/simulated-messages?to=${recipient.mobile}`, administrator.headers)).body).toMatchObject({ items: [{ channel: 'sms', address: recipient.mobile, text: '短信小明', templateKey: 'test.optional', templateName: '可选' }] });
    expect((await get('/api/v1/message-deliveries?state=delivered', administrator.headers)).body).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ recipient: '测**民', templateName: '可选' })]) });
    for (const url of ['/api/v1/simulated-messages', '/api/v1/message-deliveries', '/api/v1/message-channels', '/api/v1/message-statistics?from=2026-01&to=2026-12&by=month']) {
      expect((await get(url, clerk.headers)).status).toBe(403);
      expect((await get(url, recipient.headers)).status).toBe(403);
    }
  });

  describe('短信网关', () => {
    let gateway: ChannelAdapter;
    let origin: string;
    let close: () => void;

    beforeAll(async () => {
      const simulator = await createMessageSimulator({ now: () => server().clock.now() });
      await new Promise<void>((resolve) => simulator.listen(0, '127.0.0.1', resolve));
      origin = `http://127.0.0.1:${(simulator.address() as AddressInfo).port}`;
      gateway = createHttpGateway(origin, '短信');
      close = () => { simulator.close(); simulator.closeAllConnections(); };
    });
    afterAll(() => { close(); });

    const sentTo = async (mobile: string) => ((await (await fetch(`${origin}/messages?to=${mobile}`)).json()) as { items: { text: string }[] }).items;

    test('两种通道守同一约定：同一编号只发一次，送达有回执', async () => {
      for (const channel of [gateway, createStoredSimulator(server().kernel, 'sms')]) {
        const id = `00000000-0000-7000-8000-00000000000${(serial += 1) % 10}`;
        const sms = { id, to: '19900008888', title: '', text: '您好', link: null, templateKey: 'test.optional' };
        const receipt = await channel.send(sms) ?? (await channel.receipts('')).items.find((item) => item.id === id);
        expect(receipt).toMatchObject({ id, state: 'delivered' });
        await channel.send(sms);
      }
      expect(await sentTo('19900008888')).toHaveLength(1);
      const { rows } = await pool().query(`select text from messaging.simulated_message where text = '您好'`);
      expect(rows).toHaveLength(1);
    });

    test('提交后待回执，回执到了才算送达', async () => {
      const recipient = await person('19900006001');
      await tell({ kind: 'person', id: recipient.id });
      expect(await deliverAll(recipient.id, gateway)).toMatchObject([{ state: 'sent', delivered_at: null }]);
      await collectReceipts(ctx(), 'sms', gateway);
      expect(await smsOf(recipient.id)).toMatchObject([{ state: 'delivered' }]);
      expect(await collectReceipts(ctx(), 'sms', gateway)).toBe(0);
    });

    test('空号回执记为失败，管理员可重发', async () => {
      const recipient = await person('19900009998');
      await tell({ kind: 'person', id: recipient.id });
      await deliverAll(recipient.id, gateway);
      await collectReceipts(ctx(), 'sms', gateway);
      const [failed] = await smsOf(recipient.id);
      expect(failed).toMatchObject({ state: 'failed', error: '空号' });
      const administrator = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
      expect((await send(server(), 'POST', `/api/v1/message-deliveries/${failed?.id}/retry`, undefined, recipient.headers)).status).toBe(403);
      expect((await send(server(), 'POST', `/api/v1/message-deliveries/${failed?.id}/retry`, undefined, administrator.headers)).body).toMatchObject({ state: 'queued', attempts: 0 });
      expect((await send(server(), 'POST', `/api/v1/message-deliveries/${failed?.id}/retry`, undefined, administrator.headers)).body['code']).toBe('messaging.not-failed');
    });

    test('网关拒收不重试；单个号码繁忙则按 1、2、4…分钟重试，过时后不再发', async () => {
      const [refused, busy] = [await person('19900009997'), await person('19900009999')];
      await tell({ kind: 'person', id: refused.id });
      await tell({ kind: 'person', id: busy.id });
      expect(await deliverAll(refused.id, gateway)).toMatchObject([{ state: 'failed', attempts: 1, error: expect.stringContaining('已停机') }]);
      for (let attempt = 1; attempt <= 7; attempt += 1) {
        const [message] = await smsOf(busy.id);
        expect(message).toMatchObject({ state: 'queued', attempts: attempt, error: expect.stringContaining('503') });
        expect(message?.due_at.getTime() - server().clock.now().getTime()).toBe(Math.min(30, 2 ** (attempt - 1)) * minute);
        server().clock.set(message?.due_at);
        // The gateway answers to others, so that it is not taken to be down.
        await tell({ kind: 'person', id: (await person()).id });
        await deliverAll(busy.id, gateway);
      }
      server().clock.advance(72 * 60 * minute);
      await run('messaging.deliver-due');
      expect(await smsOf(busy.id)).toMatchObject([{ state: 'expired', error: expect.stringContaining('过时') }]);
    });

    test('丢了任务的短信由每分钟的任务补上', async () => {
      const recipient = await person();
      await tell({ kind: 'person', id: recipient.id });
      const { rows } = await pool().query(`delete from graphile_worker._private_jobs where payload::jsonb @> '{"channel": "sms"}' returning id`);
      expect(rows.length).toBeGreaterThan(0);
      await run('messaging.deliver-due');
      expect(await smsOf(recipient.id)).toMatchObject([{ state: 'delivered' }]);
    });
  });

  test('不是演示、没有配置网关的通道不提供也不能绑定：模拟器认任何六位数字；短信始终在（MSG-01、MSG-02）', async () => {
    await pool().query('update messaging.channel set enabled = true');
    const { headers } = await signInTestPerson(server().kernel);
    const answer = await server().app.inject({ method: 'PUT', url: '/api/v1/messages/addresses/wechat', headers, payload: { code: '112233' } });
    expect(answer.json()).toMatchObject({ status: 422, code: 'messaging.not-offered' });
    const preferences = await server().app.inject({ method: 'GET', url: '/api/v1/messages/preferences', headers });
    expect(preferences.json()).toMatchObject({ offered: [{ channel: 'sms' }] });
    const operator = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
    const channels = await server().app.inject({ method: 'GET', url: '/api/v1/message-channels', headers: operator.headers });
    expect((channels.json() as { items: { channel: string; state: string }[] }).items.filter(({ state }) => state === 'unconnected').map(({ channel }) => channel)).toEqual(['wechat', 'dingtalk', 'email', 'voice']);
  });

  test('须送达的消息在短信失败后不改走没有网关的语音电话（MSG-01）', async () => {
    const recipient = await person();
    const batch = new WriteBatch();
    await sendMessage(ctx(), batch, { templateKey: 'identity.mandate-offered', recipient: { kind: 'person', id: recipient.id }, variables: { principal: '某公司', until: '2027年1月1日' }, dedupeKey: 'no-voice' });
    await batch.execute(pool());
    const refusing: ChannelAdapter = { send: () => Promise.reject(new MessageRefused('空号')), receipts: async (cursor) => ({ items: [], cursor }), findAccount: async () => undefined };
    await deliverMessages(ctx(), 'sms', refusing);
    const { rows } = await pool().query(`select channel, state from messaging.message where recipient_id = $1 order by channel`, [recipient.id]);
    expect(rows).toEqual([{ channel: 'in-site', state: 'delivered' }, { channel: 'sms', state: 'failed' }]);
  });
});
