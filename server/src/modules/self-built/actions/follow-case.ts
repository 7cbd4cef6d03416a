import type { Context } from '../../../kernel/context.ts';
import type { DomainEvent } from '../../../kernel/events/index.ts';
import { unsafeFindCase, type CaseEventData, type CaseRecord } from '../../cases/index.ts';
import { isSettled } from '../states.ts';
import { selfBuiltTables, unsafeFindLink, type LinkRow } from '../systems.ts';

/** The enabled system that handles an item. */
export async function findSystemOfItem(ctx: Pick<Context, 'kernel'>, itemId: string): Promise<{ systemId: string } | undefined> {
  return selfBuiltTables(ctx).selectFrom('selfBuilt.systemItem as i').innerJoin('selfBuilt.system as s', 's.id', 'i.systemId').select('i.systemId')
    .where('i.itemId', '=', itemId).where('s.enabled', '=', true).executeTakeFirst();
}

/** The link of a case; made now if its item is handled in a self-built system and the case is open. */
export async function findOrOpenLink(ctx: Context, record: CaseRecord): Promise<LinkRow | undefined> {
  const known = await unsafeFindLink(ctx, record.id);
  if (known || (record.status !== 'submitted' && record.status !== 'supplementing')) return known;
  const system = await findSystemOfItem(ctx, record.itemId);
  if (!system) return undefined;
  await selfBuiltTables(ctx).insertInto('selfBuilt.link').values({
    caseId: record.id, caseNumber: record.number, systemId: system.systemId, itemName: record.itemName, organizationName: record.organizationName, state: 'registered',
    registeredAt: record.submittedAt, consentText: null, consentAt: null, consentBy: null, consentDisclosure: null, contentReadAt: null, enteredAt: null, lastSequence: 0, lastReportAt: null, nextPullAt: null, quietPulls: 0, trouble: null,
  }).onConflict((conflict) => conflict.doNothing()).execute();
  return unsafeFindLink(ctx, record.id);
}

/** A case was submitted: it is linked to the system that handles its item. */
export async function linkCase(ctx: Context, event: DomainEvent): Promise<void> {
  const record = await unsafeFindCase(ctx, (event.data as CaseEventData).caseId);
  if (record) await findOrOpenLink(ctx, record);
}

/** The applicant answered a supplement notice here: the system may accept the case now. */
export async function followSupplement(ctx: Context, event: DomainEvent): Promise<void> {
  await selfBuiltTables(ctx).updateTable('selfBuilt.link').set({ state: 'entered' }).where('caseId', '=', event.aggregateId).where('state', '=', 'supplementing').execute();
}

/** A case was decided or ended by others than its system: nothing is expected of the system any more. */
export async function followEnd(ctx: Context, event: DomainEvent): Promise<void> {
  const link = await unsafeFindLink(ctx, event.aggregateId);
  if (!link || isSettled(link.state) || (link.state === 'decided' && (event.data as CaseEventData).status === 'decided')) return;
  await selfBuiltTables(ctx).updateTable('selfBuilt.link').set({ state: 'ended', nextPullAt: null, trouble: null }).where('caseId', '=', link.caseId).where('state', '=', link.state).execute();
}
