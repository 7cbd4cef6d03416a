import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { text } from './text.ts';

const positions = new Map<string, number>();

/**
 * After a move to another page: starts it at the top (or where it was left, going back), puts the focus on the
 * main part and reads out the title, as a browser does for a whole new document.
 */
export function RouteAnnouncer() {
  const { pathname, key } = useLocation();
  const kind = useNavigationType();
  const first = useRef(true);
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (first.current) { first.current = false; return; }
    const top = kind === 'POP' ? positions.get(key) ?? 0 : 0;
    window.scrollTo(0, top);
    document.getElementById('main')?.focus({ preventScroll: true });
    const timer = setTimeout(() => setMessage(text.loaded(document.title)), 400);
    return () => clearTimeout(timer);
    // A change of the query alone (a filter) is not a new page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);
  useEffect(() => {
    const remember = () => positions.set(key, window.scrollY);
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, [key]);
  return <p className="tb-hidden" aria-live="polite">{message}</p>;
}
