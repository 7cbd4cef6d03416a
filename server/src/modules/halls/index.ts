import { defineModule } from '../../kernel/module/index.ts';
import { closeDayJob } from './live/close-day.ts';
import { countServicesJob } from './live/count-services.ts';
import { hallsMigrations } from './migrations.ts';
import { hallsPermissions } from './permissions.ts';
import { hallRoutes } from './routes/hall-routes.ts';

export { ticketCalled, ticketFinished, ticketMissed, type TicketEvent } from './events.ts';
export { createHall } from './configuration/create-hall.ts';
export { findHallByName } from './halls.ts';
export { saveSettings } from './configuration/save-settings.ts';

/** 政务服务大厅: zones, windows, queues and who sits where; tickets, calling, screens, appointments (HAL-01, HAL-02). */
export const halls = defineModule({
  name: 'halls', uses: ['catalog'], permissions: hallsPermissions, routes: hallRoutes, migrations: hallsMigrations, jobs: [countServicesJob, closeDayJob],
});
