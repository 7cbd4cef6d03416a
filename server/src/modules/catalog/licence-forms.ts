import { isFormDefinition, listFields, type Field } from '@tongban/form-model';
import type { ItemElements } from './contract.ts';

/** A form whose approval leads to the item's licence. */
export interface LicenceForm {
  readonly key: string;
  readonly name: string;
  readonly fields: readonly Field[];
  /** Answers of the form's own sample, by the id of the field. */
  readonly sample: Readonly<Record<string, unknown>>;
}

/** The forms by which an application of the item may lead to its licence: those of situations that are not refused, handled elsewhere or without licence. */
export function licenceForms({ questionnaire, handling, forms }: Pick<ItemElements, 'questionnaire' | 'handling' | 'forms'>): LicenceForm[] {
  const leading = (questionnaire?.situations ?? []).filter(({ refused, handlingItemId, withoutLicence }) => !refused && handlingItemId === undefined && !withoutLicence);
  const keys = questionnaire ? leading.map(({ formKey }) => formKey ?? handling.formKey) : [handling.formKey];
  return [...new Set(keys.flatMap((key) => key ?? []))].flatMap((key) => forms.find((form) => form.key === key) ?? []).flatMap(readForm);
}

/** The fields of a form; nothing of one that is broken as yet. */
export function readForm({ key, name, definition, sampleData }: ItemElements['forms'][number]): LicenceForm[] {
  return isFormDefinition(definition) ? [{ key, name, fields: listFields(definition), sample: sampleData ?? {} }] : [];
}

/** Lines of a face that a form of the item cannot fill, with that form. */
export function lackingLines<Line extends { readonly field: string }>(elements: Pick<ItemElements, 'questionnaire' | 'handling' | 'forms'>, lines: readonly Line[]): { form: LicenceForm; line: Line }[] {
  return lines.length === 0 ? [] : licenceForms(elements).flatMap((form) => lines.filter(({ field }) => !form.fields.some(({ id }) => id === field)).map((line) => ({ form, line })));
}
