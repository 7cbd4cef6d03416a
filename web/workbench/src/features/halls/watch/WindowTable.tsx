import type { HallWatch } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { windowStateLabels } from '@tongban/server/src/modules/halls/contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatTime } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { text } from '../text.ts';
import type { WatchedWindow, WindowChange } from './use-watch.ts';
import { WindowDialog } from './WindowDialog.tsx';

const words = text.watch;
const titles = words.columns;
const tones = { open: 'done', paused: 'warning', closed: 'neutral' } as const;

/** Every window: who sits there, whom it serves, and what a leader may do with it. */
export function WindowTable({ hall }: { hall: HallWatch }) {
  const [changing, setChanging] = useState<{ window: WatchedWindow; change: WindowChange }>();
  const [title, detail] = words.emptyWindows;
  return (
    <>
      <div className="frame">
        <ListTable
          cards label={words.tabs.windows} columns={columnsFor(hall, (window, change) => setChanging({ window, change }))} rows={hall.windows} rowKey={({ windowId }) => windowId} minWidth="66rem"
          empty={<Empty title={title ?? ''}>{detail}</Empty>} rowTone={({ state }) => (state === 'closed' ? 'quiet' : undefined)}
        />
      </div>
      {changing ? <WindowDialog key={changing.window.windowId + changing.change} hall={hall} window={changing.window} change={changing.change} onClose={() => setChanging(undefined)} /> : null}
    </>
  );
}

function columnsFor(hall: HallWatch, change: (window: WatchedWindow, change: WindowChange) => void): Column<WatchedWindow>[] {
  const nameOf = new Map(hall.queues.map(({ queueId, name }) => [queueId, name]));
  return [
    { key: 'number', title: titles.number, width: '5rem', render: (row) => <b className="number">{row.number}</b> },
    { key: 'name', title: titles.name, wrap: true, render: (row) => <>{row.name}<br /><span className="faint small">{row.zoneName}</span></> },
    { key: 'state', title: titles.state, width: '7rem', wrap: true, render: (row) => <><Tag tone={tones[row.state]}>{windowStateLabels[row.state]}</Tag>{row.pauseReason ? <span className="faint small"> {row.pauseReason}</span> : null}</> },
    { key: 'clerk', title: titles.clerk, width: '8rem', wrap: true, render: (row) => (row.clerkName === null ? text.none : <>{row.clerkName}<br /><span className="faint small number">{row.since ? formatTime(row.since) : ''}</span></>) },
    { key: 'ticket', title: titles.ticket, width: '8rem', render: (row) => (row.ticket === null ? text.none : <><b className="number">{row.ticket}</b> <span className="faint small number">{row.ticketSince ? formatTime(row.ticketSince) : ''}</span></>) },
    { key: 'served', title: titles.served, width: '6rem', align: 'right', render: (row) => <span className="number">{row.servedToday}</span> },
    { key: 'queues', title: titles.queues, wrap: true, render: (row) => row.queueIds.flatMap((id) => nameOf.get(id) ?? []).join('、') || text.none },
    {
      key: 'action', title: titles.action, width: '15rem', align: 'right', render: (row) => (hall.abilities.manage ? (
        <span className="hall-row-actions">
          {row.state === 'open' ? <Button size="small" onClick={() => change(row, 'pause')}>{words.actions.pause}</Button> : null}
          {row.state === 'paused' ? <Button size="small" onClick={() => change(row, 'resume')}>{words.actions.resume}</Button> : null}
          {row.state === 'closed' ? null : <Button size="small" onClick={() => change(row, 'vacate')}>{words.actions.vacate}</Button>}
          <Button size="small" onClick={() => change(row, 'queues')}>{words.actions.queues}</Button>
        </span>
      ) : null),
    },
  ];
}
