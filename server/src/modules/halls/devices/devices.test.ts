import { describe, expect, it } from 'vitest';
import { useTestServer } from '@tongban/testkit';
import { systemActor } from '../../../kernel/access/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { openSpreadsheet, openTable, RowReader } from '../../../kernel/spreadsheets/index.ts';
import { signInTestStaff } from '../../../kernel/identity/testing/test-accounts.ts';
import { addTestHall } from '../testing/a-hall.ts';
import type { DeviceFault, HallDevice } from './contract.ts';
import { registerDevice } from './register-device.ts';
import { reportDevices } from './report-devices.ts';
import { simulateDevices } from './simulate-devices.ts';
import { watchDevices } from './watch-devices.ts';

// A Monday; the hall is open from 09:00 to 12:00 and from 13:00 to 17:00.
const opening = '2026-11-30T09:00:00+08:00';
const server = useTestServer({ now: opening });
const to = async (time: string) => {
  server().clock.set(time.includes('T') ? time : `2026-11-30T${time}:00+08:00`);
  await server().database.db.pool.query('UPDATE identity.session SET last_seen_at = $1', [server().clock.now()]);
};
const system = () => systemContext(server().kernel, systemActor('test'), 'test');

async function setUp() {
  await to('09:00');
  const hall = await addTestHall(server());
  const beat = (more: object = {}, deviceKey = hall.deviceKey) => hall.call('POST', '/hall-device-beats', {}, { deviceKey, status: 'normal', softwareVersion: '1.2', ...more });
  const devices = async (): Promise<HallDevice[]> => (await hall.call('GET', `/managed-halls/${hall.hallId}/devices`, hall.leader.headers)).json().items;
  const faults = async (): Promise<DeviceFault[]> => (await hall.call('GET', `/managed-halls/${hall.hallId}/device-faults`, hall.leader.headers)).json().items;
  const step = (fault: DeviceFault | undefined, action: string, note = '', headers = hall.leader.headers) => hall.call('POST', `/hall-device-faults/${fault?.faultId}/steps`, headers, { version: fault?.version, action, note });
  return { ...hall, beat, devices, faults, step };
}

