import { defineModule } from '../../kernel/module/index.ts';
import { caseRouter } from './engine/router.ts';
import { dispatchMigrations } from './migrations.ts';
import { dispatchPermissions } from './permissions.ts';
import { dispatchRoutes } from './routes/dispatch-routes.ts';
import { dispatchSubscriptions } from './subscriptions.ts';

export { rehearseSplit, rehearseTask, type RehearsedDispatch, type RehearsedTask } from './engine/rehearse.ts';
export { taskRedispatched } from './events.ts';
export { dispatchContent, inputOf } from './templates/rule-set-template.ts';

/** 业务分发: who gets an application, its reviews and its decision, and which departments take part, by rules; the monitor and 改派 (DEC-07). */
export const dispatch = defineModule({
  name: 'dispatch', uses: ['catalog', 'cases'], migrations: dispatchMigrations, permissions: dispatchPermissions, routes: dispatchRoutes, subscribes: dispatchSubscriptions,
  routesTasks: caseRouter,
});
