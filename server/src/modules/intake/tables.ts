import type { ColumnType } from 'kysely';
import type { IdentityCheckMethod } from '../../kernel/window-devices/contract.ts';
import type { CaseFile, StoredAgent } from '../cases/index.ts';
import type { Substitutes } from '../materials/index.ts';
import type { GivenAnswer } from '../guidance/contract.ts';
import type { Receipt } from './contract.ts';
import type { PrefillConsent, PrefillNote } from './prefill.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

/** What was given for a material, with the files as the draft remembers them. */
export interface DraftMaterial {
  key: string;
  files: CaseFile[];
  licenceId: string | null;
  licenceConsent: boolean;
  paperReceived: boolean;
}

/** Where the answer of a field was filled in from; its value as it was then is among the locked answers. */
export interface DraftPrefilled {
  source: string;
  sourceId: string;
  asOf: string | null;
}

export interface IntakeTables {
  'intake.draft': {
    id: string;
    revision: number;
    ownerKind: 'person' | 'staff';
    ownerId: string;
    ownerName: string;
    applicantKind: 'person' | 'company';
    applicantId: string;
    applicantName: string;
    applicantDocumentMasked: string;
    applicantLastFour: string;
    applicantMobileMasked: string | null;
    mandateId: string | null;
    /** How the clerk made sure who the applicant is; null where nobody stood at a counter. */
    identifiedBy: IdentityCheckMethod | null;
    /** Who stands at the counter for the applicant; null where the applicant came in person, or nobody stood at a counter. */
    agent: StoredAgent | null;
    /** Null in a draft for a bundle, which pins its version instead. */
    itemId: string | null;
    itemVersionId: string | null;
    bundleId: string | null;
    bundleVersionId: string | null;
    /** Of the item, or of the bundle. */
    itemName: string;
    guidance: GivenAnswer[];
    situationName: string;
    answersCipher: string;
    /** Answers as the platform filled them in; read-only fields keep them. Encrypted. */
    lockedCipher: string;
    prefilled: Record<string, DraftPrefilled>;
    /** What the applicant said of reading further sources; null until asked. */
    consent: PrefillConsent | null;
    /** What came of reading them. */
    prefillNotes: PrefillNote[];
    materials: DraftMaterial[];
    createdAt: Instant;
    updatedAt: Instant;
    submittedCaseId: string | null;
    receipt: Receipt | null;
  };
  /** Which licences stood for which materials when the case was submitted; no row when none did. */
  'intake.caseSubstitutes': { caseId: string; substitutes: Substitutes };
}
