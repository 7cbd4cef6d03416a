import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { signInTestPerson, signInTestStaff } from '../identity/testing/test-accounts.ts';
import { loadCalendar, seedCalendar } from './index.ts';

const holiday = (name: string, ...dates: string[]) => dates.map((date) => ({ date, kind: 'holiday' as const, name }));
/** A notice of the shape that the State Council publishes; the real one for 2027 did not exist when this was written. */
const days2027 = [
  ...holiday('元旦', '2027-01-01', '2027-01-02', '2027-01-03'),
  ...holiday('春节', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'),
  { date: '2027-02-20', kind: 'workday' as const, name: '春节' },
  ...holiday('劳动节', '2027-05-01', '2027-05-02', '2027-05-03'),
  ...holiday('国庆节', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04', '2027-10-05'),
];
const notice = { revision: 0, source: '国办发明电〔2026〕测试号', days: days2027 };

describe('工作日历维护 (ORG-03, SUP-01)', () => {
  const server = useTestServer({ now: '2026-11-21T09:00:00+08:00' });
  const administrator = () => signInTestStaff(server().kernel, { roles: ['system-administrator'] });
  const put = (headers: Record<string, string>, payload: object, year = 2027) =>
    server().app.inject({ method: 'PUT', url: `/api/v1/calendar/years/${year}`, headers, payload });

  it('缺少明年的安排时提示，录入后期限可以确定，其他进程最迟一分钟看到', async () => {
    const { headers } = await administrator();
    const before = await server().app.inject({ method: 'GET', url: '/api/v1/calendar/years', headers });
    expect(before.json()).toMatchObject({ missing: [2027], items: expect.arrayContaining([expect.objectContaining({ year: 2026, holidays: 33, workdays: 6 })]) });
    expect((await loadCalendar(server().kernel)).covers('2027-01-04')).toBe(false);
    const saved = await put(headers, notice);
    expect(saved.statusCode).toBe(200);
    expect(saved.json()).toMatchObject({ year: 2027, covered: true, revision: 1, source: notice.source });
    expect(saved.json().days).toHaveLength(days2027.length);
    const calendar = await loadCalendar(server().kernel);
    expect(calendar.addWorkingDays('2026-12-31', 1)).toBe('2027-01-04');
    expect(calendar.isWorkingDay('2027-02-20')).toBe(true);
    const { rows } = await server().database.db.pool.query(`SELECT data FROM kernel.event WHERE type = 'calendar.year-changed'`);
    expect(rows).toEqual([{ data: { year: 2027, revision: 1 } }]);
    const audit = await server().database.db.pool.query(`SELECT actor_kind FROM kernel.audit_entry WHERE action = 'calendar.save-year'`);
    expect(audit.rows).toHaveLength(1);
  });

  it('两位管理员同时修改，后一位被告知', async () => {
    const { headers } = await administrator();
    const answers = await Promise.all([put(headers, { ...notice, revision: 1 }), put(headers, { ...notice, revision: 1 })]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'calendar.stale' });
  });

  it.each([
    ['重复的日期', [...days2027, ...holiday('元旦', '2027-01-01')], '重复出现'],
    ['别的年份', [...days2027, ...holiday('元旦', '2028-01-01')], '不在 2027 年'],
    ['平日调休上班', [...days2027, { date: '2027-02-22', kind: 'workday', name: '春节' }], '本来就是工作日'],
    ['漏了法定节假日', days2027.filter(({ date }) => date !== '2027-10-02'), '缺少法定节假日 2027-10-02'],
    ['没有任何安排', [], '少于法定的 13 天'],
  ])('%s：不保存，并指出哪里不对', async (_label, days, told) => {
    const { headers } = await administrator();
    const answer = await put(headers, { ...notice, revision: 2, days });
    expect(answer.statusCode).toBe(400);
    expect(JSON.stringify(answer.json())).toContain(told);
  });

  it('不存在的日期被拒绝', async () => {
    const { headers } = await administrator();
    expect((await put(headers, { ...notice, days: holiday('元旦', '2027-02-30') })).statusCode).toBe(400);
  });

  it('只有系统管理员可以修改；工作人员可以查看；群众不可以', async () => {
    const clerk = await signInTestStaff(server().kernel, { roles: ['window-clerk'] });
    const person = await signInTestPerson(server().kernel);
    expect((await put(clerk.headers, notice)).statusCode).toBe(403);
    const get = (headers: Record<string, string>) => server().app.inject({ method: 'GET', url: '/api/v1/calendar/years/2026', headers });
    expect((await get(clerk.headers)).json()).toMatchObject({ covered: true, days: expect.arrayContaining([{ date: '2026-10-10', kind: 'workday', name: '国庆节' }]) });
    expect((await get(person.headers)).statusCode).toBe(403);
    expect((await get({})).statusCode).toBe(401);
  });

  it('重新启动不覆盖管理员的修改', async () => {
    const { headers } = await administrator();
    const year = (await server().app.inject({ method: 'GET', url: '/api/v1/calendar/years/2025', headers })).json();
    const changed = [...year.days, { date: '2025-12-31', kind: 'holiday', name: '本市另行通知' }];
    expect((await put(headers, { revision: year.revision, source: '本市通知', days: changed }, 2025)).statusCode).toBe(200);
    expect(await seedCalendar(server().database.db)).toEqual([]);
    expect((await loadCalendar(server().kernel)).isWorkingDay('2025-12-31')).toBe(false);
  });
});
