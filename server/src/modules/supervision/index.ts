import { defineModule } from '../../kernel/module/index.ts';
import { supervisionTopics } from './live/topics.ts';
import { supervisionMessages } from './messages.ts';
import { supervisionMigrations } from './migrations.ts';
import { supervisionPermissions } from './permissions.ts';
import { countStepsJob } from './steps/count-steps.ts';
import { orderRoutes } from './routes/order-routes.ts';
import { supervisionRoutes } from './routes/supervision-routes.ts';
import { advanceWatchJob } from './signals/advance-watch.ts';
import { supervisionMergers } from './mergers.ts';
import { supervisionSubscriptions } from './subscriptions.ts';

export { advanceWatch } from './signals/advance-watch.ts';
export { orderMoved } from './orders/write-order.ts';
export { signalRaised } from './signals/raise-signals.ts';

/** 电子监察: the live board, and signals by the clock with demands and answers (SUP-01 … SUP-03). */
export const supervision = defineModule({
  name: 'supervision', uses: ['catalog', 'cases', 'ratings', 'halls', 'stuck-matters'], mergers: supervisionMergers, permissions: supervisionPermissions, routes: [...supervisionRoutes, ...orderRoutes], migrations: supervisionMigrations,
  jobs: [advanceWatchJob, countStepsJob], messageTemplates: supervisionMessages, subscribes: supervisionSubscriptions, liveTopics: supervisionTopics,
});
