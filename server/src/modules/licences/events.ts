/** Events of licences; aggregate `licence`. */
export const licenceEvents = {
  /** `{licenceId, caseId, typeCode, typeName, identifier, number, holderKind, holderId, holderName, issuerId, validTo}` */
  issued: 'licences.licence-issued',
  /** `{licenceId, identifier, state, reason, holderKind, holderId}` */
  ended: 'licences.licence-ended',
} as const;
