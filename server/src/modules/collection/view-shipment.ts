import type { ResponseOf } from '@tongban/contract-kit';
import type { Selectable } from 'kysely';
import { recordAuditNow } from '../../kernel/audit/index.ts';
import type { Context } from '../../kernel/context.ts';
import { tablesOf } from '../../kernel/db/index.ts';
import { getCaseRecord, type CaseRecord } from '../cases/index.ts';
import { listShipments } from './actions/post-result.ts';
import { shipmentStateLabels, type getShipment, type readLabel as labelOperation, type ShipmentView } from './contract.ts';
import { fail } from './errors.ts';
import { mailServiceOf } from './mail/http-mail-service.ts';
import { readShipmentAddress } from './shipment-address.ts';
import type { CollectionTables } from './tables.ts';

/** The parcels of a case for whoever may see the case: the applicant is told where they are, officers also what is wrong. @throws cases.not-found */
export async function viewShipment(ctx: Context, caseId: string): Promise<ResponseOf<typeof getShipment>> {
  const record = await getCaseRecord(ctx, caseId);
  const connected = mailServiceOf(ctx.kernel) !== undefined;
  const office = ctx.actor.kind === 'staff';
  const rows = (await listShipments(ctx, caseId)).filter(({ state }) => office || state !== 'refused');
  const ids = rows.map(({ id }) => id);
  const events = ids.length === 0 ? [] : await tablesOf<CollectionTables>(ctx.kernel.db).selectFrom('collection.shipmentEvent').selectAll().where('shipmentId', 'in', ids).orderBy('at', 'desc').execute();
  const [shipment = null, ...earlier] = rows.map((row) => present(ctx, record, row, events.filter(({ shipmentId }) => shipmentId === row.id)));
  return { connected, shipment, earlier, addressed: readShipmentAddress(ctx, record, rows[0], { masked: true }) !== null };
}

type Row = Awaited<ReturnType<typeof listShipments>>[number];

function present(ctx: Context, record: CaseRecord, row: Row, events: readonly Selectable<CollectionTables['collection.shipmentEvent']>[]): ShipmentView {
  const { id, state, trackingNumber, carrier } = row;
  const address = readShipmentAddress(ctx, record, row, { masked: true });
  return {
    id, state, stateLabel: shipmentStateLabels[state], trackingNumber, carrier, recipient: address ? `${address.recipient}，${address.mobile}，${address.address}` : '',
    madeAt: row.madeAt.toISOString(), trouble: ctx.actor.kind === 'staff' ? row.trouble : null, nextTryAt: state === 'waiting' && row.trouble !== null ? row.dueAt.toISOString() : null,
    events: events.map((event) => ({ at: event.at.toISOString(), stateLabel: shipmentStateLabels[event.state], text: event.text, place: event.place })),
  };
}

/** The label of the latest parcel in full, with a line in the audit. @throws collection.no-address */
export async function readLabel(ctx: Context, caseId: string, purpose: string): Promise<ResponseOf<typeof labelOperation>> {
  const record = await getCaseRecord(ctx, caseId);
  const [shipment] = await listShipments(ctx, caseId);
  const address = readShipmentAddress(ctx, record, shipment, { masked: false });
  if (!address) throw fail('collection.no-address');
  await recordAuditNow(ctx, { action: 'collection.read-label', objectType: 'case', objectId: caseId, purpose });
  return { ...address, trackingNumber: shipment?.trackingNumber ?? null, sender: record.organizationName };
}
