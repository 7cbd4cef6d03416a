/** The content of a draft was written; data `{versionId, revision}`. */
export const versionSaved = 'catalog.version-saved';
/** A version became the published guide of its item; data `{versionId, versionNumber, previousVersionId}`. */
export const itemPublished = 'catalog.item-published';
/** An item is no longer offered; data `{versionId, reason}`. */
export const itemRetired = 'catalog.item-retired';
