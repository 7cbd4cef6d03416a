import type { ItemForm } from './contract.ts';
import { fail } from './errors.ts';
import type { PinnedVersion } from './queries/get-pinned-version.ts';

/** A form of a version by its key. @throws catalog.form-not-found */
export function getForm({ elements }: PinnedVersion, formKey: string): ItemForm {
  const form = elements.forms.find(({ key }) => key === formKey);
  if (!form) throw fail('catalog.form-not-found');
  return form;
}
