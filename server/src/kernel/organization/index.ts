import { defineModule } from '../module/index.ts';
import { organizationMergers } from './merging/own-mergers.ts';
import { organizationMigrations } from './migrations.ts';
import { organizationPermissions } from './permissions.ts';
import { organizationRoutes } from './routes.ts';

export { organizationMerged } from './merging/merge-organization.ts';
export { mergerOf, setMergerContributions, type MergedOrganization, type Merger, type MergerContribution } from './merging/merger-contribution.ts';
export { seedRegions } from './regions/seed-regions.ts';
export { findRegion, getRegionWithAncestors, nameRegions } from './queries/regions.ts';
export { getStaffMember } from './queries/staff.ts';
export { addOrganization, findOrganization, getOrganization, listOrganizationsById } from './services/organizations.ts';
export { findClosedOrganization, listSuccessors } from './services/successors.ts';
export type { NewOrganization } from './services/organizations.ts';
export { addStaff, listStaffNames } from './services/staff.ts';

/** Regions, organisations, posts and staff (ORG-01). */
export const organizationModule = defineModule({
  name: 'organization', uses: [], permissions: organizationPermissions, routes: organizationRoutes, migrations: organizationMigrations,
  mergers: organizationMergers,
});
