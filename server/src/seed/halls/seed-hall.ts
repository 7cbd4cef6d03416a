import type { Context } from '../../kernel/context.ts';
import { createId, tablesOf } from '../../kernel/db/index.ts';
import type { IdentityTables } from '../../kernel/identity/tables.ts';
import { findOrganization } from '../../kernel/organization/index.ts';
import { createHall, findHallByName, registerDevice, saveSettings } from '../../modules/halls/index.ts';
import type { HallConfiguration } from '../../modules/halls/configuration.contract.ts';
import { districtRegion, type DepartmentName } from '../content/index.ts';

const hallName = '广安区政务服务中心';
const everyDay = [1, 2, 3, 4, 5, 6, 7];

interface SeedQueue { name: string; departments: readonly DepartmentName[]; minutes: number; windows: readonly string[] }

/** Zones with their queues; each window sits the window clerk of a department. */
const zones: readonly { name: string; prefix: string; queues: readonly SeedQueue[] }[] = [
  { name: '企业开办与综合区', prefix: 'A', queues: [
    { name: '综合受理', departments: ['区行政审批局', '区应急管理局'], minutes: 12, windows: ['01', '02'] }, { name: '市场准入', departments: ['区市监局'], minutes: 15, windows: ['03'] },
  ] },
  { name: '社会事务区', prefix: 'B', queues: [
    { name: '社保就业', departments: ['区人社局'], minutes: 10, windows: ['11'] }, { name: '户政出入境', departments: ['区公安分局'], minutes: 12, windows: ['12'] }, { name: '民政救助', departments: ['区民政局'], minutes: 14, windows: ['13'] },
  ] },
  { name: '工程建设区', prefix: 'C', queues: [
    { name: '住建审批', departments: ['区住建局'], minutes: 20, windows: ['21'] }, { name: '道路与城管', departments: ['区交通运输局', '区综合执法局'], minutes: 18, windows: ['22', '23'] },
  ] },
];

/** Who sits where, by the names of the demonstration's accounts. */
const clerks: Readonly<Record<string, string>> = {
  '01': 'approval.window', '02': 'emergency.window', '03': 'market.window', '11': 'labour.window', '12': 'police.window', '13': 'civil.window', '21': 'housing.window', '22': 'transport.window', '23': 'urban.window',
};

interface SeedDevice { kind: string; name: string; zone?: string; window?: string; behaviour?: 'running-out-of-paper' | 'unplugged' }

const devices: readonly SeedDevice[] = [
  { kind: 'kiosk', name: '取号机 1', zone: 'A' }, { kind: 'kiosk', name: '取号机 2', zone: 'B', behaviour: 'running-out-of-paper' }, { kind: 'display', name: '综合屏' }, { kind: 'display', name: '窗口屏 01', window: '01' },
  { kind: 'enquiry', name: '查询机', zone: 'A' }, { kind: 'advertising', name: '广告机', zone: 'C', behaviour: 'unplugged' }, { kind: 'rating-terminal', name: '评价器 01', window: '01' }, { kind: 'rating-terminal', name: '评价器 21', window: '21' },
  { kind: 'caller', name: '呼叫器 01', window: '01' }, { kind: 'led', name: 'LED 屏', zone: 'B' }, { kind: 'all-in-one', name: '一体机', zone: 'C' },
];

/** Adds the district's service hall with zones, windows, queues and clerks, unless it is there (HAL-01). */
export async function seedHall(ctx: Context, organizationIdOf: (department: DepartmentName) => string): Promise<void> {
  if (await findHallByName(ctx, districtRegion, hallName)) return;
  const center = await findOrganization(ctx, { name: '广安市广安区政务服务中心', regionCode: districtRegion });
  if (!center) throw new Error('the demonstration has no service centre');
  const accounts = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.demoAccount').select(['accountId', 'accountName']).where('accountName', 'in', Object.values(clerks)).execute();
  const created = await createHall(ctx, { name: hallName, address: '广安市广安区建安北路 58 号', organizationId: center.id });
  const { configuration } = await saveSettings(ctx, created.hallId, { version: created.version, configuration: { ...created.configuration, ...partsFor(organizationIdOf, new Map(accounts.map(({ accountId, accountName }) => [accountName, accountId]))) } });
  await seedDevices(ctx, created.hallId, configuration);
}

/** Devices that a job lets beat: one kiosk whose paper ends, one screen that somebody has unplugged (HAL-03). */
async function seedDevices(ctx: Context, hallId: string, { zones: placed, windows }: HallConfiguration): Promise<void> {
  for (const { kind, name, zone, window, behaviour } of devices) {
    await registerDevice(ctx, hallId, {
      kind, name, zoneId: placed.find(({ prefix }) => prefix === zone)?.id ?? null, windowId: windows.find(({ number }) => number === window)?.id ?? null, simulated: true, behaviour: behaviour ?? 'steady',
    });
  }
}

function partsFor(organizationIdOf: (department: DepartmentName) => string, accountIdOf: ReadonlyMap<string, string>): Pick<HallConfiguration, 'telephone' | 'hours' | 'zones' | 'queues' | 'windows' | 'seats'> {
  const placed = zones.map((zone) => ({ ...zone, id: createId(), queues: zone.queues.map((queue) => ({ ...queue, id: createId() })) }));
  const windows = placed.flatMap((zone) => zone.queues.flatMap((queue) => queue.windows.map((number) => ({ id: createId(), zoneId: zone.id, number, name: `${queue.name}窗口`, queues: [{ queueId: queue.id, rank: 0 }] }))));
  return {
    telephone: '0826-2222345',
    // The demonstration is open whenever somebody may want to try it.
    hours: everyDay.map((weekday) => ({ weekday, periods: [{ from: '08:00', to: '22:00' }] })),
    zones: placed.map(({ id, name, prefix }) => ({ id, name, prefix })),
    queues: placed.flatMap((zone) => zone.queues.map((queue) => ({
      id: queue.id, zoneId: zone.id, name: queue.name, prefix: '', typicalMinutes: queue.minutes, slotMinutes: 60, slotCapacity: 6, daysAhead: 7,
      services: queue.departments.map((department) => ({ kind: 'organization' as const, targetId: organizationIdOf(department), name: department })),
    }))),
    windows,
    seats: windows.flatMap(({ id, number }) => {
      const staffId = accountIdOf.get(clerks[number] ?? '');
      return staffId === undefined ? [] : [{ id: createId(), windowId: id, staffId, staffName: '', weekdays: everyDay, from: '07:30', to: '22:30' }];
    }),
  };
}
