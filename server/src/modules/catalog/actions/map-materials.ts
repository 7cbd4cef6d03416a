import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import type { ItemElements, ReviewPoint } from '../contract.ts';
import { fail } from '../errors.ts';
import { requireUnlocked } from '../locked-elements.ts';
import { getVersionRecord } from '../queries/get-version-record.ts';
import { announceSaved, startDraft } from './start-draft.ts';
import { beginChange, requireNextState, type VersionReceipt } from './version-receipt.ts';

/** The standard material that one material of an item is, and review points that the item takes over with it. */
export interface MaterialMapping {
  readonly key: string;
  readonly standardCode: string;
  readonly addedPoints: readonly ReviewPoint[];
}

/**
 * Gives materials of an item their standard codes (CAT-05), in its draft or in a new one begun from the published version.
 * The code is the library's word and is written even where the superior list has fixed the materials; review points are not.
 * @param base the draft or published version that was looked at
 * @throws catalog.stale when the item moved on since, catalog.locked-element, catalog.open-version-exists, catalog.state-refused
 */
export async function mapMaterials(
  ctx: Context, base: { versionId: string; revision: number }, mappings: readonly MaterialMapping[],
): Promise<VersionReceipt> {
  const record = await getVersionRecord(ctx, base.versionId, 'catalog.item.edit');
  const { version, item } = record;
  if (version.revision !== base.revision || item.latestVersionId !== version.id) throw fail('catalog.stale');
  if (mappings.some(({ addedPoints }) => addedPoints.length > 0)) {
    requireUnlocked(item.lockedElements, version.elements, withMappings(version.elements, mappings.map((mapping) => ({ ...mapping, standardCode: undefined }))));
  }
  const elements = withMappings(version.elements, mappings);
  if (version.state === 'published') {
    const { batch, receipt } = startDraft(ctx, item, elements, { from: version.id });
    await commit(ctx, batch);
    return receipt;
  }
  const state = requireNextState(version.state, 'edit');
  const { batch, receipt } = beginChange(ctx, record, base.revision, { state, set: { elements }, action: 'catalog.map-materials' });
  announceSaved(ctx, batch, receipt);
  await commit(ctx, batch);
  return receipt;
}

type Mapping = Omit<MaterialMapping, 'standardCode'> & { readonly standardCode: string | undefined };

function withMappings(elements: ItemElements, mappings: readonly Mapping[]): ItemElements {
  const byKey = new Map(mappings.map((mapping) => [mapping.key, mapping]));
  return {
    ...elements, materials: elements.materials.map((material) => {
      const mapping = byKey.get(material.key);
      if (!mapping) return material;
      const reviewPoints = [...material.reviewPoints, ...mapping.addedPoints];
      return { ...material, reviewPoints, ...(mapping.standardCode === undefined ? {} : { standardCode: mapping.standardCode }) };
    }),
  };
}
