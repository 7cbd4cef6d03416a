import type { WriteBatch } from '../../kernel/db/index.ts';

/** Stands in the tally for a visit that was about no item in particular. */
const noItem = '00000000-0000-0000-0000-000000000000';

/** Adds to the counts of an organisation, item, month and level, or takes away. @param day of the rating, `YYYY-MM-DD` */
export function addToTally(batch: WriteBatch, { organizationId, itemId, level }: { organizationId: string; itemId: string | null; level: number }, day: string, delta: 1 | -1): void {
  batch.call('ratings.add_to_tally(?::uuid, ?::uuid, ?::text, ?::integer, ?::integer)', [organizationId, itemId ?? noItem, day.slice(0, 7), level, delta]);
}
