import type { ColumnType } from 'kysely';
import type { CaseStatus, DeliveryMethod } from '../cases/contract.ts';
import type { StoredAgent } from '../cases/index.ts';
import type { GivenAnswer } from '../guidance/contract.ts';
import type { DraftMaterial } from '../intake/index.ts';
import type { ApplicationState, BundleReceipt } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Rows of the PostgreSQL schema `bundle_applications`. */
export interface BundleApplicationsTables {
  'bundleApplications.application': {
    id: string;
    number: string;
    draftId: string;
    version: number;
    /** What the children come to, kept for lists. */
    state: ApplicationState;
    bundleId: string;
    bundleVersionId: string;
    bundleName: string;
    guidance: GivenAnswer[];
    promisedDays: number;
    /** The organisation that leads the bundle. */
    leadName: string;
    organizationPath: string;
    regionCode: string;
    /** The lead and every organisation that takes part in a child case, as paths. */
    participantPaths: string[];
    applicantKind: 'person' | 'company';
    applicantId: string;
    applicantName: string;
    applicantDocumentMasked: string;
    applicantLastFour: string;
    applicantMobileMasked: string | null;
    ownerKind: 'person' | 'staff';
    ownerId: string;
    ownerName: string;
    mandateId: string | null;
    /** Who stood at the counter for the applicant. */
    agent: StoredAgent | null;
    channel: string;
    /** Answers to the one form. Encrypted. */
    answersCipher: string;
    /** What was given for the one set of materials; the files belong to the application. */
    materials: DraftMaterial[];
    deliveryMethod: DeliveryMethod;
    postalAddressCipher: string | null;
    receipt: BundleReceipt;
    submittedAt: Instant;
    partialAgreedAt: NullableInstant;
    deliveredAt: NullableInstant;
    ratedAt: NullableInstant;
    updatedAt: Instant;
  };
  'bundleApplications.child': {
    /** Also the submission key of its case. */
    id: string;
    applicationId: string;
    position: number;
    /** Of the item in the bundle. */
    key: string;
    itemId: string;
    itemVersionId: string;
    itemName: string;
    organizationName: string;
    waitsFor: string[];
    /** Working days promised. */
    days: number;
    /** Answers to the item's own form as it was submitted. Encrypted. */
    answersCipher: string;
    state: 'waiting' | 'opened' | 'dropped';
    caseId: string | null;
    caseNumber: string | null;
    /** Version of the case that status and outcome are of; 0 while there is none. */
    caseVersion: number;
    caseStatus: CaseStatus | null;
    caseOutcome: 'approved' | 'denied' | null;
    /** Why it is not handled any more. */
    reason: string | null;
    changedAt: Instant;
  };
}
