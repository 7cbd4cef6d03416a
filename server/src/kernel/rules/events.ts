/** A version is in force from now on; aggregate: the rule set, data `{versionId, number, code, supersededId}`. */
export const versionPublished = 'rules.version-published';
