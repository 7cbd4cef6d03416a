import { commit } from '../kernel/commit.ts';
import type { Context } from '../kernel/context.ts';
import { WriteBatch } from '../kernel/db/index.ts';
import type { DomainEvent, Subscription } from '../kernel/events/index.ts';
import { sendMessage } from '../kernel/messaging/index.ts';
import { advanceApplication, childDropped, followCase, unsafeFindApplicationOfCase, unsafeFindParts, type DroppedChild } from '../modules/bundle-applications/index.ts';
import type { CaseStatus } from '../modules/cases/contract.ts';
import { caseEvents, type CaseEventData } from '../modules/cases/index.ts';
import { licenceEvents } from '../modules/licences/index.ts';
import { readersOf } from './notify-applicants.ts';

/** What happens to a case moves on the bundle that it is a part of. */
async function afterCase(ctx: Context, event: DomainEvent): Promise<void> {
  const data = event.data as CaseEventData;
  const applicationId = await followCase(ctx, { ...data, status: data.status as CaseStatus });
  if (applicationId !== undefined) await advanceApplication(ctx, applicationId);
}

/** Of many cases few are parts of a bundle: only those are followed. */
async function afterCases(ctx: Context, events: readonly DomainEvent[]): Promise<void> {
  const parts = await unsafeFindParts(ctx, events.map(({ aggregateId }) => aggregateId));
  for (const event of events) if (parts.has(event.aggregateId)) await afterCase(ctx, event);
}

/** A licence that an item of the bundle waits for is there. */
async function afterLicence(ctx: Context, event: DomainEvent): Promise<void> {
  const { caseId } = event.data as { caseId: string | null };
  const application = caseId === null ? undefined : await unsafeFindApplicationOfCase(ctx, caseId);
  if (application) await advanceApplication(ctx, application.id);
}

/** What waited for an item that was given up is given up, too. */
async function afterDrop(ctx: Context, event: DomainEvent): Promise<void> {
  await advanceApplication(ctx, event.aggregateId);
}

/** Tells the applicant, the agent who filed, and who stood at the counter, that an item is not handled any more. */
async function tellOfDropped(ctx: Context, event: DomainEvent): Promise<void> {
  const { applicantKind, applicantId, agentId, counterAgentId = null, applicationId, number, bundleName, itemName, reason } = event.data as DroppedChild;
  const parties = { applicantKind, applicantId, filerKind: agentId === null ? 'self' as const : 'agent' as const, filerId: agentId ?? applicantId, agentId: counterAgentId };
  const batch = new WriteBatch();
  // The progress of a bundle is looked up by the numbers of its items, which stand on the receipt.
  for (const { recipient, ...link } of await readersOf(ctx, parties, '/progress')) {
    await sendMessage(ctx, batch, { templateKey: 'bundle-applications.item-dropped', recipient, ...link, variables: { applicationId, number, bundleName, itemName, reason }, dedupeKey: event.id });
  }
  await commit(ctx, batch);
}

export const bundleFlows: readonly Subscription[] = [
  { name: 'processes.advance-bundles', types: [...new Set(Object.values(caseEvents))], handle: afterCase, handleMany: afterCases },
  { name: 'processes.advance-bundles-by-licence', types: [licenceEvents.issued], handle: afterLicence },
  { name: 'processes.advance-bundles-by-drop', types: [childDropped], handle: afterDrop },
  { name: 'processes.tell-of-dropped-items', types: [childDropped], handle: tellOfDropped },
];
