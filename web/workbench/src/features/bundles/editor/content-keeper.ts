import { editBundleVersion, getBundleVersion, type BundleContent, type BundleFinding, type BundleVersionView } from '@tongban/server/src/modules/bundles/contract.ts';
import { api } from '../../../shared/api.ts';
import { DraftKeeper, type Stored } from '../../../shared/draft/draft-keeper.ts';
import { mergeContent, type ContentConflict } from './merge-content.ts';

function stored({ content, revision, findings, savedAt, savedByName, abilities }: BundleVersionView): Stored<BundleContent, BundleFinding> {
  return { value: content, revision, findings, savedAt, savedByName, editable: abilities.edit };
}

/** Keeps the configuration of a bundle, merged part by part and entry by entry with what others save (BDL-01). */
export class ContentKeeper extends DraftKeeper<BundleContent, BundleFinding, ContentConflict> {
  constructor(version: BundleVersionView) {
    const at = { params: { versionId: version.versionId } };
    super(stored(version), {
      name: `bundle.${version.versionId}`,
      overtaken: ['bundles.stale', 'bundles.state-refused'],
      read: async () => stored(await api.call(getBundleVersion, at)),
      save: (revision, content) => api.call(editBundleVersion, { ...at, body: { revision, content } }),
      merge: (base, theirs, mine, choose) => {
        const { content, conflicts } = mergeContent(base, theirs, mine, choose);
        return { value: content, conflicts };
      },
    });
  }

  get content(): BundleContent { return this.value; }
}
