import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { signInTestStaff } from '../../kernel/identity/testing/test-accounts.ts';
import { addTestHall } from './testing/a-hall.ts';

// A Monday.
const opening = '2026-11-30T10:00:00+08:00';
const server = useTestServer({ now: opening });
const minutes = async (count: number) => {
  server().clock.advance(count * 60_000);
  await server().database.db.pool.query('UPDATE identity.session SET last_seen_at = $1', [server().clock.now()]);
};
const setUp = async (options?: Parameters<typeof addTestHall>[1]) => {
  server().clock.set(opening);
  return addTestHall(server(), options);
};

describe('取号 (HAL-02)', () => {
  it('开门时 500 人同时取号：没有一个出错，号码连续、不重不漏', async () => {
    const { take } = await setUp();
    const answers = await Promise.all(Array.from({ length: 500 }, () => take()));
    expect(answers.filter(({ statusCode }) => statusCode !== 201)).toEqual([]);
    const numbers = answers.map((answer) => answer.json<{ number: string }>().number).sort();
    expect(numbers).toEqual(Array.from({ length: 500 }, (_none, index) => `A${String(index + 1).padStart(3, '0')}`));
  }, 60_000);

  it('每天、每个字母从头编号', async () => {
    const { take, queues } = await setUp();
    expect((await take()).json()).toMatchObject({ number: 'A001', ahead: 0, state: 'waiting', windowNumber: null });
    expect((await take()).json()).toMatchObject({ number: 'A002', ahead: 1 });
    expect((await take({ queueId: queues.social })).json()).toMatchObject({ number: 'B001', ahead: 0, queueName: '社保业务' });
    server().clock.set('2026-12-01T09:00:00+08:00');
    expect((await take()).json()).toMatchObject({ number: 'A001', ahead: 0 });
  });

  it('取号机要有密钥；换了密钥，原来的就不能用', async () => {
    const { take, call, hallId, kioskId, leader } = await setUp();
    expect((await take({ deviceKey: 'x'.repeat(24) })).json()).toMatchObject({ code: 'halls.wrong-kiosk' });
    const { url, deviceKey } = (await call('POST', `/hall-devices/${kioskId}/key`, leader.headers)).json<{ url: string; deviceKey: string }>();
    expect(url).toMatch(new RegExp(`/halls/${hallId}/kiosk#${deviceKey}$`));
    expect((await take()).statusCode).toBe(403);
    expect((await take({ deviceKey })).statusCode).toBe(201);
  });

  it.each([['2026-11-30T08:29:00+08:00', false], ['2026-11-30T08:30:00+08:00', true], ['2026-11-30T12:10:00+08:00', false], ['2026-11-30T17:00:00+08:00', false], ['2026-11-29T10:00:00+08:00', false], ['2026-10-01T10:00:00+08:00', false]])('%s 能取号：%s', async (now, open) => {
    const { take } = await setUp();
    server().clock.set(now);
    const answer = await take();
    expect(answer.statusCode).toBe(open ? 201 : 422);
    if (!open) expect(answer.json().code).toBe('halls.closed');
  });

  it('刷身份证取号：同一队列不能重复取；证件加密，窗口只见掩码，查看要记入审计', async () => {
    const { take, sit, next, desk, call, clerks, windows, queues } = await setUp();
    const holder = { name: '欧阳修远', documentNumber: fictitiousResidentId(77) };
    expect((await take({ holder })).statusCode).toBe(201);
    expect((await take({ holder })).json()).toMatchObject({ code: 'halls.already-queuing', title: '您在这个队列里已有一个号：A001' });
    expect((await take({ holder, queueId: queues.social })).statusCode).toBe(201);
    expect((await take({ holder: { ...holder, documentNumber: '511602199001010000' } })).json().code).toBe('halls.bad-identity');
    const { rows } = await server().database.db.pool.query('SELECT taker_name, taker_number, taker_masked FROM halls.ticket WHERE taker_number IS NOT NULL');
    for (const row of rows) expect(JSON.stringify(row)).not.toMatch(new RegExp(`${holder.name}|${holder.documentNumber}`));
    await sit(0);
    await next(0);
    const { current } = await desk(0);
    expect(current.holder).toMatch(/^欧.*\*/);
    const read = (index: number) => call('POST', `/hall-windows/${windows[0]?.id}/holder`, clerks[index]?.headers, { ticketId: current.ticketId });
    expect((await read(1)).statusCode).toBe(403);
    expect((await read(0)).json()).toEqual({ ...holder, documentType: '111', mobile: null });
    const { rows: audit } = await server().database.db.pool.query(`SELECT purpose FROM kernel.audit_entry WHERE action = 'halls.read-holder' AND object_id = $1`, [current.ticketId]);
    expect(audit).toEqual([{ purpose: '大厅窗口为 A001 号登记办件' }]);
  });

  it('导办台取号：大厅负责人和本厅窗口人员可以，别的大厅的人不行', async () => {
    const { call, hallId, queues, leader, clerks } = await setUp();
    const stranger = await signInTestStaff(server().kernel, { roles: [{ code: 'window-clerk', scope: { kind: 'own' } }] });
    const atDesk = (headers: Record<string, string>) => call('POST', `/halls/${hallId}/desk-tickets`, headers, { queueId: queues.general, priorityGroup: 'elderly' });
    expect((await atDesk(leader.headers)).json()).toMatchObject({ number: 'A001', priorityName: '老年人' });
    expect((await atDesk(clerks[0]?.headers ?? {})).statusCode).toBe(201);
    expect((await atDesk(stranger.headers)).statusCode).toBe(404);
    expect((await call('POST', `/halls/${hallId}/desk-tickets`, leader.headers, { queueId: queues.general, priorityGroup: 'nobody' })).json().code).toBe('halls.unknown-priority');
  });
});

