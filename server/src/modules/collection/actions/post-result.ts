import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { awaitsLicence, getCaseRecord, readPostalAddress } from '../../cases/index.ts';
import { fail } from '../errors.ts';
import { registerShipmentJob } from '../job-names.ts';
import { mailServiceOf } from '../mail/http-mail-service.ts';
import type { CollectionTables } from '../tables.ts';

/**
 * Puts a result down to be posted to the address of its case; a job registers it with the mail service until it was taken
 * (INT-05, design invariant 10). @throws collection.not-waiting, .no-mail-service, .no-address, .posted
 */
export async function postResult(ctx: Context, caseId: string): Promise<void> {
  const staff = requireStaff(ctx);
  const record = await getCaseRecord(ctx, caseId);
  if (record.status !== 'decided' || await awaitsLicence(ctx, record)) throw fail('collection.not-waiting');
  if (!mailServiceOf(ctx.kernel)) throw fail('collection.no-mail-service');
  if (!readPostalAddress(ctx, record, { masked: true })) throw fail('collection.no-address');
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const batch = new WriteBatch();
  writesFor<CollectionTables>(batch).insert('collection.shipment', {
    id, caseId, state: 'waiting', trackingNumber: null, carrier: null, attempts: 0, dueAt: now, leaseUntil: null, trouble: null, staffId: staff.id, staffName: staff.name, organizationName: staff.organizationName, madeAt: now,
  });
  batch.onViolation('shipment_case', () => fail('collection.posted'));
  enqueueJob(batch, registerShipmentJob, { shipmentId: id });
  recordAudit(ctx, batch, { action: 'collection.post-result', objectType: 'case', objectId: caseId, detail: { number: record.number } });
  await commit(ctx, batch);
}

/** The shipment of a case that counts: the one not refused, else the latest. */
export async function findShipment(ctx: Context, caseId: string) {
  const rows = await tablesOf<CollectionTables>(ctx.kernel.db).selectFrom('collection.shipment').selectAll().where('caseId', '=', caseId).orderBy('id', 'desc').execute();
  return rows.find(({ state }) => state !== 'refused') ?? rows[0];
}
