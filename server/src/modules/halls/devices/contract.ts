import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';

export const deviceStates = ['unused', 'online', 'faulty', 'offline'] as const;
export const deviceStateLabels: Record<(typeof deviceStates)[number], string> = { unused: '未启用', online: '在线', faulty: '故障', offline: '离线' };
export const faultStates = ['reported', 'handling', 'solved', 'confirmed'] as const;
export const faultStateLabels: Record<(typeof faultStates)[number], string> = { reported: '已报修', handling: '处理中', solved: '已解决', confirmed: '已确认' };
export const faultActions = ['take', 'solve', 'reopen', 'confirm'] as const;
export const faultActionLabels: Record<(typeof faultActions)[number] | 'report', string> = { report: '报修', take: '接手处理', solve: '已解决', reopen: '没有解决，重新处理', confirm: '确认修好' };
export const faultSourceLabels: Record<'device' | 'staff' | 'watch', string> = { device: '设备自报', staff: '人工报修', watch: '失联自动报修' };

const EntryCode = Text(30, { pattern: '^[a-z][a-z0-9-]{1,29}$' });

/** How a hall watches its devices (HAL-03). */
export const DeviceRules = Type.Object({
  /** Seconds from one beat to the next. */
  beatSeconds: Type.Integer({ minimum: 10, maximum: 600 }),
  missedBeats: Type.Integer({ minimum: 1, maximum: 20 }),
  /** Minutes of silence, while the hall is open, after which a fault is reported by itself. */
  silentMinutes: Type.Integer({ minimum: 1, maximum: 240 }),
});
export type DeviceRules = Static<typeof DeviceRules>;

/** One thing that a device finds out about itself, e.g. 剩余纸张 120 张. */
export const SelfCheck = Type.Object({ code: EntryCode, name: Text(20, { minLength: 1 }), value: Text(40), ok: Type.Boolean() });
export type SelfCheck = Static<typeof SelfCheck>;

export const DeviceBeat = Type.Object({
  status: Code(['normal', 'fault'] as const), softwareVersion: Text(40),
  selfChecks: Type.Optional(Type.Array(SelfCheck, { maxItems: 20 })),
  /** What is wrong, when the status says so. */
  faults: Type.Optional(Type.Array(Type.Object({ kind: EntryCode, note: Text(200) }), { maxItems: 5 })),
});
export type DeviceBeat = Static<typeof DeviceBeat>;

export const DeviceKey = Text(60, { minLength: 20 });

export const sendBeat = defineOperation({
  id: 'halls.send-beat', method: 'POST', path: '/api/v1/hall-device-beats', permission: 'public', bodyLimit: 16_384,
  summary: '设备心跳，凭设备密钥：状态、软件版本、自检；回答下一次心跳的间隔和设备所在位置',
  body: Type.Object({ deviceKey: DeviceKey, ...DeviceBeat.properties }),
  response: Type.Object({ deviceId: Id, hallId: Id, name: Type.String(), kind: Type.String(), windowId: Nullable(Id), windowNumber: Nullable(Type.String()), beatSeconds: Type.Integer() }),
});

export const DeviceEntry = Type.Object({ code: Type.String(), name: Type.String(), active: Type.Boolean() });
export type DeviceEntry = Static<typeof DeviceEntry>;

export const HallDevice = Type.Object({
  deviceId: Id, version: Type.Integer(), kind: Type.String(), kindName: Type.String(), name: Type.String(), zoneId: Nullable(Id), zoneName: Nullable(Type.String()), windowId: Nullable(Id), windowNumber: Nullable(Type.String()),
  simulated: Type.Boolean(), state: Code(deviceStates), stateLabel: Type.String(), hasKey: Type.Boolean(), keyIssuedAt: Nullable(DateTime),
  lastBeatAt: Nullable(DateTime), softwareVersion: Nullable(Type.String()), selfChecks: Type.Array(SelfCheck), openFaults: Type.Integer(),
});
export type HallDevice = Static<typeof HallDevice>;