describe('设备台账 (HAL-03)', () => {
  it('登记时给一次密钥，库里只有摘要；重发后旧的失效，停用后新的也失效', async () => {
    const { call, hallId, leader, windows, beat, devices } = await setUp();
    const answer = await call('POST', `/managed-halls/${hallId}/devices`, leader.headers, { kind: 'rating-terminal', name: '评价器 01', zoneId: null, windowId: windows[0]?.id });
    expect(answer.statusCode).toBe(201);
    const { deviceId, deviceKey, url } = answer.json<{ deviceId: string; deviceKey: string; url: string }>();
    expect(url).toMatch(new RegExp(`/halls/${hallId}/terminal#${deviceKey}$`));
    const { rows } = await server().database.db.pool.query('SELECT * FROM halls.device WHERE id = $1', [deviceId]);
    expect(JSON.stringify(rows)).not.toContain(deviceKey);
    expect((await beat({}, deviceKey)).json()).toMatchObject({ deviceId, hallId, name: '评价器 01', windowNumber: '01', beatSeconds: 60 });
    const renewed = (await call('POST', `/hall-devices/${deviceId}/key`, leader.headers)).json<{ deviceKey: string }>().deviceKey;
    expect((await beat({}, deviceKey)).json()).toMatchObject({ code: 'halls.wrong-device-key' });
    expect((await beat({}, renewed)).statusCode).toBe(200);
    expect((await call('DELETE', `/hall-devices/${deviceId}/key`, leader.headers)).json().items).toContainEqual(expect.objectContaining({ deviceId, state: 'unused', hasKey: false }));
    expect((await beat({}, renewed)).statusCode).toBe(403);
    expect((await devices()).map(({ name, kindName }) => [name, kindName])).toEqual([['取号机 1', '取号机'], ['评价器 01', '评价器']]);
  });

  it.each([
    ['没有的类型', { kind: 'robot' }, 'halls.unknown-device-kind'], ['别处的窗口', { windowId: '01900000-0000-7000-8000-000000000000' }, 'halls.device-place'],
    ['没有窗口的评价器', { kind: 'rating-terminal' }, 'halls.terminal-needs-window'], ['同名', { name: '取号机 1' }, 'halls.same-device-name'],
  ])('%s：不能登记', async (_name, more, code) => {
    const { call, hallId, leader } = await setUp();
    expect((await call('POST', `/managed-halls/${hallId}/devices`, leader.headers, { kind: 'led', name: 'LED', zoneId: null, windowId: null, ...more })).json()).toMatchObject({ code });
  });

  it('别的大厅的负责人看不到，也改不了；窗口人员不能登记', async () => {
    const { call, hallId, kioskId, clerks } = await setUp();
    const other = await addTestHall(server());
    const input = { kind: 'led', name: 'LED', zoneId: null, windowId: null };
    expect((await call('GET', `/managed-halls/${hallId}/devices`, other.leader.headers)).statusCode).toBe(404);
    expect((await call('POST', `/managed-halls/${hallId}/devices`, other.leader.headers, input)).statusCode).toBe(404);
    expect((await call('PUT', `/hall-devices/${kioskId}`, other.leader.headers, { version: 1, ...input })).json()).toMatchObject({ code: 'halls.device-not-found' });
    expect((await call('DELETE', `/hall-devices/${kioskId}/key`, other.leader.headers)).statusCode).toBe(404);
    expect((await call('POST', `/managed-halls/${hallId}/devices`, clerks[0]?.headers, input)).statusCode).toBe(403);
  });

  it('按几次没有心跳算离线，由大厅设置；类型可以增加、停用', async () => {
    const { call, hallId, leader, beat, devices } = await setUp();
    await beat({ selfChecks: [{ code: 'paper', name: '剩余纸张', value: '120', ok: true }] });
    expect(await devices()).toMatchObject([{ state: 'online', softwareVersion: '1.2', selfChecks: [{ value: '120' }] }]);
    await to('09:04');
    expect(await devices()).toMatchObject([{ state: 'offline' }]);
    const saved = await call('PUT', `/managed-halls/${hallId}/device-rules`, leader.headers, { beatSeconds: 60, missedBeats: 5, silentMinutes: 10 });
    expect(saved.json()).toMatchObject({ rules: { missedBeats: 5 }, counts: { online: 1, offline: 0 } });
    await call('PUT', '/hall-device-lists/kinds/robot', leader.headers, { name: '导引机器人', active: true });
    const robot = (more: object) => call('POST', `/managed-halls/${hallId}/devices`, leader.headers, { kind: 'robot', zoneId: null, windowId: null, ...more });
    expect((await robot({ name: '小政' })).json()).toMatchObject({ url: null });
    await call('PUT', '/hall-device-lists/kinds/robot', leader.headers, { name: '导引机器人', active: false });
    expect((await robot({ name: '小务' })).json()).toMatchObject({ code: 'halls.unknown-device-kind' });
    expect((await devices()).map(({ kindName }) => kindName)).toContain('导引机器人');
  });
});

