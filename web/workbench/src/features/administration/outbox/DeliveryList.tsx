import { deliveryStates, listDeliveries, retryDelivery } from '@tongban/server/src/kernel/messaging/contract.ts';
import { App, Button } from 'antd';
import { Tag, type Tone } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../../shared/list/ListFrame.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useListed, type RowOf } from '../../../shared/list/use-listed.ts';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { useAction } from '../../../shared/use-action.ts';
import { text } from '../text.ts';

const words = text.outbox;
const titles = words.columns;
type State = (typeof deliveryStates)[number];
type Delivery = RowOf<typeof listDeliveries>;

const tones: Record<State, Tone> = { queued: 'todo', sent: 'neutral', delivered: 'done', failed: 'danger', suppressed: 'neutral' };

const columns: readonly Column<Delivery>[] = [
  { key: 'created', title: titles.created, width: '9rem', fixed: true, render: (row) => <span className="number">{formatMoment(row.createdAt)}</span> },
  { key: 'recipient', title: titles.recipient, width: '15rem', render: (row) => <span className="list__strong">{row.recipient}</span> },
  { key: 'state', title: titles.state, width: '7rem', render: (row) => <Tag tone={tones[row.state]}>{words.states[row.state]}</Tag> },
  { key: 'at', title: titles.at, width: '9rem', render: (row) => <span className="number">{formatMoment(row.deliveredAt ?? row.sentAt) || '—'}</span> },
  { key: 'attempts', title: titles.attempts, width: '4rem', align: 'right', render: (row) => row.attempts },
  { key: 'error', title: titles.error, wrap: true, render: (row) => <span className="muted">{row.error ?? '—'}</span> },
  { key: 'template', title: titles.template, width: '12rem', wrap: true, render: (row) => <span title={row.templateKey}>{row.templateName}{row.versionNumber === null ? null : <span className="faint small">　{words.version(row.versionNumber)}</span>}</span> },
];

/** How each SMS fared; a failed one can be sent again. */
export function DeliveryList({ state, onFilter }: { state: string | undefined; onFilter: (state: string | undefined) => void }) {
  const { message } = App.useApp();
  const retries = useHolds('messaging.delivery.retry');
  const { run, busy, problem, clear } = useAction(retryDelivery);
  const chosen = deliveryStates.find((one) => one === state);
  const paged = useListed(listDeliveries, chosen ? { state: chosen } : {});
  const retry = (row: Delivery) => {
    void run({ params: { deliveryId: row.id } }, () => {
      void message.success(words.retried);
      paged.refresh();
    });
  };
  const action: Column<Delivery> = {
    key: 'action', title: titles.action, width: '5rem', fixed: true,
    render: (row) => (row.state === 'failed' ? <span className="row-buttons"><Button size="small" type="link" disabled={busy} onClick={() => retry(row)}>{words.retry}</Button></span> : null),
  };
  return (
    <>
      <div className="wb-page__bar">
        <FilterSelect
          label={titles.state} any={words.filter.state} value={chosen} width="9.5rem"
          options={deliveryStates.map((one) => ({ value: one, label: words.states[one] }))} onChange={onFilter}
        />
      </div>
      <ProblemAlert problem={problem} onRefresh={paged.refresh} onClose={clear} />
      <ListFrame
        label={words.tabs.deliveries} columns={retries ? [...columns, action] : columns} rowKey={(row) => row.id} paged={paged} minWidth="72rem"
        empty={words.noDeliveries}
      />
    </>
  );
}
