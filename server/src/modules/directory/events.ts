/** A version of an entry came into force or took the entry out of it; aggregate `directory-entry`, data {@link EntryInForce}. */
export const entryInForce = 'directory.entry-in-force';

export interface EntryInForce extends Record<string, unknown> {
  versionId: string;
  previousVersionId: string | null;
  kind: 'added' | 'changed' | 'cancelled';
}

/** A claim was confirmed; aggregate `directory-claim`, data `{entryId, itemId, organizationId}` (`itemId` null where it does not apply). */
export const claimApproved = 'directory.claim-approved';
/** Elements of the superior list were taken over into an item's draft; aggregate `item`, data `{entryId, elements}`. */
export const incomingApplied = 'directory.incoming-applied';
