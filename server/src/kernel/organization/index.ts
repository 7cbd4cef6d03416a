import { defineModule } from '../module/index.ts';
import { organizationMigrations } from './migrations.ts';

/** Regions, organisations, posts and staff (ORG-01). */
export const organizationModule = defineModule({ name: 'organization', uses: [], migrations: organizationMigrations });
