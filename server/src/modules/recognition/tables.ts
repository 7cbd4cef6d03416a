import type { ColumnType } from 'kysely';
import type { TypeContent } from './catalogue.contract.ts';
import type { QualityHint, ReadingNote, ReadingState } from './reading.contract.ts';
import type { Evaluation, ModelState, SampleOrigin } from './training.contract.ts';
import type { Turn } from './images/upright.ts';
import type { Classifier } from './training/naive-bayes.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** What is known of a page's picture; nothing of what it says. */
export interface PageFacts {
  number: number;
  /** How the picture was set upright, to draw it so again. */
  turn: Turn;
  hints: QualityHint[];
}

/** The kind a document was found to be, and why. */
export interface FoundType { code: string; confidence: number; by: 'marks' | 'classifier'; because: string[] }

/** Rows of schema `recognition`. */
export interface RecognitionTables {
  'recognition.documentType': {
    id: string; code: string; name: string; state: 'draft' | 'active'; revision: number; content: Json<TypeContent>; editedById: string; editedByName: string; editedAt: Instant;
  };
  /** One row a file that was looked at. */
  'recognition.reading': {
    fileId: string; materialName: string; state: ReadingState; attempts: number; revision: number; requestedAt: Instant; startedAt: NullableInstant; finishedAt: NullableInstant;
    notes: Json<ReadingNote[]>; pagesTotal: number; pages: Json<PageFacts[]>; engine: string | null; found: Json<FoundType> | null;
    /** Encrypted `ReadContent`: lines and values. */
    contentCipher: string | null;
    /** Encrypted `Correction` of a person. */
    correctionCipher: string | null; correctedByName: string | null; correctedAt: NullableInstant;
    /** Ids of questions that the applicant has seen and goes on with. */
    acknowledged: Json<string[]>;
  };
  /** Applications whose filer wants no hints. */
  'recognition.switchedOff': { draftId: string; at: Instant };
  'recognition.sample': {
    id: string; typeCode: string | null; origin: SampleOrigin; fileId: string | null;
    /** Encrypted text, from which numbers and the values read were taken out. */
    textCipher: string; excluded: boolean; labelledByName: string; labelledAt: Instant;
  };
  'recognition.model': {
    id: string; number: number; state: ModelState; reason: string | null; samples: number; evaluation: Json<Evaluation> | null; classifier: Json<Classifier> | null;
    trainedByName: string; trainedAt: Instant; activatedByName: string | null; activatedAt: NullableInstant;
  };
}
