/** The content of a draft was written; data `{versionId, revision}`. */
export const versionSaved = 'catalog.version-saved';
/** A version became the published guide of its item; data `{versionId, versionNumber, previousVersionId}`. */
export const itemPublished = 'catalog.item-published';
/** A version that was being worked on is gone or will not go on: a draft was thrown away, an import taken back, an item closed; data `{versionId}`. */
export const versionGivenUp = 'catalog.version-given-up';
/** An item, with the version being worked on, has become another department's; data `{versionId, organizationId}`. */
export const itemMoved = 'catalog.item-moved';
/** An item is no longer offered; data `{versionId, reason}`. */
export const itemRetired = 'catalog.item-retired';
