import { defineModule } from '../../kernel/module/index.ts';
import { supervisionMessages } from './messages.ts';
import { supervisionMigrations } from './migrations.ts';
import { supervisionPermissions } from './permissions.ts';
import { countStepsJob } from './steps/count-steps.ts';
import { supervisionRoutes } from './routes/supervision-routes.ts';
import { supervisionSubscriptions } from './subscriptions.ts';

export { signalRaised } from './raise-signals.ts';

/** 电子监察: the live board, and signals by the clock with demands and answers (SUP-01 … SUP-03). */
export const supervision = defineModule({
  name: 'supervision', uses: ['cases', 'ratings'], permissions: supervisionPermissions, routes: supervisionRoutes, migrations: supervisionMigrations,
  jobs: [countStepsJob], messageTemplates: supervisionMessages, subscribes: supervisionSubscriptions,
});
