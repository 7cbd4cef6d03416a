import { exportHallTickets, listHallTickets, ticketStateLabels, ticketStates, type HallTicket } from '@tongban/server/src/modules/halls/contract.ts';
import type { HallWatch } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { Button, Input } from 'antd';
import { api } from '../../../shared/api.ts';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatTime, today } from '../../../shared/format/dates.ts';
import { DateField } from '../../../shared/list/DateField.tsx';
import { Empty } from '../../../shared/list/Empty.tsx';
import { FilterSelect } from '../../../shared/list/FilterSelect.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { usePaged } from '../../../shared/list/use-paged.ts';
import { text } from '../text.ts';

const words = text.watch.tickets;
const tones = { 'waiting': 'todo', 'called': 'warning', 'serving': 'todo', 'held': 'neutral', 'no-show': 'neutral', 'done': 'done', 'cancelled': 'neutral' } as const;

/** Tickets of a day. */
export function TicketList({ hall }: { hall: HallWatch }) {
  const [filters, setFilters] = useFilters(['tab', 'day', 'state', 'queueId', 'q']);
  const state = ticketStates.find((one) => one === filters.state);
  const query = { ...(filters.day ? { day: filters.day } : {}), ...(state ? { state } : {}), ...(filters.queueId ? { queueId: filters.queueId } : {}), ...(filters.q ? { q: filters.q } : {}) };
  const paged = usePaged({ key: [listHallTickets.id, hall.hallId, query], refetchInterval: 10_000, fetch: (page) => api.call(listHallTickets, { params: { hallId: hall.hallId }, query: { ...query, ...page } }) });
  const [title, detail] = words.empty;
  return (
    <>
      <div className="wb-page__bar">
        <DateField label={words.day} value={filters.day ?? today()} maximum={today()} onChange={(day) => setFilters({ day: day === today() ? undefined : day })} />
        <FilterSelect label={words.state} any={words.anyState} value={state} width={130} options={ticketStates.map((one) => ({ value: one, label: ticketStateLabels[one] }))} onChange={(next) => setFilters({ state: next })} />
        <FilterSelect label={words.queue} any={words.anyQueue} value={filters.queueId} width={160} options={hall.queues.map(({ queueId, name }) => ({ value: queueId, label: name }))} onChange={(next) => setFilters({ queueId: next })} />
        <Input.Search allowClear aria-label={words.q} placeholder={words.q} defaultValue={filters.q ?? ''} maxLength={8} style={{ width: 140 }} onSearch={(q) => setFilters({ q: q.trim() || undefined })} />
        <Button href={api.url(exportHallTickets, { params: { hallId: hall.hallId }, query })}>{words.export}</Button>
      </div>
      <div className="frame"><ListTable cards label={text.watch.tabs.tickets} columns={columns} rows={paged.rows} paged={paged} rowKey={({ ticketId }) => ticketId} minWidth="78rem" empty={<Empty title={title ?? ''}>{detail}</Empty>} /></div>
    </>
  );
}

const titles = words.columns;
const minutes = (value: number | null) => <span className="number">{text.watch.minutesOf(value)}</span>;

const columns: readonly Column<HallTicket>[] = [
  { key: 'number', title: titles.number, width: '5rem', render: (row) => <b className="number">{row.number}</b> },
  { key: 'queue', title: titles.queue, render: (row) => <>{row.queueName}{row.itemName ? <><br /><span className="faint small">{row.itemName}</span></> : null}</>, wrap: true },
  { key: 'state', title: titles.state, width: '10rem', render: (row) => <><Tag tone={tones[row.state]}>{row.stateLabel}</Tag>{row.priorityName ? <> <Tag>{row.priorityName}</Tag></> : null}</> },
  { key: 'holder', title: titles.holder, width: '12rem', render: (row) => row.holder ?? text.none },
  { key: 'case', title: titles.case, width: '15rem', wrap: true, render: (row) => (row.caseNumbers.length === 0 ? text.none : <span className="number">{row.caseNumbers.join('、')}</span>) },
  { key: 'taken', title: titles.taken, width: '6rem', render: (row) => <span className="number">{formatTime(row.takenAt)}</span> },
  { key: 'called', title: titles.called, width: '6rem', render: (row) => <span className="number">{row.calledAt === null ? text.none : formatTime(row.calledAt)}</span> },
  { key: 'window', title: titles.window, width: '5rem', render: (row) => row.windowNumber ?? text.none },
  { key: 'waited', title: titles.waited, width: '6rem', align: 'right', render: (row) => minutes(row.waitedMinutes) },
  { key: 'served', title: titles.served, width: '6rem', align: 'right', render: (row) => minutes(row.servedMinutes) },
];
