import { useMutation } from '@tanstack/react-query';
import { createKey } from '@tongban/api-client';
import { Button, EmptyState } from '@tongban/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { takeTicket, type HallGuide, type TicketView } from '@tongban/server/src/modules/halls/contract.ts';
import { plainApi } from '../../../shared/api.ts';
import { Answer, ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { useWindowTitle } from '../../../shared/layout/Page.tsx';
import { text } from '../text.ts';
import { useHall, useLive } from '../use-live.ts';
import { takeKiosk } from './kiosk-key.ts';
import { Slip } from './Slip.tsx';
import './kiosk.css';

const t = text.kiosk;
type Queue = HallGuide['queues'][number];

/** 取号: what for, which group, the number; for a touch screen in the hall (HAL-02). */
export function KioskPage() {
  const { hallId = '' } = useParams();
  const [key] = useState(() => takeKiosk(hallId));
  const hall = useHall(hallId);
  useWindowTitle(t.title);
  return (
    <main className="kiosk" id="main">
      <Answer query={hall}>
        {(guide) => (
          <>
            <header className="kiosk__head"><h1>{guide.name}</h1><p>{t.title}</p></header>
            {key === undefined ? <EmptyState title={t.noKey}>{t.noKeyDetail}</EmptyState> : <Taking guide={guide} kioskKey={key} />}
          </>
        )}
      </Answer>
    </main>
  );
}

function Taking({ guide, kioskKey }: { guide: HallGuide; kioskKey: string }) {
  const [queue, setQueue] = useState<Queue>();
  const [ticket, setTicket] = useState<TicketView>();
  const take = useMutation({
    mutationFn: ({ queueId, priorityGroup, idempotencyKey }: { queueId: string; priorityGroup?: string; idempotencyKey: string }) =>
      plainApi.call(takeTicket, { params: { hallId: guide.hallId }, body: { kioskKey, queueId, ...(priorityGroup === undefined ? {} : { priorityGroup }) } }, { idempotencyKey }),
    onSuccess: setTicket,
  });
  const again = () => {
    setQueue(undefined);
    setTicket(undefined);
    take.reset();
  };
  if (ticket) return <Slip ticket={ticket} windows={guide.queues.find(({ queueId }) => queueId === ticket.queueId)?.windows ?? []} onDone={again} />;
  if (!queue) return <Businesses guide={guide} onChoose={setQueue} />;
  return (
    <section className="kiosk__part">
      <h2>{t.group}</h2>
      <p className="kiosk__lead">{t.groupLead}</p>
      {take.isError && <ProblemNotice error={take.error} />}
      <div className="kiosk__choices">
        <button type="button" className="kiosk__choice kiosk__choice--main" disabled={take.isPending} onClick={() => take.mutate({ queueId: queue.queueId, idempotencyKey: createKey() })}>{t.ordinary}</button>
        {guide.priorityGroups.map(({ code, name }) => (
          <button key={code} type="button" className="kiosk__choice" disabled={take.isPending} onClick={() => take.mutate({ queueId: queue.queueId, priorityGroup: code, idempotencyKey: createKey() })}>{name}</button>
        ))}
      </div>
      <div><Button size="large" onClick={again}>{t.back}</Button></div>
    </section>
  );
}

function Businesses({ guide, onChoose }: { guide: HallGuide; onChoose: (queue: Queue) => void }) {
  const live = useLive(guide.hallId);
  const waiting = (queueId: string): number => live.data?.queues.find((one) => one.queueId === queueId)?.waiting ?? 0;
  return (
    <section className="kiosk__part">
      <h2>{t.choose}</h2>
      {!guide.openNow && <p className="kiosk__lead">{t.closed}{guide.today.map(({ from, to }) => `${from}—${to}`).join('、') || text.todayClosed}</p>}
      {guide.zones.map((zone) => (
        <div key={zone.zoneId} className="kiosk__zone">
          <h3><i>{zone.prefix}</i>{zone.name}</h3>
          <div className="kiosk__choices">
            {guide.queues.filter(({ zoneId }) => zoneId === zone.zoneId).map((queue) => (
              <button key={queue.queueId} type="button" className="kiosk__choice" onClick={() => onChoose(queue)}>
                <b>{queue.name}</b>
                <span>{t.itemOf(queue.services.slice(0, 3).map(({ name }) => name))}</span>
                <span>{t.waiting(waiting(queue.queueId))}</span>
              </button>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
