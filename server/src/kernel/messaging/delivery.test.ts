import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { statementsOf } from '../../testing/count-statements.ts';
import { systemActor } from '../access/index.ts';
import { systemContext } from '../context.ts';
import { WriteBatch } from '../db/index.ts';
import { send } from '../identity/testing/http.ts';
import { signInTestPerson, signInTestStaff } from '../identity/testing/test-accounts.ts';
import { collectReceipts } from './actions/collect-receipts.ts';
import { MessageRefused, type ChannelAdapter, type ChannelMessage } from './channels/adapter.ts';
import type { ChannelStatus, OutsideChannel } from './channels.contract.ts';
import { deliverMessages } from './deliver/deliver-messages.ts';
import { sendMessage, sendSmsToMobile, type OutgoingMessage } from './index.ts';
import { messagingJobs } from './jobs.ts';

const minute = 60_000;
const hour = 60 * minute;
/** 10:00 in China on a working day, beyond all quiet hours. */
const morning = '2026-11-23T02:00:00Z';

/** A gateway in memory that can be cut off. */
function fakeGateway() {
  const gateway = {
    down: false, refuses: false, taken: [] as ChannelMessage[], tries: 0,
    async send(message: ChannelMessage) {
      gateway.tries += 1;
      if (gateway.down) throw new TypeError('fetch failed');
      if (gateway.refuses) throw new MessageRefused('不收');
      if (!gateway.taken.some(({ id }) => id === message.id)) gateway.taken.push(message);
      return undefined;
    },
    receipts: async (cursor: string) => ({ items: [], cursor }),
    findAccount: async () => undefined,
  };
  return gateway satisfies ChannelAdapter;
}

