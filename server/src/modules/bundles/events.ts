/** `{versionId, previousVersionId}`; aggregate `bundle`. */
export const bundlePublished = 'bundles.bundle-published';
/** `{versionId, reason}`; aggregate `bundle`. */
export const bundleRetired = 'bundles.bundle-retired';
