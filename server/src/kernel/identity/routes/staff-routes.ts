import { handle, type RouteBinding } from '../../module/index.ts';
import { openStaffAccount } from '../actions/open-staff-account.ts';
import { describeStaffAccount, setStaffAccount } from '../actions/set-staff-account.ts';
import * as contract from '../contract.ts';
import { listDemoAccounts } from '../queries/demo-accounts.ts';

/** Officers' accounts, kept by the system administrator, and the demonstration's accounts. */
export const staffRoutes: readonly RouteBinding[] = [
  handle(contract.openStaffAccount, (ctx, { body }) => openStaffAccount(ctx, body)),
  handle(contract.getStaffAccount, (ctx, { params }) => describeStaffAccount(ctx, params.staffId)),
  handle(contract.setStaffAccount, async (ctx, { params, body }) => {
    const initialPassword = await setStaffAccount(ctx, params.staffId, body.action);
    return { account: await describeStaffAccount(ctx, params.staffId), initialPassword };
  }),
  handle(contract.listDemoAccounts, async (ctx) => ({ items: await listDemoAccounts(ctx) })),
];
