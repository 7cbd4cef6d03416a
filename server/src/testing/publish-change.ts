import { createDraft, editDraft, getItemVersion, publishVersion, reviewVersion, submitVersion, type ItemElements } from '../modules/catalog/contract.ts';
import type { Signed, TestCity } from './test-city.ts';

/**
 * Publishes a new version of an item as two people would: one changes and submits it, the other reviews and publishes it.
 * `beforehand` is asked when the change is made and not submitted yet. Gives the version.
 */
export async function publishChange(
  city: TestCity, { editor, reviewer }: { editor: Signed; reviewer: Signed }, itemKey: string, change: (elements: ItemElements) => ItemElements, beforehand?: (versionId: string) => Promise<void>,
): Promise<string> {
  const { versionId } = await editor.http.call(createDraft, { params: { itemId: city.itemId(itemKey) }, body: {} });
  const params = { versionId };
  const revisionFor = async (who: Signed): Promise<number> => (await who.http.call(getItemVersion, { params })).revision;
  const { revision, elements } = await editor.http.call(getItemVersion, { params });
  await editor.http.call(editDraft, { params, body: { revision, elements: change(elements) } });
  await beforehand?.(versionId);
  await editor.http.call(submitVersion, { params, body: { revision: await revisionFor(editor) } });
  await reviewer.http.call(reviewVersion, { params, body: { revision: await revisionFor(reviewer), decision: 'approve', opinion: '同意' } });
  await reviewer.http.call(publishVersion, { params, body: { revision: await revisionFor(reviewer) } });
  await city.server.relay.drain();
  return versionId;
}
