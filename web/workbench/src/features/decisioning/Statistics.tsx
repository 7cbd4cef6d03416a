import { useQuery } from '@tanstack/react-query';
import { exportStatistics, getStatistics, type StatisticsLine } from '@tongban/server/src/modules/decisioning/contract.ts';
import { Button, Segmented, Select } from 'antd';
import { api } from '../../shared/api.ts';
import { addDays, today } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { text } from './text.ts';

const words = text.statistics;
const titles = text.columns;
const groupings = ['item', 'organization', 'month'] as const;
const periods = [30, 90, 365];

const times = (median: number | null, average: number | null) => (median === null ? text.none : <>{words.median(text.duration(median))}<span className="list__two muted">{words.average(text.duration(average))}</span></>);
const number = (key: keyof StatisticsLine & ('submitted' | 'automatic' | 'toPerson' | 'sampled' | 'reviewed'), width: string): Column<StatisticsLine> => ({ key, title: titles[key], width, align: 'right', render: (row) => row[key] });

const columnsFor = (by: (typeof groupings)[number]): Column<StatisticsLine>[] => [
  { key: 'name', title: words.by[by].slice(1), width: '12rem', wrap: true, render: (row) => <span className="list__strong">{row.name}</span> },
  number('submitted', '4rem'), number('automatic', '5.5rem'), number('toPerson', '4.5rem'),
  { key: 'coverage', title: titles.coverage, width: '5rem', align: 'right', render: (row) => text.share(row.coverage) },
  { key: 'automaticTime', title: titles.automaticTime, width: '9rem', align: 'right', render: (row) => times(row.automaticMedian, row.automaticAverage) },
  { key: 'manualTime', title: titles.manualTime, width: '9rem', align: 'right', render: (row) => times(row.manualMedian, row.manualAverage) },
  number('sampled', '4rem'), number('reviewed', '4.5rem'),
  { key: 'reviewShare', title: titles.reviewShare, width: '6.5rem', align: 'right', render: (row) => text.share(row.reviewShare) },
  { key: 'misjudged', title: titles.misjudged, width: '5rem', align: 'right', render: (row) => <span className={(row.misjudged ?? 0) > 0 ? 'count is-danger' : ''}>{text.share(row.misjudged)}</span> },
];

/** 效能统计: how much is decided by itself, how fast beside people, and how often people found it wrong (DEC-08). */
export function Statistics() {
  const [filters, setFilters] = useFilters(['by', 'days']);
  const by = groupings.find((one) => one === filters.by) ?? 'item';
  const days = periods.find((one) => String(one) === filters.days) ?? 30;
  const query = { from: addDays(today(), 1 - days), to: today(), by };
  const statistics = useQuery({ queryKey: [getStatistics.id, query], placeholderData: (before) => before, queryFn: () => api.call(getStatistics, { query }) });
  return (
    <>
      <div className="wb-page__bar">
        <Segmented value={by} options={groupings.map((one) => ({ value: one, label: words.by[one] }))} onChange={(next) => setFilters({ by: next })} />
        <Select value={days} style={{ width: 120 }} aria-label={text.from} options={periods.map((one) => ({ value: one, label: words.periods[one] }))} onChange={(next) => setFilters({ days: String(next) })} />
        <Button href={api.url(exportStatistics, { query })}>{text.export}</Button>
      </div>
      <QueryState query={statistics}>
        {({ total, lines }) => (
          <>
            <ul className="automation-tiles">
              {([
                [words.tiles.automatic, total.automatic], [words.tiles.coverage, text.share(total.coverage)], [words.tiles.median, text.duration(total.automaticMedian)], [words.tiles.manual, text.duration(total.manualMedian)],
                [words.tiles.reviewed, text.share(total.reviewShare)], [words.tiles.misjudged, text.share(total.misjudged)],
              ] as const).map(([label, value]) => <li key={label} className="automation-tile"><span className="muted small">{label}</span><b>{value}</b></li>)}
            </ul>
            <div className="frame">
              <ListTable<StatisticsLine> cards label={text.tabs.statistics} columns={columnsFor(by)} rows={lines} rowKey={(row) => row.key} minWidth="69rem" empty={<Empty title={text.emptyStatistics[0] ?? ''}>{text.emptyStatistics[1]}</Empty>} />
            </div>
            <p className="faint small">{words.note}</p>
          </>
        )}
      </QueryState>
    </>
  );
}
