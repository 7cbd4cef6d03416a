import { defineModule } from '../../kernel/module/index.ts';
import { handlingPermissions } from './permissions.ts';
import { handlingRoutes } from './routes/handling-routes.ts';

/** From acceptance to delivery: reviews, special procedures, extension, decision (HND-01 … HND-04). */
export const handling = defineModule({
  name: 'handling', uses: ['catalog', 'licences', 'cases', 'intake'], permissions: handlingPermissions, routes: handlingRoutes,
});
