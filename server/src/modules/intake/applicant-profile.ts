import type { BodyOf, ResponseOf } from '@tongban/contract-kit';
import type { Context } from '../../kernel/context.ts';
import {
  findCompanyByCreditCode, findOrCreateCompanyAtCounter, findOrCreatePersonAtCounter, findPersonByDocument, getCompany, getPerson, unsafeReadPerson, type CompanyRecord, type FullPerson,
} from '../../kernel/identity/index.ts';
import type { ProfileFact } from '../data-elements/contract.ts';
import type { createWindowDraft as operation, findCounterApplicant as findOperation } from './contract.ts';
import type { DraftRecord } from './draft-record.ts';
import { fail } from './errors.ts';

/** Whose case a draft is, with what may be filled into its form by data element. */
export interface ApplicantProfile {
  kind: 'person' | 'company';
  id: string;
  name: string;
  documentMasked: string;
  lastFour: string;
  mobileMasked: string | null;
  /** In full, for the sources that are asked by it. */
  document: { type: string; number: string };
  /** What the user space knows, with where it knows it from; data elements name these facts. */
  known: KnownFacts;
}

type KnownFacts = Readonly<Partial<Record<string, { value: unknown; source: string }>>>;

function from(source: string, facts: Readonly<Partial<Record<ProfileFact, unknown>>>): KnownFacts {
  return Object.fromEntries(Object.entries(facts).map(([fact, value]) => [fact, { value, source }]));
}

const purpose = '办理申请时自动填写已知信息';

function profileOfPerson(person: FullPerson): ApplicantProfile {
  const identity = { type: person.documentType, number: person.documentNumber };
  return {
    kind: 'person', id: person.id, name: person.name, documentMasked: person.documentNumberMasked, lastFour: person.documentNumber.slice(-4),
    mobileMasked: person.mobileMasked, document: identity,
    known: from(person.verifiedBy === 'window' ? '窗口登记信息' : '实名认证信息', {
      'person.name': person.name, 'person.idNumber': person.documentNumber, 'person.identityDocument': identity, 'person.mobile': person.mobile,
      'person.birthDate': person.birthDate, 'person.sex': person.sex, 'contact.name': person.name, 'contact.mobile': person.mobile,
    }),
  };
}

function profileOfCompany(company: CompanyRecord, agent: FullPerson): ApplicantProfile {
  return {
    kind: 'company', id: company.id, name: company.name, documentMasked: company.creditCode, lastFour: company.creditCode.slice(-4),
    mobileMasked: agent.mobileMasked, document: { type: '001', number: company.creditCode },
    known: {
      ...from('企业登记信息', {
        'company.name': company.name, 'company.creditCode': company.creditCode, 'company.legalRepresentative': company.legalRepresentative.name,
        'company.address': company.address, 'company.region': company.regionCode,
      }),
      ...from('经办人实名信息', { 'contact.name': agent.name, 'contact.mobile': agent.mobile }),
    },
  };
}

/** What is known of the person or company an application is for; the reading is recorded. */
export async function readApplicant(ctx: Context, principal: { kind: 'person' | 'company'; id: string }): Promise<ApplicantProfile> {
  if (principal.kind === 'person') return profileOfPerson(await unsafeReadPerson(ctx, principal.id, purpose));
  const [company, agent] = await Promise.all([getCompany(ctx, principal.id), unsafeReadPerson(ctx, ctx.actor.id, purpose)]);
  return profileOfCompany(company, agent);
}

/** What is known of the applicant of a draft, whoever fills it in; at a window the contact of a company is who stands there for it, or the legal representative. */
export async function readApplicantOf(ctx: Context, { applicantKind: kind, applicantId: id, ownerKind, agent }: Pick<DraftRecord, 'applicantKind' | 'applicantId' | 'ownerKind' | 'agent'>): Promise<ApplicantProfile> {
  if (kind === 'person' || ownerKind === 'person') return readApplicant(ctx, { kind, id });
  const company = await getCompany(ctx, id);
  return profileOfCompany(company, await unsafeReadPerson(ctx, agent?.personId ?? company.legalRepresentative.personId, purpose));
}

type TypedApplicant = BodyOf<typeof operation>['applicant'];

const atCounter = '窗口登记申请';

/** Who holds the document that was put on the counter, if the platform knows them; the reading is recorded (INT-02). */
export async function findApplicantAtCounter(ctx: Context, { kind, documentType, documentNumber }: BodyOf<typeof findOperation>): Promise<ResponseOf<typeof findOperation>['applicant']> {
  const company = kind === 'company' ? await findCompanyByCreditCode(ctx, documentNumber) : undefined;
  const personId = kind === 'company' ? company?.legalRepresentative.personId : (await findPersonByDocument(ctx, documentType, documentNumber))?.id;
  if (personId === undefined) return null;
  const person = await unsafeReadPerson(ctx, personId, '窗口登记：按证件号码查找申请人');
  return { name: company?.name ?? person.name, mobileMasked: person.mobileMasked };
}

/**
 * The person or company in front of the clerk, known or new. @throws identity.invalid-identity naming each wrong field,
 * identity.name-mismatch, intake.mobile-missing, intake.representative-missing
 */
export async function registerApplicantAtCounter(ctx: Context, typed: TypedApplicant): Promise<ApplicantProfile> {
  if (typed.kind === 'person') {
    if (typed.mobile === undefined) await requireMobileOnFile(ctx, typed);
    const person = await findOrCreatePersonAtCounter(ctx, typed);
    return profileOfPerson(await unsafeReadPerson(ctx, person.id, atCounter));
  }
  const company = await registerCompany(ctx, typed);
  return profileOfCompany(company, await unsafeReadPerson(ctx, company.legalRepresentative.personId, atCounter));
}

/** Refuses somebody for whom neither a mobile was typed nor one is on file. */
export async function requireMobileOnFile(
  ctx: Context, { documentType, documentNumber }: Pick<TypedApplicant, 'documentType' | 'documentNumber'>, otherwise: 'intake.mobile-missing' | 'intake.agent-mobile-missing' = 'intake.mobile-missing',
): Promise<void> {
  const known = await findPersonByDocument(ctx, documentType, documentNumber);
  if (!known || (await getPerson(ctx, known.id)).mobileMasked === null) throw fail(otherwise);
}

async function registerCompany(ctx: Context, typed: TypedApplicant): Promise<CompanyRecord> {
  const known = await findCompanyByCreditCode(ctx, typed.documentNumber);
  if (known) return known;
  if (!typed.representative) throw fail('intake.representative-missing');
  if (typed.mobile === undefined) throw fail('intake.mobile-missing');
  return findOrCreateCompanyAtCounter(ctx, {
    name: typed.name, creditCode: typed.documentNumber, legalRepresentative: { ...typed.representative, mobile: typed.mobile },
  });
}
