import type { HallWatch } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { formatTime } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { text } from '../text.ts';

const words = text.watch;
const titles = words.columns;
type Queue = HallWatch['queues'][number];

/** Every queue: how many wait, since when, how long it takes. */
export function QueueTable({ hall }: { hall: HallWatch }) {
  const [title, detail] = words.emptyQueues;
  return <div className="frame"><ListTable cards label={words.tabs.queues} columns={columns} rows={hall.queues} rowKey={({ queueId }) => queueId} minWidth="56rem" empty={<Empty title={title ?? ''}>{detail}</Empty>} rowTone={(row) => (row.waiting > 0 && row.openWindows === 0 ? 'danger' : undefined)} /></div>;
}

const count = (key: string, title: string, width: string, value: (row: Queue) => number): Column<Queue> => ({ key, title, width, align: 'right', render: (row) => <span className="number">{value(row)}</span> });

const columns: readonly Column<Queue>[] = [
  { key: 'queue', title: titles.queue, wrap: true, render: (row) => <><span className="list__strong">{row.name}</span> <span className="faint small">{row.zoneName}</span></> },
  count('waiting', titles.waiting, '6rem', (row) => row.waiting), count('priority', titles.priority, '7rem', (row) => row.priorityWaiting), count('open', titles.openWindows, '8rem', (row) => row.openWindows),
  { key: 'longest', title: titles.longest, width: '8rem', render: (row) => (row.longestWaitSince === null ? text.none : <span className="number">{formatTime(row.longestWaitSince)}</span>) },
  { key: 'forecast', title: titles.forecast, width: '11rem', render: (row) => text.minutes(row.forecastMinutes) },
  count('served', titles.served, '6rem', (row) => row.servedToday),
];
