import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, PageOf, PageQuery, Text, Type, type Static } from '@tongban/contract-kit';
import { OpeningHours, PriorityGroup, TimeOfDay } from './configuration.contract.ts';
import { DeviceKey } from './devices/contract.ts';

export const ticketStates = ['waiting', 'called', 'serving', 'held', 'no-show', 'done', 'cancelled'] as const;
export const TicketStateCode = Code(ticketStates);
export const ticketStateLabels: Record<(typeof ticketStates)[number], string> = {
  'waiting': '等候', 'called': '已叫号', 'serving': '办理中', 'held': '挂起', 'no-show': '过号', 'done': '已办结', 'cancelled': '已取消',
};

export const windowStates = ['open', 'paused', 'closed'] as const;
export const WindowStateCode = Code(windowStates);
export const windowStateLabels: Record<(typeof windowStates)[number], string> = { open: '正在服务', paused: '暂停服务', closed: '无人在岗' };

const hallParams = Type.Object({ hallId: Id });

export const PublicHall = Type.Object({
  hallId: Id, name: Type.String(), address: Type.String(), telephone: Type.String(), regionCode: Type.String(), hours: OpeningHours,
  /** Today's periods, none when it is closed; and whether it is open now. */
  today: Type.Array(Type.Object({ from: TimeOfDay, to: TimeOfDay })), openNow: Type.Boolean(), waiting: Type.Integer(),
});
export type PublicHall = Static<typeof PublicHall>;

export const listHalls = defineOperation({
  id: 'halls.list-halls', method: 'GET', path: '/api/v1/halls', permission: 'public', summary: '政务服务大厅，以及各厅此刻的等候人数',
  query: Type.Object({ regionCode: Type.Optional(Text(12)), q: Type.Optional(Text(50)) }), response: Type.Object({ items: Type.Array(PublicHall) }),
});

export const HallGuide = Type.Object({
  ...PublicHall.properties,
  zones: Type.Array(Type.Object({ zoneId: Id, name: Type.String(), prefix: Type.String() })),
  queues: Type.Array(Type.Object({
    queueId: Id, zoneId: Id, zoneName: Type.String(), name: Type.String(), bookable: Type.Boolean(),
    services: Type.Array(Type.Object({ kind: Code(['item', 'organization'] as const), targetId: Id, name: Type.String() })),
    windows: Type.Array(Type.String()),
  })),
  priorityGroups: Type.Array(PriorityGroup),
  returnMinutes: Type.Integer(),
});
export type HallGuide = Static<typeof HallGuide>;

export const getHall = defineOperation({
  id: 'halls.get-hall', method: 'GET', path: '/api/v1/halls/:hallId', permission: 'public', summary: '一个大厅：办公时间、分区、业务和窗口', params: hallParams, response: HallGuide,
});

/** What everybody in the hall may see; no names, never. It holds no time of its own, so that it stays the same while nothing happens. */
export const HallLive = Type.Object({
  hallId: Id, name: Type.String(), waiting: Type.Integer(), openWindows: Type.Integer(),
  windows: Type.Array(Type.Object({
    windowId: Id, number: Type.String(), name: Type.String(), zoneName: Type.String(), state: WindowStateCode, reason: Nullable(Type.String()),
    ticket: Nullable(Type.String()), ticketState: Nullable(Code(['called', 'serving'] as const)), calls: Type.Integer(), calledAt: Nullable(DateTime), queues: Type.Array(Type.String()),
    /** The number just served, while its holder may rate the visit at the terminal. */
    rateable: Nullable(Type.String()),
  })),
  queues: Type.Array(Type.Object({
    queueId: Id, name: Type.String(), zoneName: Type.String(), prefix: Type.String(), waiting: Type.Integer(), openWindows: Type.Integer(),
    /** Usual minutes of one service at this hour. */
    serviceMinutes: Type.Number(),
    /** Minutes that a ticket taken now would wait; null while no window serves the queue. */
    forecastMinutes: Nullable(Type.Integer()),
  })),
  /** Who is called now, the newest first: none that was held, passed over, finished or sent elsewhere, and who is being served only shortly after the call. */
  calls: Type.Array(Type.Object({ number: Type.String(), windowNumber: Type.String(), calls: Type.Integer(), at: DateTime })),
});
export type HallLive = Static<typeof HallLive>;

export const getHallLive = defineOperation({
  id: 'halls.get-live', method: 'GET', path: '/api/v1/halls/:hallId/live', permission: 'public',
  summary: '大厅实时情况：正在叫的号、窗口、排队人数和预计等候。带版本（ETag）；没有变化时回 304，可以每秒询问', params: hallParams, response: HallLive,
});

export const TicketView = Type.Object({
  code: Type.String(), hallId: Id, hallName: Type.String(), number: Type.String(), queueId: Id, queueName: Type.String(), zoneName: Type.String(), itemName: Nullable(Type.String()),
  day: DateOnly, state: TicketStateCode, stateLabel: Type.String(), takenAt: DateTime, priorityName: Nullable(Type.String()),
  /** Where it is called to. */
  windowNumber: Nullable(Type.String()), windowName: Nullable(Type.String()), calls: Type.Integer(),
  /** Who comes before; null unless it waits. */
  ahead: Nullable(Type.Integer()), forecastMinutes: Nullable(Type.Integer()),
  /** Until when one who missed the call may come back. */
  returnUntil: Nullable(DateTime),
  abilities: Type.Object({ cancel: Type.Boolean() }),
  /** Address that follows it on a phone. */
  url: Type.String(),
});
export type TicketView = Static<typeof TicketView>;

