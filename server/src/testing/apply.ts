import type { BodyOf } from '@tongban/contract-kit';
import { fictitiousResidentId } from '../kernel/identity/fictitious-numbers.ts';
import { pdf } from '../kernel/files/testing/samples.ts';
import { createDraft, saveDraft, submitDraft, type Draft, type MaterialEntry, type Receipt } from '../modules/intake/contract.ts';
import { seedItems } from '../seed/content/index.ts';
import type { Signed, TestCity } from './test-city.ts';

export type Guidance = BodyOf<typeof createDraft>['guidance'];

/** The sample answers of an item's first form, which the form accepts. */
export function sampleAnswersOf(itemKey: string): Record<string, unknown> {
  const form = seedItems.find(({ key }) => key === itemKey)?.forms[0];
  if (!form) throw new Error(`no demonstration item ${itemKey}`);
  return structuredClone({ ...form.sampleData });
}

/** Uploads one PDF for each material that the draft still needs; licences that may stand for one are used with consent. */
export async function gatherMaterials(filer: Signed, draft: Draft): Promise<MaterialEntry[]> {
  const entries: MaterialEntry[] = [];
  for (const { material, required, licences: [licence] } of draft.materials) {
    if (licence) entries.push({ key: material.key, fileIds: [], licenceId: licence.id, licenceConsent: true });
    else if (required) entries.push({ key: material.key, fileIds: [(await filer.http.uploadMaterial(`${material.name}.pdf`, pdf())).id] });
  }
  return entries;
}

/** A draft filled in with the sample answers, what was known beforehand kept, and every material it needs. */
export async function fillDraft(filer: Signed, draft: Draft, itemKey: string, change: Record<string, unknown> = {}): Promise<{ draft: Draft; revision: number; answers: Record<string, unknown> }> {
  const answers = { ...sampleAnswersOf(itemKey), ...draft.answers, ...change };
  const materials = await gatherMaterials(filer, draft);
  const { revision } = await filer.http.call(saveDraft, { params: { draftId: draft.id }, body: { revision: draft.revision, answers, materials } });
  return { draft, revision, answers };
}

/** Starts an application of an item with the answers to its guiding questions. */
export function beginDraft(city: TestCity, filer: Signed, itemKey: string, guidance: Guidance = []): Promise<Draft> {
  return filer.http.call(createDraft, { body: { itemId: city.itemId(itemKey), guidance } });
}

/** Hands a filled draft in. */
export function handIn(filer: Signed, draftId: string, revision: number): Promise<Receipt> {
  return filer.http.call(submitDraft, { params: { draftId }, body: { revision, declared: true } });
}

/** From nothing to a receipt, as the filer does it in the portal. */
export async function applyFor(city: TestCity, filer: Signed, itemKey: string, guidance: Guidance = [], change: Record<string, unknown> = {}): Promise<Receipt> {
  const filled = await fillDraft(filer, await beginDraft(city, filer, itemKey, guidance), itemKey, change);
  return handIn(filer, filled.draft.id, filled.revision);
}

let elders = 0;

/** Somebody of 85, who may apply for the allowance of the old. */
export function addElder(city: TestCity): ReturnType<TestCity['person']> {
  elders += 1;
  return city.person({ name: '陈德福', documentNumber: fictitiousResidentId(elders, '19410203', '519998') });
}

/** An application of an elder for the allowance, handled by one department: acceptance, review, check, decision. */
export async function applyAsElder(city: TestCity): Promise<{ elder: Awaited<ReturnType<typeof addElder>>; receipt: Receipt }> {
  const elder = await addElder(city);
  return { elder, receipt: await applyFor(city, elder, 'elderly-allowance', [{ question: 'who', option: 'self' }], { byFamily: false }) };
}
