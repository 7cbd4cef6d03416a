import { defineModule } from '../../kernel/module/index.ts';
import { remindCollectorsJob } from './jobs/remind-collectors.ts';
import { shipmentJobs } from './jobs/shipment-jobs.ts';
import { collectionMessages } from './messages.ts';
import { collectionMigrations } from './migrations.ts';
import { collectionPermissions } from './permissions.ts';
import { collectionRoutes } from './routes/collection-routes.ts';

export { createMailSimulator } from './simulator/mail-simulator.ts';

/** 窗口发证和邮寄: whose document was looked at, who collected the result of a case and signed for it, results that are posted (INT-05), and who signed for the papers of a case (INT-08). */
export const collection = defineModule({
  name: 'collection', uses: ['catalog', 'cases', 'intake', 'handling', 'halls'], permissions: collectionPermissions, routes: collectionRoutes, jobs: [...shipmentJobs, remindCollectorsJob], messageTemplates: collectionMessages, migrations: collectionMigrations,
});
