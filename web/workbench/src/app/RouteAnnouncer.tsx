import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** ms until the new page has named itself and a reader has finished with the link that led to it. */
const SETTLED = 400;

/**
 * After a move to another page: starts it at the top, puts the focus on its main part unless the page has put it somewhere
 * better or the move was made within it (a tab), and reads out the title, as a browser does for a whole new document.
 */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const kind = useNavigationType();
  const first = useRef(true);
  const [message, setMessage] = useState('');
  useEffect(() => {
    if (first.current) { first.current = false; return undefined; }
    const main = document.getElementById('main');
    if (kind !== 'POP') main?.scrollTo(0, 0);
    if (!main?.contains(document.activeElement)) main?.focus({ preventScroll: true });
    const timer = setTimeout(() => setMessage(document.title), SETTLED);
    return () => clearTimeout(timer);
    // A change of the query alone (a filter) is not a new page.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);
  return <p className="visually-hidden" aria-live="polite">{message}</p>;
}
