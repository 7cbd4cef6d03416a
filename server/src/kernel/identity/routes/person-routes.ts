import { handle, type RouteBinding } from '../../module/index.ts';
import { actFor } from '../actions/act-for.ts';
import { answerMandate, revokeMandate } from '../actions/answer-mandate.ts';
import { changeMobile } from '../actions/change-mobile.ts';
import { grantMandate } from '../actions/grant-mandate.ts';
import { registerCompany } from '../actions/register-company.ts';
import { registerPerson } from '../actions/register-person.ts';
import { resetPersonPassword } from '../actions/reset-person-password.ts';
import { sendVerificationCode } from '../actions/send-verification-code.ts';
import * as contract from '../contract.ts';
import { getOwnMandate, listMandates, listMandateUses, presentMandate } from '../queries/mandates.ts';
import { listCompanyMembers, listOwnCompanies, presentCompany } from '../queries/own-companies.ts';
import { getOwnProfile } from '../queries/own-profile.ts';
import { getCompany } from '../services/companies.ts';
import { beginSession, currentSession } from './begin-session.ts';

/** Registration, own data, companies and mandates. */
export const personRoutes: readonly RouteBinding[] = [
  handle(contract.sendVerificationCode, (ctx, { body }) => sendVerificationCode(ctx, body)),
  handle(contract.registerPerson, async (ctx, { body }, extras) => beginSession(ctx, extras, await registerPerson(ctx, body))),
  handle(contract.resetPersonPassword, (ctx, { body }) => resetPersonPassword(ctx, body)),
  handle(contract.getOwnProfile, (ctx) => getOwnProfile(ctx)),
  handle(contract.changeMobile, async (ctx, { body }) => { await changeMobile(ctx, body); return getOwnProfile(ctx); }),
  handle(contract.registerCompany, async (ctx, { body }) => presentCompany(await getCompany(ctx, await registerCompany(ctx, body)), ctx.actor.id)),
  handle(contract.listOwnCompanies, async (ctx) => ({ items: await listOwnCompanies(ctx) })),
  handle(contract.listCompanyMembers, async (ctx, { params }) => ({ items: await listCompanyMembers(ctx, params.companyId) })),
  handle(contract.grantMandate, async (ctx, { body }) => presentMandate(ctx, await getOwnMandate(ctx, await grantMandate(ctx, body)))),
  handle(contract.listMandates, async (ctx, { query }) => ({ items: await listMandates(ctx, query.side) })),
  handle(contract.acceptMandate, async (ctx, { params }) => {
    await answerMandate(ctx, params.mandateId, 'accepted');
    return presentMandate(ctx, await getOwnMandate(ctx, params.mandateId));
  }),
  handle(contract.declineMandate, async (ctx, { params }) => {
    await answerMandate(ctx, params.mandateId, 'declined');
    return presentMandate(ctx, await getOwnMandate(ctx, params.mandateId));
  }),
  handle(contract.revokeMandate, async (ctx, { params, body }) => {
    await revokeMandate(ctx, params.mandateId, body.reason);
    return presentMandate(ctx, await getOwnMandate(ctx, params.mandateId));
  }),
  handle(contract.listMandateUses, (ctx, { params, query }) => listMandateUses(ctx, params.mandateId, query)),
  handle(contract.actFor, async (ctx, { body }, extras) => { await actFor(ctx, body.mandateId); return currentSession(ctx, extras.sessionToken ?? ''); }),
];
