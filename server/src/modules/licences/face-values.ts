import { findField, formatAnswer, listFields, type FormatOptions, type FormDefinition } from '@tongban/form-model';
import type { LicenceType } from './licence-type.contract.ts';
import type { FaceLine } from './tables.ts';

/** What the lines of a face are taken from. */
export interface FaceSources {
  holder: { name: string; documentNumber: string };
  /** `words`: names of regions and dictionary entries, see `wordsFor` of the catalogue. */
  form: { definition: FormDefinition; answers: Readonly<Record<string, unknown>>; words?: FormatOptions };
  licence: { number: string; validFrom: string; validTo: string | null; issuedOn: string; issuer: string; remark: string | null };
  item: { name: string };
}

/** `2026年11月21日`; what is no date stays as it is. */
export function longDate(date: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? `${match[1]}年${Number(match[2])}月${Number(match[3])}日` : date;
}

function tableText({ definition, words }: FaceSources['form'], tableId: string, rows: readonly unknown[]): string {
  const table = listFields(definition).find((field) => field.id === tableId);
  if (table?.type !== 'table') return '';
  return rows.map((row) => table.columns.map((column) => {
    const value = typeof row === 'object' && row !== null ? Reflect.get(row, column.id) : undefined;
    const text = formatAnswer(column, value, words);
    // A number says nothing without what it measures.
    return text !== '' && (column.type === 'number' || column.type === 'money') ? `${column.label}${text.replaceAll(' ', '')}` : text;
  }).filter((text) => text !== '').join('，')).join('；');
}

function formValue(form: FaceSources['form'], fieldId: string): string {
  const { definition, answers, words } = form;
  const value = answers[fieldId];
  if (Array.isArray(value) && value.some((row) => typeof row === 'object' && row !== null)) return tableText(form, fieldId, value);
  const field = findField(definition, fieldId);
  return field ? formatAnswer(field, value, words) : '';
}

function valueOf(sources: FaceSources, from: string): string {
  const [source, ...rest] = from.split('.');
  const name = rest.join('.');
  if (source === 'form') return formValue(sources.form, name);
  if (source === 'item') return sources.item.name;
  if (source === 'holder') return name === 'name' ? sources.holder.name : sources.holder.documentNumber;
  const { licence } = sources;
  switch (name) {
    case 'validTo': return licence.validTo === null ? '长期' : longDate(licence.validTo);
    case 'validFrom': return longDate(licence.validFrom);
    case 'issuedOn': return longDate(licence.issuedOn);
    case 'issuer': return licence.issuer;
    case 'number': return licence.number;
    default: return licence.remark ?? '';
  }
}

/** Fills the face of a licence; lines without a value are left out. */
export function fillFace(type: Pick<LicenceType, 'face'>, sources: FaceSources): FaceLine[] {
  return type.face.map(({ label, from, personal }) => ({ label, value: valueOf(sources, from), personal: personal ?? false }))
    .filter(({ value }) => value !== '');
}
