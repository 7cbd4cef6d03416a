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

const given = `json_to_recordset($1::json) AS e (case_id uuid, item_id uuid, item_name text, organization_id uuid, organization_name text, region_code text, at timestamptz, day date)`;
const placeOf = `coalesce((SELECT path FROM organization.organization WHERE id = e.organization_id), '/')`;

const submitted = `
WITH e AS MATERIALIZED (SELECT * FROM ${given}), added AS (
  INSERT INTO decisioning.measured (case_id, item_id, organization_id, submitted_on, submitted_at, decided) SELECT case_id, item_id, organization_id, day, at, false FROM e
  ON CONFLICT (case_id) DO NOTHING RETURNING case_id, submitted_on
)
SELECT decisioning.add_count(submitted_on, e.item_id, e.item_name, e.organization_id, e.organization_name, ${placeOf}, e.region_code, 'submitted', 0::smallint, 0::bigint) FROM added JOIN e USING (case_id)`;

const decided = `
WITH e AS MATERIALIZED (SELECT * FROM ${given}), changed AS (
  UPDATE decisioning.measured m SET decided = true FROM e WHERE m.case_id = e.case_id AND NOT m.decided
  RETURNING m.case_id, submitted_on, greatest(0, extract(epoch FROM e.at - submitted_at))::bigint AS seconds
)
SELECT decisioning.add_count(submitted_on, e.item_id, e.item_name, e.organization_id, e.organization_name, ${placeOf}, e.region_code,
  CASE WHEN EXISTS (SELECT FROM decisioning.run WHERE run.case_id = e.case_id AND outcome = 'approved') THEN 'automatic' ELSE 'manual' END,
  floor(ln(seconds + 1) / ln(1.1))::smallint, seconds) FROM changed JOIN e USING (case_id)`;

/** Counts submissions and decisions of all cases, each once however often its event comes. */
export async function measureCases(ctx: Context, events: readonly DomainEvent[]): Promise<void> {
  for (const [name, text, isOne] of [['decisioning-submitted', submitted, isSubmission], ['decisioning-decided', decided, (event: DomainEvent) => !isSubmission(event)]] as const) {
    // A case that was decided again after its decision was revoked counts from the first time.
    const firsts = new Map(events.filter(isOne).toReversed().map((event) => [event.aggregateId, event]));
    if (firsts.size > 0) await ctx.kernel.db.pool.query({ name, text, values: [JSON.stringify([...firsts.values()].map(rowOf))] });
  }
}

function isSubmission({ type }: DomainEvent): boolean {
  return type === caseEvents.submit;
}

function rowOf(event: DomainEvent): Record<string, unknown> {
  const data = event.data as CaseEventData;
  return {
    case_id: data.caseId, item_id: data.itemId, item_name: data.itemName, organization_id: data.organizationId, organization_name: data.organizationName,
    region_code: data.regionCode, at: event.occurredAt, day: chinaDate(event.occurredAt),
  };
}
