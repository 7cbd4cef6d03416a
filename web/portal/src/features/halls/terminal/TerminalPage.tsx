import { EmptyState } from '@tongban/ui';
import { useEffect, useState } from 'react';
import { useWindowTitle } from '../../../shared/layout/Page.tsx';
import { Answer } from '../../../shared/layout/Answer.tsx';
import { takeDeviceKey } from '../device/device-key.ts';
import { useBeat } from '../device/use-beat.ts';
import { text } from '../text.ts';
import { useLive } from '../use-live.ts';
import { VisitRating } from './VisitRating.tsx';
import './terminal.css';

const t = text.terminal;
/** How long the thanks stand, ms. */
const thanksFor = 6_000;

/** 评价器: rests until the window has finished a service, then asks for a rating once (HAL-02, RAT-01). */
export function TerminalPage() {
  const [key] = useState(takeDeviceKey);
  const device = useBeat(key);
  useWindowTitle(t.title);
  return (
    <main className="rating-terminal" id="main">
      {key === undefined ? <EmptyState title={t.noKey}>{t.noKeyDetail}</EmptyState> : (
        <Answer query={device}>
          {({ hallId, windowId, windowNumber }) => (windowId === null || windowNumber === null
            ? <EmptyState title={t.noWindow}>{t.noWindowDetail}</EmptyState>
            : <Terminal deviceKey={key} hallId={hallId} windowId={windowId} windowNumber={windowNumber} offline={device.isError} />)}
        </Answer>
      )}
    </main>
  );
}

function Terminal({ deviceKey, hallId, windowId, windowNumber, offline }: { deviceKey: string; hallId: string; windowId: string; windowNumber: string; offline: boolean }) {
  const live = useLive(hallId);
  const window = live.data?.windows.find((one) => one.windowId === windowId);
  const rateable = window?.rateable ?? null;
  const [settled, setSettled] = useState<string | null>(null);
  const [thanks, setThanks] = useState(false);
  // The same number comes again tomorrow.
  useEffect(() => { if (rateable === null) setSettled(null); }, [rateable]);
  useEffect(() => {
    if (!thanks) return undefined;
    const timer = setTimeout(() => setThanks(false), thanksFor);
    return () => clearTimeout(timer);
  }, [thanks]);
  const asks = rateable !== null && rateable !== settled && !thanks;
  return (
    <>
      <header className="rating-terminal__head"><h1>{text.screen.windowOf(windowNumber)}</h1><p>{window?.name}</p>{(offline || live.isError) && <p className="rating-terminal__offline" role="alert">{text.screen.offline}</p>}</header>
      {asks
        ? <VisitRating key={rateable} deviceKey={deviceKey} number={rateable} onSettled={(rated) => { setSettled(rateable); setThanks(rated); void live.refetch(); }} />
        : (
          <section className="rating-terminal__rest" aria-live="polite">
            <p className="rating-terminal__word">{thanks ? t.thanks : window?.ticket ?? t.welcome}</p>
            <p>{thanks ? t.thanksDetail : window?.ticket ? (window.ticketState === 'called' ? text.screen.called : text.screen.serving) : t.rest}</p>
          </section>
        )}
    </>
  );
}
