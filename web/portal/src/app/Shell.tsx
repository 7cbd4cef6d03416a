import { Skeleton, SkipLink } from '@tongban/ui';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { siteName, useSite, useSiteTheme } from '../shared/site.ts';
import { CrashBoundary } from './CrashBoundary.tsx';
import { Footer } from './Footer.tsx';
import { Header } from './Header.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { RouteAnnouncer } from './RouteAnnouncer.tsx';
import { text } from './text.ts';

/** The frame of every page with its landmarks. */
export function Shell() {
  const { pathname } = useLocation();
  const site = useSite();
  useSiteTheme();
  return (
    <>
      <SkipLink target="main">{text.skip}</SkipLink>
      <RouteAnnouncer />
      <Header />
      <p className="print-head" aria-hidden="true">{siteName(site)}</p>
      <OfflineBanner />
      <main id="main" className="main" tabIndex={-1}>
        <CrashBoundary place={pathname}>
          <Suspense fallback={<div className="page"><Skeleton lines={6} /></div>}>
            <Outlet />
          </Suspense>
        </CrashBoundary>
      </main>
      <Footer />
    </>
  );
}
