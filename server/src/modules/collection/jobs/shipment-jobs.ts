import { Type } from '@tongban/contract-kit';
import type { Selectable } from 'kysely';
import { Value } from 'typebox/value';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { reasonOf } from '../../../kernel/engines/index.ts';
import { enqueueJob, type JobDefinition } from '../../../kernel/jobs/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { unsafeFindCase } from '../../cases/index.ts';
import { addReturn } from '../actions/note-return.ts';
import { registerShipment } from '../actions/register-shipment.ts';
import { registerShipmentJob } from '../job-names.ts';
import { mailServiceOf } from '../mail/http-mail-service.ts';
import type { MailService } from '../mail/mail-service.ts';
import type { CollectionTables } from '../tables.ts';

const graceMs = 5 * 60_000;
const pollEveryMs = 30 * 60_000;
const atATime = 100;

/** Queues a job again for what has been due for five minutes, should its own have been lost. */
export async function sweepShipments(ctx: Context): Promise<void> {
  const overdue = await tablesOf<CollectionTables>(ctx.kernel.db).selectFrom('collection.shipment').select('id').where('state', '=', 'waiting')
    .where('dueAt', '<', new Date(ctx.kernel.clock.now().getTime() - graceMs)).orderBy('dueAt').limit(atATime).execute();
  const batch = new WriteBatch();
  for (const { id } of overdue) enqueueJob(batch, registerShipmentJob, { shipmentId: id }, { key: `${registerShipmentJob}:${id}` });
  await batch.execute(ctx.kernel.db.pool);
}

/** Asks where the parcels under way are, each every half hour; what the service does not answer is asked again next time. */
export async function pollShipments(ctx: Context): Promise<void> {
  const service = mailServiceOf(ctx.kernel);
  if (!service) return;
  const now = ctx.kernel.clock.now();
  const due = await tablesOf<CollectionTables>(ctx.kernel.db).selectFrom('collection.shipment').selectAll().where('state', 'in', ['registered', 'picked-up', 'in-transit']).where('dueAt', '<=', now)
    .orderBy('dueAt').limit(atATime).execute();
  for (const shipment of due) await pollOne(ctx, service, shipment);
}

type Shipment = Selectable<CollectionTables['collection.shipment']>;

async function pollOne(ctx: Context, service: MailService, shipment: Shipment): Promise<void> {
  const dueAt = new Date(ctx.kernel.clock.now().getTime() + pollEveryMs);
  try {
    const events = await service.track(shipment.trackingNumber ?? '');
    const state = events.at(-1)?.state ?? shipment.state;
    const batch = new WriteBatch();
    const writes = writesFor<CollectionTables>(batch);
    for (const event of events) writes.insert('collection.shipmentEvent', { shipmentId: shipment.id, ...event }, 'nothing');
    writes.update('collection.shipment', { state, dueAt, trouble: null }, { id: shipment.id, state: shipment.state });
    if (state !== shipment.state && (state === 'delivered' || state === 'returned')) await tell(ctx, batch, shipment, state, events.at(-1)?.text ?? '');
    await commit(ctx, batch);
  } catch (error) {
    const batch = new WriteBatch();
    writesFor<CollectionTables>(batch).update('collection.shipment', { dueAt, trouble: reasonOf(error) }, { id: shipment.id, state: shipment.state });
    await batch.execute(ctx.kernel.db.pool);
  }
}

/** The applicant hears that the parcel has arrived; that it came back is said at the case, of which the applicant is told, and to whoever posted it. */
async function tell(ctx: Context, batch: WriteBatch, shipment: Shipment, state: 'delivered' | 'returned', words: string): Promise<void> {
  const record = await unsafeFindCase(ctx, shipment.caseId);
  if (!record) return;
  const variables = { caseId: record.id, number: record.number, itemName: record.itemName, trackingNumber: shipment.trackingNumber ?? '' };
  const recipient = state === 'delivered' ? { kind: record.applicantKind, id: record.applicantId } : { kind: 'staff' as const, id: shipment.staffId };
  await sendMessage(ctx, batch, { templateKey: `collection.parcel-${state}`, recipient, dedupeKey: `${state}:${shipment.id}`, variables });
  const waits = record.status === 'decided' || (record.status === 'closed' && record.deliveryMethod === 'express');
  if (state === 'returned' && waits && record.state.returnedOn === undefined) addReturn(ctx, batch, record, { reason: words === '' ? '快递退回' : words, trackingNumber: shipment.trackingNumber ?? '' });
}

const Payload = Type.Object({ shipmentId: Type.String() });

export const shipmentJobs: readonly JobDefinition[] = [
  { name: registerShipmentJob, label: '向邮寄服务登记寄件', handle: async (ctx, payload) => registerShipment(ctx, Value.Parse(Payload, payload).shipmentId) },
  { name: 'collection.sweep-shipments', label: '补登记滞留的寄件', cron: '*/5 * * * *', handle: sweepShipments },
  { name: 'collection.poll-shipments', label: '查询寄件物流', cron: '*/10 * * * *', handle: pollShipments },
];
