import type { ColumnType } from 'kysely';
import type { RatingView, RectificationState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null, Date | string | null>;

/** Rows of the PostgreSQL schema `ratings`. */
export interface RatingsTables {
  'ratings.rating': {
    id: string;
    /** Either a case or a visit to a hall is rated. */
    caseId: string | null;
    caseNumber: string | null;
    visitId: string | null;
    /** Null for a visit about no item in particular. */
    itemId: string | null;
    /** The business of the hall then. */
    itemName: string;
    organizationId: string;
    organizationName: string;
    organizationPath: string;
    regionCode: string;
    raterName: string;
    level: number;
    optionCodes: string[];
    text: string | null;
    channel: RatingView['channel'];
    anonymous: boolean;
    ratedAt: Instant;
    excluded: boolean;
  };
  /** One-time ways to rate without signing in; only the token's digest is kept. */
  'ratings.link': { tokenDigest: string; caseId: string; purpose: 'sms' | 'window'; createdAt: Instant; expiresAt: Instant; usedAt: NullableInstant };
  'ratings.rectification': {
    id: string;
    ratingId: string;
    organizationId: string;
    organizationPath: string;
    regionCode: string;
    state: RectificationState;
    /** The state an appeal came from; set also afterwards, since there is one appeal only. */
    appealedFrom: RectificationState | null;
    version: number;
    openedAt: Instant;
    dueOn: string;
    reply: string | null;
    /** Whether the department answered within the limit; null until it has. */
    inTime: boolean | null;
    /** Options of bad ratings that were found to be true. */
    foundCodes: string[];
    finishedAt: NullableInstant;
  };
  'ratings.rectificationStep': {
    id: string;
    rectificationId: string;
    sequence: number;
    action: string;
    actorId: string;
    actorName: string;
    organizationName: string | null;
    text: string;
    detail: Record<string, unknown>;
    at: Instant;
  };
  'ratings.tally': { organizationId: string; itemId: string; month: string; level: number; count: number };
  'ratings.setting': { one: boolean; rectificationDays: number };
}
