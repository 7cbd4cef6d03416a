import { Notice } from '@tongban/ui';
import { useEffect, useState } from 'react';
import { formatTime } from '../../../shared/format/dates.ts';
import { Qr } from '../../../shared/layout/Qr.tsx';
import { text } from '../text.ts';
import type { KeptCode } from './kept-code.ts';

const t = text.shareCodes;

/** Seconds until an instant, once a second; never below 0. */
function useSecondsLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
}

/** The code to hold out: QR code, digits, and how long it lasts. */
export function ShownCode({ kept }: { kept: KeptCode }) {
  const seconds = useSecondsLeft(kept.expiresAt);
  if (seconds === 0) return <Notice tone="warning" live title={t.over}><p>{t.overLead}</p></Notice>;
  return (
    <div className="share-code">
      <p>{t.holdOut}</p>
      <div className="share-code__qr"><Qr address={kept.code} label={t.qrAlt} size={280} /></div>
      <p className="share-code__number" aria-label={t.numberLabel([...kept.number].join(' '))}>{kept.number.slice(0, 4)} {kept.number.slice(4)}</p>
      <p className="muted">{t.numberHint}</p>
      <p className="share-code__left" role="timer" aria-label={t.leftLabel(Math.ceil(seconds / 60))}>
        <strong>{String(Math.floor(seconds / 60)).padStart(2, '0')}:{String(seconds % 60).padStart(2, '0')}</strong> {t.until(formatTime(kept.expiresAt))}
      </p>
    </div>
  );
}
