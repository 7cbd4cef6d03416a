import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../../kernel/events/index.ts';
import { workflowEvents } from '../../kernel/workflow/index.ts';
import { admitHandlers } from './participants.ts';
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

/** What the case shows of other modules' work. */
export const caseSubscriptions: readonly Subscription[] = [
  { name: 'cases.show-licence', types: ['licences.licence-issued'], urgent: true, handle: showLicence },
  { name: 'cases.mark-rated', types: ['ratings.case-rated'], handle: markRated },
  { name: 'cases.admit-handlers', types: [workflowEvents.tasksCreated, workflowEvents.tasksRedirected], handle: admitHandlers },
  { name: 'cases.enter-steps', types: [workflowEvents.tasksCreated], handle: enterSteps },
];
