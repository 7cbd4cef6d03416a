import { defineModule } from '../module/index.ts';
import { identityJobs } from './jobs.ts';
import { identityMessages } from './message-templates.ts';
import { identityMigrations } from './migrations.ts';
import { identityPermissions } from './permissions.ts';
import { personRoutes } from './routes/person-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { staffRoutes } from './routes/staff-routes.ts';

export { createAuthenticate } from './authenticate.ts';
export { findCompanyByCreditCode, findOrCreateCompanyAtCounter, getCompany, listCompanies } from './services/companies.ts';
export type { CompanyRecord, TypedCompany } from './services/companies.ts';
export { findActingChoice, listActingChoices } from './services/mandates-in-force.ts';
export { findOrCreatePersonAtCounter, findPersonByDocument, getPerson, unsafeListPersons, unsafeReadPerson } from './services/persons.ts';
export type { FullPerson, Person } from './services/persons.ts';
export { checkIdentity } from './services/check-identity.ts';
export type { TypedIdentity } from './services/check-identity.ts';

/** Accounts, sign-in, sessions, persons, companies and mandates (IDN-01 to IDN-04). */
export const identityModule = defineModule({
  name: 'identity', uses: ['personal-data', 'organization', 'access', 'messaging'],
  permissions: identityPermissions, routes: [...sessionRoutes, ...personRoutes, ...staffRoutes], jobs: identityJobs,
  migrations: identityMigrations, messageTemplates: identityMessages,
});
