import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../../kernel/access/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { fictitiousResidentId } from '../../../kernel/identity/fictitious-numbers.ts';
import { signInTestPerson } from '../../../kernel/identity/testing/test-accounts.ts';
import { openSpreadsheet, openTable, RowReader } from '../../../kernel/spreadsheets/index.ts';
import { forgetHall } from '../live/hall-feed.ts';
import { registerDevice } from '../devices/register-device.ts';
import { addTestHall } from '../testing/a-hall.ts';

const opening = '2026-11-30T10:00:00+08:00';
const server = useTestServer({ now: opening });
const rows = async (text: string, values: unknown[] = []) => (await server().database.db.pool.query(text, values)).rows;

async function setUp() {
  server().clock.set(opening);
  const hall = await addTestHall(server());
  const system = systemContext(server().kernel, systemActor('test'), 'test');
  const terminal = await registerDevice(system, hall.hallId, { kind: 'rating-terminal', name: '评价器', zoneId: null, windowId: hall.windows[0]?.id ?? '' });
  const rate = (number: string, rating: object = {}, deviceKey = terminal.deviceKey) => hall.call('POST', '/hall-visit-ratings', {}, { deviceKey, number, rating: { level: 1, optionCodes: [], anonymous: false, ...rating } });
  const rateable = async () => (await hall.call('GET', `/halls/${hall.hallId}/live`)).json<{ windows: { rateable: string | null }[] }>().windows[0]?.rateable;
  return { ...hall, rate, rateable };
}

describe('评价器 (HAL-02, RAT-01)', () => {
  it('办结后问一次；评过就不再问，也不能再评；不评的不算', async () => {
    const { take, sit, next, step, rate, rateable, clerks, hallId } = await setUp();
    for (let index = 0; index < 3; index += 1) await take();
    await sit(0);
    await next(0);
    expect(await rateable()).toBeNull();
    expect((await rate('A001')).json()).toMatchObject({ code: 'halls.nothing-to-rate' });
    await step(0, 'finish');
    expect(await rateable()).toBe('A001');
    const both = await Promise.all([rate('A001', { level: 2, optionCodes: ['413'] }), rate('A001', { level: 2, optionCodes: ['413'] })]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'ratings.visit-rated' });
    expect(await rateable()).toBeNull();
    server().clock.advance(1_000);
    await next(0);
    await step(0, 'finish');
    expect(await rateable()).toBe('A002');
    server().clock.advance(121_000);
    forgetHall(server().kernel, hallId);
    expect((await rate('A002')).json()).toMatchObject({ code: 'halls.nothing-to-rate' });
    expect(await rateable()).toBeNull();
    const given = await rows(`SELECT r.level, r.channel, r.case_id, r.item_name, r.organization_id = s.organization_id AS own FROM ratings.rating r JOIN organization.staff s ON s.id = $1 WHERE r.visit_id IN (SELECT id FROM halls.ticket WHERE clerk_id = $1)`, [clerks[0]?.id]);
    expect(given).toMatchObject([{ level: 2, channel: 'hall-terminal', case_id: null, own: true }]);
    expect(given[0].item_name).toMatch(/^综合业务（测试大厅/);
  });

  it('下一位开始办理后，不再问前一位', async () => {
    const { take, sit, next, step, rateable } = await setUp();
    await take();
    await take();
    await sit(0);
    await next(0);
    await step(0, 'finish');
    await next(0);
    expect(await rateable()).toBe('A001');
    await step(0, 'start');
    expect(await rateable()).toBeNull();
  });

  it('差评照样开整改单，等级和选项要相符；别的设备、停用的密钥不能评', async () => {
    const { take, sit, next, step, rate, deviceKey, call } = await setUp();
    await take({ holder: { name: '欧阳修远', documentNumber: fictitiousResidentId(91) } });
    await sit(0);
    await next(0);
    await step(0, 'finish');
    expect((await rate('A001', {}, deviceKey)).json()).toMatchObject({ code: 'halls.not-a-terminal' });
    expect((await rate('A001', {}, 'x'.repeat(24))).json()).toMatchObject({ code: 'halls.wrong-device-key' });
    expect((await rate('A001', { level: 1, optionCodes: ['214'] })).json()).toMatchObject({ code: 'ratings.wrong-options' });
    expect((await rate('A001', { level: 4, optionCodes: ['214'], text: '让我等了很久' })).statusCode).toBe(201);
    const opened = await rows(`SELECT x.state, r.rater_name, r.anonymous FROM ratings.rectification x JOIN ratings.rating r ON r.id = x.rating_id WHERE r.text = '让我等了很久'`);
    expect(opened).toMatchObject([{ state: 'open', anonymous: false }]);
    expect(opened[0].rater_name).not.toContain('修远');
    expect((await call('GET', '/rating-statistics')).json()).toMatchObject({ bad: 1 });
  });
});

