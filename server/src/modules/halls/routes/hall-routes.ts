import { handle } from '../../../kernel/module/index.ts';
import { callTicket } from '../actions/call-ticket.ts';
import { cancelTicket, returnTicket } from '../actions/change-own-ticket.ts';
import { leaveWindow, manageWindow, pauseOwn, sitDown } from '../actions/staff-window.ts';
import { stepTicket } from '../actions/step-ticket.ts';
import { takeAtDesk, takeAtKiosk } from '../actions/take-ticket.ts';
import * as appointments from '../appointments/contract.ts';
import { bookAppointment, cancelAppointment, checkIn, checkInByCode } from '../appointments/book-appointment.ts';
import { listAppointments } from '../appointments/list-appointments.ts';
import { listSlots } from '../appointments/slots.ts';
import * as configuration from '../configuration.contract.ts';
import { createHall, savePriorityGroup } from '../configuration/create-hall.ts';
import { readSettings } from '../configuration/read-settings.ts';
import { saveSettings } from '../configuration/save-settings.ts';
import * as contract from '../contract.ts';
import { listGroups } from '../halls.ts';
import { hallFeed } from '../live/hall-feed.ts';
import { getGuide, listHalls, listManagedHalls } from '../queries/list-halls.ts';
import { listItemHalls, searchHallItems } from '../queries/hall-items.ts';
import { exportTickets, listTickets } from '../queries/list-tickets.ts';
import { readDesk, readHolder } from '../queries/read-desk.ts';
import { getTicketByCode, viewTicket } from '../queries/view-ticket.ts';
import { watchHall } from '../queries/watch-hall.ts';
import * as visits from '../visits/contract.ts';
import { rateVisit } from '../visits/rate-visit.ts';
import { registerFromTicket } from '../visits/ticket-cases.ts';
import * as windows from '../windows.contract.ts';
import { deviceRoutes } from './device-routes.ts';

const publicRoutes = [
  handle(contract.listHalls, (ctx, { query }) => listHalls(ctx, query)),
  handle(contract.getHall, (ctx, { params }) => getGuide(ctx, params.hallId)),
  handle(contract.getHallLive, async (ctx, { params }) => (await hallFeed(ctx, params.hallId)).json),
  handle(contract.takeTicket, (ctx, { params, body }) => takeAtKiosk(ctx, params.hallId, body)),
  handle(contract.followTicket, async (ctx, { params }) => viewTicket(ctx, await getTicketByCode(ctx, params.code))),
  handle(contract.cancelTicket, (ctx, { params }) => cancelTicket(ctx, params.code)),
  handle(configuration.listPriorityGroups, async (ctx) => ({ items: await listGroups(ctx) })),
  handle(contract.searchHallItems, (ctx, { params, query }) => searchHallItems(ctx, params.hallId, query.q)),
  handle(contract.listItemHalls, (ctx, { params }) => listItemHalls(ctx, params.itemId)),
  handle(visits.checkInByCode, (ctx, { params, body }) => checkInByCode(ctx, params.hallId, body)),
  handle(visits.rateVisit, (ctx, { body }) => rateVisit(ctx, body)),
  handle(appointments.listSlots, (ctx, { params, query }) => listSlots(ctx, params.hallId, query.queueId)),
];

const windowRoutes = [
  handle(windows.getDesk, (ctx) => readDesk(ctx)),
  handle(windows.sitDown, async (ctx, { params }) => {
    await sitDown(ctx, params.windowId);
    return readDesk(ctx);
  }),
  handle(windows.leaveWindow, async (ctx, { params }) => {
    await leaveWindow(ctx, params.windowId);
    return readDesk(ctx);
  }),
  handle(windows.pauseWindow, async (ctx, { params, body }) => {
    await pauseOwn(ctx, params.windowId, body);
    return readDesk(ctx);
  }),
  handle(windows.callTicket, async (ctx, { params, body }) => {
    const called = await callTicket(ctx, params.windowId, body.ticketId);
    return { called, desk: await readDesk(ctx) };
  }),
  handle(windows.stepTicket, async (ctx, { params, body }) => {
    await stepTicket(ctx, params.windowId, body);
    return readDesk(ctx);
  }),
  handle(visits.registerFromTicket, async (ctx, { params, body }) => {
    await registerFromTicket(ctx, params.windowId, body);
    return readDesk(ctx);
  }),
  handle(windows.readHolder, (ctx, { params, body }) => readHolder(ctx, params.windowId, body.ticketId)),
  handle(contract.takeTicketAtDesk, (ctx, { params, body }) => takeAtDesk(ctx, params.hallId, body)),
  handle(contract.returnTicket, (ctx, { params, body }) => returnTicket(ctx, params.hallId, body.number)),
];

const leaderRoutes = [
  handle(windows.watchHall, (ctx, { params }) => watchHall(ctx, params.hallId)),
  handle(windows.manageWindow, async (ctx, { params, body }) => watchHall(ctx, await manageWindow(ctx, params.windowId, body))),
  handle(contract.listHallTickets, (ctx, { params, query }) => listTickets(ctx, params.hallId, query)),
  handle(contract.exportHallTickets, (ctx, { params, query }) => exportTickets(ctx, params.hallId, query)),
  handle(configuration.listManagedHalls, (ctx) => listManagedHalls(ctx)),
  handle(configuration.createHall, (ctx, { body }) => createHall(ctx, body)),
  handle(configuration.getHallSettings, (ctx, { params }) => readSettings(ctx, params.hallId)),
  handle(configuration.saveHallSettings, (ctx, { params, body }) => saveSettings(ctx, params.hallId, body)),
  handle(configuration.savePriorityGroup, (ctx, { params, body }) => savePriorityGroup(ctx, { code: params.code, ...body })),
];

const appointmentRoutes = [
  handle(appointments.bookAppointment, (ctx, { params, body }) => bookAppointment(ctx, params.hallId, body)),
  handle(appointments.listAppointments, (ctx) => listAppointments(ctx)),
  handle(appointments.cancelAppointment, (ctx, { params }) => cancelAppointment(ctx, params.appointmentId)),
  handle(appointments.checkIn, (ctx, { params, body }) => checkIn(ctx, params.appointmentId, body.priorityGroup)),
];

export const hallRoutes = [...publicRoutes, ...windowRoutes, ...leaderRoutes, ...appointmentRoutes, ...deviceRoutes];
