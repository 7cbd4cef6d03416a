import { Code, defineOperation, Id, Text, Type, type Static } from '@tongban/contract-kit';

/** `09:00`. */
export const TimeOfDay = Text(5, { pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });
export const Period = Type.Object({ from: TimeOfDay, to: TimeOfDay });

/** Opening periods from Monday (1) to Sunday (7). Public holidays are closed; weekend days worked instead of a weekday open as on Monday. */
export const OpeningHours = Type.Array(Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), periods: Type.Array(Period, { maxItems: 4 }) }), { maxItems: 7 });
export type OpeningHours = Static<typeof OpeningHours>;

/** How a hall calls. */
export const HallRules = Type.Object({
  /** Of so many calls in a row at least one goes to somebody of no priority group; 1 gives no priority. */
  ordinaryEvery: Type.Integer({ minimum: 1, maximum: 20 }),
  callsBeforeNoShow: Type.Integer({ minimum: 1, maximum: 10 }),
  returnMinutes: Type.Integer({ minimum: 0, maximum: 240 }),
  /** Where one who comes back stands: at the end, or behind so many of those waiting. */
  returnPlace: Code(['end', 'front'] as const),
  returnBehind: Type.Integer({ minimum: 0, maximum: 20 }),
});
export type HallRules = Static<typeof HallRules>;

const Name = Text(60, { minLength: 1 });
/** Letters only, so that no two numbers are ever the same. */
const Prefix = Text(2, { pattern: '^[A-Z]{0,2}$' });

export const ZoneInput = Type.Object({ id: Id, name: Name, prefix: Text(2, { pattern: '^[A-Z]{1,2}$' }) });
export const QueueInput = Type.Object({
  id: Id, zoneId: Id, name: Name,
  /** Empty for the letters of the zone. */
  prefix: Prefix,
  /** Which items, or which departments with all their items. */
  services: Type.Array(Type.Object({ kind: Code(['item', 'organization'] as const), targetId: Id, name: Text(200) }), { maxItems: 300 }),
  typicalMinutes: Type.Integer({ minimum: 1, maximum: 240 }),
  slotMinutes: Type.Integer({ minimum: 10, maximum: 240 }),
  /** People that can book one slot; 0 for no appointments. */
  slotCapacity: Type.Integer({ minimum: 0, maximum: 200 }),
  daysAhead: Type.Integer({ minimum: 1, maximum: 30 }),
});
export const WindowInput = Type.Object({
  id: Id, zoneId: Id, number: Text(8, { pattern: '^[0-9A-Za-z-]{1,8}$' }), name: Name,
  queues: Type.Array(Type.Object({ queueId: Id, rank: Type.Integer({ minimum: 0, maximum: 9 }) }), { maxItems: 50 }),
});
export const SeatInput = Type.Object({
  id: Id, windowId: Id, staffId: Id, staffName: Text(60), weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7, uniqueItems: true }), from: TimeOfDay, to: TimeOfDay,
});

/** Everything that a hall leader sets; ids of new parts are made by the page. */
export const HallConfiguration = Type.Object({
  name: Name, address: Text(200, { minLength: 1 }), telephone: Text(30), hours: OpeningHours, rules: HallRules,
  zones: Type.Array(ZoneInput, { maxItems: 26 }), queues: Type.Array(QueueInput, { maxItems: 100 }),
  windows: Type.Array(WindowInput, { maxItems: 200 }), seats: Type.Array(SeatInput, { maxItems: 1000 }),
});
export type HallConfiguration = Static<typeof HallConfiguration>;

/** What is wrong in a configuration: an error cannot be saved, a gap can. */
export const ConfigurationFault = Type.Object({
  severity: Code(['error', 'gap'] as const), code: Type.String(),
  /** The part it lies in, by id; empty for the hall. */
  partId: Type.String(), message: Type.String(),
  /** What to do. */
  remedy: Type.String(),
});
export type ConfigurationFault = Static<typeof ConfigurationFault>;

export const HallSettings = Type.Object({
  hallId: Id, version: Type.Integer(), regionCode: Type.String(), organizationId: Id, organizationName: Type.String(),
  configuration: HallConfiguration, faults: Type.Array(ConfigurationFault),
});
export type HallSettings = Static<typeof HallSettings>;

const hallParams = Type.Object({ hallId: Id });

export const listManagedHalls = defineOperation({
  id: 'halls.list-managed-halls', method: 'GET', path: '/api/v1/managed-halls', permission: 'halls.hall.watch', summary: '权限范围内的大厅，以及各厅此刻的窗口和等候人数',
  response: Type.Object({ items: Type.Array(Type.Object({
    hallId: Id, name: Type.String(), address: Type.String(), windows: Type.Integer(), openWindows: Type.Integer(), waiting: Type.Integer(), servedToday: Type.Integer(),
    abilities: Type.Object({ configure: Type.Boolean(), manage: Type.Boolean() }),
  })) }),
});

export const createHall = defineOperation({
  id: 'halls.create-hall', method: 'POST', path: '/api/v1/managed-halls', permission: 'halls.hall.configure', status: 201, idempotent: true,
  summary: '新建一个大厅，归属于所选机构', body: Type.Object({ name: Name, address: Text(200, { minLength: 1 }), organizationId: Id }), response: HallSettings,
});

export const getHallSettings = defineOperation({
  id: 'halls.get-settings', method: 'GET', path: '/api/v1/managed-halls/:hallId/settings', permission: 'halls.hall.configure', summary: '大厅的全部设置，以及检查出的问题', params: hallParams, response: HallSettings,
});

export const saveHallSettings = defineOperation({
  id: 'halls.save-settings', method: 'PUT', path: '/api/v1/managed-halls/:hallId/settings', permission: 'halls.hall.configure', bodyLimit: 1_048_576,
  summary: '保存大厅设置：分区、队列、窗口、人员；有冲突的不能保存，并说明怎样改', params: hallParams,
  body: Type.Object({ version: Type.Integer(), configuration: HallConfiguration }), response: HallSettings,
});

export const PriorityGroup = Type.Object({ code: Type.String(), name: Type.String(), active: Type.Boolean() });
export type PriorityGroup = Static<typeof PriorityGroup>;

export const listPriorityGroups = defineOperation({
  id: 'halls.list-priority-groups', method: 'GET', path: '/api/v1/hall-priority-groups', permission: 'public', summary: '优先办理的人群', response: Type.Object({ items: Type.Array(PriorityGroup) }),
});

export const savePriorityGroup = defineOperation({
  id: 'halls.save-priority-group', method: 'PUT', path: '/api/v1/hall-priority-groups/:code', permission: 'halls.hall.configure', summary: '增加、改名或停用一类优先人群',
  params: Type.Object({ code: Text(30, { pattern: '^[a-z][a-z0-9-]{1,29}$' }) }), body: Type.Object({ name: Text(20, { minLength: 2 }), active: Type.Boolean() }),
  response: Type.Object({ items: Type.Array(PriorityGroup) }),
});
