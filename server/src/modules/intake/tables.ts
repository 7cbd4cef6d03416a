import type { ColumnType } from 'kysely';
import type { CaseFile } from '../cases/index.ts';
import type { Substitutes } from '../materials/index.ts';
import type { GivenAnswer } from '../guidance/contract.ts';
import type { Receipt } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;

/** What was given for a material, with the files as the draft remembers them. */
export interface DraftMaterial {
  key: string;
  files: CaseFile[];
  licenceId: string | null;
  licenceConsent: boolean;
  paperReceived: boolean;
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
    itemId: string;
    itemVersionId: string;
    itemName: string;
    guidance: GivenAnswer[];
    situationName: string;
    answersCipher: string;
    /** Answers the platform vouches for; read-only fields keep them. Encrypted. */
    lockedCipher: string;
    prefilled: Record<string, string>;
    materials: DraftMaterial[];
    createdAt: Instant;
    updatedAt: Instant;
    submittedCaseId: string | null;
    receipt: Receipt | null;
  };
  /** Which licences stood for which materials when the case was submitted; no row when none did. */
  'intake.caseSubstitutes': { caseId: string; substitutes: Substitutes };
}
