import { Text, Type, type Static } from '@tongban/contract-kit';

/** What the user space knows of the applicant, with the table and column it comes from (FRM-02). */
export const profileFacts = {
  'person.name': { label: '姓名', field: 'identity.person.name' },
  'person.idNumber': { label: '证件号码', field: 'identity.person.document_number' },
  'person.identityDocument': { label: '身份证件（类型和号码）', field: 'identity.person.document_type, document_number' },
  'person.birthDate': { label: '出生日期（由公民身份号码得出）', field: 'identity.person.document_number' },
  'person.sex': { label: '性别（由公民身份号码得出）', field: 'identity.person.document_number' },
  'person.mobile': { label: '手机号码', field: 'identity.person.mobile' },
  'contact.name': { label: '联系人（经办人）姓名', field: 'identity.person.name' },
  'contact.mobile': { label: '联系人（经办人）手机', field: 'identity.person.mobile' },
  'company.name': { label: '企业名称', field: 'identity.company.name' },
  'company.creditCode': { label: '统一社会信用代码', field: 'identity.company.credit_code' },
  'company.legalRepresentative': { label: '法定代表人', field: 'identity.company.legal_representative_id' },
  'company.address': { label: '住所', field: 'identity.company.address' },
  'company.region': { label: '登记地', field: 'identity.company.region_code' },
} as const;
export type ProfileFact = keyof typeof profileFacts;
export const isProfileFact = (fact: string): fact is ProfileFact => Object.hasOwn(profileFacts, fact);

/** What a licence says of itself beside the lines of its face. */
export const licenceValues = { number: '证照编号', issuedOn: '发证日期', validFrom: '有效期自', validTo: '有效期至', issuer: '发证机关', holder: '持证主体' } as const;
export type LicenceValue = keyof typeof licenceValues;

/**
 * Where an element is filled in from: what the user space knows, a licence of the applicant (a value of its own or, as
 * `face:住所`, a line of its face), the newest past case with the same element, or a field of a data-sharing service.
 */
export const ElementSource = Type.Union([
  Type.Object({ kind: Type.Literal('profile'), fact: Text(60, { minLength: 1 }) }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('licence'), licenceType: Text(60, { minLength: 1 }), value: Text(80, { minLength: 1 }) }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('past-case') }, { additionalProperties: false }),
  Type.Object({ kind: Type.Literal('sharing'), service: Text(60, { minLength: 1 }), field: Text(60, { minLength: 1 }) }, { additionalProperties: false }),
]);
export type ElementSource = Static<typeof ElementSource>;
export type SourceKind = ElementSource['kind'];

/** Names of the kinds of source, in the order in which they are usually asked. */
export const sourceKindLabels: Record<SourceKind, string> = { 'profile': '用户空间', 'licence': '电子证照', 'past-case': '历史办件', 'sharing': '数据共享接口' };

/** The id by which a field of a form names a source. */
export function sourceId(source: ElementSource): string {
  switch (source.kind) {
    case 'profile': return 'profile';
    case 'licence': return `licence:${source.licenceType}.${source.value}`;
    case 'past-case': return 'past-case';
    case 'sharing': return `sharing:${source.service}.${source.field}`;
  }
}

/** What is read as one: all that is known of the applicant, one type of licence, the past cases, one service. Consent is given to these. */
export function sourceGroup(source: ElementSource): string {
  switch (source.kind) {
    case 'licence': return `licence:${source.licenceType}`;
    case 'sharing': return `sharing:${source.service}`;
    default: return source.kind;
  }
}

/** Names of what sources refer to. */
export interface SourceNames {
  readonly licenceTypes: ReadonlyMap<string, string>;
  readonly services: ReadonlyMap<string, string>;
}

/** A source of an element in words, for those who design forms; what a service calls the element is for machines. */
export function describeSource(source: ElementSource, { licenceTypes, services }: SourceNames, elementName: string): string {
  switch (source.kind) {
    case 'profile': return `用户空间：${isProfileFact(source.fact) ? profileFacts[source.fact].label : source.fact}`;
    case 'licence': return `电子证照：${licenceTypes.get(source.licenceType) ?? source.licenceType}的${licenceValueName(source.value)}`;
    case 'past-case': return '历史办件：最近一次填写的同一数据元';
    case 'sharing': return `数据共享接口：${services.get(source.service) ?? source.service}的“${elementName}”`;
  }
}

/** `face:住所` is the line 住所 of the face. */
export const facePrefix = 'face:';

function licenceValueName(value: string): string {
  if (value.startsWith(facePrefix)) return `“${value.slice(facePrefix.length)}”`;
  return Object.hasOwn(licenceValues, value) ? licenceValues[value as LicenceValue] : value;
}
