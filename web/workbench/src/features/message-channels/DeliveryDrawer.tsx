import { useQuery } from '@tanstack/react-query';
import { getDelivery } from '@tongban/server/src/kernel/messaging/contract.ts';
import { Drawer } from 'antd';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { deliveryTones } from './part.ts';
import { text } from './text.ts';

const words = text.detail;

/** What one message says, with the numbers of persons masked, and how it fared by every channel. */
export function DeliveryDrawer({ deliveryId, onClose }: { deliveryId: string | undefined; onClose: () => void }) {
  const detail = useQuery({ queryKey: [getDelivery.id, deliveryId], enabled: deliveryId !== undefined, queryFn: () => api.call(getDelivery, { params: { deliveryId: deliveryId ?? '' } }) });
  return (
    <Drawer open={deliveryId !== undefined} onClose={onClose} title={words.title} size={560} destroyOnHidden>
      {deliveryId === undefined ? null : (
        <QueryState query={detail}>
          {(one) => (
            <div className="message-delivery">
              <Facts
                items={[
                  { label: text.columns.recipient, value: one.recipient }, { label: text.channel, value: text.channels[one.channel] },
                  { label: text.columns.state, value: <><Tag tone={deliveryTones[one.state]}>{text.states[one.state]}</Tag>{one.error === null ? null : <span className="muted">　{one.error}</span>}</> },
                  { label: text.columns.created, value: formatDateTime(one.createdAt) },
                  ...([[words.due, one.dueAt], [words.sent, one.sentAt], [words.delivered, one.deliveredAt], [words.readAt, one.readAt]] as const).flatMap(([label, at]) => (at === null ? [] : [{ label, value: formatDateTime(at) }])),
                  { label: text.columns.template, value: one.templateName }, ...(one.title === '' ? [] : [{ label: words.heading, value: one.title }]), { label: words.text, value: <span className="lines">{one.text}</span> },
                ]}
              />
              {one.others.length > 0 ? (
                <section>
                  <h3 className="section-title">{words.others}</h3>
                  <ul className="message-delivery__others">
                    {one.others.map((other) => <li key={other.id}><span>{text.channels[other.channel]}</span><Tag tone={deliveryTones[other.state]}>{text.states[other.state]}</Tag><span className="muted">{other.error ?? formatDateTime(other.deliveredAt ?? other.sentAt)}</span></li>)}
                  </ul>
                </section>
              ) : null}
              <p className="faint small">{words.recorded}</p>
            </div>
          )}
        </QueryState>
      )}
    </Drawer>
  );
}
