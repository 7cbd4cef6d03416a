import type { ColumnType } from 'kysely';
import type { ItemElements } from '../catalog/contract.ts';
import type { SubjectKind, SurveyQuestion } from './contract.ts';
import type { Stage, SurveyState, TaskState } from './states.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
type Json<T> = ColumnType<T, T | string, T | string>;

/** Rows of schema `surveys`. */
export interface SurveysTables {
  'surveys.survey': {
    id: string; title: string; instructions: string; elements: string[]; questions: Json<SurveyQuestion[]>; organizationIds: string[]; taskTypes: string[];
    dueOn: ColumnType<string, string, string>; state: SurveyState; organizationPath: string; regionCode: string;
    createdAt: Instant; createdById: string; createdByName: string; dispatchedAt: NullableInstant; closedAt: NullableInstant; revision: number;
  };
  'surveys.task': {
    id: string; surveyId: string; organizationId: string; organizationName: string; organizationPath: string; regionCode: string; state: TaskState;
    itemCount: number; answeredCount: number; returnOpinion: string | null; confirmedAt: NullableInstant; confirmedByName: string | null; revision: number;
  };
  'surveys.answer': {
    id: string; taskId: string; itemId: string; code: string; itemName: string;
    /** What the platform had when the survey was sent, of the elements asked. */
    base: Json<Partial<ItemElements>>;
    /** What the department says; the same as `base` until it says something. */
    values: Json<Partial<ItemElements>>;
    replies: Json<Record<string, string>>;
    status: 'unanswered' | 'unchanged' | 'changed';
    adopted: string[];
    onlineAt: NullableInstant; updatedAt: NullableInstant; updatedById: string | null; updatedByName: string | null;
    /** The revision that the last person to fill it in found; nobody else has changed it since. */
    heldSince: number | null;
    revision: number;
  };
  /** 确认留痕; a trigger keeps rows from being changed or removed. */
  'surveys.confirmation': {
    id: string; taskId: string; number: number; confirmedAt: Instant; confirmedById: string; confirmedByName: string; digest: string;
    itemCount: number; changedCount: number;
    /** The confirmed text, byte for byte what the digest was made of. */
    content: string;
  };
  /** An automatic approval, or a bundle under its own id. */
  'surveys.subject': {
    id: string; kind: Exclude<SubjectKind, 'single'>; name: string; organizationId: string; organizationName: string; organizationPath: string; regionCode: string;
    stage: Stage; updatedAt: Instant; updatedByName: string; revision: number;
  };
  'surveys.target': { kind: SubjectKind; target: number };
}
