import { checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import { mergeDocuments, type MergeChoice, type MergeConflict } from '@tongban/server/src/modules/catalog/contract.ts';
import { checkLicenceType, faceSources, type LicenceFaceLine, type LicenceTypeContent, type LicenceTypeFault } from '@tongban/server/src/modules/licences/contract.ts';
import { text } from '../text.ts';

const words = text.types;

/** What a new type begins with: the lines that nearly every licence has. */
export const blankType: LicenceTypeContent = {
  name: '', typeCode: '', issuerId: null, holderKind: 'company', validity: 'years', validYears: 5, numberPattern: '〔{year}〕{sequence:5}号', statement: '',
  face: [
    { key: 'line1', label: '持有人', from: 'holder.name' }, { key: 'line2', label: '证件号码', from: 'holder.documentNumber', personal: true },
    { key: 'line3', label: '有效期自', from: 'licence.validFrom' }, { key: 'line4', label: '有效期至', from: 'licence.validTo' },
  ],
};

/** Parts of a type that are written anew; undefined takes a part away. */
export type ContentChange = { readonly [K in keyof LicenceTypeContent]?: LicenceTypeContent[K] | undefined };

/** The content with these parts. */
export function changed(content: LicenceTypeContent, part: ContentChange): LicenceTypeContent {
  // What must be there is never taken away.
  return Object.fromEntries(Object.entries({ ...content, ...part }).filter(([, value]) => value !== undefined)) as LicenceTypeContent;
}

/** A key that no line has, also none that a colleague adds at the same time. */
export function newKey(face: readonly LicenceFaceLine[]): string {
  for (;;) {
    const key = `line-${Math.random().toString(36).slice(2, 10)}`;
    if (!face.some((line) => line.key === key)) return key;
  }
}

/** What keeps a type from being saved. */
export function faultsOf(content: LicenceTypeContent): LicenceTypeFault[] {
  return checkLicenceType({ ...content, typeCode: content.typeCode.replaceAll(/\s/g, '').toUpperCase() }, (creditCode) => {
    const checked = checkUnifiedSocialCreditCode(creditCode);
    return checked.ok ? undefined : checked.message;
  });
}

/** The control that a fault is about. */
export function controlOf(path: string): string {
  return `type-${path.replaceAll('.', '-')}`;
}

const parts = ['name', 'typeCode', 'issuerId', 'holderKind', 'validity', 'validYears', 'numberPattern', 'statement', 'face'] as const;

/** The content with lines that a merge names by what is printed before them. */
function named({ face, ...content }: LicenceTypeContent) {
  return { ...content, face: face.map(({ label, ...line }) => ({ ...line, name: label })) };
}

/** What two people made of the same type: what only one changed is taken, what both changed differently is to be chosen. */
export function mergeTypes(base: LicenceTypeContent, theirs: LicenceTypeContent, mine: LicenceTypeContent, choose: (path: string) => MergeChoice): { value: LicenceTypeContent; conflicts: MergeConflict[] } {
  const [from, other, own] = [named(base), named(theirs), named(mine)];
  const { document, conflicts } = mergeDocuments(parts.map((path) => ({ path, label: words.merge.parts[path], base: from[path], theirs: other[path], mine: own[path] })), choose);
  // Every part is one of the three valid contents', so the whole is one too.
  const { face, ...content } = document as ReturnType<typeof named>;
  return { value: { ...content, face: face.map(({ name, ...line }) => ({ ...line, label: name })) }, conflicts };
}

/** A value as people compare it. */
export function describePart(path: string, value: unknown): string {
  if (value === undefined || value === null || value === '') return words.merge.nothing;
  if (Array.isArray(value)) return words.merge.lines(value.map(labelOf).join('、'));
  if (typeof value === 'object') return labelOf(value);
  const code = String(value);
  if (path.endsWith('.from')) return sourceLabel(code);
  if (path === 'holderKind') return words.holders[code as keyof typeof words.holders];
  if (path === 'validity') return words.number.validities[code as keyof typeof words.number.validities];
  return code;
}

function labelOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value);
}

/** What a line is filled from, as people call it; a field of a form says no more than that it is one. */
export function sourceLabel(from: string): string {
  return Object.hasOwn(faceSources, from) ? faceSources[from as keyof typeof faceSources].label : `${words.face.otherForms} ${from.slice(from.indexOf('.') + 1)}`;
}
