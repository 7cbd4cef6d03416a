import { systemActor } from '../../../kernel/access/index.ts';
import { systemContext } from '../../../kernel/context.ts';
import { createId } from '../../../kernel/db/index.ts';
import type { Signed, TestCity } from '../../../testing/test-city.ts';
import { publishVersion, readItemContents, reviewVersion, submitVersion } from '../../catalog/index.ts';
import {
  applyMapping, changeMaterialState, createMaterial, previewMapping, type MappingOutcome, type MaterialContent, type MaterialView,
} from '../contract.ts';

/** What a standard material says, changed where told. */
export function contentOfMaterial(name: string, change: Partial<MaterialContent> = {}): MaterialContent {
  return {
    kind: 'application', name, aliases: [], type: '1', form: '3', necessity: '1', source: '10', acceptanceStandard: '清晰、完整、在有效期内。', sensitive: false,
    licenceTypes: [], ...change,
  };
}

/** Adds a standard material over HTTP and puts it to use. */
export async function addMaterial(administrator: Signed, name: string, change: Partial<MaterialContent> = {}): Promise<MaterialView> {
  const { id, revision } = await administrator.http.call(createMaterial, { body: contentOfMaterial(name, change) });
  return administrator.http.call(changeMaterialState, { params: { materialId: id }, body: { revision, action: 'activate' } });
}

/** Takes the open draft of an item through review to publication, as the seed does. */
export async function publishOpenDraft(city: TestCity, itemId: string): Promise<void> {
  const editor = city.system();
  const reviewer = systemContext(city.server.kernel, systemActor('test-review', '测试审核'), createId());
  const [item] = await readItemContents(city.server.kernel, [itemId]);
  if (!item?.open) throw new Error('the item has no open draft');
  const { versionId, revision } = item.open;
  const submitted = await submitVersion(editor, versionId, revision);
  const approved = await reviewVersion(reviewer, versionId, { revision: submitted.revision, decision: 'approve', opinion: '同意发布。' });
  await publishVersion(reviewer, versionId, approved.revision);
  await city.server.relay.drain();
}

/** Maps materials of one item as an administrator does it: preview, then application. */
export async function mapItem(
  administrator: Signed, itemId: string, codes: Record<string, string>, options: { withReviewPoints?: boolean } = {},
): Promise<MappingOutcome> {
  const lines = Object.entries(codes).map(([key, standardCode]) => ({ itemId, key, standardCode }));
  const { plans: [plan] } = await administrator.http.call(previewMapping, { body: { lines } });
  if (!plan) throw new Error('the preview does not know the item');
  const { outcomes: [outcome] } = await administrator.http.call(applyMapping, {
    body: {
      items: [{ itemId, versionId: plan.versionId, revision: plan.revision, changes: lines.map(({ key, standardCode }) => ({ key, standardCode })) }],
      withReviewPoints: options.withReviewPoints ?? false,
    },
  });
  if (!outcome) throw new Error('the mapping answered nothing');
  return outcome;
}
