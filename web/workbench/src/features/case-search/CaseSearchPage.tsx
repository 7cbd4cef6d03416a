import { IdcardOutlined, ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { caseStatuses, caseStatusLabels, clockLevels, countCases, listCases, type CaseSummary } from '@tongban/server/src/modules/cases/contract.ts';
import { Button, Select } from 'antd';
import { checkIdentityDocument, checkUnifiedSocialCreditCode } from '@tongban/identifiers';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../shared/api.ts';
import { DueDate, LevelTag, StatusTag, Tag } from '../../shared/case/tags.tsx';
import { formatMoment, today } from '../../shared/format/dates.ts';
import { DateField } from '../../shared/list/DateField.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListFrame } from '../../shared/list/ListFrame.tsx';
import type { Column } from '../../shared/list/ListTable.tsx';
import { SearchField } from '../../shared/list/SearchField.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { useListed } from '../../shared/list/use-listed.ts';
import { Page } from '../../shared/page/Page.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { DocumentSearch } from './DocumentSearch.tsx';
import { text } from './text.ts';

const { columns: titles } = text;

const columns: readonly Column<CaseSummary>[] = [
  { key: 'number', title: titles.number, width: '13.5rem', fixed: true, render: (row) => <span className="number list__strong">{row.number}</span> },
  { key: 'item', title: titles.item, render: (row) => row.itemName },
  {
    key: 'applicant', title: titles.applicant, width: '11rem',
    render: (row) => <>{row.applicantName}{row.agentName ? <span className="faint"> {text.byAgent(row.agentName)}</span> : row.filerName ? <span className="faint"> {text.byClerk(row.filerName)}</span> : null}</>,
  },
  {
    key: 'status', title: titles.status, width: '9.5rem',
    render: (row) => <><StatusTag status={row.status} />{row.outcome ? <Tag>{text.outcome[row.outcome]}</Tag> : null}</>,
  },
  { key: 'due', title: titles.due, width: '9.5rem', render: (row) => <DueDate date={row.promisedDueOn} over={row.level === 'yellow' || row.level === 'red'} /> },
  { key: 'level', title: titles.level, width: '4rem', render: (row) => <LevelTag level={row.level} /> },
  { key: 'department', title: titles.department, width: '9.5rem', render: (row) => row.organizationName },
  { key: 'channel', title: titles.channel, width: '4rem', render: (row) => text.channels[row.channel] ?? row.channel },
  { key: 'submitted', title: titles.submitted, width: '7.5rem', render: (row) => <span className="number">{formatMoment(row.submittedAt)}</span> },
];

/** Whether words are the number of a document: such are looked up by themselves, and stay out of the address. */
const isDocument = (words: string): boolean => checkIdentityDocument('111', words, today()).ok || checkUnifiedSocialCreditCode(words).ok;

/** Finds cases within the officer's scope, counts them and lists them by the time of application (INT-07). */
export function CaseSearchPage() {
  const [filters, setFilters, reset] = useFilters(['q', 'status', 'level', 'itemId', 'from', 'to', 'order']);
  const navigate = useNavigate();
  const typedThere = filters.q !== undefined && isDocument(filters.q) ? filters.q : undefined;
  const [document, setDocument] = useState(typedThere);
  useEffect(() => {
    if (typedThere !== undefined) setFilters({ q: undefined });
  }, [typedThere, setFilters]);
  // A number that was looked up leaves the field, which starts anew.
  const [taken, setTaken] = useState(0);
  const search = (q: string | undefined) => {
    if (q === undefined || !isDocument(q)) return setFilters({ q });
    setTaken(taken + 1);
    setDocument(q);
  };
  const status = caseStatuses.find((one) => one === filters.status);
  const level = clockLevels.find((one) => one === filters.level);
  const order = filters.order === 'oldest' ? 'oldest' : 'newest';
  const filter = {
    ...(filters.q && typedThere === undefined ? { q: filters.q } : {}), ...(status ? { status } : {}), ...(level ? { level } : {}), ...(filters.itemId ? { itemId: filters.itemId } : {}),
    ...(filters.from ? { submittedFrom: filters.from } : {}), ...(filters.to ? { submittedTo: filters.to } : {}),
  };
  const query = { ...filter, order } as const;
  const paged = useListed(listCases, query);
  const found = useQuery({ queryKey: [listCases.id, 'count', filter], placeholderData: (before) => before, queryFn: () => api.call(countCases, { query: filter }) });
  const filtered = Object.keys(filter).length > 0;
  return (
    <Page
      fill title={text.title} aside={found.data ? text.found(found.data) : undefined} actions={<Button icon={<ReloadOutlined />} onClick={() => { paged.refresh(); void found.refetch(); }}>{text.refresh}</Button>}
      bar={(
        <>
          <SearchField key={taken} value={filters.q} width={280} placeholder={text.filter.q} onChange={search} />
          <Button icon={<IdcardOutlined />} onClick={() => setDocument('')}>{text.document.open}</Button>
          <FilterSelect
            label={titles.status} any={text.filter.status} value={status} width={150}
            options={caseStatuses.map((one) => ({ value: one, label: caseStatusLabels[one] }))} onChange={(next) => setFilters({ status: next })}
          />
          <FilterSelect
            label={titles.level} any={text.filter.level} value={level} width={170}
            options={clockLevels.map((one) => ({ value: one, label: sharedText.level.explain[one] }))} onChange={(next) => setFilters({ level: next })}
          />
          <DateField value={filters.from} placeholder={text.filter.from} onChange={(from) => setFilters({ from })} />
          <DateField value={filters.to} placeholder={text.filter.to} onChange={(to) => setFilters({ to })} />
          <Select
            value={order} style={{ width: 130 }} aria-label={text.order.label} onChange={(next) => setFilters({ order: next === 'oldest' ? next : undefined })}
            options={(['newest', 'oldest'] as const).map((one) => ({ value: one, label: text.order[one] }))}
          />
          {filtered ? <Button type="link" onClick={reset}>{text.reset}</Button> : null}
        </>
      )}
    >
      <ListFrame
        label={text.title} columns={columns} rowKey={(row) => row.id} paged={paged} minWidth="78rem"
        onOpen={(row) => { void navigate(links.case(row.id)); }} empty={text.empty} onReset={filtered ? reset : undefined}
      />
      {document === undefined ? null : <DocumentSearch number={document} onClose={() => setDocument(undefined)} />}
    </Page>
  );
}
