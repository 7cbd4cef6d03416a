import { Type } from '@tongban/contract-kit';
import { Value } from 'typebox/value';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { reasonOf } from '../../../kernel/engines/index.ts';
import { enqueueJob, type JobDefinition } from '../../../kernel/jobs/index.ts';
import { sendMessage } from '../../../kernel/messaging/index.ts';
import { unsafeFindCase } from '../../cases/index.ts';
import { registerShipment } from '../actions/register-shipment.ts';
import { registerShipmentJob } from '../job-names.ts';
import { mailServiceOf } from '../mail/http-mail-service.ts';
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
  for (const shipment of due) {
    const batch = new WriteBatch();
    const writes = writesFor<CollectionTables>(batch);
    const dueAt = new Date(now.getTime() + pollEveryMs);
    try {
      const events = await service.track(shipment.trackingNumber ?? '');
      const state = events.at(-1)?.state ?? shipment.state;
      for (const event of events) writes.insert('collection.shipmentEvent', { shipmentId: shipment.id, ...event }, 'nothing');
      writes.update('collection.shipment', { state, dueAt, trouble: null }, { id: shipment.id, state: shipment.state });
      if (state !== shipment.state && (state === 'delivered' || state === 'returned')) await tell(ctx, batch, shipment, state);
    } catch (error) {
      writes.update('collection.shipment', { dueAt, trouble: reasonOf(error) }, { id: shipment.id, state: shipment.state });
    }
    await batch.execute(ctx.kernel.db.pool);
  }
}

/** The applicant hears that the parcel has arrived, whoever posted it that it came back. */
async function tell(ctx: Context, batch: WriteBatch, shipment: { id: string; caseId: string; staffId: string; trackingNumber: string | null }, state: 'delivered' | 'returned'): Promise<void> {
  const record = await unsafeFindCase(ctx, shipment.caseId);
  if (!record) return;
  const variables = { caseId: record.id, number: record.number, itemName: record.itemName, trackingNumber: shipment.trackingNumber ?? '' };
  const recipient = state === 'delivered' ? { kind: record.applicantKind, id: record.applicantId } : { kind: 'staff' as const, id: shipment.staffId };
  await sendMessage(ctx, batch, { templateKey: `collection.parcel-${state}`, recipient, dedupeKey: `${state}:${shipment.id}`, variables });
}

const Payload = Type.Object({ shipmentId: Type.String() });

export const shipmentJobs: readonly JobDefinition[] = [
  { name: registerShipmentJob, label: '向邮寄服务登记寄件', handle: async (ctx, payload) => registerShipment(ctx, Value.Parse(Payload, payload).shipmentId) },
  { name: 'collection.sweep-shipments', label: '补登记滞留的寄件', cron: '*/5 * * * *', handle: sweepShipments },
  { name: 'collection.poll-shipments', label: '查询寄件物流', cron: '*/10 * * * *', handle: pollShipments },
];
