import type { TestServer } from '@tongban/testkit';
import { systemActor } from '../../../kernel/access/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { createId } from '../../../kernel/db/index.ts';
import { addTestOrganization, signInTestStaff } from '../../../kernel/identity/testing/test-accounts.ts';
import type { HallConfiguration } from '../configuration.contract.ts';
import { createHall } from '../configuration/create-hall.ts';
import { saveSettings } from '../configuration/save-settings.ts';
import { registerDevice } from '../devices/register-device.ts';

type Headers = Record<string, string>;

/** A hall with one zone, serving a department if told which: queues 综合 (A) and 社保 (B, two windows), and clerks who sit at their windows all week. */
export async function addTestHall(server: TestServer, options: { windows?: number; rules?: Partial<HallConfiguration['rules']>; serves?: string } = {}) {
  const { kernel } = server;
  const system = systemContext(kernel, systemActor('test'), 'test');
  const organization = await addTestOrganization(kernel);
  const clerks = await Promise.all(Array.from({ length: options.windows ?? 3 }, () => signInTestStaff(kernel, { roles: ['window-clerk'] })));
  const leader = await signInTestStaff(kernel, { roles: [{ code: 'hall-leader', scope: { kind: 'organization', organizationPath: organization.path }, organizationId: organization.id }] });
  const created = await createHall(system, { name: `测试大厅${createId()}`, address: '滨江路 1 号', organizationId: organization.id });
  const [zone, general, social] = [createId(), createId(), createId()];
  const queue = { services: [{ kind: 'organization' as const, targetId: options.serves ?? organization.id, name: '' }], typicalMinutes: 10, slotMinutes: 60, slotCapacity: 2, daysAhead: 7, prefix: '' };
  const windows = clerks.map((_clerk, index) => ({ id: createId(), zoneId: zone, number: String(index + 1).padStart(2, '0'), name: '综合窗口', queues: [{ queueId: general, rank: 0 }, ...(index === 1 ? [{ queueId: social, rank: 0 }] : [])] }));
  const configuration: HallConfiguration = {
    ...created.configuration, rules: { ...created.configuration.rules, ...options.rules },
    zones: [{ id: zone, name: '综合区', prefix: 'A' }], queues: [{ id: general, zoneId: zone, name: '综合业务', ...queue }, { id: social, zoneId: zone, name: '社保业务', ...queue, prefix: 'B' }],
    windows, seats: clerks.map(({ id, name }, index) => ({ id: createId(), windowId: windows[index]?.id ?? '', staffId: id, staffName: name, weekdays: [1, 2, 3, 4, 5], from: '08:30', to: '17:30' })),
  };
  const { hallId, version } = await saveSettings(system, created.hallId, { version: created.version, configuration });
  const { deviceId: kioskId, deviceKey } = await registerDevice(system, hallId, { kind: 'kiosk', name: '取号机 1', zoneId: null, windowId: null });
  const call = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, headers: Headers = {}, payload?: object) => server.app.inject({ method, url: `/api/v1${url}`, headers, ...(payload ? { payload } : {}) });
  const take = (more: object = {}) => call('POST', `/halls/${hallId}/tickets`, {}, { deviceKey, queueId: general, ...more });
  const sit = (index: number) => call('POST', `/hall-windows/${windows[index]?.id}/clerk`, clerks[index]?.headers);
  const next = (index: number, payload: object = {}) => call('POST', `/hall-windows/${windows[index]?.id}/calls`, clerks[index]?.headers, payload);
  const desk = async (index: number) => (await call('GET', '/hall-desk', clerks[index]?.headers)).json();
  /** Takes the current ticket of a window, or a held one, one step on. */
  const step = async (index: number, action: string, more: object = {}) => {
    const { current, held } = await desk(index);
    const ticket = action === 'resume' ? held[0] : current ?? held[0];
    return call('POST', `/hall-windows/${windows[index]?.id}/steps`, clerks[index]?.headers, { action, ticketId: ticket.ticketId, version: ticket.version, ...more });
  };
  return { hallId, version, kioskId, deviceKey, organization, clerks, leader, windows, configuration, queues: { general, social }, call, take, sit, next, desk, step };
}
