import type { CaseActionType } from './contract.ts';

/** Event of each action; aggregate type `case`, aggregate id the case's. */
export const caseEvents: Record<CaseActionType, string> = {
  'submit': 'cases.case-submitted',
  'accept': 'cases.case-accepted',
  'deem-accepted': 'cases.case-accepted',
  'refuse': 'cases.case-refused',
  'request-supplement': 'cases.supplement-requested',
  'supplement': 'cases.case-supplemented',
  'review': 'cases.case-reviewed',
  'return-for-rework': 'cases.case-returned',
  'propose-special-procedure': 'cases.special-procedure-proposed',
  'start-special-procedure': 'cases.case-paused',
  'reject-special-procedure': 'cases.special-procedure-rejected',
  'end-special-procedure': 'cases.case-resumed',
  'extend': 'cases.limit-extended',
  'decide': 'cases.case-decided',
  'deliver': 'cases.case-closed',
  'close': 'cases.case-closed',
  'withdraw': 'cases.case-withdrawn',
  'terminate': 'cases.case-terminated',
  'take-over': 'cases.case-taken-over',
  'revoke-decision': 'cases.decision-revoked',
  'handle-step': 'cases.step-handled',
  'mail-returned': 'cases.mail-returned',
  'deliver-again': 'cases.result-delivered-again',
  'sign-notices': 'cases.notices-signed',
  'decline-notices': 'cases.notices-declined',
};

/** Data of every case event; receivers need no look-up for ordinary work. No personal number is in it. */
export interface CaseEventData extends Record<string, unknown> {
  caseId: string;
  number: string;
  version: number;
  status: string;
  outcome: 'approved' | 'denied' | null;
  itemId: string;
  itemVersionId: string;
  itemName: string;
  projectType: string;
  regionCode: string;
  organizationId: string;
  organizationName: string;
  applicantKind: 'person' | 'company';
  applicantId: string;
  applicantName: string;
  filerKind: 'self' | 'agent' | 'clerk';
  filerId: string;
  /** The person who stood at the counter for the applicant; absent in events from before it was registered. */
  agentId?: string | null;
  /** What the action adds, e.g. the validity of the licence to issue. */
  detail: Record<string, unknown>;
}

/** A step was done of which somebody wants to hear: `{caseId, taskId, node, name, definitionId, by}`; `by` is the officer's id, null for the platform. */
export const stepLeft = 'cases.step-left';
