import type { ColumnType } from 'kysely';
import type { IdentityCheckMethod } from '../../kernel/window-devices/contract.ts';
import type { AgentAuthority } from './agent.contract.ts';
import type { CaseActionType, CaseStatus, DeliveryMethod } from './contract.ts';
import type { GivenAnswer } from '../guidance/contract.ts';
import type { CaseState, CaseStep } from './states.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** A file as the case remembers it, so that lists need no look-up. */
export interface CaseFile {
  id: string;
  name: string;
  size: number;
  mediaType: string;
}

/** Who stood at the counter for the applicant; the numbers in full are with the person. */
export interface StoredAgent {
  personId: string;
  name: string;
  documentType: string;
  documentMasked: string;
  mobileMasked: string | null;
  authority: AgentAuthority;
  /** A mandate that was in force when the agent was registered. */
  mandateId: string | null;
  letter: CaseFile | null;
  identifiedBy: IdentityCheckMethod;
}

/** Rows of the PostgreSQL schema `cases`. `case` is the projection; `action` is the record it derives from. */
export interface CasesTables {
  'cases.case': {
    id: string;
    number: string;
    version: number;
    status: CaseStatus;
    outcome: 'approved' | 'denied' | null;
    /** The fold of all actions. */
    state: CaseState;
    submissionKey: string;
    itemId: string;
    itemVersionId: string;
    itemName: string;
    title: string;
    /** Answers to the guiding questions. */
    guidance: GivenAnswer[];
    situationKey: string;
    situationName: string;
    formKey: string;
    projectType: string;
    regionCode: string;
    organizationId: string;
    organizationName: string;
    /** Organisations that take part, as paths, for scopes. */
    participantPaths: string[];
    applicantKind: 'person' | 'company';
    applicantId: string;
    applicantName: string;
    applicantDocumentMasked: string;
    applicantLastFour: string;
    applicantMobileMasked: string | null;
    filerKind: 'self' | 'agent' | 'clerk';
    filerId: string;
    filerName: string;
    mandateId: string | null;
    /** Who stood at the counter for the applicant; null where the applicant came in person, or nobody stood at a counter. */
    agent: StoredAgent | null;
    channel: string;
    processInstanceId: string | null;
    promisedDays: number;
    legalDays: number;
    deliveryMethod: DeliveryMethod;
    /** Where the applicant asked the result to be posted. */
    postalAddressCipher: string | null;
    submittedAt: Instant;
    acceptanceDueOn: string | null;
    supplementDueOn: string | null;
    deliveryDueOn: string | null;
    closedAt: NullableInstant;
    ratedAt: NullableInstant;
    /** The licence that the decision led to. */
    result: { id: string; name: string; identifier: string } | null;
    updatedAt: Instant;
  };
  'cases.action': {
    id: string;
    caseId: string;
    sequence: number;
    type: CaseActionType;
    at: Instant;
    actorKind: string;
    actorId: string;
    actorName: string;
    organizationId: string | null;
    organizationName: string | null;
    opinion: string | null;
    /** What the state machine was given. */
    step: CaseStep;
    /** What readers need beyond it. */
    detail: Record<string, unknown>;
  };
  /** Open cases that a merger of departments has handed over; `noted` once it is said at the case. */
  'cases.handedOver': { mergerId: string; caseId: string; noted: boolean };
  'cases.answers': { caseId: string; round: number; cipher: string; at: Instant };
  'cases.material': {
    id: string;
    caseId: string;
    round: number;
    key: string;
    name: string;
    source: 'upload' | 'licence' | 'paper' | 'form' | 'none';
    files: CaseFile[];
    /** The licence that stands for it; `basis` is what allowed that, null when the item says so itself; `sharedAt` when the applicant agreed by share code. */
    licence: { id: string; name: string; number: string; basis?: string | null; sharedAt?: string } | null;
  };
  'cases.notice': {
    id: string;
    caseId: string;
    kind: string;
    title: string;
    documentNumber: string;
    organizationId: string;
    organizationName: string;
    data: Record<string, unknown>;
    fileId: string | null;
    issuedAt: Instant;
  };
  /** What handlers write into the forms of steps; each saving is a revision of its own. */
  'cases.stepAnswers': {
    caseId: string; formKey: string; revision: number; taskId: string; node: string; stepName: string;
    /** Encrypted JSON. */
    cipher: string;
    at: Instant; byId: string; byName: string;
  };
  /** What the rules of a step said, with the version that said it. */
  'cases.stepCheck': {
    id: string; caseId: string; taskId: string; node: string; stepName: string;
    moment: 'enter' | 'complete'; effect: 'block' | 'warn' | 'outcome';
    ruleSetCode: string; ruleSetName: string; versionId: string | null; versionNumber: number | null; decision: string;
    result: string | null; applies: boolean; failed: boolean; message: string;
    /** Encrypted JSON: why it came out so, with the values it saw. */
    explanationCipher: string;
    at: Instant;
  };
}
