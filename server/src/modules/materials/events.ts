/** Events of the library; aggregates `standard-material` and `substitution`. */
export const materialsEvents = {
  /** `{materialId, code, mergeId, mergedCodes}`; the merged codes mean the material from now on. */
  merged: 'materials.material-merged',
  /** `{materialId, code, mergeId, restoredCodes}` */
  mergeUndone: 'materials.merge-undone',
  /** `{substitutionId, materialCode, licenceTypeCode}`; the rule is in force. */
  substitutionApproved: 'materials.substitution-approved',
  /** `{substitutionId, materialCode, licenceTypeCode, reason}` */
  substitutionEnded: 'materials.substitution-ended',
} as const;
