import type { CaseClock, CaseView } from '@tongban/server/src/modules/cases/contract.ts';
import { Popover } from 'antd';
import { LevelTag } from '../../../shared/case/tags.tsx';
import { formatDate, formatDue, formatShortDate, today } from '../../../shared/format/dates.ts';
import { text } from '../text.ts';

const words = text.clock;

/** The legal clock: what is left, both deadlines, and who has it now. */
export function ClockCard({ view }: { view: CaseView }) {
  const { clock } = view;
  return (
    <section className="clock" aria-label={words.title}>
      <div className="clock__main">
        <ClockFigure view={view} />
        <span className="clock__level">
          <LevelTag level={clock.level} />
        </span>
      </div>
      {clock.state === 'not-started' ? null : <ClockBar clock={clock} />}
      <dl className="clock__dates">
        <div>
          <dt>{words.promised}</dt>
          <dd>
            {words.days(clock.promisedDays)}
            {clock.promisedDueOn ? ` · ${formatShortDate(clock.promisedDueOn)}` : ''}
          </dd>
        </div>
        <div>
          <dt>{words.legal}</dt>
          <dd>
            {words.days(clock.legalDays)}
            {clock.legalDueOn ? ` · ${formatShortDate(clock.legalDueOn)}` : ''}
          </dd>
        </div>
      </dl>
      {clock.provisional ? <p className="small clock__warning">{words.provisional}</p> : null}
      <p className="clock__tasks">
        <span className="muted">{words.tasks}：</span>
        {view.tasks.length === 0 ? words.noTasks : view.tasks.map((task) => `${task.name}（${task.handler}）`).join('、')}
      </p>
      {clock.segments.length > 1 ? <Segments clock={clock} /> : null}
    </section>
  );
}

function ClockFigure({ view }: { view: CaseView }) {
  const { clock } = view;
  if (view.status === 'submitted') return <Deadline label={words.acceptBy} date={view.acceptanceDueOn} />;
  if (view.status === 'supplementing') return <Deadline label={words.supplementBy} date={view.supplement?.dueOn ?? null} />;
  if (view.status === 'decided') return <Deadline label={words.deliverBy} date={view.deliveryDueOn} />;
  if (clock.state === 'stopped')
    return (
      <p className="clock__figure is-quiet">
        {words.stopped}
        <small>{clock.consumedDays === null ? '' : `${words.used} ${words.days(clock.consumedDays)}`}</small>
      </p>
    );
  if (clock.state === 'paused')
    return (
      <p className="clock__figure is-quiet">
        {words.paused}
        <small>{clock.remainingPromisedDays === null ? '' : `${words.left} ${words.days(clock.remainingPromisedDays)}`}</small>
      </p>
    );
  const left = clock.remainingPromisedDays;
  if (left === null) return <p className="clock__figure is-quiet">{words.notStarted}</p>;
  if (clock.promisedDays === 0) return <p className="clock__figure">{words.immediate}</p>;
  const tone = clock.level === 'normal' ? '' : clock.level === 'warning' ? ' is-warning' : ' is-danger';
  if (left === 0 && clock.level === 'warning') return <p className={`clock__figure${tone}`}>{words.todayLast}</p>;
  return (
    <p className={`clock__figure${tone}`}>
      {left < 0 ? words.over : words.left} <b>{Math.abs(left)}</b> {words.unit}
    </p>
  );
}

function Deadline({ label, date }: { label: string; date: string | null }) {
  if (!date) return <p className="clock__figure is-quiet">{words.notStarted}</p>;
  const now = today();
  const tone = date < now ? ' is-danger' : date === now ? ' is-warning' : '';
  return (
    <p className={`clock__figure${tone}`} title={formatDate(date)}>
      {label} <b>{formatDue(date, now)}</b>
    </p>
  );
}

/** Days used against the promised limit, with the legal limit as the end of the bar. */
function ClockBar({ clock }: { clock: CaseClock }) {
  const whole = Math.max(clock.legalDays, clock.promisedDays, clock.consumedDays ?? 0, 1);
  const share = (days: number) => `${Math.min(100, (days / whole) * 100)}%`;
  return (
    <div className={`clock__bar is-${clock.level}${clock.state === 'running' ? '' : ' is-still'}`} aria-hidden="true">
      <i style={{ width: share(clock.consumedDays ?? 0) }} />
      <span style={{ left: share(clock.promisedDays) }} />
    </div>
  );
}

function Segments({ clock }: { clock: CaseClock }) {
  const list = (
    <ul className="clock__segments">
      {clock.segments.map((segment, index) => (
        <li key={index}>
          <span>{words[segment.kind]}</span>
          <span className="number">
            {formatShortDate(segment.from)} – {segment.to ? formatShortDate(segment.to) : words.now}
          </span>
          <span className="number">{segment.days === null ? '' : words.days(segment.days)}</span>
          {segment.reason ? <span className="muted">{segment.reason}</span> : null}
        </li>
      ))}
    </ul>
  );
  return (
    <Popover content={list} title={words.segments} trigger={['click', 'hover']} placement="leftTop">
      <button type="button" className="link-button">
        {words.segments}
      </button>
    </Popover>
  );
}
