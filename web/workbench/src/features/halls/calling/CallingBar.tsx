import { Link, useLocation } from 'react-router';
import { links } from '../../../shared/links.ts';
import { text } from '../text.ts';
import { DeskButtons } from './DeskButtons.tsx';
import { useDesk, useDeskActions } from './use-desk.ts';
import '../halls.css';

const words = text.calling;

/** The window's number in hand and its buttons beside all other work; the calling page shows more and takes its place. */
export function CallingBar() {
  const { pathname } = useLocation();
  const { data, dataUpdatedAt } = useDesk();
  const actions = useDeskActions(data?.window?.windowId ?? '', dataUpdatedAt);
  if (!data?.window || pathname === links.calling()) return null;
  const { window, current, waitingCount } = data;
  return (
    <section className="calling-bar" aria-label={words.bar}>
      <Link to={links.calling()} title={words.open}>{words.window(window.number)}</Link>
      <span className="calling-bar__number">{current ? <><b className="number">{current.number}</b> <span className="muted">{current.stateLabel} · {current.queueName}</span></> : <span className="muted">{window.state === 'paused' ? words.paused(window.pauseReason) : words.idle}</span>}</span>
      <span className="muted">{words.waiting(waitingCount)}</span>
      <DeskButtons desk={data} actions={actions} compact />
      {actions.problem ? <span className="calling-bar__problem" role="alert">{actions.problem.title}。{actions.problem.detail}</span> : null}
    </section>
  );
}
