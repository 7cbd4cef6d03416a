import { defineModule } from '../../kernel/module/index.ts';
import { itemPublished, itemRetired, versionGivenUp, versionSaved } from '../catalog/index.ts';
import { checkPending, markItems } from './check/check-pending.ts';
import { noteAllErrors } from './actions/note-listed-errors.ts';
import { checkPendingJob, nightlyJob, noteErrorsJob, runChecksJob } from './job-names.ts';
import { checkNightly } from './jobs/nightly.ts';
import { runChecks } from './jobs/run-checks.ts';
import { itemQualityMergers } from './mergers.ts';
import { itemQualityMessages } from './messages.ts';
import { itemQualityMigrations } from './migrations.ts';
import { itemQualityPermissions } from './permissions.ts';
import { itemQualityRoutes } from './routes/item-quality-routes.ts';

export { findingClosed, findingOpened } from './events.ts';
export { addReportedFinding, type ReportedFinding } from './actions/add-reported-finding.ts';
export { noteAllErrors } from './actions/note-listed-errors.ts';
export { checkPending } from './check/check-pending.ts';
export { checkNightly } from './jobs/nightly.ts';
export { runChecks } from './jobs/run-checks.ts';

/** 办事指南质量: runs of the rules over all items, findings, orders to mend them, and the accuracy rate (CAT-04, CAT-05, GDE-03, IND-01). */
export const itemQuality = defineModule({
  name: 'item-quality', uses: ['catalog', 'licences', 'materials'], mergers: itemQualityMergers, permissions: itemQualityPermissions, routes: itemQualityRoutes, migrations: itemQualityMigrations,
  messageTemplates: itemQualityMessages,
  jobs: [
    { name: checkPendingJob, label: '检查有变动的事项', handle: (ctx) => checkPending(ctx) },
    { name: runChecksJob, label: '批量检查办事指南质量', handle: (ctx, payload) => runChecks(ctx, (payload as { runId: string }).runId) },
    { name: noteErrorsJob, label: '把检查结果记入事项清单', handle: (ctx) => noteAllErrors(ctx) },
    { name: nightlyJob, label: '每日检查有变化的事项', cron: '30 2 * * *', handle: (ctx) => checkNightly(ctx) },
  ],
  subscribes: [{
    name: 'item-quality.mark-items', types: [versionSaved, versionGivenUp, itemPublished, itemRetired], handle: (ctx, event) => markItems(ctx, [event]), handleMany: markItems,
  }],
});
