import type { BodyOf } from '@tongban/contract-kit';
import { requireStaff } from '../../../kernel/access/index.ts';
import { recordAudit } from '../../../kernel/audit/index.ts';
import { commit } from '../../../kernel/commit.ts';
import type { Context } from '../../../kernel/context.ts';
import { createId, tablesOf, WriteBatch, writesFor } from '../../../kernel/db/index.ts';
import { enqueueJob } from '../../../kernel/jobs/index.ts';
import { awaitsLicence, failCase, getCaseRecord, isWithinOffice, type CaseRecord } from '../../cases/index.ts';
import type { postResult as operation } from '../contract.ts';
import { fail } from '../errors.ts';
import { registerShipmentJob } from '../job-names.ts';
import { mailServiceOf } from '../mail/http-mail-service.ts';
import { encryptShipmentAddress, readShipmentAddress } from '../shipment-address.ts';
import type { CollectionTables } from '../tables.ts';

/** What a parcel is put down with: another address, or the number under which it was posted by hand. */
type Parcel = BodyOf<typeof operation>;

/**
 * Puts a result down to be posted to the address of its case; a job registers it with the mail service until it was taken
 * (INT-05, design invariant 10). One that the mail has brought back is put down anew, to an address checked with the applicant.
 * @throws collection.not-waiting, .no-mail-service, .no-address, .posted, cases.not-your-task
 */
export async function postResult(ctx: Context, caseId: string, { postalAddress, trackingNumber }: Parcel): Promise<void> {
  const staff = requireStaff(ctx);
  const record = await getCaseRecord(ctx, caseId);
  const again = isBack(record);
  if (!again && (record.status !== 'decided' || await awaitsLicence(ctx, record))) throw fail('collection.not-waiting');
  if (again && !isWithinOffice(ctx, staff, record, 'handling.case.deliver')) throw failCase('cases.not-your-task');
  const connected = mailServiceOf(ctx.kernel) !== undefined;
  const byHand = again && !connected ? trackingNumber : undefined;
  if (!connected && byHand === undefined) throw fail('collection.no-mail-service');
  const [last] = await listShipments(ctx, caseId);
  const [id, now] = [createId(), ctx.kernel.clock.now()];
  const address = (again ? postalAddress : undefined) ?? readShipmentAddress(ctx, record, last, { masked: false });
  if (!address) throw fail('collection.no-address');
  const batch = new WriteBatch();
  writesFor<CollectionTables>(batch).insert('collection.shipment', {
    id, caseId, state: byHand === undefined ? 'waiting' : 'registered', trackingNumber: byHand?.trim() ?? null, carrier: null, addressCipher: again ? encryptShipmentAddress(ctx, id, address) : null,
    attempts: 0, dueAt: now, leaseUntil: null, trouble: null, staffId: staff.id, staffName: staff.name, organizationName: staff.organizationName, madeAt: now,
  });
  batch.onViolation('shipment_case', () => fail('collection.posted'));
  if (byHand === undefined) enqueueJob(batch, registerShipmentJob, { shipmentId: id });
  recordAudit(ctx, batch, { action: 'collection.post-result', objectType: 'case', objectId: caseId, detail: { number: record.number, again, otherAddress: again && postalAddress !== undefined } });
  await commit(ctx, batch);
}

/** Whether the mail has brought the result of a closed case back. */
export function isBack({ status, state }: CaseRecord): boolean {
  return status === 'closed' && state.returnedOn !== undefined && state.revokedOn === undefined;
}

/** Everything that was put down for a case, the latest first. */
export function listShipments(ctx: Context, caseId: string) {
  return tablesOf<CollectionTables>(ctx.kernel.db).selectFrom('collection.shipment').selectAll().where('caseId', '=', caseId).orderBy('id', 'desc').execute();
}

/** The shipment of a case that is under way or has arrived; there is one at most. */
export async function findShipment(ctx: Context, caseId: string) {
  return (await listShipments(ctx, caseId)).find(({ state }) => state !== 'refused' && state !== 'returned');
}
