import { exportOrders, listOrders, orderStateLabels, orderStates, type OrderLine } from '@tongban/server/src/modules/supervision/orders.contract.ts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../shared/api.ts';
import { DueDate, Tag } from '../../../shared/case/tags.tsx';
import { formatMoment } from '../../../shared/format/dates.ts';
import { links } from '../../../shared/links.ts';
import { ListPage } from '../../../shared/list/ListPage.tsx';
import type { Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { useListed } from '../../../shared/list/use-listed.ts';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { useNews } from '../use-news.ts';
import { IssueDialog } from './IssueDialog.tsx';
import { orderTone } from './order-tone.ts';
import '../supervision.css';

const words = text.orders;
const whiches = ['mine', 'open', 'overdue', 'all'] as const;
type Which = (typeof whiches)[number];

/** Orders of the reader's reach: what waits for the reader first (SUP-02). */
export function OrdersPage() {
  const navigate = useNavigate();
  const [filters, setFilters, reset] = useFilters(['which', 'q', 'state']);
  const [issuing, setIssuing] = useState(false);
  const mayIssue = useHolds('supervision.order.issue');
  const which: Which = whiches.find((one) => one === filters.which) ?? 'open';
  const state = orderStates.find((one) => one === filters.state);
  const query = {
    ...(which === 'mine' ? { mine: true } : which === 'open' ? { finished: false } : which === 'overdue' ? { overdue: true } : {}), ...(filters.q ? { q: filters.q } : {}), ...(state ? { state } : {}),
  };
  const paged = useListed(listOrders, query, { refetchInterval: useNews('supervision.orders', [listOrders], 60_000) });
  return (
    <ListPage<OrderLine>
      title={words.title} search={words.search} values={filters} kept={['which']} onFilter={setFilters} onReset={reset}
      create={mayIssue ? { label: words.create, onPress: () => setIssuing(true) } : undefined} actions={<Button href={api.url(exportOrders, { query })}>{words.export}</Button>}
      lead={<Segmented<Which> value={which} options={whiches.map((one) => ({ value: one, label: words.which[one] }))} onChange={(next) => setFilters({ which: next })} />}
      filters={[{ key: 'state', label: words.state, any: words.anyState, width: 150, options: orderStates.map((one) => ({ value: one, label: orderStateLabels[one] })) }]}
      list={{ cards: true, columns, rowKey: (row) => row.id, paged, minWidth: '74rem', empty: words.empty, onOpen: (row) => { void navigate(links.supervisionOrder(row.id)); } }}
    >
      {issuing ? <IssueDialog from={{ key: 'free', content: '' }} onClose={() => setIssuing(false)} /> : null}
    </ListPage>
  );
}

const columns: readonly Column<OrderLine>[] = [
  { key: 'number', title: words.columns.number, width: '10rem', fixed: true, render: (row) => <span className="number">{row.number}</span> },
  { key: 'state', title: words.columns.state, width: '9.5rem', render: (row) => <Tag tone={orderTone(row)}>{row.stateLabel}</Tag> },
  { key: 'about', title: words.columns.about, wrap: true, render: (row) => <><span className="list__strong">{row.about}</span>{row.caseNumber === null ? null : <><br /><span className="number faint small">{words.columns.case} {row.caseNumber}</span></>}</> },
  { key: 'department', title: words.columns.department, width: '13rem', wrap: true, render: (row) => row.organizationName },
  { key: 'lead', title: words.columns.lead, width: '6rem', render: (row) => row.leadName ?? words.none },
  { key: 'due', title: words.columns.due, width: '10.5rem', render: (row) => <DueDate date={row.dueOn} over={row.overdue} /> },
  { key: 'issued', title: words.columns.issued, width: '8.5rem', render: (row) => <span className="number">{formatMoment(row.issuedAt)}</span> },
];
