import type { ColumnType } from 'kysely';
import type { Push } from './city-brain/city-brain.ts';
import type { PushState } from './contract.ts';

type Instant = ColumnType<Date, Date | string, Date | string>;
type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;

/** Rows of schema `intelligence`. */
export interface IntelligenceTables {
  /** What the city brain is told, until it has taken it; kept for 30 days after that. */
  'intelligence.push': {
    id: string; kind: Push['kind']; title: string; payload: ColumnType<Push, Push | string, Push | string>; state: PushState; attempts: number;
    dueAt: NullableInstant; leaseUntil: NullableInstant; error: string | null; createdAt: Instant; sentAt: NullableInstant;
  };
}
