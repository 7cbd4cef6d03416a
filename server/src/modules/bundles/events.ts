/** `{versionId, previousVersionId}`; aggregate `bundle`. */
export const bundlePublished = 'bundles.bundle-published';
/** How far a bundle has come, its name or who leads it changed; `{byName}`; aggregate `bundle`. */
export const bundleMoved = 'bundles.bundle-moved';
/** `{versionId, reason}`; aggregate `bundle`. */
export const bundleRetired = 'bundles.bundle-retired';
