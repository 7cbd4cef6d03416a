import { defineModule } from '../kernel/module/index.ts';
import { countApplications } from './count-applications.ts';
import { licenceFlows } from './licence-on-decision.ts';

/** Flows that cross modules: what one module's event makes another do. */
export const processes = defineModule({
  name: 'processes', uses: ['catalog', 'cases', 'licences'], subscribes: [...licenceFlows, countApplications],
});
