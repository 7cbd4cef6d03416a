import type { ColumnType } from 'kysely';
import type { AutomationModel, ReviewState, RunOutcome, SettingContent, SettingState } from './contract.ts';
import type { HandOverReason } from './run.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** What was looked at beside the rules. */
export interface RunCheck { label: string; passed: boolean; note: string }

/** Rows of schema `decisioning`. */
export interface DecisioningTables {
  /** One row a version; of an item at most one draft, and at most one that is active or stopped. */
  'decisioning.setting': {
    id: string; itemId: string; itemName: string; organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
    number: number; revision: number; state: SettingState; model: AutomationModel; content: Json<SettingContent>; note: string; withoutMaterials: boolean;
    editedById: string; editedByName: string; editedAt: Instant; activatedByName: string | null; activatedAt: NullableInstant;
    stoppedByName: string | null; stoppedAt: NullableInstant; stopReason: string | null; stopKind: 'person' | 'check' | null;
    /** The switch for all is off. */
    halted: boolean;
    /** What it was last checked against. */
    itemVersionId: string | null; ruleVersionId: string | null; ruleVersionNumber: number | null; checkedAt: NullableInstant;
  };
  'decisioning.platformSwitch': { id: number; stopped: boolean; reason: string | null; byName: string | null; at: NullableInstant };
  /** One row a case that came to an item with a setting. */
  'decisioning.run': {
    caseId: string; caseNumber: string; settingId: string; settingNumber: number; model: AutomationModel;
    itemId: string; itemVersionId: string; itemName: string; organizationId: string; organizationName: string; organizationPath: string; regionCode: string; applicantName: string;
    outcome: RunOutcome; reasonCode: HandOverReason | null; reason: string | null; submittedAt: Instant; startedAt: Instant; finishedAt: NullableInstant;
    ruleSetId: string | null; ruleVersionId: string | null; ruleVersionNumber: number | null;
    /** Encrypted JSON: the explanation of the rules, which repeats what people stated. */
    explanationCipher: string | null;
    checks: Json<RunCheck[]>;
    /** Suggested ticks and opinion for the officer. */
    suggestion: Json<Suggestion> | null;
    review: ReviewState; reviewSource: 'sample' | 'request' | null; reviewDueOn: string | null; reviewedByName: string | null; reviewedAt: NullableInstant; reviewOpinion: string | null;
  };
  /** One row a submitted case of any item, so that each is counted once. */
  'decisioning.measured': { caseId: string; itemId: string; organizationId: string; submittedOn: string; submittedAt: Instant; decided: boolean };
  'decisioning.daily': {
    day: string; itemId: string; itemName: string; organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
    kind: string; bucket: number; count: number; seconds: number;
  };
  'decisioning.offer': {
    id: string; settingId: string; itemId: string; itemName: string; organizationName: string; beneficiaryKind: 'person' | 'company'; beneficiaryId: string;
    /** What makes it this offer and no other: the licence that ends, the age reached. */
    ground: string;
    state: 'offered' | 'accepted' | 'declined' | 'lapsed'; why: string; legalBasis: string; knownCipher: string; offeredAt: Instant; until: string;
    answeredAt: NullableInstant; draftId: string | null; caseId: string | null;
  };
}

/** What the platform would do at the officer's place. */
export interface Suggestion {
  opinion: string;
  favourable: boolean;
  points: { materialKey?: string; pointKey: string; satisfied: boolean; because: string }[];
}