/** What is read from an identity card; nobody has to show one. */
export const TicketHolder = Type.Object({ name: Text(60, { minLength: 1 }), documentNumber: Text(18, { minLength: 18 }) });

export const TicketInput = Type.Object({
  queueId: Id, itemId: Type.Optional(Id), priorityGroup: Type.Optional(Text(30)), holder: Type.Optional(TicketHolder),
});
export type TicketInput = Static<typeof TicketInput>;

export const takeTicket = defineOperation({
  id: 'halls.take-ticket', method: 'POST', path: '/api/v1/halls/:hallId/tickets', permission: 'public', status: 201, idempotent: true,
  summary: '在取号机取号，凭设备密钥；身份证可刷可不刷', params: hallParams, body: Type.Object({ deviceKey: DeviceKey, ...TicketInput.properties }), response: TicketView,
});

export const takeTicketAtDesk = defineOperation({
  id: 'halls.take-ticket-at-desk', method: 'POST', path: '/api/v1/halls/:hallId/desk-tickets', permission: 'halls.ticket.take', status: 201, idempotent: true,
  summary: '导办台为群众取号', params: hallParams, body: TicketInput, response: TicketView,
});

export const returnTicket = defineOperation({
  id: 'halls.return-ticket', method: 'POST', path: '/api/v1/halls/:hallId/returns', permission: 'halls.ticket.take',
  summary: '过号的人回来，在规定时间内重新排上', params: hallParams, body: Type.Object({ number: Text(8, { minLength: 2 }) }), response: TicketView,
});

const codeParams = Type.Object({ code: Text(30, { minLength: 12, pattern: '^[A-Za-z0-9_-]+$' }) });

export const followTicket = defineOperation({
  id: 'halls.follow-ticket', method: 'GET', path: '/api/v1/hall-tickets/:code', permission: 'public', summary: '凭号票上的二维码查看：前面几人、预计多久、到几号窗口', params: codeParams, response: TicketView,
});

export const cancelTicket = defineOperation({
  id: 'halls.cancel-ticket', method: 'POST', path: '/api/v1/hall-tickets/:code/cancellation', permission: 'public', summary: '凭号票上的二维码取消自己的号', params: codeParams, response: TicketView,
});

export const HallTicket = Type.Object({
  ticketId: Id, number: Type.String(), queueName: Type.String(), state: TicketStateCode, stateLabel: Type.String(), priorityName: Nullable(Type.String()), itemName: Nullable(Type.String()), holder: Nullable(Type.String()),
  channel: Code(['kiosk', 'desk', 'appointment'] as const), takenAt: DateTime, calledAt: Nullable(DateTime), finishedAt: Nullable(DateTime), windowNumber: Nullable(Type.String()),
  /** Numbers of the cases registered from it. */
  caseNumbers: Type.Array(Type.String()),
  /** Minutes from taking to the last call, and from call to finish. */
  waitedMinutes: Nullable(Type.Integer()), servedMinutes: Nullable(Type.Integer()),
});
export type HallTicket = Static<typeof HallTicket>;

export const listHallTickets = defineOperation({
  id: 'halls.list-tickets', method: 'GET', path: '/api/v1/managed-halls/:hallId/tickets', permission: 'halls.hall.watch', summary: '大厅某一天的号，新的在前', params: hallParams,
  query: Type.Object({ ...PageQuery.properties, day: Type.Optional(DateOnly), state: Type.Optional(TicketStateCode), queueId: Type.Optional(Id), q: Type.Optional(Text(8)) }), response: PageOf(HallTicket),
});

export const exportHallTickets = defineOperation({
  id: 'halls.export-tickets', method: 'GET', path: '/api/v1/managed-halls/:hallId/tickets-export', permission: 'halls.hall.watch', responseKind: 'binary', summary: '把大厅某一天的号导出为 Excel，最多两万行；取号人已脱敏', params: hallParams,
  query: Type.Object({ day: Type.Optional(DateOnly), state: Type.Optional(TicketStateCode), queueId: Type.Optional(Id), q: Type.Optional(Text(8)) }),
});

export const searchHallItems = defineOperation({
  id: 'halls.search-items', method: 'GET', path: '/api/v1/halls/:hallId/items', permission: 'public', summary: '在一个大厅里找要办的事项，以及取哪类业务的号', params: hallParams, query: Type.Object({ q: Type.Optional(Text(50)) }),
  response: Type.Object({ items: Type.Array(Type.Object({ itemId: Id, itemName: Type.String(), departmentName: Type.String(), queueId: Id, queueName: Type.String() })) }),
});

export const listItemHalls = defineOperation({
  id: 'halls.list-item-halls', method: 'GET', path: '/api/v1/items/:itemId/halls', permission: 'public', summary: '可以办理一个事项的大厅，以及能不能预约', params: Type.Object({ itemId: Id }),
  response: Type.Object({ items: Type.Array(Type.Object({ hallId: Id, hallName: Type.String(), address: Type.String(), queueId: Id, queueName: Type.String(), windows: Type.Array(Type.String()), bookable: Type.Boolean() })) }),
});
