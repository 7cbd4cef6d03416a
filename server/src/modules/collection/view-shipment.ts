import type { ResponseOf } from '@tongban/contract-kit';
import { recordAuditNow } from '../../kernel/audit/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { getCaseRecord, readPostalAddress } from '../cases/index.ts';
import { findShipment } from './actions/post-result.ts';
import { shipmentStateLabels, type getShipment, type readLabel as labelOperation } from './contract.ts';
import { fail } from './errors.ts';
import { mailServiceOf } from './mail/http-mail-service.ts';
import type { CollectionTables } from './tables.ts';

/** The parcel of a case for whoever may see the case: the applicant is told where it is, officers also what is wrong. @throws cases.not-found */
export async function viewShipment(ctx: Context, caseId: string): Promise<ResponseOf<typeof getShipment>> {
  const record = await getCaseRecord(ctx, caseId);
  const row = await findShipment(ctx, caseId);
  const connected = mailServiceOf(ctx.kernel) !== undefined;
  const office = ctx.actor.kind === 'staff';
  if (!row || (!office && row.state === 'refused')) return { shipment: null, connected };
  const events = await tablesOf<CollectionTables>(ctx.kernel.db).selectFrom('collection.shipmentEvent').selectAll().where('shipmentId', '=', row.id).orderBy('at', 'desc').execute();
  const address = readPostalAddress(ctx, record, { masked: true });
  return {
    connected,
    shipment: {
      id: row.id, state: row.state, stateLabel: shipmentStateLabels[row.state], trackingNumber: row.trackingNumber, carrier: row.carrier, recipient: address ? `${address.recipient}，${address.mobile}，${address.address}` : '',
      madeAt: row.madeAt.toISOString(), trouble: office ? row.trouble : null, nextTryAt: row.state === 'waiting' && row.trouble !== null ? row.dueAt.toISOString() : null,
      events: events.map(({ at, state, text, place }) => ({ at: at.toISOString(), stateLabel: shipmentStateLabels[state], text, place })),
    },
  };
}

/** The label of a parcel in full, with a line in the audit. @throws collection.no-address */
export async function readLabel(ctx: Context, caseId: string, purpose: string): Promise<ResponseOf<typeof labelOperation>> {
  const record = await getCaseRecord(ctx, caseId);
  const address = readPostalAddress(ctx, record, { masked: false });
  if (!address) throw fail('collection.no-address');
  await recordAuditNow(ctx, { action: 'collection.read-label', objectType: 'case', objectId: caseId, purpose });
  return { ...address, trackingNumber: (await findShipment(ctx, caseId))?.trackingNumber ?? null, sender: record.organizationName };
}
