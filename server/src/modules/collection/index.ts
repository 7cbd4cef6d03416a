import { defineModule } from '../../kernel/module/index.ts';
import { collectionMigrations } from './migrations.ts';
import { collectionPermissions } from './permissions.ts';
import { collectionRoutes } from './routes/collection-routes.ts';

/** 窗口发证: whose document was looked at, who collected the result of a case and signed for it (INT-05). */
export const collection = defineModule({
  name: 'collection', uses: ['catalog', 'cases', 'intake', 'handling'], permissions: collectionPermissions, routes: collectionRoutes, migrations: collectionMigrations,
});
