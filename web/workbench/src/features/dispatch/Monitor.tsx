import { useQuery } from '@tanstack/react-query';
import { getDispatchOverview, type DispatchOverview, type DispatchWaiting } from '@tongban/server/src/modules/dispatch/contract.ts';
import { Select } from 'antd';
import { api } from '../../shared/api.ts';
import { addDays, formatDate, formatMoment, today } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const words = text.monitor;
const titles = words.columns;
const periods = [7, 30, 90] as const;
type Day = DispatchOverview['days'][number];
type Rule = DispatchOverview['rules'][number];

interface MonitorProps {
  /** Shows the records behind a number. */
  onRecords: (narrowed: Record<string, string | undefined>) => void;
}

/** What was dispatched how, what waits where, day by day, and by which rules (DEC-07). */
export function Monitor({ onRecords }: MonitorProps) {
  const [filters, setFilters] = useFilters(['tab', 'days']);
  const days = periods.find((one) => String(one) === filters.days) ?? 30;
  const query = { from: addDays(today(), 1 - days), to: today() };
  const overview = useQuery({ queryKey: [getDispatchOverview.id, query], placeholderData: (before) => before, refetchInterval: 30_000, queryFn: () => api.call(getDispatchOverview, { query }) });
  return (
    <>
      <div className="wb-page__bar">
        <Select<number> value={days} style={{ width: 120 }} aria-label={words.period} options={periods.map((one) => ({ value: one, label: words.periods[one] }))} onChange={(next) => setFilters({ days: String(next) })} />
      </div>
      <QueryState query={overview}>
        {({ outcomes, waiting, days: each, rules }) => (
          <div className="dispatch-monitor">
            <ul className="wb-tiles">
              {outcomes.map(({ outcome, label, count }) => (
                <li key={outcome}>
                  <button type="button" className={`wb-tile${count > 0 && (outcome === 'fell-back' || outcome === 'nobody') ? ' is-bad' : ''}`} onClick={() => onRecords({ outcome, from: query.from, to: query.to })}>
                    <span className="muted">{label}</span><b className="number">{count}</b>
                  </button>
                </li>
              ))}
            </ul>
            <section>
              <h2 className="section-title">{words.waiting}　<span className="faint small">{words.waitingHelp}</span></h2>
              <ListTable
                label={words.waiting} columns={waitingColumns} rows={waiting} rowKey={(row) => `${row.organizationId ?? row.organizationName}${row.postCode ?? ''}`} minWidth="44rem" empty={<Empty title={words.emptyWaiting[0] ?? ''}>{words.emptyWaiting[1]}</Empty>}
                onOpen={(row) => onRecords({ open: '1', place: row.organizationId ?? undefined, post: row.postCode ?? undefined, named: `${row.organizationName}${row.postName}` })}
              />
            </section>
            <section>
              <h2 className="section-title">{words.rules}</h2>
              <ListTable
                label={words.rules} columns={ruleColumns} rows={rules} rowKey={(row) => `${row.ruleSetId}${row.number}`} minWidth="40rem" empty={<Empty title={words.emptyRules[0] ?? ''}>{words.emptyRules[1]}</Empty>}
                onOpen={(row) => onRecords({ ruleSetId: row.ruleSetId, named: row.name, from: query.from, to: query.to })}
              />
            </section>
            <section>
              <h2 className="section-title">{words.days}</h2>
              <ListTable label={words.days} columns={dayColumns(each)} rows={each.toReversed()} rowKey={(row) => row.day} minWidth="36rem" empty={<Empty title={words.emptyDays[0] ?? ''}>{words.emptyDays[1]}</Empty>} />
            </section>
          </div>
        )}
      </QueryState>
    </>
  );
}

const count = <T extends object>(key: keyof T & string, title: string, width: string, value: (row: T) => number, bad = false): Column<T> => ({
  key, title, width, align: 'right', render: (row) => <span className={`number${bad && value(row) > 0 ? ' dispatch-bad' : ''}`}>{value(row)}</span>,
});

const waitingColumns: readonly Column<DispatchWaiting>[] = [
  { key: 'place', title: titles.place, render: (row) => <span className="list__strong">{row.organizationName}</span> },
  { key: 'post', title: titles.post, width: '9rem', render: (row) => row.postName || text.none },
  count('waiting', titles.waiting, '6rem', (row) => row.waiting), count('taken', titles.taken, '6rem', (row) => row.taken), count('overdue', titles.overdue, '5rem', (row) => row.overdue, true),
  { key: 'oldest', title: titles.oldest, width: '9rem', render: (row) => (row.oldestAt === null ? <span className="faint">{text.none}</span> : <span className="number">{formatMoment(row.oldestAt)}</span>) },
];

const ruleColumns: readonly Column<Rule>[] = [
  { key: 'rule', title: titles.rule, render: (row) => <span className="list__strong">{row.name}</span> },
  { key: 'kind', title: titles.kind, width: '7rem', render: (row) => row.kindLabel },
  { key: 'version', title: titles.version, width: '6rem', render: (row) => text.rules.version(row.number) },
  count('followed', titles.followed, '6rem', (row) => row.followed), count('failed', titles.failed, '6rem', (row) => row.failed, true),
];

function dayColumns(days: readonly Day[]): Column<Day>[] {
  const most = Math.max(1, ...days.map(({ waiting }) => waiting));
  return [
    { key: 'day', title: titles.day, width: '10rem', render: (row) => formatDate(row.day) },
    count('arrived', titles.arrived, '5rem', (row) => row.arrived), count('done', titles.done, '5rem', (row) => row.done),
    { key: 'standing', title: titles.standing, render: (row) => <span className="dispatch-bar"><i style={{ width: `${(row.waiting / most) * 100}%` }} /><span className="number">{row.waiting}</span></span> },
  ];
}
