import { sql } from 'kysely';
import type { Context } from '../../../kernel/context.ts';
import { tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { EngineRefused, reasonOf } from '../../../kernel/engines/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { unsafeFindCase } from '../../cases/index.ts';
import { registerShipmentJob } from '../job-names.ts';
import { mailServiceOf } from '../mail/http-mail-service.ts';
import { readShipmentAddress } from '../shipment-address.ts';
import type { CollectionTables } from '../tables.ts';

const leaseMs = 60_000;
const longestWaitMinutes = 60;

async function claim(ctx: Context, shipmentId: string) {
  const now = ctx.kernel.clock.now();
  return tablesOf<CollectionTables>(ctx.kernel.db).updateTable('collection.shipment').set({ attempts: sql<number>`attempts + 1`, leaseUntil: new Date(now.getTime() + leaseMs) })
    .where('id', '=', shipmentId).where('state', '=', 'waiting').where('dueAt', '<=', now).where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', now)]))
    .returningAll().executeTakeFirst();
}

/**
 * Registers one shipment. Safe to run twice: a lease keeps others off it, and the service knows our id. While the service is
 * away it is tried again after 1, 2, 4 … minutes, then every hour, until it was taken: a day without it loses nothing.
 */
export async function registerShipment(ctx: Context, shipmentId: string): Promise<void> {
  const shipment = await claim(ctx, shipmentId);
  if (!shipment) return;
  const record = await unsafeFindCase(ctx, shipment.caseId);
  const address = record && readShipmentAddress(ctx, record, shipment, { masked: false });
  const service = mailServiceOf(ctx.kernel);
  if (!record || !address) return settle(ctx, shipmentId, { state: 'refused', trouble: '办件没有收件地址' });
  if (!service) return later(ctx, shipment, '没有接入邮寄服务');
  try {
    const { trackingNumber, carrier } = await service.register({
      id: shipment.id, sender: { name: record.organizationName, phone: '' }, recipient: { name: address.recipient, mobile: address.mobile, address: address.address }, content: '政务服务办理结果',
    });
    await settle(ctx, shipmentId, { state: 'registered', trackingNumber, carrier, trouble: null, dueAt: ctx.kernel.clock.now() });
  } catch (error) {
    if (error instanceof EngineRefused) return settle(ctx, shipmentId, { state: 'refused', trouble: reasonOf(error) });
    await later(ctx, shipment, reasonOf(error));
  }
}

async function later(ctx: Context, { id, attempts }: { id: string; attempts: number }, trouble: string): Promise<void> {
  const minutes = Math.min(longestWaitMinutes, 2 ** Math.min(attempts - 1, 10));
  const dueAt = new Date(ctx.kernel.clock.now().getTime() + minutes * 60_000);
  await settle(ctx, id, { trouble, dueAt }, dueAt);
}

type Settled = { state?: 'registered' | 'refused'; trackingNumber?: string; carrier?: string; trouble: string | null; dueAt?: Date };

async function settle(ctx: Context, id: string, set: Settled, again?: Date): Promise<void> {
  const batch = new WriteBatch();
  writesFor<CollectionTables>(batch).update('collection.shipment', { ...set, leaseUntil: null }, { id, state: 'waiting' });
  if (again) enqueueJob(batch, registerShipmentJob, { shipmentId: id }, { runAt: again });
  await batch.execute(ctx.kernel.db.pool);
}
