/** A self-built system reported something of a case: `{caseId, systemId, kind, sequence}`; aggregate: the case. */
export const reportReceived = 'self-built.report-received';