describe('凭预约码签到 (HAL-02)', () => {
  it('在取号机输入预约码取号，与本人签到是同一个号；错的码、别的大厅、没有密钥都不行', async () => {
    const { call, hallId, queues, deviceKey } = await setUp();
    server().clock.set('2026-11-30T08:40:00+08:00');
    const { headers } = await signInTestPerson(server().kernel);
    const booked = (await call('POST', `/halls/${hallId}/appointments`, headers, { queueId: queues.general, day: '2026-11-30', from: '09:00' })).json<{ appointmentId: string; code: string }>();
    expect(booked.code).toMatch(/^\d{8}$/);
    const at = (hall: string, more: object = {}) => call('POST', `/halls/${hall}/check-ins`, {}, { deviceKey, code: booked.code, ...more });
    const other = await addTestHall(server());
    expect((await at(hallId, { deviceKey: 'x'.repeat(24) })).json()).toMatchObject({ code: 'halls.wrong-kiosk' });
    expect((await at(hallId, { code: booked.code === '00000000' ? '00000001' : '00000000' })).json()).toMatchObject({ code: 'halls.appointment-code' });
    expect((await at(other.hallId, { deviceKey: other.deviceKey })).json()).toMatchObject({ code: 'halls.appointment-code' });
    const ticket = (await at(hallId)).json<{ number: string }>();
    expect(ticket).toMatchObject({ number: 'A001', state: 'waiting' });
    expect((await at(hallId)).json()).toMatchObject({ number: 'A001' });
    expect((await call('POST', `/hall-appointments/${booked.appointmentId}/check-in`, headers, {})).json()).toMatchObject({ number: 'A001' });
  });
});

describe('号票导出 (HAL-02)', () => {
  it('当天的号，按取号先后，取号人脱敏，记入审计；别处的负责人不行', async () => {
    const { call, take, hallId, leader } = await setUp();
    await take({ holder: { name: '欧阳修远', documentNumber: fictitiousResidentId(92) } });
    await take();
    const file = await call('GET', `/managed-halls/${hallId}/tickets-export`, leader.headers);
    const table = await openTable(await openSpreadsheet({ fileName: 'a.xlsx', content: file.rawPayload }), { sheet: '号票', columns: { number: { title: '号码', required: true }, holder: { title: '取号人' } } });
    const read: string[] = [];
    for await (const row of table.rows) {
      const reader = new RowReader(row);
      read.push(`${reader.line('number', { required: true, max: 8 })} ${reader.line('holder', { max: 60 }) ?? ''}`);
    }
    expect(read).toMatchObject([expect.stringMatching(/^A001 欧.*\*/), expect.stringMatching(/^A002/)]);
    expect(read[0]).not.toContain('修远');
    expect(await rows(`SELECT count(*)::int AS count FROM kernel.audit_entry WHERE action = 'halls.export-tickets' AND object_id = $1`, [hallId])).toEqual([{ count: 1 }]);
    const other = await addTestHall(server());
    expect((await call('GET', `/managed-halls/${hallId}/tickets-export`, other.leader.headers)).statusCode).toBe(404);
  });
});