describe('消息发送', () => {
  const server = useTestServer({ env: { TONGBAN_DEMO: '1' } });
  const ctx = () => systemContext(server().kernel, systemActor('test'), 'test');
  const pool = () => server().database.db.pool;
  const run = async (name: string) => messagingJobs.find((job) => job.name === name)?.handle(ctx(), {});
  let serial = 0;

  beforeAll(async () => {
    await pool().query(`insert into messaging.template (key, name, topic, variables, title, body, sms, link, secret) values
      ('test.progress', '进度', 'progress', '{name}', '标题{{name}}', '正文{{name}}', '短信{{name}}', '/x', false), ('test.other', '回访', 'rating', '{name}', '回访{{name}}', '正文{{name}}', '短信{{name}}', '/x', false),
      ('test.notice', '须知', 'notice', '{name}', '须知{{name}}', '须知正文{{name}}', '须知短信{{name}}', '/x', false), ('test.work', '待办', 'work', '{name}', '待办{{name}}', '待办正文{{name}}', null, '/inbox', false)`);
  });
  beforeEach(async () => {
    server().clock.set(morning);
    await pool().query(`delete from messaging.message; delete from messaging.simulated_message; delete from messaging.tally; delete from messaging.address;
      update messaging.channel set enabled = code = 'sms', paused_at = null, pause_reason = null, down_since = null, up_since = null, failures = 0, probes = 0, next_try_at = null, slot_at = null, last_error = null, rate_per_minute = 600, hourly_limit = 6, daily_limit = 20, digest_from = 4`);
  });

  async function tell(id: string, part: Partial<OutgoingMessage> & { kind?: 'person' | 'staff' } = {}) {
    const { kind = 'person', ...message } = part;
    const batch = new WriteBatch();
    await sendMessage(ctx(), batch, { templateKey: 'test.progress', recipient: { kind, id }, variables: { name: String(serial += 1) }, dedupeKey: `k${serial}`, ...message });
    await batch.execute(pool());
  }
  const person = async () => (await signInTestPerson(server().kernel)).id;
  const operator = async () => (await signInTestStaff(server().kernel, { roles: ['system-administrator'] })).headers;
  const rowsOf = async (id: string) => (await pool().query(`select channel, state, error, body, due_at, merged_into from messaging.message where recipient_id = $1 and channel <> 'in-site' order by id`, [id])).rows as { channel: string; state: string; error: string | null; body: string; due_at: Date | null; merged_into: string | null }[];
  const channel = async (code: OutsideChannel): Promise<ChannelStatus> => {
    const { body } = await send(server(), 'GET', '/api/v1/message-channels', undefined, await operator());
    const found = (body['items'] as ChannelStatus[]).find((one) => one.channel === code);
    if (!found) throw new Error('no such channel');
    return found;
  };
  async function work(gateway: ChannelAdapter, code: OutsideChannel = 'sms') {
    let looked = 0;
    for (let count = await deliverMessages(ctx(), code, gateway); count > 0; count = await deliverMessages(ctx(), code, gateway)) looked += count;
    return looked;
  }
  async function bind(id: string, code: 'wechat' | 'dingtalk', headers: Record<string, string>, digits: string) {
    await pool().query('update messaging.channel set enabled = true where code = $1', [code]);
    const answer = await send(server(), 'PUT', `/api/v1/messages/addresses/${code}`, { code: digits }, headers);
    expect(answer.body).toMatchObject({ channel: code });
    return id;
  }

  test('网关断了一天：都在排队，一个探一个；恢复后按速度补发，不重复，过时的不发（MSG-01 坏天气）', async () => {
    const gateway = fakeGateway();
    const keeper = await signInTestStaff(server().kernel, { roles: ['system-administrator'] });
    await pool().query(`update messaging.channel set hourly_limit = 50, daily_limit = 50, digest_from = 0 where code = 'sms'`);
    const people = await Promise.all(Array.from({ length: 30 }, person));
    gateway.down = true;
    for (const id of people) for (let count = 0; count < 4; count += 1) await tell(id);
    await tell(people[0] ?? '', { validUntil: new Date(Date.parse(morning) + 2 * hour) });
    await deliverMessages(ctx(), 'sms', gateway);
    expect(await channel('sms')).toMatchObject({ state: 'down', waiting: expect.any(Number), lastError: '连接不上', downSince: '2026-11-23T02:00:00.000Z' });
    const triesAtFirst = gateway.tries;
    expect(triesAtFirst).toBeLessThan(20);

    for (let minutes = 5; minutes <= 24 * 60; minutes += 5) {
      server().clock.set(new Date(Date.parse(morning) + minutes * minute));
      await deliverMessages(ctx(), 'sms', gateway);
      if (minutes % 60 === 0) await run('messaging.deliver-due');
    }
    // Pauses grow to half an hour, so a day is some fifty tries and not a thousand.
    expect(gateway.tries - triesAtFirst).toBeLessThan(80);
    const { rows: [waiting] } = await pool().query(`select count(*) filter (where state = 'queued')::int as queued, count(*) filter (where state = 'failed')::int as failed, count(*) filter (where state = 'expired')::int as expired from messaging.message where channel = 'sms'`);
    expect(waiting).toEqual({ queued: 120, failed: 0, expired: 1 });

    gateway.down = false;
    server().clock.advance(hour);
    const first = await work(gateway);
    expect(await channel('sms')).toMatchObject({ state: 'up', downSince: null });
    // The rate lets a hundred through at once and no more until time has passed.
    expect(gateway.taken.length).toBeGreaterThan(0);
    expect(gateway.taken.length).toBeLessThanOrEqual(101);
    expect(first).toBeLessThan(150);
    for (let tries = 0; tries < 10; tries += 1) {
      server().clock.advance(10_000);
      await work(gateway);
    }
    expect(new Set(gateway.taken.map(({ id }) => id)).size).toBe(120);
    expect(gateway.taken).toHaveLength(120);
    expect(await channel('sms')).toMatchObject({ waiting: 0, failed: 0 });
    // Whoever looks after the channels was told once that it went down, and once that it came back.
    const { rows } = await pool().query(`select template_key from messaging.message where recipient_id = $1 order by id`, [keeper.id]);
    expect(rows.map(({ template_key: key }) => key as string)).toEqual(['messaging.channel-down', 'messaging.channel-up']);
  }, 120_000);

  test('网关又能取回执时，排队的马上再试，没有排队的直接转为正常', async () => {
    const gateway = fakeGateway();
    gateway.down = true;
    const people = await Promise.all([person(), person(), person()]);
    for (const id of people) await tell(id);
    await work(gateway);
    expect(await channel('sms')).toMatchObject({ state: 'down', nextTryAt: '2026-11-23T02:01:00.000Z', deferred: 3 });
    server().clock.advance(90_000);
    await work(gateway);
    expect(await channel('sms')).toMatchObject({ nextTryAt: '2026-11-23T02:03:30.000Z' });
    gateway.down = false;
    await collectReceipts(ctx(), 'sms', gateway);
    expect(await channel('sms')).toMatchObject({ state: 'down', nextTryAt: '2026-11-23T02:01:30.000Z' });
    await work(gateway);
    // Two are due; the one that was tried last has a pause of its own.
    expect(gateway.taken).toHaveLength(2);
    server().clock.advance(2 * minute);
    await work(gateway);
    expect(gateway.taken).toHaveLength(3);
    await pool().query(`update messaging.channel set down_since = $1, next_try_at = $2 where code = 'sms'`, [morning, '2026-12-24T00:00:00Z']);
    await collectReceipts(ctx(), 'sms', gateway);
    expect(await channel('sms')).toMatchObject({ state: 'up', downSince: null, waiting: 0 });
  });

  test('断了三天：须送达的过时后改走已绑定的微信，其余的记为过时（MSG-01 备用通道）', async () => {
    const gateway = { ...fakeGateway() };
    const { id, headers } = await signInTestPerson(server().kernel);
    await bind(id, 'wechat', headers, '135790');
    await pool().query(`update messaging.channel set down_since = $1, next_try_at = $2 where code = 'sms'`, [morning, '2026-12-24T00:00:00Z']);
    await tell(id, { templateKey: 'test.notice' });
    await tell(id);
    server().clock.advance(72 * hour + minute);
    await run('messaging.deliver-due');
    expect(gateway.tries).toBe(0);
    await work(gateway, 'wechat');
    expect(await rowsOf(id)).toMatchObject([{ channel: 'sms', state: 'expired', error: '已经过时，不再发送' }, { channel: 'sms', state: 'expired' }, { channel: 'wechat', state: 'delivered', body: expect.stringContaining('须知正文') }]);
    const { rows: [taken] } = await pool().query(`select title, link from messaging.simulated_message where channel = 'wechat'`);
    expect(taken).toMatchObject({ title: expect.stringContaining('须知'), link: expect.stringMatching(/^https?:\/\/.*\/x$/) });
  });

  test('没有手机、号码被拒收：须送达的依次改走备用通道；没有备用的看得见', async () => {
    const gateway = fakeGateway();
    gateway.refuses = true;
    const [one, other] = [await signInTestPerson(server().kernel), await signInTestPerson(server().kernel)];
    await bind(one.id, 'wechat', one.headers, '246802');
    await tell(one.id, { templateKey: 'test.notice' });
    await tell(one.id, { templateKey: 'test.progress' });
    await pool().query('update identity.person set mobile = null where id = $1', [other.id]);
    await tell(other.id, { templateKey: 'test.notice' });
    await work(gateway);
    expect(await rowsOf(one.id)).toMatchObject([{ channel: 'sms', state: 'failed' }, { channel: 'sms', state: 'failed' }, { channel: 'wechat', state: 'queued' }]);
    expect(await rowsOf(other.id)).toMatchObject([{ channel: 'sms', state: 'failed', error: '收信人没有登记手机号码' }]);
  });

  test('免打扰：夜里的进度短信早上按先后发，须知和验证码照发，过了时间的不发（MSG-02）', async () => {
    server().clock.set('2026-11-23T15:00:00Z');
    const gateway = fakeGateway();
    const id = await person();
    await tell(id, { variables: { name: '甲' } });
    await tell(id, { variables: { name: '乙' }, validUntil: new Date('2026-11-23T20:00:00Z') });
    await tell(id, { variables: { name: '丙' } });
    await tell(id, { templateKey: 'test.notice', variables: { name: '丁' } });
    const batch = new WriteBatch();
    await sendSmsToMobile(ctx(), batch, { templateKey: 'identity.verification-code', mobile: '19900001234', variables: { code: '123456' }, dedupeKey: 'code' });
    await batch.execute(pool());
    await work(gateway);
    expect(gateway.taken.map(({ text }) => text)).toEqual([expect.stringContaining('验证码 123456'), '须知短信丁']);
    expect((await rowsOf(id))[0]).toMatchObject({ state: 'queued', error: expect.stringContaining('免打扰'), due_at: new Date('2026-11-24T00:00:00Z') });
    server().clock.set('2026-11-24T00:00:30Z');
    await run('messaging.deliver-due');
    await work(gateway);
    const { rows } = await pool().query(`select text from messaging.simulated_message order by sent_at, id`);
    expect(rows.map(({ text }) => text as string)).toEqual(['短信甲', '短信丙']);
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['delivered', 'expired', 'delivered', 'sent']);
  });

  test('自己定的免打扰和节假日不打扰都算数；别人看不到也改不了', async () => {
    const gateway = fakeGateway();
    const { id, headers } = await signInTestPerson(server().kernel);
    expect((await send(server(), 'PUT', '/api/v1/messages/quiet-hours', { enabled: true, starts: '09:00', ends: '09:00', workingDays: false }, headers)).body['code']).toBe('messaging.quiet-hours');
    expect((await send(server(), 'PUT', '/api/v1/messages/quiet-hours', { enabled: true, starts: '09:00', ends: '11:30', workingDays: true }, headers)).status).toBe(200);
    expect((await send(server(), 'GET', '/api/v1/messages/preferences', undefined, headers)).body).toMatchObject({ own: true, quiet: { starts: '09:00', ends: '11:30', workingDays: true } });
    await tell(id);
    await work(gateway);
    expect(await rowsOf(id)).toMatchObject([{ state: 'queued', due_at: new Date('2026-11-23T03:30:00Z') }]);
    // Saturday the 28th is no working day: Monday begins quiet at nine.
    server().clock.set('2026-11-28T06:00:00Z');
    const other = await signInTestPerson(server().kernel);
    await send(server(), 'PUT', '/api/v1/messages/quiet-hours', { enabled: true, starts: '22:00', ends: '07:00', workingDays: true }, other.headers);
    await tell(other.id);
    await work(gateway);
    expect(await rowsOf(other.id)).toMatchObject([{ state: 'queued', due_at: new Date('2026-11-29T23:00:00Z') }]);
  });

  test('一时很多条合成一条汇总；须知不合并（MSG-01 频控）', async () => {
    const gateway = fakeGateway();
    const id = await person();
    for (let count = 0; count < 5; count += 1) await tell(id, { templateKey: count === 4 ? 'test.other' : 'test.progress' });
    await tell(id, { templateKey: 'test.notice' });
    await work(gateway);
    expect(gateway.taken.map(({ text }) => text)).toEqual(['您有 5 条新消息：进度、回访，请登录平台查看。', expect.stringContaining('须知短信')]);
    const rows = await rowsOf(id);
    expect(rows.map(({ state }) => state)).toEqual(['sent', 'merged', 'merged', 'merged', 'merged', 'sent']);
  });

  test('工作人员绑定钉钉后待办发到钉钉，群众的通道不会发给他（MSG-01）', async () => {
    const staff = await signInTestStaff(server().kernel);
    await tell(staff.id, { templateKey: 'test.work', kind: 'staff' });
    expect(await rowsOf(staff.id)).toEqual([]);
    await bind(staff.id, 'dingtalk', staff.headers, '975310');
    await tell(staff.id, { templateKey: 'test.work', kind: 'staff' });
    const gateway = fakeGateway();
    await work(gateway, 'dingtalk');
    expect(gateway.taken).toMatchObject([{ to: 'simulated-975310', title: expect.stringContaining('待办'), link: expect.stringContaining('/workbench/inbox') }]);
  });

  test('操作员暂停、恢复、改设置、批量重发；留痕，越权的不让（MSG-01）', async () => {
    const gateway = fakeGateway();
    const [headers, clerk] = [await operator(), (await signInTestStaff(server().kernel, { roles: ['window-clerk'] })).headers];
    const id = await person();
    const post = (path: string, body?: object, who = headers) => send(server(), 'POST', `/api/v1/message-channels/sms/${path}`, body, who);
    for (const path of ['pause', 'resume', 'resend-failed']) expect((await post(path, { reason: '维护', days: 1 }, clerk)).status).toBe(403);
    expect((await post('pause', { reason: '运营商割接' })).body).toMatchObject({ state: 'paused', pauseReason: '运营商割接' });
    expect((await post('pause', { reason: '再停一次' })).body['code']).toBe('messaging.already-paused');
    await tell(id);
    await work(gateway);
    expect(gateway.tries).toBe(0);
    expect((await post('resume')).body).toMatchObject({ state: 'idle', waiting: 1 });
    gateway.refuses = true;
    await work(gateway);
    expect(await channel('sms')).toMatchObject({ failed: 1, waiting: 0, state: 'up' });
    gateway.refuses = false;
    expect((await post('resend-failed', { days: 1 })).body).toEqual({ count: 1 });
    await work(gateway);
    expect(gateway.taken).toHaveLength(1);
    const { settings, revision } = await channel('sms');
    const put = (body: object) => send(server(), 'PUT', '/api/v1/message-channels/sms', body, headers);
    expect((await put({ revision, settings: { ...settings, hourlyLimit: 30, dailyLimit: 20 } })).body['code']).toBe('messaging.limits');
    expect((await put({ revision, settings: { ...settings, ratePerMinute: 1 } })).status).toBe(400);
    expect((await put({ revision, settings: { ...settings, hourlyLimit: 10 } })).body).toMatchObject({ settings: { hourlyLimit: 10 } });
    expect((await put({ revision, settings })).status).toBe(409);
    const { rows } = await pool().query(`select action from kernel.audit_entry where action like 'messaging.%' and object_type = 'message-channel'`);
    expect(rows.map(({ action }) => action as string)).toEqual(expect.arrayContaining(['messaging.pause-channel', 'messaging.resume-channel', 'messaging.resend-failed', 'messaging.save-channel']));
  });

  test('办件路上：一条消息一次读，同一批多条只排一个任务，写入只有一句（INT-10）', async () => {
    const people = await Promise.all([person(), person(), person()]);
    await tell(people[0] ?? '');
    const lastJob = async () => Number((await pool().query(`select coalesce(max(id), 0) as id from graphile_worker._private_jobs`)).rows[0].id);
    const before = await lastJob();
    const statements = await statementsOf(async () => {
      const batch = new WriteBatch();
      for (const id of people) await sendMessage(ctx(), batch, { templateKey: 'test.progress', recipient: { kind: 'person', id }, variables: { name: 'x' }, dedupeKey: 'batch' });
      await batch.execute(pool());
    });
    expect(statements).toHaveLength(people.length + 1);
    expect(await lastJob() - before).toBe(1);
    // A hundred messages are worked off with as many statements as one.
    for (let count = 0; count < 20; count += 1) await tell(await person());
    const delivering = await statementsOf(async () => { await deliverMessages(ctx(), 'sms', fakeGateway()); });
    expect(delivering.length).toBeLessThan(16);
  });
});
