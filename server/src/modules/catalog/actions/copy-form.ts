import { isFormDefinition } from '@tongban/form-model';
import { holds, covers, requireScope } from '../../../kernel/access/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf } from '../../../kernel/db/index.ts';
import type { ItemElements } from '../contract.ts';
import { fail } from '../errors.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import type { CatalogTables } from '../tables.ts';
import { editDraft } from './edit-draft.ts';

/** A form that one may see: published by anybody, or within one's reach. @throws catalog.form-not-found */
async function getForm(ctx: Context, versionId: string, formKey: string): Promise<ItemElements['forms'][number]> {
  const row = await tablesOf<CatalogTables>(ctx.kernel.db).selectFrom('catalog.itemVersion as v').innerJoin('catalog.item as i', 'i.id', 'v.itemId')
    .select(['v.state', 'v.elements', 'i.organizationPath', 'i.regionCode']).where('v.id', '=', versionId).executeTakeFirst();
  const seen = row && (row.state === 'published' || (holds(ctx.actor, 'catalog.item.view') && covers(requireScope(ctx, 'catalog.item.view'), ctx.actor, row)));
  const form = seen ? row.elements.forms.find(({ key }) => key === formKey) : undefined;
  if (!form || !isFormDefinition(form.definition)) throw fail('catalog.form-not-found');
  return form;
}

function newKey(forms: ItemElements['forms']): string {
  let serial = forms.length + 1;
  while (forms.some(({ key }) => key === `form${serial}`)) serial += 1;
  return `form${serial}`;
}

/**
 * Begins a form of a draft with another item's form, whose fields, bindings and shared groups come along; from then on each
 * goes its own way (FRM-04). @throws catalog.form-not-found and what `editDraft` throws
 */
export async function copyForm(ctx: Context, versionId: string, from: { fromVersionId: string; formKey: string; name: string }): Promise<{ versionId: string; revision: number; formKey: string }> {
  const form = await getForm(ctx, from.fromVersionId, from.formKey);
  const { version } = await getVersionRecord(ctx, versionId, 'catalog.item.edit');
  const key = newKey(version.elements.forms);
  const copy = { ...form, key, name: from.name, definition: { ...form.definition, title: from.name } };
  const { revision } = await editDraft(ctx, versionId, version.revision, { ...version.elements, forms: [...version.elements.forms, copy] });
  return { versionId, revision, formKey: key };
}
