import { chinaDate } from '../../../kernel/clock/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { WriteBatch } from '../../../kernel/db/index.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { caseEvents, type CaseEventData } from '../../cases/index.ts';

/** What is counted of a day's applications; the day is that of submission, so that shares compare the same cases. */
export const countedKinds = ['submitted', 'automatic', 'manual', 'to-person', 'sampled', 'agreed', 'overturned'] as const;
export type CountedKind = (typeof countedKinds)[number];

interface Counted { itemId: string; itemName: string; organizationId: string; organizationName: string; organizationPath: string; regionCode: string; submittedAt: Date }

/** Adds one of a kind to the tally of a run's day, in the batch of what is counted. */
export function addCount(batch: WriteBatch, run: Counted, kind: CountedKind): void {
  batch.call('decisioning.add_count(?::date, ?::uuid, ?::text, ?::uuid, ?::text, ?::text, ?::text, ?::text, 0::smallint, 0::bigint)',
    [chinaDate(run.submittedAt), run.itemId, run.itemName, run.organizationId, run.organizationName, run.organizationPath, run.regionCode, kind]);
}

const placeOf = `coalesce((SELECT path FROM organization.organization WHERE id = $4::uuid), '/')`;

const submitted = `
WITH added AS (
  INSERT INTO decisioning.measured (case_id, item_id, organization_id, submitted_on, submitted_at, decided) VALUES ($1::uuid, $2::uuid, $4::uuid, $7::date, $8::timestamptz, false)
  ON CONFLICT (case_id) DO NOTHING RETURNING submitted_on
)
SELECT decisioning.add_count(submitted_on, $2::uuid, $3, $4::uuid, $5, ${placeOf}, $6, 'submitted', 0::smallint, 0::bigint) FROM added`;

const decided = `
WITH changed AS (
  UPDATE decisioning.measured SET decided = true WHERE case_id = $1::uuid AND NOT decided
  RETURNING submitted_on, greatest(0, extract(epoch FROM $7::timestamptz - submitted_at))::bigint AS seconds
)
SELECT decisioning.add_count(submitted_on, $2::uuid, $3, $4::uuid, $5, ${placeOf}, $6,
  CASE WHEN EXISTS (SELECT FROM decisioning.run WHERE case_id = $1::uuid AND outcome = 'approved') THEN 'automatic' ELSE 'manual' END,
  floor(ln(seconds + 1) / ln(1.1))::smallint, seconds) FROM changed`;

/** Counts submissions and decisions of all cases, each once however often its event comes. */
export async function measureCase(ctx: Context, event: DomainEvent): Promise<void> {
  const data = event.data as CaseEventData;
  const common = [data.caseId, data.itemId, data.itemName, data.organizationId, data.organizationName, data.regionCode];
  if (event.type === caseEvents.submit) await ctx.kernel.db.pool.query({ name: 'decisioning-submitted', text: submitted, values: [...common, chinaDate(event.occurredAt), event.occurredAt] });
  else await ctx.kernel.db.pool.query({ name: 'decisioning-decided', text: decided, values: [...common, event.occurredAt] });
}
