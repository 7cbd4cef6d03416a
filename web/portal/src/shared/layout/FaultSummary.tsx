import { Notice } from '@tongban/ui';
import { useEffect, useRef, type MouseEvent } from 'react';

export interface Fault {
  /** The part that is wrong; it must be able to take the focus. */
  id: string;
  message: string;
}

/** What has to be mended, taking the focus at each attempt, every entry leading to its part (WCAG 3.3.1, 2.4.3). */
export function FaultSummary({ title, faults, attempts }: { title: string; faults: readonly Fault[]; attempts: number }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) box.current?.focus();
  }, [attempts]);
  if (faults.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="danger" live title={title}>
        <ul>
          {faults.map(({ id, message }) => <li key={id}><a href={`#${id}`} onClick={focusPart}>{message}</a></li>)}
        </ul>
      </Notice>
    </div>
  );
}

/** A fragment link alone scrolls, and leaves a step behind in the history. */
function focusPart(event: MouseEvent<HTMLAnchorElement>): void {
  const part = document.getElementById(decodeURIComponent(event.currentTarget.hash.slice(1)));
  if (!part) return;
  event.preventDefault();
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: 'center' });
}
