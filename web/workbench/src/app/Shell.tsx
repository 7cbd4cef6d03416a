import { Spin } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation, useNavigation } from 'react-router';
import { problemOf } from '../shared/api.ts';
import { keepFocus } from '../shared/keyboard/keep-focus.ts';
import { listenToShortcuts } from '../shared/keyboard/shortcuts.ts';
import { links } from '../shared/links.ts';
import { Forbidden } from '../shared/page/PageState.tsx';
import { ProblemAlert } from '../shared/problem/ProblemAlert.tsx';
import { SessionProvider, useSessionState } from '../shared/session/session.ts';
import { findPlace, isOffered } from './navigation.ts';
import { Navigation } from './Navigation.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { RouteAnnouncer } from './RouteAnnouncer.tsx';
import { ShortcutHelp } from './ShortcutHelp.tsx';
import { text } from './text.ts';
import { TopBar } from './TopBar.tsx';
import { WorkStrip } from './WorkStrip.tsx';
import './shell.css';

const CallingBar = lazy(async () => ({ default: (await import('../features/halls/calling/CallingBar.tsx')).CallingBar }));

/** The frame of every page for a signed-in officer; a visitor signs in first and comes back. */
export function Shell() {
  const { session, loading, failure, retry } = useSessionState();
  const { pathname, search } = useLocation();
  const { state } = useNavigation();
  useEffect(() => listenToShortcuts(), []);
  useEffect(() => keepFocus(), []);

  if (loading) return <div className="boot"><Spin /></div>;
  if (failure && !session) return <div className="query-problem boot"><ProblemAlert problem={problemOf(failure)} onRetry={retry} /></div>;
  if (!session) return <Navigate replace to={links.signIn(pathname === '/' ? undefined : pathname + search)} />;
  const place = findPlace(pathname);
  return (
    <SessionProvider value={session}>
      <a className="skip-link" href="#main">{text.skip}</a>
      <RouteAnnouncer />
      <div className="shell">
        <TopBar />
        <Navigation />
        <WorkStrip />
        <div className="shell__beside">
          <OfflineBanner />
          {session.permissions.includes('halls.window.call') ? <Suspense fallback={null}><CallingBar /></Suspense> : null}
        </div>
        <main id="main" className="shell__main" tabIndex={-1}>
          {state === 'loading' ? <div className="shell__progress" role="progressbar" aria-label={text.opening} /> : null}
          {place && !isOffered(place, session.permissions) ? <Forbidden /> : <Outlet key={session.account.id} />}
        </main>
      </div>
      <ShortcutHelp />
    </SessionProvider>
  );
}
