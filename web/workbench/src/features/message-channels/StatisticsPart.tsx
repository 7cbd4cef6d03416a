import { useQuery } from '@tanstack/react-query';
import { channels, listTopics } from '@tongban/server/src/kernel/messaging/channels.contract.ts';
import { exportMessageStatistics, getMessageStatistics, statisticsGroupings, type MessageStatisticsLine } from '@tongban/server/src/kernel/messaging/statistics.contract.ts';
import { Button, Segmented, Select } from 'antd';
import { api } from '../../shared/api.ts';
import { today } from '../../shared/format/dates.ts';
import { Empty } from '../../shared/list/Empty.tsx';
import { FilterSelect } from '../../shared/list/FilterSelect.tsx';
import { ListTable, type Column } from '../../shared/list/ListTable.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { MonthChart } from './MonthChart.tsx';
import type { PartProps } from './part.ts';
import { text } from './text.ts';

const words = text.statistics;
const titles = words.columns;
const periods = [1, 3, 12, 36];

/** The month so many before the one of a date. */
function monthBefore(date: string, months: number): string {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

type Counted = 'sent' | 'delivered' | 'failed' | 'read' | 'suppressed' | 'expired' | 'merged';
const number = (key: Counted, width: string): Column<MessageStatisticsLine> => ({
  key, title: titles[key], width, align: 'right', render: (row) => <span className={key === 'failed' && row.failed > 0 ? 'count is-danger' : ''}>{row[key]}</span>,
});

const columnsFor = (by: (typeof statisticsGroupings)[number]): Column<MessageStatisticsLine>[] => [
  { key: 'name', title: words.first[by], width: '16rem', fixed: true, render: (row) => <span className="list__strong">{row.name}</span> },
  number('sent', '5rem'), number('delivered', '5rem'), number('failed', '5rem'),
  { key: 'share', title: titles.share, width: '5.5rem', align: 'right', render: (row) => words.share(row.deliveredShare) },
  number('read', '5rem'), number('suppressed', '7rem'), number('expired', '6rem'), number('merged', '6rem'),
  { key: 'wait', title: titles.wait, width: '6.5rem', align: 'right', render: (row) => words.wait(row.averageWait) },
  { key: 'cost', title: titles.cost, width: '6.5rem', align: 'right', render: (row) => words.cost(row.costMills) },
];

/** Messages of some months: how many, what became of them, how long they waited and what they cost (MSG-01). */
export function StatisticsPart({ filters, onFilter }: PartProps) {
  const by = statisticsGroupings.find((one) => one === filters.by) ?? 'month';
  const months = periods.find((one) => String(one) === filters.months) ?? 12;
  const channel = channels.find((one) => one === filters.channel);
  const seesTopics = useHolds('messaging.channel.view');
  const topics = useQuery({ queryKey: [listTopics.id], enabled: seesTopics, queryFn: async () => (await api.call(listTopics, {})).items });
  const query = { from: monthBefore(today(), months - 1), to: today().slice(0, 7), by, ...(channel ? { channel } : {}), ...(filters.topic ? { topic: filters.topic } : {}) };
  const statistics = useQuery({ queryKey: [getMessageStatistics.id, query], placeholderData: (before) => before, queryFn: () => api.call(getMessageStatistics, { query }) });
  return (
    <>
      <div className="wb-page__bar">
        <Segmented value={by} options={statisticsGroupings.map((one) => ({ value: one, label: words.by[one] }))} onChange={(next) => onFilter({ by: next })} />
        <Select value={months} style={{ width: 120 }} aria-label={words.period} options={periods.map((one) => ({ value: one, label: words.periods[one] }))} onChange={(next) => onFilter({ months: String(next) })} />
        <FilterSelect label={text.channel} any={text.allChannels} value={channel} width="8rem" options={channels.map((one) => ({ value: one, label: text.channels[one] }))} onChange={(next) => onFilter({ channel: next })} />
        {topics.data ? <FilterSelect label={words.first.topic} any={words.anyTopic} value={filters.topic} width="14rem" options={topics.data.map(({ topic, name }) => ({ value: topic, label: name }))} onChange={(next) => onFilter({ topic: next })} /> : null}
        <Button href={api.url(exportMessageStatistics, { query })}>{words.export}</Button>
      </div>
      <QueryState query={statistics}>
        {({ total, lines }) => (lines.length === 0 ? <Empty title={words.none[0] ?? ''}>{words.none[1]}</Empty> : (
          <>
            <ul className="message-tiles">
              {([
                [words.tiles.sent, total.sent], [words.tiles.share, words.share(total.deliveredShare)], [words.tiles.failed, total.failed], [words.tiles.wait, words.wait(total.averageWait)], [words.tiles.cost, words.cost(total.costMills)],
              ] as const).map(([label, value]) => <li key={label}><span className="muted small">{label}</span><b>{value}</b></li>)}
            </ul>
            {by === 'month' && lines.length > 1 ? <div className="frame message-chart"><MonthChart lines={lines.toReversed()} /></div> : null}
            <div className="frame">
              <ListTable<MessageStatisticsLine> cards label={text.tabs.statistics} columns={columnsFor(by)} rows={[...lines, { key: 'total', name: words.total, ...total }]} rowKey={(row) => row.key} minWidth="78rem" empty={null} />
            </div>
            <p className="faint small">{words.note}</p>
          </>
        ))}
      </QueryState>
    </>
  );
}
