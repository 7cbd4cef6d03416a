import type { Desk, DeskTicket } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { Tag } from '../../../shared/case/tags.tsx';
import { formatTime } from '../../../shared/format/dates.ts';
import { Empty } from '../../../shared/list/Empty.tsx';
import { ListTable, type Column } from '../../../shared/list/ListTable.tsx';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { text } from '../text.ts';
import { DeskButtons } from './DeskButtons.tsx';
import { Holder } from './Holder.tsx';
import { Registrations } from './Registrations.tsx';
import { ReportButton } from './ReportButton.tsx';
import { PauseDialog } from './PauseDialog.tsx';
import { useDesk, useDeskActions, type DeskActions } from './use-desk.ts';
import '../halls.css';

const words = text.calling;

/** 叫号: the clerk's window, the number in hand, those held and those waiting (HAL-02). */
export function CallingPage() {
  const desk = useDesk();
  const window = desk.data?.window;
  const actions = useDeskActions(window?.windowId ?? '', desk.dataUpdatedAt);
  const [pausing, setPausing] = useState(false);
  return (
    <Page
      title={window ? `${words.title}　${words.window(window.number)}` : words.title} aside={window ? `${window.hallName} · ${words.served(window.servedToday)}` : undefined}
      actions={window ? (
        <>
          {window.state === 'paused' ? <Button type="primary" loading={actions.busy} onClick={() => actions.pause(false)}>{words.resume}</Button> : <Button onClick={() => setPausing(true)}>{words.pause}</Button>}
          <ReportButton />
          <Button onClick={actions.leave}>{words.leave}</Button>
        </>
      ) : null}
    >
      <ProblemAlert problem={actions.problem} onClose={actions.clear} />
      <QueryState query={desk}>{(data) => (data.window ? <AtWindow desk={data} actions={actions} /> : <Seats desk={data} actions={actions} />)}</QueryState>
      {pausing ? <PauseDialog onPause={(reason) => { actions.pause(true, reason); setPausing(false); }} onClose={() => setPausing(false)} /> : null}
    </Page>
  );
}

function Seats({ desk: { seats }, actions }: { desk: Desk; actions: DeskActions }) {
  const [title, detail] = words.noSeat;
  if (seats.length === 0) return <Panel><div className="calling-none"><Empty title={title ?? ''}>{detail}</Empty></div></Panel>;
  return (
    <Panel title={words.choose}>
      <p className="muted">{words.chooseLead}</p>
      <ul className="calling-seats">
        {seats.map(({ windowId, number, name, hallName, takenBy }) => (
          <li key={windowId}>
            <span><b className="number">{words.window(number)}</b> {name}<br /><span className="faint small">{hallName}</span></span>
            {takenBy === null ? <Button type="primary" loading={actions.busy} onClick={() => actions.sit(windowId)}>{words.sitDown}</Button> : <span className="muted">{words.takenBy(takenBy)}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function AtWindow({ desk, actions }: { desk: Desk; actions: DeskActions }) {
  const { window, current, held, waiting, waitingCount } = desk;
  const [emptyTitle, emptyDetail] = words.empty;
  if (!window) return null;
  const free = current === null && window.state === 'open' && !actions.busy;
  return (
    <>
      <div className="calling-desk">
        <section className={`calling-current${current ? ` is-${current.state}` : ''}`} aria-live="polite">
          <div className="calling-current__number">
            <span className="muted">{window.state === 'paused' ? words.paused(window.pauseReason) : current ? current.stateLabel : words.idle}</span>
            <b className="number">{current?.number ?? text.none}</b>
          </div>
          <div className="calling-current__what">
            {current ? (
              <>
                <p><strong>{current.queueName}</strong>{current.itemName ? `　${current.itemName}` : ''}{current.priorityName ? <> <Tag tone="warning">{current.priorityName}</Tag></> : null}{current.byAppointment ? <> <Tag>{words.appointment}</Tag></> : null}</p>
                {current.state === 'called' ? <p className="muted">{words.calls(current.calls, window.callsBeforeNoShow)}</p> : null}
                <Registrations ticket={current} />
                <Holder key={current.ticketId} windowId={window.windowId} ticket={current} />
              </>
            ) : <p className="muted">{words.idleLead}</p>}
            <DeskButtons desk={desk} actions={actions} />
          </div>
        </section>
        {held.length > 0 ? (
          <Panel title={words.held} className="calling-held">
            <ul>{held.map((ticket) => <li key={ticket.ticketId}><b className="number">{ticket.number}</b> {ticket.queueName}<Registrations ticket={ticket} /><Button size="small" disabled={!free} onClick={() => actions.step(ticket, 'resume')}>{words.takeUp}</Button></li>)}</ul>
          </Panel>
        ) : null}
      </div>
      <h2 className="section-title">{words.waiting(waitingCount)}{waitingCount > waiting.length ? <span className="faint small">　{words.shownOf(waiting.length, waitingCount)}</span> : null}</h2>
      <ListTable cards label={words.waiting(waitingCount)} columns={columnsFor(free, (ticket) => actions.call(ticket.ticketId))} rows={waiting} rowKey={({ ticketId }) => ticketId} minWidth="44rem" empty={<Empty title={emptyTitle ?? ''}>{emptyDetail}</Empty>} />
    </>
  );
}

function columnsFor(free: boolean, call: (ticket: DeskTicket) => void): Column<DeskTicket>[] {
  const titles = words.columns;
  return [
    { key: 'number', title: titles.number, width: '6rem', render: (row) => <b className="number">{row.number}</b> },
    { key: 'queue', title: titles.queue, width: '10rem', render: (row) => row.queueName },
    { key: 'item', title: titles.item, render: (row) => row.itemName ?? <span className="faint">{words.noItem}</span> },
    { key: 'priority', title: titles.priority, width: '8rem', render: (row) => (row.priorityName ? <Tag tone="warning">{row.priorityName}</Tag> : row.byAppointment ? <Tag>{words.appointment}</Tag> : null) },
    { key: 'taken', title: titles.taken, width: '6rem', render: (row) => <span className="number">{formatTime(row.takenAt)}</span> },
    { key: 'action', title: titles.action, width: '7rem', align: 'right', render: (row) => <Button size="small" disabled={!free} onClick={() => call(row)}>{words.callThis}</Button> },
  ];
}
