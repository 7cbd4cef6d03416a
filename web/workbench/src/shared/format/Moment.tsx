import { formatDateTime, formatMoment } from './dates.ts';
import './moment.css';

/** When something was: short on the screen, `今天 09:30`, and whole on paper, where today is another day soon. */
export function Moment({ at }: { at: string }) {
  return (
    <time className="moment" dateTime={at} title={formatDateTime(at)}>
      <span className="moment__short">{formatMoment(at)}</span>
      <span className="moment__whole" aria-hidden="true">{formatDateTime(at)}</span>
    </time>
  );
}
