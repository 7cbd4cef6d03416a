import { Badge, Card } from '@tongban/ui';
import { Hourglass, PauseCircle } from 'lucide-react';
import type { CaseClock, CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { formatDate } from '../../shared/format/dates.ts';
import { text } from './text.ts';

const t = text.clock;

const tones = { normal: 'info', warning: 'warning', yellow: 'danger', red: 'danger' } as const;

function Used({ clock }: { clock: CaseClock }) {
  if (clock.consumedDays === null || clock.promisedDays === 0) return null;
  const label = t.used(clock.consumedDays, clock.promisedDays);
  return <progress className="tb-progress" max={clock.promisedDays} value={Math.min(clock.consumedDays, clock.promisedDays)} aria-label={label} title={label} />;
}

function Segments({ clock }: { clock: CaseClock }) {
  if (!clock.segments.some((segment) => segment.kind !== 'running')) return null;
  return (
    <div>
      <h3>{t.segments}</h3>
      <ul className="segments">
        {clock.segments.map((segment) => (
          <li key={`${segment.kind}${segment.from}`} data-kind={segment.kind}>
            <strong>{t.kinds[segment.kind]}</strong>
            {segment.days !== null && <span>{t.days(segment.days)}</span>}
            <span className="muted">{formatDate(segment.from)}—{segment.to ? formatDate(segment.to) : t.now}</span>
            {segment.reason && <span className="muted">{segment.reason}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Head({ one }: { one: CaseView }) {
  const { clock } = one;
  if (clock.state === 'not-started') {
    return (
      <>
        <p className="clock__state"><Hourglass size={22} aria-hidden="true" />{t.notStarted}</p>
        {one.acceptanceDueOn && one.status === 'submitted' && <p>{t.acceptBy(formatDate(one.acceptanceDueOn))}</p>}
      </>
    );
  }
  if (clock.state === 'stopped') return <p className="clock__state">{t.stopped}{clock.consumedDays !== null && `，${t.consumed(clock.consumedDays)}`}</p>;
  if (clock.state === 'paused') {
    return (
      <>
        <p className="clock__state clock__state--paused"><PauseCircle size={22} aria-hidden="true" />{t.paused}</p>
        {clock.remainingPromisedDays !== null && <p>{t.pausedRemaining(clock.remainingPromisedDays)}</p>}
      </>
    );
  }
  return clock.remainingPromisedDays === null ? null : <p className="clock__remaining">{t.remaining(clock.remainingPromisedDays)}</p>;
}

/** How long it may take and how much of that is left; every stretch that did not count is listed with its reason. */
export function ClockCard({ one }: { one: CaseView }) {
  const { clock } = one;
  return (
    <Card title={text.case.clock} compact className="case-clock" aside={clock.level === 'normal' ? undefined : <Badge tone={tones[clock.level]}>{t.levels[clock.level]}</Badge>}>
      <div className="stack stack--tight">
        <Head one={one} />
        <Used clock={clock} />
        <ul className="clock__limits">
          <li>{t.promised(clock.promisedDays)}{clock.promisedDueOn && clock.state === 'running' && <span>{t.dueOn(formatDate(clock.promisedDueOn))}</span>}</li>
          <li>{t.legal(clock.legalDays)}{clock.legalDueOn && clock.state === 'running' && <span>{t.dueOn(formatDate(clock.legalDueOn))}</span>}</li>
        </ul>
        {clock.provisional && <p className="muted">{t.provisional}</p>}
        <Segments clock={clock} />
      </div>
    </Card>
  );
}
