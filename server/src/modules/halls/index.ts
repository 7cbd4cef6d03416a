import { defineModule } from '../../kernel/module/index.ts';
import { caseEvents } from '../cases/index.ts';
import { reportDevicesJob } from './devices/report-devices.ts';
import { simulateDevicesJob } from './devices/simulate-devices.ts';
import { watchDevicesJob } from './devices/watch-devices.ts';
import { closeDayJob } from './live/close-day.ts';
import { countServicesJob } from './live/count-services.ts';
import { hallTopic, queueTopic } from './live/topics.ts';
import { hallsMigrations } from './migrations.ts';
import { hallsMessages } from './messages.ts';
import { hallsPermissions } from './permissions.ts';
import { hallRoutes } from './routes/hall-routes.ts';
import { hallMergers } from './mergers.ts';
import { noteCase } from './visits/ticket-cases.ts';

export { ticketCalled, ticketFinished, ticketMissed, type TicketEvent } from './events.ts';
export { createHall } from './configuration/create-hall.ts';
export { registerDevice } from './devices/register-device.ts';
export { findHallByName } from './halls.ts';
export { findWindowOfClerk, nameWindows } from './name-windows.ts';
export { saveSettings } from './configuration/save-settings.ts';

/** 政务服务大厅: zones, windows, queues and who sits where; tickets, calling, screens, appointments, visits and their ratings, devices (HAL-01 … HAL-03). */
export const halls = defineModule({
  name: 'halls', uses: ['catalog', 'cases', 'intake', 'ratings'], mergers: hallMergers, permissions: hallsPermissions, routes: hallRoutes, migrations: hallsMigrations, messageTemplates: hallsMessages,
  jobs: [countServicesJob, closeDayJob, watchDevicesJob, reportDevicesJob, simulateDevicesJob],
  subscribes: [{ name: 'halls.note-case', types: [caseEvents.submit], handle: noteCase, urgent: true }], liveTopics: [hallTopic, queueTopic],
});
