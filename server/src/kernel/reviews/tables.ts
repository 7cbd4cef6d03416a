import type { ColumnType } from 'kysely';
import type { ReviewDecision, ReviewKind, ReviewState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Rows of the PostgreSQL schema `reviews`. */
export interface ReviewsTables {
  /** Empty task type and organisation mean every one. */
  'reviews.setting': {
    id: string; kind: ReviewKind; taskType: string; organizationId: string; processKey: string; changedAt: Instant; changedByName: string;
  };
  'reviews.review': {
    id: string;
    kind: ReviewKind;
    subjectType: string;
    subjectId: string;
    title: string;
    /** The process that asks the reviewers; null when one decision is enough. */
    instanceId: string | null;
    state: ReviewState;
    submittedById: string;
    submittedByName: string;
    startedAt: Instant;
    endedAt: NullableInstant;
    /** Who decided last or withdrew it. */
    endedByName: string | null;
    /** Why it ended undecided, where it was not withdrawn by somebody. */
    endReason: string | null;
  };
  /** Remarks on parts of a subject; one that begins a thread has no `threadId`. */
  'reviews.comment': {
    id: string; subjectType: string; subjectId: string; threadId: string | null; path: string; text: string; authorId: string; authorName: string; createdAt: Instant;
    resolvedAt: NullableInstant; resolvedByName: string | null;
  };
  /** What each reviewer decided, in order. */
  'reviews.step': {
    id: string; reviewId: string; name: string; decision: ReviewDecision; opinion: string; actorId: string; actorName: string; at: Instant;
  };
}
