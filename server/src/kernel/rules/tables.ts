import type { ColumnType, Generated } from 'kysely';
import type { RuleSetContent, RuleTestCase, VersionState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** Rows of schema `rules`. */
export interface RulesTables {
  'rules.ruleSet': {
    id: string; code: string; name: string; description: string; legalBasis: string; organizationPath: string; regionCode: string; createdAt: Instant; createdByName: string; revision: Generated<number>;
  };
  /** What is published or superseded never changes but for its state; a trigger keeps it. */
  'rules.version': {
    id: string; ruleSetId: string; number: number; state: VersionState; note: string; content: Json<RuleSetContent>; testCases: Json<RuleTestCase[]>;
    updatedAt: Instant; updatedById: string; updatedByName: string; publishedAt: NullableInstant; publishedByName: string | null; revision: number;
  };
  /** One run over real data, kept so that it can be reproduced and new versions tried on it. */
  'rules.evaluation': {
    id: string; versionId: string; ruleSetId: string; subjectType: string; subjectId: string; at: Instant;
    /** Who caused it, what people call its subject, and whether rules gave a result; null of before these were kept. */
    actorName: string | null; subjectLabel: string | null; decided: boolean | null;
    /** Encrypted JSON: what the rules were told. */
    inputsCipher: string;
    /** Encrypted JSON: results, or the failure. */
    outcomeCipher: string;
  };
}
