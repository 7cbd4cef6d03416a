import { maskName } from '@tongban/identifiers';
import type { Context } from '../../kernel/context.ts';
import type { DomainEvent } from '../../kernel/events/index.ts';
import type { CaseEventData } from '../cases/index.ts';
import type { WatchedCase } from './contract.ts';

/** Where a case stands for the board: its legal clock ends with the decision, delivery follows. */
const stateOf: Readonly<Record<string, WatchedCase['state']>> = {
  submitted: 'waiting', supplementing: 'waiting', accepted: 'running', paused: 'paused', decided: 'closed', closed: 'closed',
  refused: 'closed', withdrawn: 'closed', terminated: 'closed',
};

// One statement: the row follows case and clock as they are now, and is counted as closed once, however often an event comes.
const statement = `
WITH clock AS (
  SELECT status, level, promised_due_on, legal_due_on, closed_on FROM time.account WHERE subject_type = 'case' AND subject_id = $1::uuid
), known AS (
  SELECT counted_on FROM supervision.watched_case WHERE case_id = $1::uuid
), written AS (
  INSERT INTO supervision.watched_case AS w (case_id, number, item_name, organization_id, organization_name, organization_path, region_code,
    applicant_name, state, level, promised_due_on, legal_due_on, submitted_at, case_version, counted_on, on_time)
  SELECT $1::uuid, $2, $3, $4::uuid, $5, coalesce((SELECT path FROM organization.organization WHERE id = $4::uuid), '/'), $6, $7, $8,
    coalesce(clock.level, 'normal'), clock.promised_due_on, clock.legal_due_on, $9::timestamptz, $10::integer,
    CASE WHEN $11::boolean AND clock.status = 'stopped' THEN clock.closed_on END,
    CASE WHEN $11::boolean AND clock.status = 'stopped' THEN clock.level IN ('normal', 'warning') END
  FROM (SELECT) AS one LEFT JOIN clock ON true
  ON CONFLICT (case_id) DO UPDATE SET state = excluded.state, level = excluded.level, promised_due_on = excluded.promised_due_on,
    legal_due_on = excluded.legal_due_on, case_version = excluded.case_version, organization_id = excluded.organization_id,
    organization_name = excluded.organization_name, organization_path = excluded.organization_path,
    counted_on = coalesce(w.counted_on, excluded.counted_on), on_time = coalesce(w.on_time, excluded.on_time)
  WHERE w.case_version <= excluded.case_version
  RETURNING organization_id, organization_name, organization_path, region_code, counted_on, on_time
)
INSERT INTO supervision.daily_closed AS d (organization_id, day, organization_name, organization_path, region_code, total, on_time)
SELECT organization_id, counted_on, organization_name, organization_path, region_code, 1, on_time::integer FROM written
WHERE counted_on IS NOT NULL AND NOT EXISTS (SELECT FROM known WHERE counted_on IS NOT NULL)
ON CONFLICT (organization_id, day) DO UPDATE SET total = d.total + 1, on_time = d.on_time + excluded.on_time`;

/** Brings the board's row of a case up to an event of it; an event older than the row changes nothing. */
export async function followCase(ctx: Context, event: DomainEvent): Promise<void> {
  const data = event.data as CaseEventData;
  const decided = data.status === 'decided' || data.status === 'closed';
  await ctx.kernel.db.pool.query({
    name: 'supervision-follow-case', text: statement,
    values: [data.caseId, data.number, data.itemName, data.organizationId, data.organizationName, data.regionCode, maskName(data.applicantName),
      stateOf[data.status] ?? 'waiting', event.occurredAt, data.version, decided],
  });
}

/** Copies the clock of an open case to the board, after its level or dates changed. */
export async function followClock(ctx: Context, caseId: string): Promise<void> {
  await ctx.kernel.db.pool.query({
    name: 'supervision-follow-clock',
    text: `UPDATE supervision.watched_case w SET level = t.level, promised_due_on = t.promised_due_on, legal_due_on = t.legal_due_on
           FROM time.account t WHERE w.case_id = $1 AND t.subject_type = 'case' AND t.subject_id = $1`, values: [caseId],
  });
}