const hallParams = Type.Object({ hallId: Id });
const deviceParams = Type.Object({ deviceId: Id });
const Place = Type.Object({ id: Id, name: Type.String() });

export const DeviceList = Type.Object({
  hallId: Id, hallName: Type.String(), rules: DeviceRules, kinds: Type.Array(DeviceEntry), faultKinds: Type.Array(DeviceEntry), zones: Type.Array(Place), windows: Type.Array(Place),
  counts: Type.Object({ online: Type.Integer(), faulty: Type.Integer(), offline: Type.Integer(), unused: Type.Integer() }),
  items: Type.Array(HallDevice), abilities: Type.Object({ manage: Type.Boolean() }),
});
export type DeviceList = Static<typeof DeviceList>;

export const listDevices = defineOperation({
  id: 'halls.list-devices', method: 'GET', path: '/api/v1/managed-halls/:hallId/devices', permission: 'halls.hall.watch', summary: '大厅设备台账和实时状态', params: hallParams, response: DeviceList,
});

const DeviceInput = Type.Object({ kind: EntryCode, name: Text(60, { minLength: 1 }), zoneId: Nullable(Id), windowId: Nullable(Id) });
export type DeviceInput = Static<typeof DeviceInput>;

/** A key as it is shown, once; with the page that the device opens, if there is one for its kind. */
export const IssuedKey = Type.Object({ deviceId: Id, deviceKey: Type.String(), url: Nullable(Type.String()) });
export type IssuedKey = Static<typeof IssuedKey>;

export const registerDevice = defineOperation({
  id: 'halls.register-device', method: 'POST', path: '/api/v1/managed-halls/:hallId/devices', permission: 'halls.device.manage', status: 201,
  summary: '登记设备，生成它的密钥（只显示这一次）', params: hallParams, body: Type.Object({ ...DeviceInput.properties, simulated: Type.Optional(Type.Boolean()) }), response: IssuedKey,
});

export const changeDevice = defineOperation({
  id: 'halls.change-device', method: 'PUT', path: '/api/v1/hall-devices/:deviceId', permission: 'halls.device.manage', summary: '修改设备的名称、类型和位置', params: deviceParams,
  body: Type.Object({ version: Type.Integer(), ...DeviceInput.properties }), response: DeviceList,
});

export const issueDeviceKey = defineOperation({
  id: 'halls.issue-device-key', method: 'POST', path: '/api/v1/hall-devices/:deviceId/key', permission: 'halls.device.manage', status: 201, summary: '重新生成设备密钥（只显示这一次）；原来的随即失效', params: deviceParams, response: IssuedKey,
});

export const revokeDeviceKey = defineOperation({
  id: 'halls.revoke-device-key', method: 'DELETE', path: '/api/v1/hall-devices/:deviceId/key', permission: 'halls.device.manage', summary: '停用设备：密钥失效，不再监控', params: deviceParams, response: DeviceList,
});

export const saveDeviceRules = defineOperation({
  id: 'halls.save-device-rules', method: 'PUT', path: '/api/v1/managed-halls/:hallId/device-rules', permission: 'halls.device.manage', summary: '设置心跳间隔、几次没有心跳算离线、失联多久自动报修', params: hallParams, body: DeviceRules, response: DeviceList,
});

export const saveDeviceEntry = defineOperation({
  id: 'halls.save-device-entry', method: 'PUT', path: '/api/v1/hall-device-lists/:list/:code', permission: 'halls.device.manage', summary: '增加、改名或停用一种设备类型或故障类型',
  params: Type.Object({ list: Code(['kinds', 'faults'] as const), code: EntryCode }), body: Type.Object({ name: Text(20, { minLength: 2 }), active: Type.Boolean() }), response: Type.Object({ items: Type.Array(DeviceEntry) }),
});

