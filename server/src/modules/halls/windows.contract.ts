import { Code, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { TicketStateCode, WindowStateCode } from './contract.ts';

/** A ticket as the clerk at a window sees it; the holder's name and number are masked. */
export const DeskTicket = Type.Object({
  ticketId: Id, version: Type.Integer(), number: Type.String(), state: TicketStateCode, stateLabel: Type.String(), queueId: Id, queueName: Type.String(), itemId: Nullable(Id), itemName: Nullable(Type.String()),
  priorityName: Nullable(Type.String()), holder: Nullable(Type.String()), byAppointment: Type.Boolean(), takenAt: DateTime, calledAt: Nullable(DateTime), servingAt: Nullable(DateTime), calls: Type.Integer(),
  /** What was registered from it; without a number while it is filled in. */
  registrations: Type.Array(Type.Object({ draftId: Id, itemName: Type.String(), caseId: Nullable(Id), caseNumber: Nullable(Type.String()) })),
  abilities: Type.Object({ recall: Type.Boolean(), start: Type.Boolean(), hold: Type.Boolean(), resume: Type.Boolean(), noShow: Type.Boolean(), transfer: Type.Boolean(), finish: Type.Boolean(), readHolder: Type.Boolean() }),
});
export type DeskTicket = Static<typeof DeskTicket>;

const Place = Type.Object({ id: Id, name: Type.String() });

export const Desk = Type.Object({
  /** Windows at which the officer is to sit now. */
  seats: Type.Array(Type.Object({ windowId: Id, number: Type.String(), name: Type.String(), hallName: Type.String(), takenBy: Nullable(Type.String()) })),
  window: Nullable(Type.Object({
    windowId: Id, hallId: Id, hallName: Type.String(), number: Type.String(), name: Type.String(), state: WindowStateCode, pauseReason: Nullable(Type.String()),
    callsBeforeNoShow: Type.Integer(), servedToday: Type.Integer(), queues: Type.Array(Place), otherQueues: Type.Array(Place), otherWindows: Type.Array(Place),
  })),
  current: Nullable(DeskTicket),
  held: Type.Array(DeskTicket),
  /** Who could be called here next, in the order of calling but for the turn of priority groups; the first fifty. */
  waiting: Type.Array(DeskTicket), waitingCount: Type.Integer(),
});
export type Desk = Static<typeof Desk>;

export const getDesk = defineOperation({
  id: 'halls.get-desk', method: 'GET', path: '/api/v1/hall-desk', permission: 'halls.window.call', summary: '叫号：我的窗口、正在办的号、挂起的号和等候的人', response: Desk,
});

const windowParams = Type.Object({ windowId: Id });

export const sitDown = defineOperation({
  id: 'halls.sit-down', method: 'POST', path: '/api/v1/hall-windows/:windowId/clerk', permission: 'halls.window.call', summary: '在安排的窗口上岗', params: windowParams, response: Desk,
});

export const leaveWindow = defineOperation({
  id: 'halls.leave-window', method: 'DELETE', path: '/api/v1/hall-windows/:windowId/clerk', permission: 'halls.window.call', summary: '离岗；手上的号要先办完', params: windowParams, response: Desk,
});

export const pauseWindow = defineOperation({
  id: 'halls.pause-window', method: 'PUT', path: '/api/v1/hall-windows/:windowId/pause', permission: 'halls.window.call', summary: '自己的窗口暂停或恢复服务', params: windowParams,
  body: Type.Object({ paused: Type.Boolean(), reason: Type.Optional(Text(50)) }), response: Desk,
});

export const callTicket = defineOperation({
  id: 'halls.call-ticket', method: 'POST', path: '/api/v1/hall-windows/:windowId/calls', permission: 'halls.window.call', idempotent: true,
  summary: '叫下一个，或叫指定的号；没有人等候时 called 为空', params: windowParams, body: Type.Object({ ticketId: Type.Optional(Id) }),
  response: Type.Object({ called: Nullable(Type.String()), desk: Desk }),
});

const step = <const A extends string>(action: A) => Type.Object({ action: Type.Literal(action), ticketId: Id, version: Type.Integer() });
export const TicketStep = Type.Union([
  step('recall'), step('start'), step('hold'), step('resume'), step('no-show'), step('finish'),
  Type.Object({ action: Type.Literal('transfer'), ticketId: Id, version: Type.Integer(), to: Type.Union([Type.Object({ queueId: Id }), Type.Object({ windowId: Id })]) }),
]);
export type TicketStep = Static<typeof TicketStep>;

export const stepTicket = defineOperation({
  id: 'halls.step-ticket', method: 'POST', path: '/api/v1/hall-windows/:windowId/steps', permission: 'halls.window.call',
  summary: '手上的号：重呼、开始、挂起、继续、过号、转移、办结', params: windowParams, body: TicketStep, response: Desk,
});

export const readHolder = defineOperation({
  id: 'halls.read-holder', method: 'POST', path: '/api/v1/hall-windows/:windowId/holder', permission: 'halls.window.call', summary: '为登记查看手上这个号的取号人姓名和证件号（记入审计）', params: windowParams,
  body: Type.Object({ ticketId: Id }), response: Type.Object({ name: Type.String(), documentType: Type.String(), documentNumber: Type.String(), mobile: Nullable(Type.String()) }),
});

export const HallWatch = Type.Object({
  hallId: Id, name: Type.String(),
  today: Type.Object({ taken: Type.Integer(), waiting: Type.Integer(), done: Type.Integer(), missed: Type.Integer(), medianWaitMinutes: Nullable(Type.Number()), medianServiceMinutes: Nullable(Type.Number()) }),
  windows: Type.Array(Type.Object({
    windowId: Id, number: Type.String(), name: Type.String(), zoneName: Type.String(), state: WindowStateCode, pauseReason: Nullable(Type.String()), clerkName: Nullable(Type.String()), since: Nullable(DateTime),
    ticket: Nullable(Type.String()), ticketState: Nullable(Code(['called', 'serving'] as const)), ticketSince: Nullable(DateTime), servedToday: Type.Integer(), queueIds: Type.Array(Id),
  })),
  queues: Type.Array(Type.Object({
    queueId: Id, name: Type.String(), zoneName: Type.String(), waiting: Type.Integer(), priorityWaiting: Type.Integer(), openWindows: Type.Integer(), longestWaitSince: Nullable(DateTime), forecastMinutes: Nullable(Type.Integer()), servedToday: Type.Integer(),
  })),
  abilities: Type.Object({ manage: Type.Boolean() }),
});
export type HallWatch = Static<typeof HallWatch>;

export const watchHall = defineOperation({
  id: 'halls.watch-hall', method: 'GET', path: '/api/v1/managed-halls/:hallId/watch', permission: 'halls.hall.watch', summary: '大厅负责人看全部窗口和队列', params: Type.Object({ hallId: Id }), response: HallWatch,
});

export const manageWindow = defineOperation({
  id: 'halls.manage-window', method: 'PATCH', path: '/api/v1/managed-halls/windows/:windowId', permission: 'halls.window.manage', summary: '调度窗口：暂停、恢复、让窗口离岗、改办哪些队列', params: windowParams,
  body: Type.Union([
    Type.Object({ pause: Text(50, { minLength: 1 }) }), Type.Object({ resume: Type.Literal(true) }), Type.Object({ vacate: Type.Literal(true) }),
    Type.Object({ queueIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }) }),
  ]),
  response: HallWatch,
});
