import { defineModule } from '../../kernel/module/index.ts';
import { remindCollectorsJob } from './jobs/remind-collectors.ts';
import { shipmentJobs } from './jobs/shipment-jobs.ts';
import { collectionMessages } from './messages.ts';
import { collectionMigrations } from './migrations.ts';
import { collectionPermissions } from './permissions.ts';
import { collectionRoutes } from './routes/collection-routes.ts';

export { createMailSimulator } from './simulator/mail-simulator.ts';

/** 窗口发证和邮寄: whose document was looked at, who collected the result of a case and signed for it, and results that are posted (INT-05). */
export const collection = defineModule({
  name: 'collection', uses: ['catalog', 'cases', 'intake', 'handling'], permissions: collectionPermissions, routes: collectionRoutes, jobs: [...shipmentJobs, remindCollectorsJob], messageTemplates: collectionMessages, migrations: collectionMigrations,
});