export const DeviceFault = Type.Object({
  faultId: Id, number: Type.Integer(), version: Type.Integer(), deviceId: Id, deviceName: Type.String(), deviceKindName: Type.String(), place: Type.String(), kind: Type.String(), kindName: Type.String(), state: Code(faultStates), stateLabel: Type.String(),
  source: Code(['device', 'staff', 'watch'] as const), openedAt: DateTime, solvedAt: Nullable(DateTime), closedAt: Nullable(DateTime),
  steps: Type.Array(Type.Object({ action: Code(['report', ...faultActions] as const), by: Type.String(), note: Type.String(), at: DateTime })),
  abilities: Type.Object({ take: Type.Boolean(), solve: Type.Boolean(), reopen: Type.Boolean(), confirm: Type.Boolean() }),
});
export type DeviceFault = Static<typeof DeviceFault>;

export const listFaults = defineOperation({
  id: 'halls.list-faults', method: 'GET', path: '/api/v1/managed-halls/:hallId/device-faults', permission: 'halls.hall.watch', summary: '大厅设备的故障报修，新的在前', params: hallParams,
  query: Type.Object({ ...PageQuery.properties, state: Type.Optional(Code(faultStates)), open: Type.Optional(Type.Boolean()), deviceId: Type.Optional(Id) }), response: PageOf(DeviceFault),
});

export const listDeskDevices = defineOperation({
  id: 'halls.list-desk-devices', method: 'GET', path: '/api/v1/hall-desk/devices', permission: 'halls.fault.report', summary: '上岗窗口所在大厅的设备，供报修时选择；本窗口的在前',
  response: Type.Object({ items: Type.Array(Type.Object({ deviceId: Id, name: Type.String(), kindName: Type.String(), place: Type.String() })), faultKinds: Type.Array(DeviceEntry) }),
});

export const reportFault = defineOperation({
  id: 'halls.report-fault', method: 'POST', path: '/api/v1/hall-devices/:deviceId/faults', permission: 'halls.fault.report', status: 201, idempotent: true, summary: '为设备报修；同一设备的同一种故障只有一张未了结的单', params: deviceParams,
  body: Type.Object({ kind: EntryCode, note: Text(200, { minLength: 2 }) }), response: Type.Object({ faultId: Id, number: Type.Integer() }),
});

export const stepFault = defineOperation({
  id: 'halls.step-fault', method: 'POST', path: '/api/v1/hall-device-faults/:faultId/steps', permission: 'halls.device.manage', summary: '推进故障单：接手、解决、确认，或没有解决重新处理', params: Type.Object({ faultId: Id }),
  body: Type.Object({ version: Type.Integer(), action: Code(faultActions), note: Text(200) }), response: DeviceFault,
});

const Counts = { expected: Type.Integer(), received: Type.Integer(), offlineMinutes: Type.Integer(), faults: Type.Integer() };
export const DeviceDay = Type.Object({ day: DateOnly, devices: Type.Integer(), ...Counts });
export type DeviceDay = Static<typeof DeviceDay>;
export const DeviceDayLine = Type.Object({ deviceId: Id, name: Type.String(), kindName: Type.String(), place: Type.String(), ...Counts });
export type DeviceDayLine = Static<typeof DeviceDayLine>;

export const listDeviceDays = defineOperation({
  id: 'halls.list-device-days', method: 'GET', path: '/api/v1/managed-halls/:hallId/device-days', permission: 'halls.hall.watch', summary: '设备每日报告，新的在前', params: hallParams,
  query: Type.Object(PageQuery.properties), response: PageOf(DeviceDay),
});

export const getDeviceDay = defineOperation({
  id: 'halls.get-device-day', method: 'GET', path: '/api/v1/managed-halls/:hallId/device-days/:day', permission: 'halls.hall.watch', summary: '某一天的设备报告，逐台', params: Type.Object({ hallId: Id, day: DateOnly }),
  response: Type.Object({ day: DateOnly, items: Type.Array(DeviceDayLine) }),
});

export const exportDeviceDays = defineOperation({
  id: 'halls.export-device-days', method: 'GET', path: '/api/v1/managed-halls/:hallId/device-days-export', permission: 'halls.hall.watch', responseKind: 'binary', summary: '导出一段日期的设备每日报告（Excel），最多两万行', params: hallParams,
  query: Type.Object({ from: DateOnly, to: DateOnly }),
});
