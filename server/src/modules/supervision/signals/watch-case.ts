import { maskName } from '@tongban/identifiers';
import type { Context } from '../../../kernel/context.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { groupBy } from '../../../kernel/group-by.ts';
import { findAccounts, type TimeAccount } from '../../../kernel/time-accounts/index.ts';
import { caseEvents, isOver, type CaseEventData } from '../../cases/index.ts';
import { findWindowOfClerk } from '../../halls/index.ts';
import type { CaseStatus } from '../../cases/contract.ts';
import type { WatchedCase } from '../contract.ts';

/** Where a case stands for the board: its legal clock ends with the decision, delivery follows. */
const stateOf: Readonly<Record<string, WatchedCase['state']>> = {
  submitted: 'waiting', supplementing: 'waiting', accepted: 'running', paused: 'paused', decided: 'closed', closed: 'closed',
  refused: 'closed', withdrawn: 'closed', terminated: 'closed',
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// The rows follow cases and clocks as they are now, however often an event comes; what is counted of them follows by triggers.
const statement = `
INSERT INTO supervision.watched_case AS w (case_id, number, item_name, organization_id, organization_name, organization_path, region_code,
    applicant_name, state, level, promised_due_on, legal_due_on, submitted_at, case_version, item_id, project_type, live, handler_ids, window_key, used_days, promised_days, counted_on, on_time)
  SELECT e.case_id, e.number, e.item_name, e.organization_id, e.organization_name, coalesce(o.path, '/'), e.region_code, e.applicant_name, e.state,
    coalesce(clock.level, 'normal'), clock.promised_due_on, clock.legal_due_on, e.occurred_at, e.version, e.item_id, e.project_type, e.live,
    CASE WHEN h.id IS NULL THEN '{}' ELSE ARRAY[h.id] END, e.window_key, e.used_days, e.promised_days,
    CASE WHEN e.decided AND clock.status = 'stopped' THEN clock.closed_on END,
    CASE WHEN e.decided AND clock.status = 'stopped' THEN clock.level IN ('normal', 'warning') END
  FROM json_to_recordset($1::json) AS e (case_id uuid, number text, item_name text, organization_id uuid, organization_name text, region_code text, applicant_name text,
    state text, occurred_at timestamptz, version integer, decided boolean, item_id uuid, project_type text, live boolean, handler_id uuid, window_key text, used_days integer, promised_days integer)
    LEFT JOIN time.account clock ON clock.subject_type = 'case' AND clock.subject_id = e.case_id
    LEFT JOIN organization.organization o ON o.id = e.organization_id
    LEFT JOIN organization.staff h ON h.id = e.handler_id
  ON CONFLICT (case_id) DO UPDATE SET state = excluded.state, level = excluded.level, promised_due_on = excluded.promised_due_on,
    legal_due_on = excluded.legal_due_on, case_version = excluded.case_version, live = excluded.live, used_days = excluded.used_days, promised_days = excluded.promised_days,
    handler_ids = CASE WHEN excluded.handler_ids <@ w.handler_ids THEN w.handler_ids ELSE w.handler_ids || excluded.handler_ids END, organization_id = excluded.organization_id,
    organization_name = excluded.organization_name, organization_path = excluded.organization_path, region_code = excluded.region_code,
    counted_on = coalesce(w.counted_on, excluded.counted_on), on_time = coalesce(w.on_time, excluded.on_time)
  WHERE w.case_version <= excluded.case_version`;

/** Brings the board's rows of cases up to events of them, in their order; an event older than a row changes nothing. */
export async function followCases(ctx: Context, events: readonly DomainEvent[]): Promise<void> {
  const accounts = await findAccounts(ctx, 'case', events.filter(isDecided).map(({ aggregateId }) => aggregateId));
  const perCase = [...groupBy(events, ({ aggregateId }) => aggregateId).values()];
  const longest = Math.max(0, ...perCase.map(({ length }) => length));
  // A statement takes one event of each case.
  for (let at = 0; at < longest; at += 1) {
    const rows = await Promise.all(perCase.flatMap((ofCase) => ofCase[at] ?? []).map((event) => rowOf(ctx, event, accounts.get(event.aggregateId))));
    await ctx.kernel.db.pool.query({ name: 'supervision-follow-cases', text: statement, values: [JSON.stringify(rows)] });
  }
}

function isDecided({ data }: DomainEvent): boolean {
  const { status } = data as CaseEventData;
  return status === 'decided' || status === 'closed';
}

/** What an event says of its case; a decided one shows the days that it used, and days promised, in the unit of its limit. */
async function rowOf(ctx: Context, event: DomainEvent, account: TimeAccount | undefined): Promise<Record<string, unknown>> {
  const data = event.data as CaseEventData;
  const used = isDecided(event) ? account : undefined;
  return {
    case_id: data.caseId, number: data.number, item_name: data.itemName, organization_id: data.organizationId, organization_name: data.organizationName, region_code: data.regionCode,
    applicant_name: maskName(data.applicantName), state: stateOf[data.status] ?? 'waiting', occurred_at: event.occurredAt, version: data.version, decided: isDecided(event), item_id: data.itemId,
    project_type: data.projectType, live: !isOver(data.status as CaseStatus), handler_id: handlerOf(event), window_key: await windowOf(ctx, event),
    used_days: used?.deadlines.consumed ?? null, promised_days: used?.limits.promisedDays ?? null,
  };
}

/** The officer who did a step with it; whoever filed it has not handled it. */
function handlerOf({ type, actorId }: DomainEvent): string | null {
  return type !== caseEvents.submit && type !== caseEvents.supplement && uuid.test(actorId) ? actorId : null;
}

/** Where it was registered: the window at which the clerk sits, some counter, or online. */
async function windowOf(ctx: Context, event: DomainEvent): Promise<string> {
  const { filerKind, filerId } = event.data as CaseEventData;
  if (filerKind !== 'clerk') return 'online';
  return (event.type === caseEvents.submit ? await findWindowOfClerk(ctx, filerId) : undefined) ?? 'counter';
}

/** Copies the clocks of cases to the board, after their levels or dates changed; a row that says the same already is left alone. */
export async function followClocks(ctx: Context, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await ctx.kernel.db.pool.query({
    name: 'supervision-follow-clocks',
    text: `UPDATE supervision.watched_case w SET level = t.level, promised_due_on = t.promised_due_on, legal_due_on = t.legal_due_on FROM time.account t
           WHERE w.case_id = ANY($1::uuid[]) AND t.subject_type = 'case' AND t.subject_id = w.case_id
             AND (w.level, w.promised_due_on, w.legal_due_on) IS DISTINCT FROM (t.level, t.promised_due_on, t.legal_due_on)`, values: [caseIds],
  });
}
