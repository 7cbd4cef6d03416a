import { defineModule } from '../../kernel/module/index.ts';
import { remindJob } from './jobs/remind.ts';
import { surveyMergers } from './mergers.ts';
import { surveysMessages } from './messages.ts';
import { surveysMigrations } from './migrations.ts';
import { surveysPermissions } from './permissions.ts';
import { boardRoutes, surveyRoutes } from './routes/survey-routes.ts';
import { surveysSubscriptions } from './subscriptions.ts';

/** 梳理工作台: surveys of departments as Excel or online, their confirmations, adoption, and the progress of combing (CAT-13). */
export const surveys = defineModule({
  name: 'surveys', uses: ['catalog', 'guidance', 'item-exchange', 'bundles'], mergers: surveyMergers, permissions: surveysPermissions, routes: [...surveyRoutes, ...boardRoutes], jobs: [remindJob], migrations: surveysMigrations,
  messageTemplates: surveysMessages, subscribes: surveysSubscriptions,
});
