import type { HallWatch } from '@tongban/server/src/modules/halls/windows.contract.ts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { Page } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { useHolds } from '../../../shared/session/session.ts';
import { text } from '../text.ts';
import { DeskDialog } from './DeskDialog.tsx';
import { QueueTable } from './QueueTable.tsx';
import { TicketList } from './TicketList.tsx';
import { useWatch } from './use-watch.ts';
import { WindowTable } from './WindowTable.tsx';
import '../halls.css';

const words = text.watch;
const tabs = ['windows', 'queues', 'tickets'] as const;
type Tab = (typeof tabs)[number];

/** All windows and queues of a hall at once, for whoever leads it (HAL-01). */
export function HallPage() {
  const { hallId = '' } = useParams();
  const watch = useWatch(hallId);
  return <PageState query={watch}>{(hall) => <Watched hall={hall} />}</PageState>;
}

function Watched({ hall }: { hall: HallWatch }) {
  const [filters, setFilters] = useFilters(['tab']);
  const [atDesk, setAtDesk] = useState(false);
  const [mayTake, mayConfigure] = [useHolds('halls.ticket.take'), useHolds('halls.hall.configure')];
  const navigate = useNavigate();
  const tab = tabs.find((one) => one === filters.tab) ?? 'windows';
  return (
    <Page
      title={hall.name} bar={<Segmented<Tab> value={tab} options={tabs.map((one) => ({ value: one, label: words.tabs[one] }))} onChange={(next) => setFilters({ tab: next })} />}
      actions={(
        <>
          <Button href={`/halls/${hall.hallId}/screen`} target="_blank">{words.hallScreen}</Button>
          <Button onClick={() => void navigate(links.hallDevices(hall.hallId))}>{words.devices}</Button>
          {mayConfigure && hall.abilities.manage ? <Button onClick={() => void navigate(links.hallSettings(hall.hallId))}>{words.settings}</Button> : null}
          {mayTake ? <Button type="primary" onClick={() => setAtDesk(true)}>{words.desk}</Button> : null}
        </>
      )}
    >
      <Tiles today={hall.today} />
      {tab === 'windows' ? <WindowTable hall={hall} /> : tab === 'queues' ? <QueueTable hall={hall} /> : <TicketList hall={hall} />}
      {atDesk ? <DeskDialog hallId={hall.hallId} onClose={() => setAtDesk(false)} /> : null}
    </Page>
  );
}

function Tiles({ today }: { today: HallWatch['today'] }) {
  const t = words.today;
  const tiles: [string, string | number][] = [
    [t.taken, today.taken], [t.waiting, today.waiting], [t.done, today.done], [t.missed, today.missed],
    [t.medianWait, words.minutesOf(today.medianWaitMinutes)], [t.medianService, words.minutesOf(today.medianServiceMinutes)],
  ];
  return <ul className="hall-tiles">{tiles.map(([label, value]) => <li key={label}><span className="muted">{label}</span><b className="number">{value}</b></li>)}</ul>;
}
