import { maskMobile } from '@tongban/identifiers';
import type { Static } from '@tongban/contract-kit';
import { requirePerson } from '../../access/index.ts';
import { chinaDate } from '../../clock/index.ts';
import type { Context } from '../../context.ts';
import { tablesOf } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import { personalDataCipher } from '../../personal-data/index.ts';
import { columns } from '../columns.ts';
import type { Company, CompanyMember } from '../contract.ts';
import { getCompany, listCompanies, type CompanyRecord } from '../services/companies.ts';
import { listActingChoices } from '../services/mandates-in-force.ts';
import type { IdentityTables } from '../tables.ts';

/** A company as its people see it, with what the signed-in person may do. */
export function presentCompany(company: CompanyRecord, actorId: string): Company {
  const represents = company.legalRepresentative.personId === actorId;
  return { ...company, abilities: { grantMandate: represents, viewMembers: represents } };
}

/** Companies the signed-in person represents or is an agent of. */
export async function listOwnCompanies(ctx: Context): Promise<Company[]> {
  const { id } = requirePerson(ctx);
  const choices = await listActingChoices(ctx, id);
  const found = await listCompanies(ctx, choices.filter(({ kind }) => kind === 'company').map((choice) => choice.id));
  return found.map((company) => presentCompany(company, id));
}

/** Legal representative and agents of a company, for the legal representative alone. @throws kernel.not-found for anyone else */
export async function listCompanyMembers(ctx: Context, companyId: string): Promise<Static<typeof CompanyMember>[]> {
  const company = await getCompany(ctx, companyId);
  if (company.legalRepresentative.personId !== requirePerson(ctx).id) throw kernelFail('kernel.not-found', { what: '这家企业' });
  const today = chinaDate(ctx.kernel.clock.now());
  const rows = await tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.mandate as mandate')
    .innerJoin('identity.person as person', 'person.id', 'mandate.agentId')
    .select(['mandate.id', 'mandate.basis', 'mandate.itemCategories', 'mandate.validUntil', 'mandate.answeredAt', 'mandate.offeredAt', 'person.id as personId', 'person.name', 'person.mobile'])
    .where('mandate.principalCompanyId', '=', companyId).where('mandate.state', '=', 'accepted').where('mandate.validFrom', '<=', today)
    .where((eb) => eb.or([eb('mandate.validUntil', 'is', null), eb('mandate.validUntil', '>=', today)]))
    .orderBy('mandate.offeredAt').execute();
  const cipher = personalDataCipher(ctx.kernel);
  return rows.map((row) => ({
    mandateId: row.id, personId: row.personId, name: row.name, basis: row.basis, itemCategories: row.itemCategories, validUntil: row.validUntil,
    mobileMasked: row.mobile === null ? null : maskMobile(cipher.decrypt(columns.mobile, row.personId, row.mobile)),
    since: (row.answeredAt ?? row.offeredAt).toISOString(),
  }));
}
