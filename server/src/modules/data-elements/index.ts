import { defineModule } from '../../kernel/module/index.ts';
import { dataElementsMigrations } from './migrations.ts';
import { dataElementsPermissions } from './permissions.ts';
import { dataElementsRoutes } from './routes/data-elements-routes.ts';

export { addElement } from './actions/save-element.ts';
export { readElements, type ElementRecord } from './element-record.ts';
export { readSourceNames } from './queries/list-elements.ts';
export { listServices } from './queries/sharing-services.ts';
export { askService, type SharingOutcome, type SharingSubject } from './sharing/ask-service.ts';
export { createSharingSimulator, type SimulatedRecord } from './sharing/sharing-simulator.ts';

/** The dictionary of data elements that forms are bound to, and the data-sharing services they are filled in from (FRM-02). */
export const dataElements = defineModule({
  name: 'data-elements', uses: ['catalog', 'licences'], permissions: dataElementsPermissions, routes: dataElementsRoutes, migrations: dataElementsMigrations,
});
