import { Button } from '@tongban/ui';
import { useEffect, useRef, useState } from 'react';
import type { TicketView } from '@tongban/server/src/modules/halls/contract.ts';
import { formatDateTime } from '../../../shared/format/dates.ts';
import { Qr } from '../../../shared/layout/Qr.tsx';
import { text } from '../text.ts';

const t = text.kiosk;
/** Seconds until the kiosk is ready for the next person. */
const shownFor = 20;

/** The ticket: shown, printed, followed by its code on a phone. */
export function Slip({ ticket, windows, onDone }: { ticket: TicketView; windows: readonly string[]; onDone: () => void }) {
  const [left, setLeft] = useState(shownFor);
  const done = useRef(onDone);
  useEffect(() => { done.current = onDone; });
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => before - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => { if (left <= 0) done.current(); }, [left]);
  return (
    <section className="kiosk__part slip" aria-live="assertive">
      <p>{t.yours}</p>
      <p className="slip__number">{ticket.number}</p>
      <p className="slip__what">{ticket.queueName}{ticket.priorityName === null ? '' : `（${ticket.priorityName}）`}　{t.windows(windows)}</p>
      <p>{text.ticket.ahead(ticket.ahead ?? 0)}，{ticket.forecastMinutes === null ? text.minutes(null) : `${text.ticket.forecast}${text.minutes(ticket.forecastMinutes)}`}</p>
      <Qr address={ticket.url} label={t.qrAlt} size={180} />
      <p>{t.follow}</p>
      <p className="slip__place">{ticket.hallName}　{formatDateTime(ticket.takenAt)}</p>
      <div className="tb-button-row tb-no-print">
        <Button size="large" variant="primary" onClick={() => window.print()}>{t.print}</Button>
        <Button size="large" onClick={onDone}>{t.done(Math.max(0, left))}</Button>
      </div>
    </section>
  );
}
