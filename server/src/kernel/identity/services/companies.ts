import { checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import { recordAudit } from '../../audit/index.ts';
import { chinaDate } from '../../clock/index.ts';
import { commit } from '../../commit.ts';
import type { Context } from '../../context.ts';
import { createId, tablesOf, violatedConstraint, WriteBatch, writesFor } from '../../db/index.ts';
import { fail as kernelFail } from '../../errors/kernel-errors.ts';
import type { IdentityTables } from '../tables.ts';
import { invalidIdentity, type TypedIdentity } from './check-identity.ts';
import { findOrCreatePersonAtCounter } from './persons.ts';

/** A legal person (法人) with whoever represents it by law. */
export interface CompanyRecord {
  id: string;
  name: string;
  creditCode: string;
  regionCode: string | null;
  address: string | null;
  legalRepresentative: { personId: string; name: string };
}

export interface TypedCompany {
  name: string;
  creditCode: string;
  regionCode?: string | undefined;
  address?: string | undefined;
}

function companies(ctx: Context) {
  return tablesOf<IdentityTables>(ctx.kernel.db).selectFrom('identity.company as company')
    .innerJoin('identity.person as person', 'person.id', 'company.legalRepresentativeId')
    .select(['company.id', 'company.name', 'company.creditCode', 'company.regionCode', 'company.address', 'person.id as personId', 'person.name as personName']);
}

type Row = Awaited<ReturnType<ReturnType<typeof companies>['execute']>>[number];

function present({ personId, personName, ...company }: Row): CompanyRecord {
  return { ...company, legalRepresentative: { personId, name: personName } };
}

/** @throws kernel.not-found */
export async function getCompany(ctx: Context, id: string): Promise<CompanyRecord> {
  const row = await companies(ctx).where('company.id', '=', id).executeTakeFirst();
  if (!row) throw kernelFail('kernel.not-found', { what: '这家企业' });
  return present(row);
}

/** Finds a company by its unified social credit code; undefined also for a code that cannot exist. */
export async function findCompanyByCreditCode(ctx: Context, creditCode: string): Promise<CompanyRecord | undefined> {
  const checked = checkUnifiedSocialCreditCode(creditCode);
  const row = checked.ok ? await companies(ctx).where('company.creditCode', '=', checked.normalized).executeTakeFirst() : undefined;
  return row && present(row);
}

/** The companies with these ids, by name. */
export async function listCompanies(ctx: Context, ids: readonly string[]): Promise<CompanyRecord[]> {
  if (ids.length === 0) return [];
  return (await companies(ctx).where('company.id', 'in', [...ids]).orderBy('company.name').execute()).map(present);
}

/** Brings name and code into their stored form. @throws identity.invalid-identity naming every wrong field */
export function checkCompany(typed: TypedCompany): TypedCompany {
  const name = typed.name.normalize('NFC').trim();
  const code = checkUnifiedSocialCreditCode(typed.creditCode);
  const faults = [
    ...(/[<>\p{Cc}]/u.test(name) || [...name].length < 2 ? [{ path: 'name', code: 'bad-name', message: '请按营业执照填写企业名称，不能包含尖括号。' }] : []),
    ...(code.ok ? [] : [{ path: 'creditCode', ...code }]),
  ];
  if (faults.length > 0 || !code.ok) throw invalidIdentity(faults);
  return { ...typed, name, creditCode: code.normalized };
}

/** Adds a company and its legal representative's right to act for it to the batch; `typed` has been checked. */
export function addCompany(ctx: Context, batch: WriteBatch, typed: TypedCompany, legalRepresentativeId: string): string {
  const id = createId();
  const now = ctx.kernel.clock.now();
  const writes = writesFor<IdentityTables>(batch);
  writes.insert('identity.company', {
    id, name: typed.name, creditCode: typed.creditCode, regionCode: typed.regionCode?.padEnd(12, '0') ?? null, address: typed.address?.trim() || null,
    legalRepresentativeId, createdAt: now,
  });
  writes.insert('identity.mandate', {
    id: createId(), basis: 'legal-representative', principalKind: 'company', principalPersonId: null, principalCompanyId: id, agentId: legalRepresentativeId,
    itemCategories: null, validFrom: chinaDate(now), validUntil: null, state: 'accepted', offeredAt: now, offeredBy: legalRepresentativeId, answeredAt: now,
    endedBy: null, endReason: null,
  });
  recordAudit(ctx, batch, { action: 'identity.add-company', objectType: 'company', objectId: id, detail: { creditCode: typed.creditCode } });
  return id;
}

/** The company an officer registers for at the counter: the one on file, or a new one with its legal representative. */
export async function findOrCreateCompanyAtCounter(ctx: Context, typed: TypedCompany & { legalRepresentative: TypedIdentity }): Promise<CompanyRecord> {
  const company = checkCompany(typed);
  const found = await findCompanyByCreditCode(ctx, company.creditCode);
  if (found) return found;
  const person = await findOrCreatePersonAtCounter(ctx, typed.legalRepresentative);
  const batch = new WriteBatch();
  addCompany(ctx, batch, company, person.id);
  try {
    await commit(ctx, batch);
  } catch (error) {
    if (violatedConstraint(error) !== 'company_credit_code_key') throw error;
  }
  const added = await findCompanyByCreditCode(ctx, company.creditCode);
  if (!added) throw kernelFail('kernel.not-found', { what: '这家企业' });
  return added;
}
