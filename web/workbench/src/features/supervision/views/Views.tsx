import { useQuery } from '@tanstack/react-query';
import { exportView, getTrend, getView, viewDimensionLabels, viewDimensions, viewSorts, type Trend, type ViewDimension, type ViewLine } from '@tongban/server/src/modules/supervision/views.contract.ts';
import { Button, Segmented, Select } from 'antd';
import { api } from '../../../shared/api.ts';
import { addDays, formatDate, today } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { useNews } from '../use-news.ts';
import type { CaseFilter } from '../WatchedCases.tsx';

const words = text.views;
const periods = [30, 90, 365];

/** The same counts by region, department, item, officer or window, and how they went (SUP-03). */
export function Views({ onCases }: { onCases: (filter: CaseFilter) => void }) {
  const [filters, setFilters] = useFilters(['by', 'days', 'regionCode', 'sort']);
  const by: ViewDimension = viewDimensions.find((one) => one === filters.by) ?? 'region';
  const days = periods.find((one) => String(one) === filters.days) ?? 30;
  const sort = viewSorts.find((one) => one === filters.sort) ?? 'overdue';
  const place = filters.regionCode ? { regionCode: filters.regionCode } : {};
  const query = { by, from: addDays(today(), 1 - days), to: today(), sort, ...place };
  const refetchInterval = useNews('supervision.board', [getView, getTrend], 60_000);
  const view = useQuery({ queryKey: [getView.id, query], queryFn: () => api.call(getView, { query }), placeholderData: (before) => before, refetchInterval });
  const trend = useQuery({ queryKey: [getTrend.id, query], queryFn: () => api.call(getTrend, { query: { from: query.from, to: query.to, ...place } }), placeholderData: (before) => before });
  const lineOf = (line: ViewLine): CaseFilter => ({ ...(by === 'region' ? {} : place), ...keyOf(by, line.key), name: line.name });
  const cases = (line: ViewLine, level?: string, state?: string) => onCases({ ...lineOf(line), level, state });
  const found = (line: ViewLine) => onCases({ ...lineOf(line), verified: 'true' });
  return (
    <>
      <div className="wb-page__bar">
        <Segmented<ViewDimension> aria-label={words.by} value={by} options={viewDimensions.map((one) => ({ value: one, label: viewDimensionLabels[one] }))} onChange={(next) => setFilters({ by: next })} />
        <Select aria-label={words.period} style={{ width: 120 }} value={days} options={periods.map((one) => ({ value: one, label: words.periods[one] }))} onChange={(next) => setFilters({ days: String(next) })} />
        <Select aria-label={words.sort} style={{ width: 170 }} value={sort} options={viewSorts.map((one) => ({ value: one, label: words.sorts[one] }))} onChange={(next) => setFilters({ sort: next })} />
        {filters.regionCode ? <Button onClick={() => setFilters({ regionCode: undefined })}>{words.anyRegion}</Button> : null}
        <Button href={api.url(exportView, { query })}>{words.export}</Button>
      </div>
      <QueryState query={view} lines={10}>
        {({ lines, total, more, overlapping }) => (
          <div className="sup-view">
            {trend.data && trend.data.points.length > 1 ? <TrendBars trend={trend.data} /> : null}
            <div className="frame">
              <ListTable<ViewLine>
                cards
                label={viewDimensionLabels[by]} columns={columnsFor(by, cases, found, (code) => setFilters({ regionCode: code }))} rows={lines.length === 0 ? [] : [...lines, total]} rowKey={(row) => row.key === '' && row === total ? 'total' : row.key} minWidth={by === 'item' || by === 'person' ? '78.5rem' : '72rem'}
                empty={<Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty>} onOpen={(line) => { if (line !== total) cases(line); }}
              />
            </div>
            <p className="faint small">{more > 0 ? `${words.more(more)} ` : ''}{overlapping ? `${words.overlapping} ` : ''}{words.note}</p>
          </div>
        )}
      </QueryState>
    </>
  );
}

function keyOf(by: ViewDimension, key: string): CaseFilter {
  switch (by) {
    case 'region': return { regionCode: key };
    case 'department': return { organizationId: key };
    case 'item': return { itemId: key };
    case 'person': return { handlerId: key };
    case 'window': return { windowKey: key };
  }
}

/** Regions down to streets have others below them: codes end in zeros that name none. */
const hasBelow = (code: string): boolean => code.endsWith('000');

function columnsFor(by: ViewDimension, onCases: (line: ViewLine, level?: string, state?: string) => void, onFound: (line: ViewLine) => void, onBelow: (code: string) => void): Column<ViewLine>[] {
  const count = (key: 'waiting' | 'inProgress' | 'paused' | 'warning' | 'yellow' | 'red' | 'found', onPress: (row: ViewLine) => void, tone?: string): Column<ViewLine> => ({
    key, title: key === 'found' ? words.columns.found : text.columns[key], width: '4.75rem', align: 'right',
    render: (row) => (row[key] === 0 ? <span className="faint">0</span> : row.key === '' ? <b className={tone ? `count is-${tone}` : 'count'}>{row[key]}</b>
      : <button type="button" className={tone ? `count is-${tone}` : 'count'} onClick={(event) => { event.stopPropagation(); onPress(row); }}>{row[key]}</button>),
  });
  return [
    {
      key: 'name', title: viewDimensionLabels[by], fixed: true, wrap: true,
      render: (row) => <><span className="list__strong">{row.name}</span> {by === 'region' && row.key !== '' && hasBelow(row.key) ? <Button type="link" size="small" onClick={(event) => { event.stopPropagation(); onBelow(row.key); }}>{words.below}</Button> : null}</>,
    },
    ...(by === 'item' || by === 'person' ? [{ key: 'organization', title: words.columns.organization, width: '10rem', wrap: true, render: (row: ViewLine) => row.organizationName ?? '' }] : []),
    count('waiting', (row) => onCases(row, undefined, 'waiting')), count('inProgress', (row) => onCases(row, undefined, 'running')), count('paused', (row) => onCases(row, undefined, 'paused')),
    count('warning', (row) => onCases(row, 'warning'), 'warning'), count('yellow', (row) => onCases(row, 'yellow'), 'warning is-strong'), count('red', (row) => onCases(row, 'red'), 'danger is-strong'), count('found', onFound, 'danger'),
    { key: 'closed', title: text.columns.closed, width: '5rem', align: 'right', render: (row) => <span className="number">{row.closed}</span> },
    { key: 'onTime', title: text.columns.onTime, width: '7rem', align: 'right', render: (row) => <span className="number">{text.share(row.onTimeShare)}</span> },
    { key: 'averageDays', title: words.columns.averageDays, width: '5.5rem', align: 'right', render: (row) => <span className="number">{words.days(row.averageDays)}</span> },
    { key: 'promisedDays', title: words.columns.promisedDays, width: '5.5rem', align: 'right', render: (row) => <span className="number">{words.days(row.promisedDays)}</span> },
  ];
}

function TrendBars({ trend: { points } }: { trend: Trend }) {
  const most = Math.max(...points.map(({ closed }) => closed), 1);
  return (
    <figure className="sup-trend">
      <figcaption className="muted small">{words.trend}</figcaption>
      <ol>
        {points.map(({ on, closed, closedOnTime, onTimeShare }) => (
          <li key={on} title={words.point(formatDate(on), closed, text.share(onTimeShare))}>
            <span style={{ height: `${(closed / most) * 100}%` }}><i style={{ height: `${closed === 0 ? 0 : (closedOnTime / closed) * 100}%` }} /></span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
