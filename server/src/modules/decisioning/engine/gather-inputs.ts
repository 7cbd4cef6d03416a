import { toDayNumber } from '../../../kernel/calendar/index.ts';
import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { getCompany, unsafeReadPerson } from '../../../kernel/identity/index.ts';
import { findUsableLicences, type UsableLicence } from '../../licences/index.ts';
import type { ApplicantAttribute, InputMapping, LicenceAttribute } from '../contract.ts';
import type { Application } from './application.ts';

/** Facts about an applicant that the platform vouches for. */
export interface ApplicantFacts {
  kind: 'person' | 'company';
  name: string;
  documentNumber: string;
  birthDate: string | null;
  sex: 'male' | 'female' | null;
}

/** What a mapping may draw on. */
export interface Facts {
  application: Application;
  applicant: ApplicantFacts;
  licences: readonly UsableLicence[];
  today: string;
}

/** Inputs of the rules, and those that could not be told. */
export interface Gathered { inputs: Record<string, unknown>; missing: string[] }

/** Whole years from a birthday to a day, both `2026-11-20`. */
export function fullYears(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Reads what is known of the applicant and of the licences that the mappings name; reading a person is recorded with its purpose. */
export async function readFacts(ctx: Context, application: Application, mappings: readonly InputMapping[]): Promise<Facts> {
  const { applicant, purpose } = application;
  const types = mappings.filter(({ kind }) => kind === 'licence').map(({ source }) => source);
  const [facts, licences] = await Promise.all([readApplicantFacts(ctx, applicant, purpose), findUsableLicences(ctx, applicant, types)]);
  return { application, applicant: facts, licences, today: chinaDate(ctx.kernel.clock.now()) };
}

async function readApplicantFacts(ctx: Context, { kind, id }: Application['applicant'], purpose: string): Promise<ApplicantFacts> {
  if (kind === 'company') {
    const { name, creditCode } = await getCompany(ctx, id);
    return { kind, name, documentNumber: creditCode, birthDate: null, sex: null };
  }
  const { name, documentNumber, birthDate, sex } = await unsafeReadPerson(ctx, id, purpose);
  return { kind, name, documentNumber, birthDate, sex };
}

/** The inputs by their mappings; pure. A fact that is not known is missing, never guessed. */
export function gatherInputs(mappings: readonly InputMapping[], facts: Facts, isOptional: (input: string) => boolean): Gathered {
  const gathered: Gathered = { inputs: {}, missing: [] };
  for (const mapping of mappings) {
    const value = valueOf(mapping, facts);
    if (value !== undefined && value !== null && value !== '') gathered.inputs[mapping.input] = value;
    else if (!isOptional(mapping.input)) gathered.missing.push(mapping.input);
  }
  return gathered;
}

function valueOf(mapping: InputMapping, facts: Facts): unknown {
  const { application, today } = facts;
  switch (mapping.kind) {
    case 'field': return application.answers[mapping.source];
    case 'guidance': {
      const given = application.guidance.find(({ question }) => question === mapping.source)?.option;
      return mapping.options && mapping.options.length > 0 ? given !== undefined && mapping.options.includes(given) : given;
    }
    case 'applicant': return applicantValue(mapping.source as ApplicantAttribute, facts);
    case 'licence': return licenceValue(mapping.source, mapping.attribute as LicenceAttribute, facts);
    case 'date': return mapping.source === 'today' ? today : application.submittedOn;
    case 'materials': return application.materials.every(({ source }) => source !== 'upload' && source !== 'paper');
  }
}

function applicantValue(attribute: ApplicantAttribute, { applicant, application, today }: Facts): unknown {
  switch (attribute) {
    case 'kind': return applicant.kind === 'person' ? '个人' : '企业';
    case 'age': return applicant.birthDate === null ? undefined : fullYears(applicant.birthDate, today);
    case 'birth-date': return applicant.birthDate;
    case 'sex': return applicant.sex === null ? undefined : applicant.sex === 'male' ? '男' : '女';
    case 'document-region': return applicant.kind === 'person' ? applicant.documentNumber.slice(0, 6) : applicant.documentNumber.slice(2, 8);
    case 'self-filed': return application.selfFiled;
  }
}

function licenceValue(type: string, attribute: LicenceAttribute, { licences, today }: Facts): unknown {
  const [licence] = licences.filter(({ typeCode }) => typeCode === type);
  switch (attribute) {
    case 'held': return licence !== undefined;
    case 'valid-to': return licence?.validTo;
    case 'days-left': return licence?.validTo ? toDayNumber(licence.validTo) - toDayNumber(today) : undefined;
  }
}
