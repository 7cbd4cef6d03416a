import type { ColumnType } from 'kysely';
import type { ProcessModel } from '@tongban/bpmn-model';
import type { DraftState } from './definition.contract.ts';
import type { Candidate, InstanceState, InstanceStatus, NodeMap, Variables } from './interpreter/index.ts';
import type { MigrationResult, MigrationState } from './migration.contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** `open` in the inbox, `held` until signers before it are done, `suspended` with its process. */
export type TaskStatus = 'open' | 'held' | 'suspended' | 'completed' | 'cancelled';

/** Rows of the PostgreSQL schema `workflow`. */
export interface WorkflowTables {
  'workflow.definition': {
    id: string;
    key: string;
    version: number;
    name: string;
    xml: string;
    model: ProcessModel;
    publishedAt: Instant;
    publishedBy: string;
  };
  /** A version while it is drawn; once published it stays as it was, so that one sees who drew what. */
  'workflow.draft': {
    id: string;
    key: string;
    name: string;
    xml: string;
    note: string;
    state: DraftState;
    /** Published version it was started from. */
    basedOnId: string | null;
    /** Where it belongs: to the authors of the process's first draft; empty for what the platform brought along. */
    organizationPath: string;
    regionCode: string;
    createdAt: Instant;
    updatedAt: Instant;
    updatedById: string;
    updatedByName: string;
    publishedAt: NullableInstant;
    publishedByName: string | null;
    definitionId: string | null;
    revision: number;
  };
  'workflow.instance': {
    id: string;
    definitionId: string;
    subjectType: string;
    subjectId: string;
    subjectNumber: string;
    subjectTitle: string;
    subjectName: string;
    /** The instance whose call activity started this one, and the activity that waits for it. */
    parentId: string | null;
    parentActivityId: string | null;
    state: InstanceState;
    /** Ids of the flows that the instance has gone along, each once, in that order. */
    taken: string[];
    status: InstanceStatus;
    version: number;
    startedAt: Instant;
    endedAt: NullableInstant;
  };
  'workflow.task': {
    id: string;
    instanceId: string;
    node: string;
    name: string;
    step: string;
    status: TaskStatus;
    subjectType: string;
    subjectId: string;
    subjectNumber: string;
    subjectTitle: string;
    subjectName: string;
    candidates: readonly Candidate[];
    /** What `candidateKey` makes of each candidate; an officer's inbox asks for any of the officer's own keys. */
    candidateKeys: string[];
    organizationId: string | null;
    form: string | null;
    /** It came back from a later step. */
    returned: boolean;
    /** Nobody could handle it when it was created. */
    unhandled: boolean;
    signMode: 'before' | 'after' | null;
    signFor: string | null;
    assigneeId: string | null;
    assigneeName: string | null;
    /** Who stays responsible while somebody else does it. */
    ownerId: string | null;
    dueOn: string | null;
    createdAt: Instant;
    claimedAt: NullableInstant;
    endedAt: NullableInstant;
    completedBy: string | null;
    completedByName: string | null;
    opinion: string | null;
    /** What doing it wrote into the process; null while it is open, and for what was done before that was kept. */
    result: ColumnType<Variables | null, Variables | null | undefined, Variables | null>;
    /** What whoever opens it should know at once, in one line: the most pressing of what rules said when it began. */
    hint: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** Cases under way that are taken to another version of their process, one after the other. */
  'workflow.migration': {
    id: string;
    key: string;
    fromId: string;
    toId: string;
    nodeMap: NodeMap;
    reason: string;
    state: MigrationState;
    /** Cases under way when it was started. */
    total: number;
    startedAt: Instant;
    startedById: string;
    startedByName: string;
    endedAt: NullableInstant;
  };
  'workflow.migrationCase': {
    migrationId: string;
    instanceId: string;
    subjectType: string;
    subjectId: string;
    subjectNumber: string;
    subjectTitle: string;
    result: MigrationResult;
    /** Names of the steps it stood at before, and stands at after. */
    stood: string;
    stands: string | null;
    reason: string | null;
    at: Instant;
  };
  'workflow.timer': {
    id: string;
    instanceId: string;
    node: string;
    dueAt: Instant;
    attempts: number;
    error: string | null;
  };
  'workflow.reading': {
    id: string;
    taskId: string;
    subjectType: string;
    subjectId: string;
    subjectNumber: string;
    subjectTitle: string;
    subjectName: string;
    readerId: string;
    senderName: string;
    note: string;
    sentAt: Instant;
    readAt: NullableInstant;
  };
}
