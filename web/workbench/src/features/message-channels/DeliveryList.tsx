import { deliveryStates, outsideChannels } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { listDeliveries, retryDelivery } from '@tongban/server/src/kernel/messaging/contract.ts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Tag } from '../../shared/case/tags.tsx';
import { formatMoment } from '../../shared/format/dates.ts';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { useListed, type RowOf } from '../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { useAction } from '../../shared/use-action.ts';
import { DeliveryDrawer } from './DeliveryDrawer.tsx';
import { deliveryTones, type PartProps } from './part.ts';
import { text } from './text.ts';

const titles = text.columns;
type Delivery = RowOf<typeof listDeliveries>;

const columns: readonly Column<Delivery>[] = [
  { key: 'created', title: titles.created, width: '9rem', fixed: true, render: (row) => <span className="number">{formatMoment(row.createdAt)}</span> },
  { key: 'channel', title: text.channel, width: '6rem', render: (row) => text.channels[row.channel] },
  { key: 'recipient', title: titles.recipient, width: '12rem', render: (row) => <span className="list__strong">{row.recipient}</span> },
  { key: 'state', title: titles.state, width: '7rem', render: (row) => <Tag tone={deliveryTones[row.state]}>{row.readAt === null ? text.states[row.state] : text.read}</Tag> },
  { key: 'ended', title: titles.ended, width: '9rem', render: (row) => <span className="number">{formatMoment(row.deliveredAt ?? row.sentAt) || '—'}</span> },
  { key: 'attempts', title: titles.attempts, width: '4rem', align: 'right', render: (row) => row.attempts },
  { key: 'error', title: titles.error, wrap: true, render: (row) => <span className="muted">{row.error ?? '—'}</span> },
  { key: 'template', title: titles.template, width: '12rem', wrap: true, render: (row) => <span title={row.templateKey}>{row.templateName}{row.versionNumber === null ? null : <span className="faint small">　{text.version(row.versionNumber)}</span>}</span> },
];

/** How each message outside the platform fared; a failed one can be sent again, and one can be looked into. */
export function DeliveryList({ filters, onFilter }: PartProps) {
  const { message } = App.useApp();
  const retries = useHolds('messaging.delivery.retry');
  const [opened, setOpened] = useState<string>();
  const { run, busy, problem, clear } = useAction(retryDelivery);
  const state = deliveryStates.find((one) => one === filters.state);
  const channel = outsideChannels.find((one) => one === filters.channel);
  const paged = useListed(listDeliveries, { ...(state ? { state } : {}), ...(channel ? { channel } : {}) });
  const retry = (row: Delivery) => {
    void run({ params: { deliveryId: row.id } }, () => {
      void message.success(text.retried);
      paged.refresh();
    });
  };
  const action: Column<Delivery> = {
    key: 'action', title: titles.action, width: '5rem', fixed: true,
    render: (row) => (row.state === 'failed' ? <span className="row-buttons"><Button size="small" type="link" disabled={busy} onClick={(event) => { event.stopPropagation(); retry(row); }}>{text.retry}</Button></span> : null),
  };
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect label={text.channel} any={text.allChannels} value={channel} width="9.5rem" options={outsideChannels.map((one) => ({ value: one, label: text.channels[one] }))} onChange={(next) => onFilter({ channel: next })} />
        <FilterSelect label={titles.state} any={text.filter.state} value={state} width="9.5rem" options={deliveryStates.map((one) => ({ value: one, label: text.states[one] }))} onChange={(next) => onFilter({ state: next })} />
      </div>
      <ProblemAlert problem={problem} onRefresh={paged.refresh} onClose={clear} />
      <ListFrame
        cards
        label={text.tabs.deliveries} columns={retries ? [...columns, action] : columns} rowKey={(row) => row.id} paged={paged} minWidth="78rem"
        empty={text.noDeliveries} onOpen={(row) => setOpened(row.id)}
      />
      <DeliveryDrawer deliveryId={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}
