import { handle, type RouteBinding } from '../../module/index.ts';
import { changePassword } from '../actions/change-password.ts';
import { completeStaffSignIn, confirmTotp } from '../actions/complete-staff-sign-in.ts';
import { endOtherSessions, endSession, signOut } from '../actions/end-sessions.ts';
import { enrolTotp } from '../actions/enrol-totp.ts';
import { replaceExpiredPassword } from '../actions/replace-expired-password.ts';
import { signInPerson } from '../actions/sign-in-person.ts';
import { signInStaff } from '../actions/sign-in-staff.ts';
import * as contract from '../contract.ts';
import { describeSession } from '../queries/describe-session.ts';
import { listSessions } from '../queries/list-sessions.ts';
import { beginSession } from './begin-session.ts';

/** Signing in and out, sessions, password. */
export const sessionRoutes: readonly RouteBinding[] = [
  handle(contract.getSession, async (ctx) => ({ session: await describeSession(ctx) ?? null })),
  handle(contract.signOut, async (ctx, _input, extras) => { await signOut(ctx); extras.setSession(null); }),
  handle(contract.signInStaff, (ctx, { body }) => signInStaff(ctx, body)),
  handle(contract.replaceExpiredPassword, (ctx, { body }) => replaceExpiredPassword(ctx, body)),
  handle(contract.completeStaffSignIn, async (ctx, { body }, extras) => beginSession(ctx, extras, await completeStaffSignIn(ctx, body))),
  handle(contract.enrolTotp, (ctx, { body }) => enrolTotp(ctx, body)),
  handle(contract.confirmTotp, async (ctx, { body }, extras) => beginSession(ctx, extras, await confirmTotp(ctx, body))),
  handle(contract.signInPerson, async (ctx, { body }, extras) => beginSession(ctx, extras, await signInPerson(ctx, body))),
  handle(contract.listSessions, async (ctx) => ({ items: await listSessions(ctx) })),
  handle(contract.endSession, (ctx, { params }) => endSession(ctx, params.sessionId)),
  handle(contract.endOtherSessions, async (ctx) => ({ ended: await endOtherSessions(ctx) })),
  handle(contract.changePassword, (ctx, { body }) => changePassword(ctx, body)),
];
