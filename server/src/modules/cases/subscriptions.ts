import { loadCalendar } from '../../kernel/calendar/index.ts';
import type { Context } from '../../kernel/context.ts';
import { readRows, tablesOf } from '../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import { organizationMerged } from '../../kernel/organization/index.ts';
import { workflowEvents } from '../../kernel/workflow/index.ts';
import { noteMerger } from './actions/note-merger.ts';
import { admitHandlers } from './participants.ts';
import { deliveryDays, supplementNoticeDays } from './states.ts';
import { enterSteps } from './steps/enter-step.ts';
import type { CasesTables } from './tables.ts';

async function showLicence(ctx: Context, event: DomainEvent): Promise<void> {
  const data = event.data as { caseId: string | null; licenceId: string; typeName: string; identifier: string };
  if (!data.caseId) return;
  await tablesOf<CasesTables>(ctx.kernel.db).updateTable('cases.case')
    .set({ result: { id: data.licenceId, name: data.typeName, identifier: data.identifier } })
    .where('id', '=', data.caseId).execute();
}

async function markRated(ctx: Context, event: DomainEvent): Promise<void> {
  const { caseId } = event.data as { caseId: string };
  await tablesOf<CasesTables>(ctx.kernel.db).updateTable('cases.case').set({ ratedAt: event.occurredAt })
    .where('id', '=', caseId).where('ratedAt', 'is', null).execute();
}

/** The days of the law that a case shows, each counted from a day of its state; what was told an applicant as a date stays. */
const lawDays = [
  { status: 'submitted', from: 'receivedOn', column: 'acceptance_due_on', days: supplementNoticeDays }, { status: 'decided', from: 'decidedOn', column: 'delivery_due_on', days: deliveryDays },
] as const;

/** Another calendar moves the days of open cases by which the law wants an answer, or the result handed over. */
async function recountLawDays(ctx: Context): Promise<void> {
  const { provisional } = await loadCalendar(ctx.kernel);
  for (const { status, from, column, days } of lawDays) {
    const open = await readRows<{ day: string }>(ctx.kernel.db, `SELECT DISTINCT state->>'${from}' AS day FROM cases."case" WHERE status = '${status}' AND ${column} IS NOT NULL AND state->>'${from}' IS NOT NULL`, []);
    for (const { day } of open) {
      await ctx.kernel.db.pool.query(`UPDATE cases."case" SET ${column} = $1::date WHERE status = '${status}' AND ${column} IS NOT NULL AND ${column} <> $1::date AND state->>'${from}' = $2`, [provisional.addWorkingDays(day, days), day]);
    }
  }
}

/** What the case shows of other modules' work, and of the calendar. */
export const caseSubscriptions: readonly Subscription[] = [
  { name: 'cases.show-licence', types: ['licences.licence-issued'], urgent: true, handle: showLicence },
  { name: 'cases.recount-law-days', types: ['calendar.year-changed'], handle: recountLawDays },
  { name: 'cases.mark-rated', types: ['ratings.case-rated'], handle: markRated },
  { name: 'cases.admit-handlers', types: [workflowEvents.tasksCreated, workflowEvents.tasksRedirected], handle: admitHandlers },
  { name: 'cases.note-merger', types: [organizationMerged], handle: noteMerger },
  { name: 'cases.enter-steps', types: [workflowEvents.tasksCreated], handle: enterSteps },
];
