import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../kernel/access/index.ts';
import { systemContext } from '../../kernel/context.ts';
import { fictitiousResidentId } from '../../kernel/identity/fictitious-numbers.ts';
import { follow } from '../../kernel/live/testing/follower.ts';
import { closeDay } from './live/close-day.ts';
import { countServices } from './live/count-services.ts';
import { addTestHall } from './testing/a-hall.ts';

const opening = '2026-11-30T10:00:00+08:00';
const server = useTestServer({ now: opening });
const setUp = async (options?: Parameters<typeof addTestHall>[1]) => {
  server().clock.set(opening);
  return addTestHall(server(), options);
};

describe('大厅实时 (HAL-01, HAL-02)', () => {
  it('综合屏：在叫的号、窗口、排队人数；不带姓名；没有变化时回 304', async () => {
    const { take, sit, next, call, hallId } = await setUp();
    await take({ holder: { name: '欧阳修远', documentNumber: fictitiousResidentId(79) } });
    await take();
    await sit(0);
    await next(0);
    const first = await call('GET', `/halls/${hallId}/live`);
    expect(first.json()).toMatchObject({ waiting: 1, openWindows: 1, calls: [{ number: 'A001', windowNumber: '01', calls: 1 }], queues: [{ name: '综合业务', waiting: 1, openWindows: 1, forecastMinutes: 10 }, { name: '社保业务', forecastMinutes: null }] });
    expect(first.json().windows[0]).toMatchObject({ number: '01', state: 'open', ticket: 'A001', ticketState: 'called' });
    expect(first.body).not.toMatch(/欧|\*/);
    const again = await call('GET', `/halls/${hallId}/live`, { 'if-none-match': String(first.headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    await take();
    const changed = await call('GET', `/halls/${hallId}/live`, { 'if-none-match': String(first.headers['etag']) });
    expect([changed.statusCode, changed.json().waiting]).toEqual([200, 2]);
  });

  it('综合屏只留正在叫的号：挂起、过号、办结、转移后都不再请人到窗口；办理的只在叫号后一分钟内还在 (HAL-02)', async () => {
    const { take, sit, next, step, call, hallId } = await setUp();
    for (let index = 0; index < 5; index += 1) await take();
    await sit(0);
    const calling = async () => (await call('GET', `/halls/${hallId}/live`)).json<{ calls: { number: string }[] }>().calls.map(({ number }) => number);
    const called = async (number: string) => {
      await next(0);
      expect(await calling()).toEqual([number]);
    };
    await called('A001');
    await step(0, 'hold');
    expect(await calling()).toEqual([]);
    await called('A002');
    await step(0, 'recall');
    await step(0, 'recall');
    expect(await calling()).toEqual(['A002']);
    await step(0, 'no-show');
    expect(await calling()).toEqual([]);
    await called('A003');
    await step(0, 'finish');
    expect(await calling()).toEqual([]);
    await called('A004');
    await step(0, 'start');
    expect(await calling()).toEqual(['A004']);
    server().clock.advance(61_000);
    expect((await step(0, 'finish')).statusCode).toBe(200);
    await called('A005');
    await step(0, 'start');
    server().clock.advance(61_000);
    await take();
    expect(await calling()).toEqual([]);
  });

  it('屏幕不必再问：取号、叫号、暂停窗口都推送大厅现在的样子，窗口端得到提示', async () => {
    const { take, sit, next, call, hallId, windows, clerks } = await setUp();
    const origin = await server().app.listen({ port: 0, host: '127.0.0.1' });
    const screen = await follow(origin, `halls.hall/${hallId},halls.queue/${hallId}`);
    const shows = (wanted: object) => screen.until(({ value }) => value !== undefined && expect.objectContaining(wanted).asymmetricMatch(value));
    await shows({ waiting: 0, openWindows: 0 });
    await take();
    await shows({ waiting: 1, openWindows: 0 });
    await sit(0);
    await shows({ waiting: 1, openWindows: 1 });
    await next(0);
    await shows({ waiting: 0, calls: [expect.objectContaining({ number: 'A001', windowNumber: '01' })] });
    await call('PUT', `/hall-windows/${windows[0]?.id}/pause`, clerks[0]?.headers, { paused: true, reason: '系统故障' });
    await screen.until(({ topic }) => topic === `halls.queue/${hallId}`);
    expect(JSON.stringify(screen.changes)).not.toContain('holder');
    screen.stop();
    expect((await follow(origin, 'halls.hall/0198f000-0000-7000-8000-000000000000')).status).toBe(404);
    expect((await follow(origin, 'halls.hall')).status).toBe(404);
  });

  it('一千块屏同时询问，数据库只读一次', async () => {
    const { call, hallId, take } = await setUp();
    await take();
    const { pool } = server().database.db;
    let reads = 0;
    const listen = () => { reads += 1; };
    pool.on('acquire', listen);
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => call('GET', `/halls/${hallId}/live`)));
    pool.off('acquire', listen);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(reads).toBeLessThan(10);
  });

  it('号票的页面：前面几人、预计多久，叫到后是几号窗口；自己取消', async () => {
    const { take, sit, next, call } = await setUp();
    await take();
    const { code } = (await take()).json<{ code: string }>();
    const follow = async () => (await call('GET', `/hall-tickets/${code}`)).json();
    expect(await follow()).toMatchObject({ ahead: 1, forecastMinutes: null, windowNumber: null });
    await sit(0);
    expect(await follow()).toMatchObject({ ahead: 1, forecastMinutes: 10 });
    const cancelled = await call('POST', `/hall-tickets/${code}/cancellation`);
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', abilities: { cancel: false } });
    expect((await call('POST', `/hall-tickets/${code}/cancellation`)).json()).toMatchObject({ code: 'halls.wrong-state', title: 'A002 号现在是“已取消”，不能进行这一步' });
    await next(0);
    expect((await next(0)).json().code).toBe('halls.window-busy');
    expect((await call('GET', '/hall-tickets/notexistingticket')).statusCode).toBe(404);
  });

  it('预计等候用最近几周同一时段办理时长的中位数', async () => {
    const { take, sit, next, step, call, hallId } = await setUp();
    await sit(0);
    for (let index = 0; index < 12; index += 1) {
      await take();
      await next(0);
      await step(0, 'start');
      server().clock.advance(4 * 60_000);
      await step(0, 'finish');
    }
    await countServices(systemContext(server().kernel, systemActor('test'), 'test'));
    await countServices(systemContext(server().kernel, systemActor('test'), 'test'));
    const { rows } = await server().database.db.pool.query('SELECT sum(cardinality(buckets))::int AS count FROM halls.service_day WHERE hall_id = $1', [hallId]);
    expect(rows).toEqual([{ count: 12 }]);
    await take();
    await take();
    const { queues } = (await call('GET', `/halls/${hallId}/live`)).json();
    expect(queues[0].serviceMinutes).toBeCloseTo(4, 0);
    expect(queues[0].forecastMinutes).toBe(8);
  });

  it('大厅负责人看全厅、暂停窗口、改办别的队列；别处的负责人看不到', async () => {
    const { take, sit, next, call, hallId, leader, windows, queues, clerks } = await setUp();
    await take({ priorityGroup: 'elderly' });
    await take({ queueId: queues.social });
    await sit(0);
    const watch = async () => (await call('GET', `/managed-halls/${hallId}/watch`, leader.headers)).json();
    expect(await watch()).toMatchObject({ today: { taken: 2, waiting: 2, done: 0 }, queues: [{ waiting: 1, priorityWaiting: 1 }, { waiting: 1, openWindows: 0 }], windows: [{ number: '01', clerkName: clerks[0]?.name }, {}, {}] });
    const manage = (body: object, headers = leader.headers) => call('PATCH', `/managed-halls/windows/${windows[0]?.id}`, headers, body);
    expect((await manage({ queueIds: [queues.social] })).json().windows[0]).toMatchObject({ queueIds: [queues.social] });
    expect((await next(0)).json().called).toBe('B001');
    expect((await manage({ vacate: true })).json().code).toBe('halls.still-serving');
    expect((await manage({ pause: '设备检修' })).json().windows[0]).toMatchObject({ state: 'paused', pauseReason: '设备检修' });
    expect((await manage({ resume: true })).json().windows[0]).toMatchObject({ state: 'open' });
    expect((await manage({ queueIds: ['00000000-0000-7000-8000-000000000000'] })).json().code).toBe('halls.queue-not-found');
    const other = await addTestHall(server());
    expect((await manage({ vacate: true }, other.leader.headers)).statusCode).toBe(404);
    expect((await call('GET', `/managed-halls/${hallId}/watch`, other.leader.headers)).statusCode).toBe(404);
    expect((await call('GET', `/managed-halls/${hallId}/tickets?q=b`, leader.headers)).json().items).toMatchObject([{ number: 'B001', windowNumber: '01', state: 'called' }]);
    const { rows } = await server().database.db.pool.query(`SELECT count(*)::int AS count FROM kernel.audit_entry WHERE action = 'halls.manage-window' AND object_id = $1`, [windows[0]?.id]);
    expect(rows[0].count).toBe(3);
  });

  it('日终：忘了办结、离岗的，第二天不占着窗口', async () => {
    const { take, sit, next, step, desk, clerks, hallId, call } = await setUp();
    for (let index = 0; index < 3; index += 1) await take();
    await sit(0);
    await sit(2);
    await next(0);
    await next(2);
    await step(2, 'start');
    server().clock.set('2026-12-01T09:00:00+08:00');
    await server().database.db.pool.query('UPDATE identity.session SET last_seen_at = $1, expires_at = $1::timestamptz + interval \'1 day\' WHERE account_id = $2', [server().clock.now(), clerks[0]?.id]);
    await closeDay(systemContext(server().kernel, systemActor('test'), 'test'));
    const { rows } = await server().database.db.pool.query('SELECT number, state FROM halls.ticket WHERE hall_id = $1 ORDER BY number', [hallId]);
    expect(rows).toEqual([{ number: 'A001', state: 'cancelled' }, { number: 'A002', state: 'done' }, { number: 'A003', state: 'cancelled' }]);
    expect((await desk(0)).window).toBeNull();
    expect((await call('POST', `/hall-windows/${(await desk(0)).seats[0].windowId}/clerk`, clerks[0]?.headers)).statusCode).toBe(200);
    await take();
    expect((await next(0)).json()).toMatchObject({ called: 'A001' });
  });
});
