import type { ItemElements } from '../../catalog/contract.ts';
import type { Effect } from '../change.contract.ts';
import type { InheritedName, PublicElements } from '../entry.contract.ts';
import { compareMaterials } from '../materials.ts';

/** An element that an item would take over. */
export interface IncomingElement { readonly element: InheritedName; readonly incoming: unknown }

/** What else of an item rests on the elements that would change, and what an officer should look at before applying them (CAT-09). */
export function effectsOf(item: { elements: ItemElements; published: boolean }, incoming: readonly IncomingElement[], around: { openCases: number; bundles: readonly string[]; process: string | undefined }): Effect[] {
  const { elements } = item;
  const changes = (...names: InheritedName[]) => incoming.some(({ element }) => names.includes(element));
  const effect = (kind: Effect['kind'], names: readonly string[], count = names.length): Effect[] => count === 0 ? [] : [{ kind, count, names: names.slice(0, 10) }];
  const limit = incoming.find(({ element }) => element === 'legalLimit')?.incoming as PublicElements['legalLimit'];
  return incoming.length === 0 ? [] : [
    ...effect('cases', [], around.openCases),
    ...effect('guide', item.published ? [elements.name] : []),
    ...effect('forms', formsOf(elements, incoming)),
    ...effect('guidance', changes('materials', 'conditions', 'serviceObjects') && (elements.questionnaire?.questions.length ?? 0) > 0 ? elements.questionnaire?.situations.map(({ name }) => name) ?? [] : []),
    ...effect('process', changes('legalLimit', 'specialProcedures', 'projectType') && around.process !== undefined ? [around.process] : []),
    ...effect('limits', overrun(elements, limit)),
    ...effect('licence', changes('results') ? elements.results.filter(({ licenceTypeCode }) => licenceTypeCode !== undefined).map(({ name }) => name) : []),
    ...effect('bundles', around.bundles),
  ];
}

/** Forms that stand for a material which the superior list drops or changes. */
function formsOf({ materials, forms }: ItemElements, incoming: readonly IncomingElement[]): string[] {
  const wanted = incoming.find(({ element }) => element === 'materials')?.incoming as PublicElements['materials'];
  if (wanted === undefined) return [];
  const { extra, changed } = compareMaterials(wanted, materials);
  const keys = new Set(materials.filter(({ name }) => extra.includes(name) || changed.includes(name)).map(({ formKey }) => formKey));
  return forms.filter(({ key }) => keys.has(key)).map(({ name }) => name);
}

/** A promise that would be longer than the new legal limit. */
function overrun({ promisedLimit }: ItemElements, legal: PublicElements['legalLimit']): string[] {
  if (!promisedLimit || !legal || promisedLimit.unit !== legal.unit || promisedLimit.days <= legal.days) return [];
  return [`承诺时限${promisedLimit.days}天，超过新的法定时限${legal.days}天，需要一并调整`];
}
