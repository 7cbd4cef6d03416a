import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { signInTestPerson } from '../../../kernel/identity/testing/test-accounts.ts';
import { addTestHall } from '../testing/a-hall.ts';

const server = useTestServer({ now: '2026-11-30T08:40:00+08:00' });

async function setUp() {
  server().clock.set('2026-11-30T08:40:00+08:00');
  const hall = await addTestHall(server());
  const book = (headers: Record<string, string>, more: object = {}) => hall.call('POST', `/halls/${hall.hallId}/appointments`, headers, { queueId: hall.queues.general, day: '2026-11-30', from: '09:00', ...more });
  const person = () => signInTestPerson(server().kernel);
  return { ...hall, book, person };
}

describe('大厅预约 (HAL-02)', () => {
  it('列出办公日的时段；周末没有', async () => {
    const { call, hallId, queues } = await setUp();
    const { days } = (await call('GET', `/halls/${hallId}/slots?queueId=${queues.general}`)).json();
    expect(days.map(({ day }: { day: string }) => day)).toEqual(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07']);
    expect(days[0].slots[0]).toEqual({ from: '09:00', to: '10:00', left: 2, past: false });
    expect(days[0].slots).toHaveLength(7);
  });

  it('约满的、今天已过的时段照列，各标明；今天都过了的不列今天', async () => {
    const { book, person, call, hallId, queues } = await setUp();
    for (const one of [await person(), await person()]) await book(one.headers, { from: '10:00' });
    const slotsAt = async (at: string) => {
      server().clock.set(at);
      return (await call('GET', `/halls/${hallId}/slots?queueId=${queues.general}`)).json<{ days: { day: string; slots: { from: string; left: number; past: boolean }[] }[] }>().days;
    };
    const [today] = await slotsAt('2026-11-30T09:00:00+08:00');
    expect(today?.slots.slice(0, 3).map(({ from, left, past }) => [from, left, past])).toEqual([['09:00', 2, true], ['10:00', 0, false], ['11:00', 2, false]]);
    expect((await slotsAt('2026-11-30T19:00:00+08:00'))[0]?.day).toBe('2026-12-01');
  });

  it('名额 2 个，10 人同时预约，只有 2 人约上；取消后让给别人', async () => {
    const { book, person, call } = await setUp();
    const people = await Promise.all(Array.from({ length: 10 }, person));
    const answers = await Promise.all(people.map(({ headers }) => book(headers)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 201, ...Array.from({ length: 8 }, () => 409)]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json().code).toBe('halls.slot-full');
    const at = answers.findIndex(({ statusCode }) => statusCode === 201);
    const { appointmentId } = answers[at]?.json<{ appointmentId: string }>() ?? { appointmentId: '' };
    const cancel = (headers: Record<string, string>) => call('POST', `/hall-appointments/${appointmentId}/cancellation`, headers);
    const other = answers.findIndex(({ statusCode }) => statusCode === 409);
    expect((await cancel(people[other]?.headers ?? {})).statusCode).toBe(404);
    expect((await cancel(people[at]?.headers ?? {})).json()).toMatchObject({ state: 'cancelled' });
    expect((await cancel(people[at]?.headers ?? {})).json().code).toBe('halls.not-cancellable');
    expect((await book(people[other]?.headers ?? {})).statusCode).toBe(201);
  });

  it.each([
    ['同一天同类业务再约一次', { from: '10:00' }, 'halls.already-booked'], ['不存在的时段', { from: '09:10' }, 'halls.no-such-slot'],
    ['周末', { day: '2026-12-05' }, 'halls.no-such-slot'], ['太久以后', { day: '2026-12-10' }, 'halls.no-such-slot'],
  ])('%s：拒绝', async (_name, more, code) => {
    const { book, person } = await setUp();
    const { headers } = await person();
    await book(headers);
    expect((await book(headers, more)).json()).toMatchObject({ code });
  });

  it('签到取号，按预约时间排在后来取号的人前面；重复签到还是同一个号；早到不行', async () => {
    const { book, person, call, take } = await setUp();
    const { headers } = await person();
    const { appointmentId } = (await book(headers, { from: '10:00' })).json();
    const checkIn = () => call('POST', `/hall-appointments/${appointmentId}/check-in`, headers, {});
    expect((await checkIn()).json()).toMatchObject({ code: 'halls.check-in-time', detail: '请在预约时段开始前 30 分钟到结束后 15 分钟之间，在大厅签到取号。' });
    server().clock.set('2026-11-30T10:05:00+08:00');
    await take();
    server().clock.set('2026-11-30T10:10:00+08:00');
    const both = await Promise.all([checkIn(), checkIn()]);
    expect(both.map((answer) => answer.json<{ number: string }>().number)).toEqual(['A002', 'A002']);
    expect(both[0]?.json()).toMatchObject({ ahead: 0 });
    expect((await call('GET', '/hall-appointments', headers)).json().items).toMatchObject([{ state: 'checked-in', from: '10:00', to: '11:00', abilities: { cancel: false, checkIn: false } }]);
  });
});
