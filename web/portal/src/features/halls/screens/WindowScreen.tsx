import { EmptyState } from '@tongban/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Answer } from '../../../shared/layout/Answer.tsx';
import { useWindowTitle } from '../../../shared/layout/Page.tsx';
import { takeDeviceKey } from '../device/device-key.ts';
import { useBeat } from '../device/use-beat.ts';
import { text } from '../text.ts';
import { useLive } from '../use-live.ts';
import './screens.css';

const t = text.screen;

/** 窗口屏: the number at this window, or that it pauses (HAL-02). */
export function WindowScreen() {
  const { hallId = '', windowId = '' } = useParams();
  useBeat(useState(takeDeviceKey)[0]);
  const live = useLive(hallId);
  const window = live.data?.windows.find((one) => one.windowId === windowId);
  useWindowTitle(window ? t.windowOf(window.number) : text.title);
  return (
    <main className="screen screen--window" id="main">
      <Answer query={live}>
        {() => (window ? (
          <>
            <header className="screen__head"><h1>{t.windowOf(window.number)}</h1><p>{window.name}</p>{live.isError && <p className="screen__offline" role="alert">{t.offline}</p>}</header>
            <section className="window-screen" aria-live="assertive" data-state={window.ticketState ?? window.state}>
              {window.ticket === null
                ? <p className="window-screen__state">{window.state === 'open' ? t.idle : window.state === 'paused' ? t.paused : t.closed}</p>
                : <><p className="window-screen__number">{window.ticket}</p><p className="window-screen__state">{window.ticketState === 'called' ? t.called : t.serving}</p></>}
              {window.state === 'paused' && window.reason !== null && <p className="window-screen__reason">{window.reason}</p>}
            </section>
            <footer className="window-screen__queues">{window.queues.join('　')}</footer>
          </>
        ) : <EmptyState title={t.missing}>{t.missingDetail}</EmptyState>)}
      </Answer>
    </main>
  );
}
