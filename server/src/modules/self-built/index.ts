import { defineModule } from '../../kernel/module/index.ts';
import { caseEvents } from '../cases/index.ts';
import { followEnd, followSupplement, linkCase } from './actions/follow-case.ts';
import { selfBuiltJobs } from './jobs/jobs.ts';
import { selfBuiltMessages } from './messages.ts';
import { selfBuiltMigrations } from './migrations.ts';
import { selfBuiltPermissions } from './permissions.ts';
import { selfBuiltMergers } from './mergers.ts';
import { selfBuiltRoutes } from './routes/self-built-routes.ts';

export { makeKey } from './actions/manage-keys.ts';
export { addSystem, saveSystem } from './actions/write-system.ts';
export { reportReceived } from './events.ts';
export { createSelfBuiltSimulator, simulatorKeyFile, type SelfBuiltSimulator } from './simulator/self-built-simulator.ts';
export { listSystems } from './queries/list-systems.ts';
export { unsafeFindSystem } from './systems.ts';

/** 自建系统: items handled in a department's own system, reached by a single-use ticket and reporting back (INT-04). */
export const selfBuilt = defineModule({
  name: 'self-built', uses: ['catalog', 'cases', 'licences', 'intake', 'handling', 'halls'], mergers: selfBuiltMergers, permissions: selfBuiltPermissions, routes: selfBuiltRoutes, jobs: selfBuiltJobs, migrations: selfBuiltMigrations, messageTemplates: selfBuiltMessages,
  subscribes: [
    { name: 'self-built.link-case', types: [caseEvents.submit], handle: linkCase, urgent: true },
    { name: 'self-built.follow-supplement', types: [caseEvents.supplement], handle: followSupplement },
    { name: 'self-built.follow-end', types: [caseEvents.decide, caseEvents.refuse, caseEvents.withdraw, caseEvents.terminate, caseEvents.close], handle: followEnd },
  ],
});
