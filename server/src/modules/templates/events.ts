/** A version is in force from now on; aggregate: the template, data `{versionId, number, kind, itemId, supersededId}`. */
export const versionPublished = 'templates.version-published';