describe('故障报修 (HAL-03)', () => {
  it('设备自己报：同一种故障只开一张，大厅负责人收到消息；处理、解决、没有修好、确认都留下是谁、何时', async () => {
    const { beat, faults, step, leader, devices } = await setUp();
    const broken = { status: 'fault', faults: [{ kind: 'paper', note: '纸张用完' }, { kind: 'unheard-of', note: '' }] };
    await Promise.all([beat(broken), beat(broken)]);
    await beat(broken);
    expect((await faults()).map(({ kindName, state, source }) => [kindName, state, source]).sort()).toEqual([['其他', 'reported', 'device'], ['缺纸、卡纸', 'reported', 'device']]);
    expect(await devices()).toMatchObject([{ state: 'faulty', openFaults: 2 }]);
    const { rows } = await server().database.db.pool.query(`SELECT title FROM messaging.message WHERE recipient_id = $1 AND template_key = 'halls.fault-opened' ORDER BY title`, [leader.id]);
    expect(rows.map(({ title }) => title)).toEqual(['设备报修：取号机 1（其他）', '设备报修：取号机 1（缺纸、卡纸）']);
    const paper = async () => (await faults()).find(({ kind }) => kind === 'paper');
    expect((await step(await paper(), 'confirm')).json()).toMatchObject({ code: 'halls.wrong-fault-state', title: '故障单现在是“已报修”，不能进行这一步' });
    expect((await step(await paper(), 'take')).json()).toMatchObject({ state: 'handling' });
    expect((await step(await paper(), 'solve')).json()).toMatchObject({ code: 'halls.fault-note' });
    const stale = await paper();
    expect((await step(stale, 'solve', '已换纸')).json()).toMatchObject({ state: 'solved' });
    expect((await step(stale, 'solve', '已换纸')).json()).toMatchObject({ code: 'halls.fault-stale' });
    await beat(broken);
    expect(await paper()).toMatchObject({ state: 'handling' });
    await step(await paper(), 'solve', '换了正确的纸');
    await beat();
    const done = (await step(await paper(), 'confirm')).json<DeviceFault>();
    expect(done).toMatchObject({ state: 'confirmed', abilities: { take: false, confirm: false } });
    expect(done.steps.map(({ action, by }) => `${action} ${by === leader.name ? '负责人' : by}`)).toEqual(['report 取号机 1', 'take 负责人', 'solve 负责人', 'reopen 取号机 1', 'solve 负责人', 'confirm 负责人']);
    const { rows: audit } = await server().database.db.pool.query(`SELECT count(*)::int AS count FROM kernel.audit_entry WHERE action = 'halls.step-fault' AND detail::jsonb->>'fault' = $1`, [done.faultId]);
    expect(audit).toEqual([{ count: 5 }]);
    await beat(broken);
    expect((await faults()).filter(({ kind, state }) => kind === 'paper' && state === 'reported')).toHaveLength(1);
  });

  it('工作人员报修：本厅的可以，重复的和别处的不行；只有负责人能处理', async () => {
    const { call, kioskId, clerks, sit, faults, step } = await setUp();
    const stranger = await signInTestStaff(server().kernel, { roles: [{ code: 'window-clerk', scope: { kind: 'own' } }] });
    const report = (headers: Record<string, string> | undefined, more: object = {}) => call('POST', `/hall-devices/${kioskId}/faults`, headers, { kind: 'screen', note: '屏幕不亮', ...more });
    await sit(0);
    expect((await call('GET', '/hall-desk/devices', clerks[0]?.headers)).json()).toMatchObject({ items: [{ name: '取号机 1', place: '大厅' }] });
    expect((await report(stranger.headers)).json()).toMatchObject({ code: 'halls.device-not-found' });
    expect((await report(clerks[0]?.headers, { kind: 'nothing' })).json()).toMatchObject({ code: 'halls.unknown-fault-kind' });
    expect((await report(clerks[0]?.headers)).statusCode).toBe(201);
    expect((await report(clerks[1]?.headers)).json()).toMatchObject({ code: 'halls.fault-open', title: '“取号机 1”的这种故障已经报修' });
    const [fault] = await faults();
    expect(fault).toMatchObject({ source: 'staff', kindName: '屏幕故障', steps: [{ action: 'report', by: clerks[0]?.name, note: '屏幕不亮' }] });
    expect((await step(fault, 'take', '', clerks[0]?.headers)).statusCode).toBe(403);
  });

  it('一直没有心跳：办公时间里到时自动报修；恢复后自动转为已解决，再失联重新打开', async () => {
    const { beat, faults } = await setUp();
    await beat();
    await to('09:09');
    await watchDevices(system());
    expect(await faults()).toEqual([]);
    await to('09:10');
    await watchDevices(system());
    await watchDevices(system());
    expect(await faults()).toMatchObject([{ kind: 'silent', source: 'watch', state: 'reported', steps: [{ note: '已 10 分钟没有心跳。' }] }]);
    await beat();
    expect(await faults()).toMatchObject([{ state: 'solved' }]);
    await to('12:30');
    await watchDevices(system());
    expect(await faults()).toMatchObject([{ state: 'solved' }]);
    await to('13:30');
    await watchDevices(system());
    expect(await faults()).toMatchObject([{ state: 'handling' }]);
  });
});

