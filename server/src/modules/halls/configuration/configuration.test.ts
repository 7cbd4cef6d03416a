import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { createId } from '../../../kernel/db/index.ts';
import type { HallConfiguration } from '../configuration.contract.ts';
import { addTestHall } from '../testing/a-hall.ts';
import { checkConfiguration } from './check-configuration.contract.ts';

const server = useTestServer({ now: '2026-11-30T10:00:00+08:00' });

describe('大厅设置 (HAL-01)', () => {
  type Change = (configuration: HallConfiguration) => void;
  const first = <T>(rows: readonly T[], index = 0): T => {
    const row = rows[index];
    if (row === undefined) throw new Error('the test hall has fewer parts');
    return row;
  };
  const otherZone: Change = ({ zones, queues }) => {
    zones.push({ id: createId(), name: '社保区', prefix: 'C' });
    first(queues, 1).zoneId = first(zones, 1).id;
  };
  it('什么都没有填：逐项指出，不说检查通过', async () => {
    const { configuration } = await addTestHall(server());
    const emptied = structuredClone(configuration);
    Object.assign(emptied, { name: ' ', address: '' });
    Object.assign(first(emptied.zones), { name: '', prefix: 'a1' });
    first(emptied.queues).name = '';
    Object.assign(first(emptied.windows), { number: '', name: '' });
    expect(checkConfiguration(emptied).filter(({ code }) => code === 'blank' || code === 'bad-prefix').map(({ message }) => message)).toEqual([
      '大厅名称没有填写', '大厅地址没有填写', '第 1 个区的名称没有填写', '第 1 个区的号票字母不是一两个大写字母', '有一项业务的名称没有填写', '第 1 个窗口的编号没有填写', '第 1 个窗口的名称没有填写',
    ]);
  });

  it.each<[string, string, 'error' | 'gap', RegExp, Change]>([
    ['一个人同时在两个窗口', 'person-at-two-windows', 'error', /周一、.*08:30 起同时在 01 号和 02 号窗口/, ({ seats }) => { first(seats, 1).staffId = first(seats).staffId; }],
    ['一个窗口在两个区', 'window-in-two-zones', 'error', /02 号窗口在“综合区”，却办理“社保区”的队列“社保业务”/, otherZone],
    ['两个区同一个字母', 'same-prefix', 'error', /都是 A/, ({ zones }) => { zones.push({ id: createId(), name: '二区', prefix: 'A' }); }],
    ['两个窗口同一个号', 'same-window-number', 'error', /有 2 个窗口都是 01 号/, ({ windows }) => { first(windows, 2).number = '01'; }],
    ['办公时间颠倒', 'bad-hours', 'error', /周一的办公时间/, ({ hours }) => { first(hours).periods = [{ from: '12:00', to: '09:00' }]; }],
    ['队列没有窗口', 'queue-without-window', 'gap', /“社保业务”没有窗口办理/, ({ windows }) => { first(windows, 1).queues.pop(); }],
    ['事项没有开着的窗口', 'item-without-open-window', 'gap', /02 号窗口都没有安排人/, ({ seats }) => { seats.splice(1, 1); }],
    ['窗口没有人', 'window-without-staff', 'gap', /03 号窗口没有安排人员/, ({ seats }) => { seats.pop(); }],
  ])('%s：指出在哪里、怎样改', async (_name, code, severity, message, change) => {
    const { configuration, call, hallId, version, leader } = await addTestHall(server());
    expect(checkConfiguration(configuration)).toEqual([]);
    const changed = structuredClone(configuration);
    change(changed);
    const found = checkConfiguration(changed).find((fault) => fault.code === code);
    expect(found).toMatchObject({ severity, message: expect.stringMatching(message) });
    expect(found?.remedy).toMatch(/^请|一个窗口只在一个区/);
    const answer = await call('PUT', `/managed-halls/${hallId}/settings`, leader.headers, { version, configuration: changed });
    if (severity === 'error') expect(answer.json()).toMatchObject({ code: 'halls.bad-configuration', issues: expect.arrayContaining([expect.objectContaining({ code })]) });
    else expect(answer.json().faults.map((fault: { code: string }) => fault.code)).toContain(code);
  });

  it('两个窗口互换编号、撤销一个窗口，一次保存；旧页面不能覆盖', async () => {
    const { configuration, call, hallId, version, leader, take, sit } = await addTestHall(server());
    const save = (changed: HallConfiguration, of = version) => call('PUT', `/managed-halls/${hallId}/settings`, leader.headers, { version: of, configuration: changed });
    const swapped = structuredClone(configuration);
    [first(swapped.windows).number, first(swapped.windows, 1).number] = ['02', '01'];
    swapped.windows.pop();
    swapped.seats.pop();
    const saved = (await save(swapped)).json();
    expect(saved.configuration.windows.map(({ number }: { number: string }) => number)).toEqual(['02', '01']);
    expect((await save(configuration)).json().code).toBe('halls.configuration-stale');
    await take();
    await sit(0);
    const without = { ...swapped, queues: swapped.queues.slice(1), windows: swapped.windows.map((window) => ({ ...window, queues: [] })) };
    expect((await save(without, saved.version)).json()).toMatchObject({ code: 'halls.queue-in-use' });
    expect((await save({ ...swapped, windows: swapped.windows.slice(1), seats: swapped.seats.slice(1) }, saved.version)).json()).toMatchObject({ code: 'halls.window-in-use' });
  });

  it('别的大厅的负责人不能看也不能改；窗口人员没有设置的权限', async () => {
    const [own, other] = [await addTestHall(server()), await addTestHall(server())];
    const url = `/managed-halls/${own.hallId}/settings`;
    expect((await own.call('GET', url, other.leader.headers)).statusCode).toBe(404);
    expect((await own.call('PUT', url, other.leader.headers, { version: own.version, configuration: own.configuration })).statusCode).toBe(404);
    expect((await own.call('GET', url, own.clerks[0]?.headers)).statusCode).toBe(403);
    const foreign = { ...own.configuration, zones: [...own.configuration.zones, { ...first(other.configuration.zones), prefix: 'Z' }] };
    expect((await own.call('PUT', url, own.leader.headers, { version: own.version, configuration: foreign })).json().code).toBe('halls.bad-configuration');
    expect((await own.call('GET', '/managed-halls', own.leader.headers)).json().items).toMatchObject([{ hallId: own.hallId, windows: 3, abilities: { configure: true, manage: true } }]);
  });

  it('新建大厅、优先人群可以增加和停用', async () => {
    const { leader, call, organization, take } = await addTestHall(server());
    const created = await call('POST', '/managed-halls', leader.headers, { name: '分厅', address: '北街 2 号', organizationId: organization.id });
    expect([created.statusCode, created.json().configuration.rules.ordinaryEvery]).toEqual([201, 3]);
    const put = (body: object) => call('PUT', '/hall-priority-groups/blood-donor', leader.headers, body);
    expect((await put({ name: '无偿献血者', active: true })).json().items).toContainEqual({ code: 'blood-donor', name: '无偿献血者', active: true });
    expect((await take({ priorityGroup: 'blood-donor' })).json()).toMatchObject({ priorityName: '无偿献血者' });
    await put({ name: '无偿献血者', active: false });
    expect((await take({ priorityGroup: 'blood-donor' })).json()).toMatchObject({ code: 'halls.unknown-priority' });
  });
});
