import type { ColumnType } from 'kysely';
import type { ProcessModel } from '@tongban/bpmn-model';
import type { NodeMap, Variables } from '../../kernel/workflow/index.ts';
import type { Assumption, ReplayedCase, ReplayedCases, ReplayResult, ReplayState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** What the records tell of a step, as the run found it. */
export interface StepRecord { node: string; median: number | null; p90: number | null }

/** Rows of the PostgreSQL schema `replays`; nothing in them is of a case's contents or its applicant. */
export interface ReplaysTables {
  'replays.replay': {
    id: string;
    processKey: string;
    processName: string;
    /** Null for a draft. */
    version: number | null;
    /** The process as it was when the run was started. */
    xml: string;
    model: Json<ProcessModel>;
    cases: Json<ReplayedCases>;
    nodeMap: Json<NodeMap>;
    assumptions: Json<Assumption[]>;
    caseIds: string[];
    records: Json<StepRecord[]>;
    state: ReplayState;
    note: string | null;
    done: number;
    startedAt: Instant;
    startedById: string;
    startedByName: string;
    endedAt: NullableInstant;
  };
  'replays.replayedCase': {
    replayId: string;
    position: number;
    caseId: string;
    number: string;
    itemName: string;
    situationName: string;
    submittedAt: Instant;
    result: ReplayResult;
    partial: boolean;
    code: string | null;
    reason: string | null;
    stuckAt: string | null;
    /** Names of the steps in order, as people read them. */
    before: string;
    after: string;
    added: string[];
    dropped: string[];
    beforeSeconds: number;
    afterSeconds: number;
    flows: string[];
    /** Flows of the tried process that the case went along then. */
    pastFlows: string[];
    skipped: string[];
    split: Json<ReplayedCase['split']>;
    unsure: string[];
    visits: Json<ReplayedCase['visits']>;
    pastVisits: Json<{ name: string; node: string | null; seconds: number | null; result: Variables; returned: boolean }[]>;
  };
}
