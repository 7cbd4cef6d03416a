import type { ColumnType } from 'kysely';
import type { EntryState, MatterChannel, MatterLevel, MatterState, MatterWord } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Rows of the PostgreSQL schema `stuck_matters`. */
export interface StuckMattersTables {
  'stuckMatters.matter': {
    id: string;
    number: string;
    version: number;
    state: MatterState;
    round: number;
    channel: MatterChannel;
    reporterKind: 'person' | 'company' | 'caller';
    /** Null for a caller without an account. */
    reporterId: string | null;
    reporterNameMasked: string;
    reporterNameCipher: string;
    mobileMasked: string;
    mobileCipher: string;
    content: string;
    reasonCode: string;
    caseId: string | null;
    caseNumber: string | null;
    itemId: string | null;
    itemName: string | null;
    /** The department the report is about. */
    concernedId: string | null;
    concernedName: string | null;
    regionCode: string;
    /** The department that is answerable; its path is empty while nobody is. */
    organizationId: string | null;
    organizationName: string | null;
    organizationPath: string;
    officerId: string | null;
    officerName: string | null;
    companionId: string | null;
    companionName: string | null;
    /** The day of duty for which it was put to the director. */
    directorOn: string | null;
    /** Subject of the clock of the present assignment. */
    clockId: string | null;
    limitDays: number | null;
    dueOn: string | null;
    level: MatterLevel;
    answerText: string | null;
    answeredAt: NullableInstant;
    inTime: boolean | null;
    causeCode: string | null;
    causeText: string | null;
    causeElement: string | null;
    findingId: string | null;
    wordUntil: string | null;
    word: MatterWord | null;
    wordText: string | null;
    wordBy: 'reporter' | 'clerk' | 'nobody' | null;
    rejection: string | null;
    urgedOn: string | null;
    registeredById: string;
    registeredByName: string;
    registeredAt: Instant;
    finishedAt: NullableInstant;
  };
  'stuckMatters.matterStep': {
    id: string; matterId: string; action: string; actorId: string; actorName: string; organizationName: string | null; text: string; detail: Record<string, unknown>; at: Instant;
  };
  'stuckMatters.duty': { dutyOn: string; directorId: string; directorName: string; organizationId: string; organizationName: string; place: string; note: string; savedByName: string; savedAt: Instant };
  'stuckMatters.entry': {
    id: string; version: number; state: EntryState; question: string; answer: string; itemId: string | null; itemName: string | null; tags: string[];
    matterId: string | null; matterNumber: string | null; writtenById: string; writtenByName: string; decidedByName: string | null; decidedAt: NullableInstant; decisionText: string | null; updatedAt: Instant;
  };
  'stuckMatters.setting': { one: boolean; limitDays: number; redPercent: number; wordDays: number };
}
