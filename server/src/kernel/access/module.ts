import { defineModule } from '../module/index.ts';
import { accessMigrations } from './migrations.ts';

/** Roles, their assignment and the audit query (ORG-04, ORG-05, IDN-05). */
export const accessModule = defineModule({ name: 'access', uses: ['organization'], migrations: accessMigrations });
