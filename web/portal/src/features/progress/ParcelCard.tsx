import { useQuery } from '@tanstack/react-query';
import { Card, DescriptionList, Timeline } from '@tongban/ui';
import type { CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { getShipment } from '@tongban/server/src/modules/collection/contract.ts';
import { api } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { text } from './text.ts';

const t = text.case.parcel;

/** Where the posted result is, and what came back before; nothing for a result that is not posted, or not yet (INT-05, INT-07). */
export function ParcelCard({ one }: { one: CaseView }) {
  const returned = one.timeline.some(({ type }) => type === 'mail-returned');
  const posted = (one.deliveryMethod === 'express' || returned) && (one.status === 'decided' || one.status === 'closed');
  const { data } = useQuery({ queryKey: [getShipment.id, one.id], enabled: posted, staleTime: 60_000, queryFn: () => api.call(getShipment, { params: { caseId: one.id } }) });
  const parcels = data?.shipment ? [data.shipment, ...data.earlier] : [];
  // once it is posted again there is nothing to do but wait for it
  const waits = one.returnedOn !== null && (parcels[0] === undefined || parcels[0].state === 'returned');
  if (parcels.length === 0 && !waits) return null;
  return (
    <Card title={t.title} compact>
      {waits && <p>{t.returned(one.organizationName)}</p>}
      {parcels.map((parcel, index) => (
        <section key={parcel.id}>
          {index === 1 && <p><strong>{t.earlier}</strong></p>}
          <DescriptionList entries={[
            { term: t.state, value: parcel.stateLabel }, { term: t.number, value: parcel.trackingNumber && [parcel.carrier, parcel.trackingNumber].filter(Boolean).join(' ') }, { term: t.recipient, value: parcel.recipient },
          ]} />
          {parcel.events.length > 0 && (
            <Timeline entries={parcel.events.map((event) => ({
              key: `${event.at} ${event.text}`, title: event.stateLabel, time: formatDateTime(event.at), tone: 'info', detail: <p className="muted">{[event.place, event.text].filter(Boolean).join('　')}</p>,
            }))} />
          )}
        </section>
      ))}
    </Card>
  );
}
