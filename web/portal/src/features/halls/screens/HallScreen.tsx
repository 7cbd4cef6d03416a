import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import type { HallLive } from '@tongban/server/src/modules/halls/contract.ts';
import { Answer } from '../../../shared/layout/Answer.tsx';
import { useWindowTitle } from '../../../shared/layout/Page.tsx';
import { takeDeviceKey } from '../device/device-key.ts';
import { useBeat } from '../device/use-beat.ts';
import { text } from '../text.ts';
import { useLive } from '../use-live.ts';
import { useAnnouncer } from './use-announcer.ts';
import './screens.css';

const t = text.screen;
/** Calls shown in large type. */
const shown = 6;
/** Queues that fit in their ordinary type. */
const comfortable = 8;

/** The time of day, every second. */
function useTime(): string {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now.toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' });
}

/** 综合屏: who is called where and how long the queues are; public and without names (HAL-02). */
export function HallScreen() {
  const { hallId = '' } = useParams();
  useBeat(useState(takeDeviceKey)[0]);
  const live = useLive(hallId);
  const [voice, setVoice] = useState(false);
  useAnnouncer(live.data?.calls, voice);
  useWindowTitle(live.data?.name ?? text.title);
  return (
    <main className="screen" id="main">
      <Answer query={live}>
        {(hall) => (
          <>
            <ScreenHead name={hall.name} offline={live.isError} voice={voice} onVoice={setVoice} />
            <div className="screen__body">
              <Calls calls={hall.calls} />
              <Queues queues={hall.queues} />
            </div>
            <Windows windows={hall.windows} />
          </>
        )}
      </Answer>
    </main>
  );
}

function ScreenHead({ name, offline, voice, onVoice }: { name: string; offline: boolean; voice: boolean; onVoice: (on: boolean) => void }) {
  const time = useTime();
  return (
    <header className="screen__head">
      <h1>{name}</h1>
      {offline && <p className="screen__offline" role="alert">{t.offline}</p>}
      <button type="button" className="screen__voice" aria-pressed={voice} onClick={() => onVoice(!voice)}>{voice ? t.voiceOff : t.voice}</button>
      <time className="screen__time">{time}</time>
    </header>
  );
}

function Calls({ calls }: { calls: HallLive['calls'] }) {
  return (
    <section className="screen__calls" aria-live="polite">
      <h2>{t.calling}</h2>
      {calls.length === 0 ? <p className="screen__none">{t.none}</p> : (
        <ol>
          {calls.slice(0, shown).map((call) => (
            <li key={call.number + call.at}><b>{call.number}</b><span>{t.goTo}</span><strong>{t.windowOf(call.windowNumber)}</strong></li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Queues({ queues }: { queues: HallLive['queues'] }) {
  return (
    <section className="screen__queues">
      <h2>{t.queues}</h2>
      <ul data-many={queues.length > comfortable}>
        {queues.map((queue) => (
          <li key={queue.queueId}>
            <span className="screen__queue"><i>{queue.prefix}</i>{queue.name}</span>
            <span><b>{queue.waiting}</b> {t.people}</span>
            <span className="screen__forecast">{text.minutes(queue.forecastMinutes)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const stateOf = ({ state, ticket }: HallLive['windows'][number]): string => ticket ?? (state === 'paused' ? t.paused : state === 'closed' ? t.closed : t.idle);

function Windows({ windows }: { windows: HallLive['windows'] }) {
  return (
    <ul className="screen__windows" aria-label={t.windows}>
      {windows.map((window) => <li key={window.windowId} data-state={window.ticketState ?? window.state}><span>{window.number}</span><b>{stateOf(window)}</b></li>)}
    </ul>
  );
}
