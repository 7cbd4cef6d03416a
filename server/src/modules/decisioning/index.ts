import { defineModule } from '../../kernel/module/index.ts';
import { deliverJob } from './engine/deliver-case.ts';
import { runCaseJob } from './engine/run-case.ts';
import { sweepRunsJob } from './engine/sweep-runs.ts';
import { decisioningMergers } from './mergers.ts';
import { decisioningMessages } from './messages.ts';
import { decisioningMigrations } from './migrations.ts';
import { findBeneficiariesJob } from './offers/find-beneficiaries.ts';
import { decisioningPermissions } from './permissions.ts';
import { decisioningRoutes } from './routes/decisioning-routes.ts';
import { decisioningSubscriptions } from './subscriptions.ts';

export { activateSetting } from './actions/activate-setting.ts';
export { createSetting } from './actions/write-setting.ts';
export { findCurrentSetting, listItemsWithSetting } from './queries/setting-record.ts';

/** 智能审批: what the platform decides by itself, how it explains it, and how people look over it (DEC-01, DEC-03, DEC-06, DEC-08). */
export const decisioning = defineModule({
  name: 'decisioning', uses: ['catalog', 'guidance', 'licences', 'cases', 'intake', 'handling'], mergers: decisioningMergers, permissions: decisioningPermissions, routes: decisioningRoutes,
  jobs: [runCaseJob, deliverJob, sweepRunsJob, findBeneficiariesJob], subscribes: decisioningSubscriptions, migrations: decisioningMigrations, messageTemplates: decisioningMessages,
});