describe('每日报告 (HAL-03)', () => {
  it('关门后算：应有和实收心跳、离线多久、几次故障；逐台看，导出 Excel；办公中没有', async () => {
    const { beat, call, hallId, leader } = await setUp();
    await registerDevice(system(), hallId, { kind: 'led', name: 'LED 1', zoneId: null, windowId: null });
    for (const time of ['09:01', '09:02', '09:03', '10:03', '10:04']) {
      await to(time);
      await beat(time === '10:04' ? { status: 'fault', faults: [{ kind: 'printer', note: '' }] } : {});
    }
    const days = async () => (await call('GET', `/managed-halls/${hallId}/device-days`, leader.headers)).json().items;
    await to('16:59');
    await reportDevices(system());
    expect(await days()).toEqual([]);
    await to('17:05');
    await reportDevices(system());
    await reportDevices(system());
    // 10:03 comes an hour after the beat before; after 10:04 nothing more comes in the 116 + 240 minutes left.
    expect(await days()).toEqual([{ day: '2026-11-30', devices: 2, expected: 840, received: 5, offlineMinutes: 60 + 356 + 420, faults: 1 }]);
    const { items } = (await call('GET', `/managed-halls/${hallId}/device-days/2026-11-30`, leader.headers)).json();
    expect(items).toMatchObject([{ name: '取号机 1', expected: 420, received: 5, offlineMinutes: 416, faults: 1 }, { name: 'LED 1', received: 0, offlineMinutes: 420, faults: 0 }]);
    const file = await call('GET', `/managed-halls/${hallId}/device-days-export?from=2026-11-30&to=2026-11-30`, leader.headers);
    const table = await openTable(await openSpreadsheet({ fileName: 'a.xlsx', content: file.rawPayload }), { sheet: '设备每日报告', columns: { name: { title: '设备', required: true }, received: { title: '实收心跳', required: true } } });
    const names: string[] = [];
    for await (const row of table.rows) names.push(new RowReader(row).line('name', { required: true, max: 60 }) ?? '');
    expect(names).toEqual(['取号机 1', 'LED 1']);
    expect((await call('GET', `/managed-halls/${hallId}/device-days-export?from=2026-12-02&to=2026-11-30`, leader.headers)).json()).toMatchObject({ code: 'halls.days-backwards' });
  });
});

describe('模拟设备 (HAL-03)', () => {
  it('由任务按真的心跳走；拔了线的失联，缺纸的报修，还没有启用的不报；关门后不响', async () => {
    const { hallId, devices, faults } = await setUp();
    for (const [name, behaviour] of [['正常', 'steady'], ['缺纸', 'running-out-of-paper'], ['拔线', 'unplugged']] as const) await registerDevice(system(), hallId, { kind: 'kiosk', name, zoneId: null, windowId: null, simulated: true, behaviour });
    for (let minute = 1; minute <= 12; minute += 1) {
      await to(`09:${String(minute).padStart(2, '0')}`);
      await simulateDevices(system());
      await watchDevices(system());
    }
    const states = Object.fromEntries((await devices()).map(({ name, state }) => [name, state]));
    expect(states).toEqual({ '取号机 1': 'unused', '正常': 'online', '缺纸': 'faulty', '拔线': 'offline' });
    expect((await faults()).map(({ deviceName, kind }) => [deviceName, kind]).sort()).toEqual([['拔线', 'silent'], ['缺纸', 'paper']]);
    await to('17:30');
    await simulateDevices(system());
    expect((await devices()).find(({ name }) => name === '正常')).toMatchObject({ state: 'offline' });
  });
});
