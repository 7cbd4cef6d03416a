import { handle, type RouteBinding } from '../../module/index.ts';
import { openStaffAccount } from '../actions/open-staff-account.ts';
import { setStaffAccount } from '../actions/set-staff-account.ts';
import * as contract from '../contract.ts';
import { listDemoAccounts } from '../queries/demo-accounts.ts';
import { getStaffAccount, listStaffAccounts } from '../queries/staff-accounts.ts';

/** Officers' accounts, kept by the system administrator, and the demonstration's accounts. */
export const staffRoutes: readonly RouteBinding[] = [
  handle(contract.listStaffAccounts, (ctx, { query }) => listStaffAccounts(ctx, query)),
  handle(contract.openStaffAccount, (ctx, { body }) => openStaffAccount(ctx, body)),
  handle(contract.getStaffAccount, (ctx, { params }) => getStaffAccount(ctx, params.staffId)),
  handle(contract.setStaffAccount, async (ctx, { params, body }) => {
    const initialPassword = await setStaffAccount(ctx, params.staffId, body.action);
    return { account: await getStaffAccount(ctx, params.staffId), initialPassword };
  }),
  handle(contract.listDemoAccounts, async (ctx) => ({ items: await listDemoAccounts(ctx) })),
];
