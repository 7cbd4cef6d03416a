import { listCases, type CaseSummary } from '@tongban/server/src/modules/cases/contract.ts';
import { Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { DueDate, Tag } from '../../shared/case/tags.tsx';
import { links } from '../../shared/links.ts';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Page } from '../../shared/page/Page.tsx';
import { text } from './text.ts';
import './collection.css';

const { columns: titles } = text;
const ways = ['all', 'counter', 'express', 'electronic', 'returned'] as const;
type Way = (typeof ways)[number];

const columns: readonly Column<CaseSummary>[] = [
  { key: 'number', title: titles.number, width: '13rem', fixed: true, render: (row) => <span className="number list__strong">{row.number}</span> },
  { key: 'applicant', title: titles.applicant, width: '14rem', render: (row) => row.applicantName },
  { key: 'item', title: titles.item, render: (row) => row.itemName },
  { key: 'outcome', title: titles.outcome, width: '5rem', render: (row) => (row.outcome === null ? text.none : <Tag tone={row.outcome === 'approved' ? 'done' : 'neutral'}>{text.outcome[row.outcome]}</Tag>) },
  { key: 'way', title: titles.way, width: '9rem', render: (row) => text.ways[row.deliveryMethod] },
  { key: 'due', title: titles.due, width: '10rem', render: (row) => <DueDate date={row.deliveryDueOn} /> },
  { key: 'department', title: titles.department, width: '13rem', render: (row) => row.organizationName },
];

/** What was scanned or typed: the code on a receipt holds an address that names the case. */
export function wordsOf(typed: string): string {
  return /[?&]number=([^&\s]+)/.exec(typed)?.[1] ?? typed;
}

/** 发证: cases whose result waits to be handed over (INT-05). */
export function HandOutPage() {
  const [filters, setFilters] = useFilters(['q', 'way']);
  const navigate = useNavigate();
  const way: Way = ways.find((one) => one === filters.way) ?? 'all';
  const paged = useListed(listCases, {
    order: 'oldest', ...(filters.q ? { q: filters.q } : {}), ...(way === 'returned' ? { returned: true } : { status: 'decided' as const, ...(way === 'all' ? {} : { deliveryMethod: way }) }),
  });
  return (
    <Page
      fill title={text.title}
      bar={
        <>
          <SearchField value={filters.q} placeholder={text.search} width={360} onChange={(q) => setFilters({ q: q === undefined ? undefined : wordsOf(q) })} />
          <Segmented<Way> value={way} options={ways.map((one) => ({ value: one, label: text.ways[one] }))} onChange={(next) => setFilters({ way: next === 'all' ? undefined : next })} />
        </>
      }
    >
      <ListFrame<CaseSummary>
        cards
        label={text.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="70rem" onOpen={(row) => { void navigate(links.handOutCase(row.id)); }} empty={way === 'returned' ? text.noneReturned : text.empty}
        onReset={filters.q !== undefined || way !== 'all' ? () => setFilters({ q: undefined, way: undefined }) : undefined}
      />
    </Page>
  );
}
