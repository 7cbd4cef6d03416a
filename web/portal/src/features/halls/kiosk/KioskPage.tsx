import { useMutation } from '@tanstack/react-query';
import { createKey } from '@tongban/api-client';
import { Button, EmptyState } from '@tongban/ui';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { takeTicket, type HallGuide, type TicketView } from '@tongban/server/src/modules/halls/contract.ts';
import { plainApi } from '../../../shared/api.ts';
import { Answer, ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { useWindowTitle } from '../../../shared/layout/Page.tsx';
import { takeDeviceKey } from '../device/device-key.ts';
import { useBeat } from '../device/use-beat.ts';
import { useWhenLeft } from '../device/use-when-left.ts';
import { text } from '../text.ts';
import { useHall, useLive } from '../use-live.ts';
import { CheckIn } from './CheckIn.tsx';
import { FindItem } from './FindItem.tsx';
import { Slip } from './Slip.tsx';
import type { Wanted } from './wanted.ts';
import './kiosk.css';

const t = text.kiosk;

const ways = ['queues', 'items', 'appointment'] as const;
type Way = (typeof ways)[number];

/** After so long without a touch somebody has walked away, ms. */
const leftAfterMs = 60_000;

/** 取号: what for or by which appointment, which group, the number; for a touch screen in the hall (HAL-02). */
export function KioskPage() {
  const { hallId = '' } = useParams();
  const [key] = useState(takeDeviceKey);
  const [visitor, setVisitor] = useState(0);
  useWhenLeft(leftAfterMs, useCallback(() => setVisitor((before) => before + 1), []));
  const hall = useHall(hallId);
  useBeat(key);
  useWindowTitle(t.title);
  return (
    <main className="kiosk" id="main">
      <Answer query={hall}>
        {(guide) => (
          <>
            <header className="kiosk__head"><h1>{guide.name}</h1><p>{t.title}</p></header>
            {key === undefined ? <EmptyState title={t.noKey}>{t.noKeyDetail}</EmptyState> : <Kiosk key={visitor} guide={guide} deviceKey={key} />}
          </>
        )}
      </Answer>
    </main>
  );
}

function Kiosk({ guide, deviceKey }: { guide: HallGuide; deviceKey: string }) {
  const [way, setWay] = useState<Way>('queues');
  const [wanted, setWanted] = useState<Wanted>();
  const [ticket, setTicket] = useState<TicketView>();
  const again = () => {
    setWay('queues');
    setWanted(undefined);
    setTicket(undefined);
  };
  if (ticket) return <Slip ticket={ticket} windows={guide.queues.find(({ queueId }) => queueId === ticket.queueId)?.windows ?? []} onDone={again} />;
  if (wanted) return <Groups guide={guide} deviceKey={deviceKey} wanted={wanted} onTicket={setTicket} onBack={() => setWanted(undefined)} />;
  return (
    <section className="kiosk__part">
      <div className="kiosk__ways" role="group" aria-label={t.title}>
        {ways.map((one) => <button key={one} type="button" className="kiosk__way" aria-pressed={way === one} onClick={() => setWay(one)}>{t.ways[one]}</button>)}
      </div>
      {!guide.openNow && <p className="kiosk__lead">{t.closed}{guide.today.map(({ from, to }) => `${from}—${to}`).join('、') || text.todayClosed}</p>}
      {way === 'queues' && <Businesses guide={guide} onChoose={setWanted} />}
      {way === 'items' && <FindItem hallId={guide.hallId} onChoose={setWanted} />}
      {way === 'appointment' && <CheckIn hallId={guide.hallId} deviceKey={deviceKey} onTicket={setTicket} />}
    </section>
  );
}

function Groups({ guide, deviceKey, wanted, onTicket, onBack }: { guide: HallGuide; deviceKey: string; wanted: Wanted; onTicket: (ticket: TicketView) => void; onBack: () => void }) {
  const take = useMutation({
    mutationFn: ({ group, idempotencyKey }: { group?: string; idempotencyKey: string }) => plainApi.call(takeTicket, {
      params: { hallId: guide.hallId },
      body: { deviceKey, queueId: wanted.queueId, ...(wanted.itemId === undefined ? {} : { itemId: wanted.itemId }), ...(group === undefined ? {} : { priorityGroup: group }) },
    }, { idempotencyKey }),
    onSuccess: onTicket,
  });
  return (
    <section className="kiosk__part">
      <h2>{wanted.name}</h2>
      <p className="kiosk__lead">{t.group}{t.groupLead}</p>
      {take.isError && <ProblemNotice error={take.error} />}
      <div className="kiosk__choices">
        <button type="button" className="kiosk__choice kiosk__choice--main" disabled={take.isPending} onClick={() => take.mutate({ idempotencyKey: createKey() })}>{t.ordinary}</button>
        {guide.priorityGroups.map(({ code, name }) => (
          <button key={code} type="button" className="kiosk__choice" disabled={take.isPending} onClick={() => take.mutate({ group: code, idempotencyKey: createKey() })}>{name}</button>
        ))}
      </div>
      <div><Button size="large" onClick={onBack}>{t.back}</Button></div>
    </section>
  );
}

function Businesses({ guide, onChoose }: { guide: HallGuide; onChoose: (wanted: Wanted) => void }) {
  const live = useLive(guide.hallId);
  const waiting = (queueId: string): number => live.data?.queues.find((one) => one.queueId === queueId)?.waiting ?? 0;
  return (
    <>
      <h2 className="kiosk__choose">{t.choose}</h2>
      {guide.zones.map((zone) => (
        <div key={zone.zoneId} className="kiosk__zone">
          <h3><i>{zone.prefix}</i>{zone.name}</h3>
          <div className="kiosk__choices">
            {guide.queues.filter(({ zoneId }) => zoneId === zone.zoneId).map((queue) => (
              <button key={queue.queueId} type="button" className="kiosk__choice" onClick={() => onChoose({ queueId: queue.queueId, name: queue.name })}>
                <b>{queue.name}</b>
                <span>{t.itemOf(queue.services.slice(0, 3).map(({ name }) => name))}</span>
                <span>{t.waiting(waiting(queue.queueId))}</span>
              </button>
            ))}
          </div>
        </div>
      ))}
    </>
  );
}
