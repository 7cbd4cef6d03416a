import type { ResponseOf } from '@tongban/contract-kit';
import type { Field } from '@tongban/form-model';
import { holds, requireScope } from '../../../kernel/access/index.ts';
import { liesInScope } from '../../../kernel/access/scope-filter.ts';
import type { Context } from '../../../kernel/context.ts';
import { licenceForms, listLicenceGivers, readForm, readItemContents, type LicenceForm, type LicenceGiver } from '../../catalog/index.ts';
import type { FormFields, LicenceTypeGiver, LicenceTypeView, listFormFields as fieldsOperation } from '../contract.ts';
import { fail } from '../errors.ts';
import { findTypeState } from '../states.ts';
import { contentOf, getTypeRecord, mayManage } from '../type-record.ts';
import { presentTypes } from './licence-type-list.ts';

const viewItems = 'catalog.item.view';
/** Files and signatures have no words to print. */
const wordless: ReadonlySet<Field['type']> = new Set<Field['type']>(['attachment', 'image', 'signature']);

/** Whether the actor may read what an item has that is not published. */
function mayReadDrafts(ctx: Context, item: { organizationPath: string; regionCode: string }): boolean {
  return holds(ctx.actor, viewItems) && liesInScope(requireScope(ctx, viewItems), ctx.actor, item);
}

function presentForm({ key, name, fields }: LicenceForm): FormFields {
  return { key, name, fields: fields.filter(({ type }) => !wordless.has(type)).map(({ id, label }) => ({ id, label })) };
}

function presentGiver({ itemId, versionId, name, departmentName, state, issues, elements }: LicenceGiver): LicenceTypeGiver {
  return { itemId, versionId, itemName: name, departmentName, published: state === 'published', forms: issues ? licenceForms(elements).map(presentForm) : [] };
}

/** A type of the catalogue with the items that give it; of unpublished versions only those of the reader's scope (LIC-01). */
export async function viewLicenceType(ctx: Context, code: string): Promise<LicenceTypeView> {
  const record = await getTypeRecord(ctx, code);
  const [[summary], givers] = await Promise.all([presentTypes(ctx.kernel, [record]), listLicenceGivers(ctx.kernel, code)]);
  if (!summary) throw fail('licences.type-not-found', { code });
  const may = mayManage(ctx, record);
  return {
    ...summary, content: contentOf(record), stateReason: record.stateReason, updatedByName: record.updatedByName,
    givers: givers.filter((giver) => giver.state === 'published' || mayReadDrafts(ctx, giver)).map(presentGiver),
    abilities: {
      edit: may && findTypeState(record.state, 'edit') !== undefined, retire: may && findTypeState(record.state, 'retire') !== undefined,
      restore: may && findTypeState(record.state, 'restore') !== undefined, changeTypeCode: summary.licenceCount === 0,
    },
  };
}

/** The forms of an item whose licence is to be made: of the version worked on where one may read it, else of the published one. @throws licences.type-item-not-found */
export async function readItemForms(ctx: Context, itemId: string): Promise<{ itemName: string; forms: LicenceForm[] }> {
  const [item] = await readItemContents(ctx.kernel, [itemId]);
  const version = item && ((mayReadDrafts(ctx, item) ? item.open : undefined) ?? item.published);
  if (!version) throw fail('licences.type-item-not-found');
  const leading = licenceForms(version.elements);
  // One that is only being made may not say yet which of its forms is used.
  return { itemName: version.elements.name, forms: leading.length > 0 ? leading : version.elements.forms.flatMap(readForm) };
}

/** Fields of an item's forms that a face can print. @throws licences.type-item-not-found */
export async function listFormFields(ctx: Context, itemId: string): Promise<ResponseOf<typeof fieldsOperation>> {
  const { itemName, forms } = await readItemForms(ctx, itemId);
  return { itemId, itemName, forms: forms.map(presentForm) };
}
