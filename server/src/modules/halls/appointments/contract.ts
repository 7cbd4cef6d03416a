import { Code, DateOnly, DateTime, defineOperation, Id, Nullable, Text, Type, type Static } from '@tongban/contract-kit';
import { TimeOfDay } from '../configuration.contract.ts';
import { TicketView } from '../contract.ts';

export const appointmentStates = ['booked', 'checked-in', 'cancelled', 'missed'] as const;
export const appointmentStateLabels: Record<(typeof appointmentStates)[number], string> = { 'booked': '已预约', 'checked-in': '已取号', 'cancelled': '已取消', 'missed': '未到' };

/** Minutes around a slot in which one may check in. */
export const checkInBefore = 30;
export const checkInAfter = 15;

export const listSlots = defineOperation({
  id: 'halls.list-slots', method: 'GET', path: '/api/v1/halls/:hallId/slots', permission: 'public', summary: '某类业务可以预约的日期，各时段剩余的名额；今天已过的、约满的也列出', params: Type.Object({ hallId: Id }),
  query: Type.Object({ queueId: Id }),
  response: Type.Object({ days: Type.Array(Type.Object({ day: DateOnly, slots: Type.Array(Type.Object({ from: TimeOfDay, to: TimeOfDay, left: Type.Integer(), /** It has begun already. */ past: Type.Boolean() })) })) }),
});

export const Appointment = Type.Object({
  appointmentId: Id, hallId: Id, hallName: Type.String(), address: Type.String(), queueName: Type.String(), itemName: Nullable(Type.String()), day: DateOnly, from: TimeOfDay, to: TimeOfDay,
  state: Code(appointmentStates), stateLabel: Type.String(), bookedAt: DateTime,
  /** Eight digits to check in at a kiosk. */
  code: Type.String(),
  /** Code of the ticket it was checked in for. */
  ticketCode: Nullable(Type.String()),
  abilities: Type.Object({ cancel: Type.Boolean(), checkIn: Type.Boolean() }),
});
export type Appointment = Static<typeof Appointment>;

export const bookAppointment = defineOperation({
  id: 'halls.book-appointment', method: 'POST', path: '/api/v1/halls/:hallId/appointments', permission: 'halls.appointment.book', status: 201, idempotent: true,
  summary: '预约到大厅办事的日期和时段', params: Type.Object({ hallId: Id }),
  body: Type.Object({ queueId: Id, itemId: Type.Optional(Id), day: DateOnly, from: TimeOfDay }), response: Appointment,
});

export const listAppointments = defineOperation({
  id: 'halls.list-appointments', method: 'GET', path: '/api/v1/hall-appointments', permission: 'halls.appointment.book', summary: '我的大厅预约，新的在前', response: Type.Object({ items: Type.Array(Appointment) }),
});

const params = Type.Object({ appointmentId: Id });

export const cancelAppointment = defineOperation({
  id: 'halls.cancel-appointment', method: 'POST', path: '/api/v1/hall-appointments/:appointmentId/cancellation', permission: 'halls.appointment.book', summary: '取消预约，名额让给别人', params, response: Appointment,
});

export const checkIn = defineOperation({
  id: 'halls.check-in', method: 'POST', path: '/api/v1/hall-appointments/:appointmentId/check-in', permission: 'halls.appointment.book', status: 201, summary: '到大厅后签到取号；按预约的时间排队', params,
  body: Type.Object({ priorityGroup: Type.Optional(Text(30)) }), response: TicketView,
});
