import { defineModule } from '../../kernel/module/index.ts';
import { pushJobs } from './jobs/push-jobs.ts';
import { intelligenceMigrations } from './migrations.ts';
import { intelligencePermissions } from './permissions.ts';
import { intelligenceRoutes } from './routes/intelligence-routes.ts';
import { intelligenceSubscriptions } from './subscriptions.ts';

export { createCityBrainSimulator } from './simulator/city-brain-simulator.ts';
export { createNlpSimulator } from './simulator/nlp-simulator.ts';

/** 智能能力: text understanding and the city brain as adapters, what they are used for and how they fare (DEC-09). */
export const intelligence = defineModule({
  name: 'intelligence', uses: ['catalog', 'cases', 'recognition', 'supervision'], permissions: intelligencePermissions, routes: intelligenceRoutes, jobs: pushJobs, subscribes: intelligenceSubscriptions,
  migrations: intelligenceMigrations,
});
