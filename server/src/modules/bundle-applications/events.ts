/** `{number, bundleId, bundleVersionId, bundleName, caseIds}`; aggregate `bundle-application`. */
export const bundleSubmitted = 'bundle-applications.application-submitted';
/** An item is not handled any more: `DroppedChild`; aggregate `bundle-application`. */
export const childDropped = 'bundle-applications.child-dropped';

export interface DroppedChild extends Record<string, unknown> {
  applicationId: string;
  number: string;
  bundleName: string;
  itemName: string;
  reason: string;
  applicantKind: 'person' | 'company';
  applicantId: string;
  /** Null unless an agent filed. */
  agentId: string | null;
  /** The person who stood at the counter for the applicant; absent in events from before it was told. */
  counterAgentId?: string | null;
}
