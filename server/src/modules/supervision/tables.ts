import type { ColumnType, Generated } from 'kysely';
import type { StaffChannel } from '../../kernel/messaging/channels.contract.ts';
import type { SignalLevel, WatchedCase } from './contract.ts';
import type { SpotAnswer, SpotScope } from './spot-checks.contract.ts';
import type { OrderSource, OrderState } from './orders.contract.ts';
import type { RuleKind, RuleSettings, ToldPost } from './rules.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Rows of the PostgreSQL schema `supervision`. */
export interface SupervisionTables {
  /** What the board needs of each case; follows the case's events and its clock. */
  'supervision.watchedCase': {
    caseId: string;
    number: string;
    itemName: string;
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    applicantName: string;
    state: WatchedCase['state'];
    level: WatchedCase['level'];
    promisedDueOn: string | null;
    legalDueOn: string | null;
    sortDueOn: Generated<string>;
    submittedAt: Instant;
    caseVersion: number;
    /** Day in whose closed cases it is counted; null while open, or when it ended without a decision. */
    countedOn: string | null;
    onTime: boolean | null;
    itemId: string | null;
    projectType: string | null;
    /** The case is not over: some rule may still hold for it. */
    live: Generated<boolean>;
    /** Officers who did a step of it. */
    handlerIds: Generated<string[]>;
    /** Where it was registered: a window's id, `counter`, or `online`. */
    windowKey: Generated<string>;
    usedDays: number | null;
    promisedDays: number | null;
  };
  /** When rules may say something else of a watched case without anybody acting; no row when never. */
  'supervision.nextLook': { caseId: string; at: Instant };
  /** Open cases by department, state and level; kept by a trigger on `watchedCase`, never written from here. */
  'supervision.openCount': {
    organizationId: string; state: WatchedCase['state']; level: WatchedCase['level'];
    organizationName: string; organizationPath: string; regionCode: string; count: number;
  };
  /** Open cases by item, by officer who did a step, and by window; kept by a trigger on `watchedCase`, as is `closedBy`. */
  'supervision.openBy': {
    dimension: 'item' | 'department' | 'person' | 'window'; key: string; organizationId: string; regionCode: string; state: WatchedCase['state']; level: WatchedCase['level'];
    organizationName: string; organizationPath: string; name: string; count: number;
  };
  'supervision.closedBy': {
    dimension: 'item' | 'department' | 'person' | 'window'; grain: 'day' | 'month'; startsOn: string; key: string; organizationId: string; regionCode: string;
    organizationName: string; organizationPath: string; name: string; total: number; onTime: number; timed: number; usedDays: number; promisedDays: number;
  };
  'supervision.dailyClosed': { organizationId: string; day: string; organizationName: string; organizationPath: string; regionCode: string; total: number; onTime: number };
  /** Times of the steps that were done on a day, as one bucket each (`kernel/reporting`). */
  'supervision.stepDay': {
    day: string; definitionId: string; node: string;
    organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
    waiting: number[]; handling: number[]; total: number[];
  };
  /** The days of a month that is over, added up by bucket. */
  'supervision.stepMonth': {
    month: string; definitionId: string; node: string; organizationId: string; organizationPath: string; regionCode: string; measure: string; buckets: number[]; counts: number[];
  };
  'supervision.stepProgress': { single: Generated<boolean>; countedTo: string; countedAt: Instant };
  'supervision.signal': {
    id: string;
    subjectType: 'case' | 'rectification' | 'stuck-matter' | 'order';
    subjectId: string;
    level: SignalLevel;
    caseNumber: string | null;
    itemName: string;
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    dueOn: string | null;
    /** The case that it is about, unless nobody may learn which, and its item. */
    caseId: string | null;
    itemId: string | null;
    /** The rule as it was when it was raised, and what it saw. */
    ruleId: string;
    ruleNo: string;
    ruleName: string;
    ruleVersion: number;
    ruleKind: RuleKind;
    says: string;
    /** A supervisor has looked into it: it is not lit again. */
    settledText: string | null;
    settledBy: string | null;
    raisedAt: Instant;
    clearedAt: NullableInstant;
  };
  'supervision.rule': {
    id: string; ruleNo: string; version: number; name: string; kind: RuleKind; level: SignalLevel; thresholds: RuleSettings['thresholds']; findings: string[]; told: ToldPost[];
    regionCode: string | null; organizationId: string | null; organizationName: string | null; organizationPath: string | null; itemId: string | null; itemName: string | null;
    projectType: '1' | '2' | null; validFrom: string | null; validTo: string | null; channels: StaffChannel[] | null; active: boolean; changedAt: Instant; changedBy: string;
  };
  'supervision.ruleVersion': {
    ruleId: string; version: number; at: Instant; byName: string; reason: string; settings: RuleSettings; organizationName: string | null; itemName: string | null;
  };
  /** How far cases are looked at again after a change of rules: those after this one are left; no row when none are. */
  'supervision.recheck': { single: Generated<boolean>; afterId: string };
  'supervision.supervisionOrder': {
    id: string; number: string; version: number; state: OrderState; source: OrderSource; about: string; content: string; demands: string;
    organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
    /** Who is answerable by name; without one, whoever holds the right in the department. */
    leadId: string | null; leadName: string | null; caseId: string | null; caseNumber: string | null;
    limitOn: string;
    /** Subject of the clock of the present phase: until the reply, or until the rectification is done. */
    clockId: string | null; dueOn: string | null; measures: string | null; rectifyUntil: string | null; inTime: boolean | null;
    issuedById: string; issuedByName: string; issuedAt: Instant; finishedAt: NullableInstant;
  };
  'supervision.orderSignal': { orderId: string; signalId: string; live: boolean };
  'supervision.orderStep': {
    id: string; orderId: string; action: string; actorId: string; actorName: string; organizationName: string | null; text: string; detail: { files?: { id: string; name: string }[] }; at: Instant;
  };
  'supervision.spotCheck': {
    id: string; number: string; name: string; scope: SpotScope; organizationId: string | null; organizationName: string | null; itemId: string | null; itemName: string | null; fromOn: string; toOn: string;
    /** How many were wanted, and from how many they were drawn. */
    size: number; population: number;
    /** Cases are drawn in the order of md5(seed + id): who knows the seed draws the same. */
    seed: string;
    organizationPath: string; regionCode: string; drawnById: string; drawnByName: string; drawnAt: Instant;
  };
  'supervision.spotCase': {
    id: string; checkId: string; rank: number; caseId: string; caseNumber: string; itemName: string; organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
    inspectorId: string; inspectorName: string; readAt: NullableInstant; doneAt: NullableInstant; answers: SpotAnswer[]; conclusion: string | null; problems: number; orderId: string | null;
  };
}
