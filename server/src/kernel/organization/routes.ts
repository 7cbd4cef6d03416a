import { handle, type RouteBinding } from '../module/index.ts';
import { assignPosts } from './actions/assign-posts.ts';
import { changeOrganization, closeOrganization, setUpOrganization } from './actions/change-organizations.ts';
import { renameStaff } from './actions/rename-staff.ts';
import * as contract from './contract.ts';
import { listMergers, mergeOrganization, previewMerger } from './merging/merge-organization.ts';
import * as merging from './merging/merging.contract.ts';
import { listOrganizations } from './queries/organizations.ts';
import { listPosts } from './queries/posts.ts';
import { getRegionWithAncestors, listRegions } from './queries/regions.ts';
import { getStaffMember, listStaff } from './queries/staff.ts';

export const organizationRoutes: readonly RouteBinding[] = [
  handle(contract.listRegions, async (ctx, { query }) => ({ items: await listRegions(ctx, query.parent) })),
  handle(contract.getRegion, (ctx, { params }) => getRegionWithAncestors(ctx, params.code)),
  handle(contract.listOrganizations, async (ctx, { query }) => ({ items: await listOrganizations(ctx, query) })),
  handle(contract.addOrganization, (ctx, { body }) => setUpOrganization(ctx, body)),
  handle(contract.changeOrganization, (ctx, { params, body }) => changeOrganization(ctx, params.organizationId, body)),
  handle(contract.closeOrganization, (ctx, { params, body }) => closeOrganization(ctx, params.organizationId, body.validTo)),
  handle(merging.previewMerger, (ctx, { params, query }) => previewMerger(ctx, params.organizationId, query.into)),
  handle(merging.mergeOrganization, (ctx, { params, body }) => mergeOrganization(ctx, params.organizationId, body)),
  handle(merging.listMergers, (ctx) => listMergers(ctx)),
  handle(contract.listPosts, async (ctx) => ({ items: await listPosts(ctx) })),
  handle(contract.listStaff, (ctx, { query }) => listStaff(ctx, query)),
  handle(contract.renameStaff, (ctx, { params, body }) => renameStaff(ctx, params.staffId, body.name)),
  handle(contract.assignPosts, async (ctx, { params, body }) => {
    await assignPosts(ctx, params.staffId, body);
    return getStaffMember(ctx, params.staffId);
  }),
];