describe('叫号 (HAL-02)', () => {
  it('20 个窗口同时叫号，没有一个号被叫两次，也没有号被漏掉', async () => {
    const { take, sit, next, step } = await setUp({ windows: 20 });
    for (let index = 0; index < 60; index += 1) await take();
    for (let index = 0; index < 20; index += 1) expect((await sit(index)).statusCode).toBe(200);
    const called: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_none, index) => next(index)));
      called.push(...answers.map((answer) => answer.json<{ called: string }>().called));
      await Promise.all(Array.from({ length: 20 }, (_none, index) => step(index, 'finish')));
    }
    expect(called.sort()).toEqual(Array.from({ length: 60 }, (_none, index) => `A${String(index + 1).padStart(3, '0')}`));
    expect((await next(0)).json()).toMatchObject({ called: null });
  }, 60_000);

  it('两个窗口同时叫同一个号，只有一个得到；一个窗口连按两次也只叫一个', async () => {
    const { take, sit, next, desk } = await setUp();
    await take();
    await take();
    await sit(0);
    await sit(2);
    const [{ ticketId }] = (await desk(0)).waiting;
    const both = await Promise.all([next(0, { ticketId }), next(2, { ticketId })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'halls.ticket-called', title: `A001 号刚被 ${both[0]?.statusCode === 409 ? '03' : '01'} 号窗口叫走` });
    const free = both[0]?.statusCode === 409 ? 0 : 2;
    const twice = await Promise.all([next(free), next(free)]);
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(twice.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'halls.window-busy' });
  });

  it('优先人群先叫，但每 3 个至少有一个普通号', async () => {
    const { take, sit, next, step } = await setUp({ rules: { ordinaryEvery: 3 } });
    for (let index = 0; index < 3; index += 1) await take();
    for (let index = 0; index < 5; index += 1) await take({ priorityGroup: 'elderly' });
    await sit(0);
    const order: string[] = [];
    for (let index = 0; index < 8; index += 1) {
      order.push((await next(0)).json().called);
      await step(0, 'finish');
    }
    expect(order).toEqual(['A004', 'A005', 'A001', 'A006', 'A007', 'A002', 'A008', 'A003']);
  });

  it('开始、挂起、叫下一个、继续、办结；挂起的号不占窗口', async () => {
    const { take, sit, next, step, desk } = await setUp();
    await take();
    await take();
    await sit(0);
    await next(0);
    expect((await step(0, 'start')).json().current).toMatchObject({ number: 'A001', state: 'serving' });
    expect((await step(0, 'hold')).json()).toMatchObject({ current: null, held: [{ number: 'A001' }] });
    expect((await next(0)).json()).toMatchObject({ called: 'A002' });
    expect((await step(0, 'resume')).json()).toMatchObject({ code: 'halls.window-busy' });
    await step(0, 'finish');
    expect((await step(0, 'resume')).json().current).toMatchObject({ number: 'A001', state: 'called' });
    expect((await step(0, 'finish')).json()).toMatchObject({ current: null, held: [], window: { servedToday: 2 } });
    expect((await desk(0)).waitingCount).toBe(0);
  });

  it('叫满次数才能过号；规定时间内回来排到前面，过时要重新取号', async () => {
    const { take, sit, next, step, call, hallId, leader } = await setUp({ rules: { callsBeforeNoShow: 2, returnMinutes: 30, returnPlace: 'front', returnBehind: 1 } });
    for (let index = 0; index < 5; index += 1) {
      await take();
      await minutes(1);
    }
    await sit(0);
    await next(0);
    expect((await step(0, 'no-show')).json()).toMatchObject({ code: 'halls.call-again-first', title: '叫满 2 次才能过号' });
    await step(0, 'recall');
    expect((await step(0, 'no-show')).json().current).toBeNull();
    const back = (number: string) => call('POST', `/halls/${hallId}/returns`, leader.headers, { number });
    await minutes(29);
    expect((await back('a001')).json()).toMatchObject({ state: 'waiting', ahead: 1 });
    expect((await next(0)).json().called).toBe('A002');
    await step(0, 'recall');
    await step(0, 'no-show');
    expect((await next(0)).json().called).toBe('A001');
    await minutes(31);
    expect((await back('A002')).json()).toMatchObject({ code: 'halls.too-late-to-return' });
  });

  it('转到别的队列保留原来的先后；转到指定窗口，别的窗口叫不到', async () => {
    const { take, sit, next, step, queues, windows } = await setUp();
    await take();
    await minutes(1);
    await take({ queueId: queues.social });
    await minutes(1);
    await take({ queueId: queues.social });
    await sit(0);
    await sit(1);
    await sit(2);
    await next(0);
    expect((await step(0, 'transfer', { to: { queueId: queues.general } })).json()).toMatchObject({ code: 'halls.same-place' });
    expect((await step(0, 'transfer', { to: { queueId: queues.social } })).json().current).toBeNull();
    expect((await next(1)).json().called).toBe('A001');
    await step(1, 'transfer', { to: { windowId: windows[2]?.id } });
    expect((await next(0)).json().called).toBeNull();
    expect((await next(2)).json().called).toBe('A001');
    expect((await next(1)).json().called).toBe('B001');
  });

  it.each([
    ['没有安排的窗口不能上岗', 'halls.not-seated'], ['有人的窗口不能上岗', 'halls.window-occupied'], ['不在窗口不能叫号', 'halls.not-at-window'],
    ['暂停时不能叫号', 'halls.window-paused'], ['手上有号不能离岗', 'halls.still-serving'], ['旧页面的操作', 'halls.stale'],
  ])('%s', async (label, code) => {
    const { take, sit, next, step, call, clerks, windows, desk } = await setUp();
    await take();
    await sit(0);
    const own = clerks[0]?.headers ?? {};
    const window = (index: number) => `/hall-windows/${windows[index]?.id}`;
    const refused: Record<string, () => Promise<{ json: () => unknown }>> = {
      'halls.not-seated': async () => call('POST', `${window(1)}/clerk`, own),
      'halls.window-occupied': async () => {
        await server().database.db.pool.query('INSERT INTO halls.seat SELECT gen_random_uuid(), hall_id, $1, staff_id, staff_name, weekdays, from_time, to_time FROM halls.seat WHERE staff_id = $2', [windows[0]?.id, clerks[1]?.id]);
        return call('POST', `${window(0)}/clerk`, clerks[1]?.headers);
      },
      'halls.not-at-window': async () => call('POST', `${window(0)}/calls`, clerks[1]?.headers, {}),
      'halls.window-paused': async () => {
        await call('PUT', `${window(0)}/pause`, own, { paused: true, reason: '取材料' });
        return next(0);
      },
      'halls.still-serving': async () => {
        await next(0);
        return call('DELETE', `${window(0)}/clerk`, own);
      },
      'halls.stale': async () => {
        await next(0);
        const { current } = await desk(0);
        await step(0, 'start');
        return call('POST', `${window(0)}/steps`, own, { action: 'finish', ticketId: current.ticketId, version: current.version });
      },
    };
    const attempt = refused[code];
    if (!attempt) throw new Error(label);
    expect((await attempt()).json()).toMatchObject({ code });
  });

  it('叫号、办结告诉别的模块，不带姓名', async () => {
    const { take, sit, next, step } = await setUp();
    await take({ holder: { name: '欧阳修远', documentNumber: fictitiousResidentId(78) } });
    await sit(0);
    await next(0);
    await step(0, 'recall');
    await step(0, 'finish');
    const { rows } = await server().database.db.pool.query(`SELECT type, data FROM kernel.event WHERE aggregate_type = 'hall-ticket' AND data->>'number' = 'A001' ORDER BY id DESC LIMIT 3`);
    expect(rows.map(({ type, data }) => [type, data.windowNumber, data.calls]).reverse()).toEqual([['halls.ticket-called', '01', 1], ['halls.ticket-called', '01', 2], ['halls.ticket-finished', '01', 2]]);
    expect(JSON.stringify(rows)).not.toContain('欧阳');
  });
});
