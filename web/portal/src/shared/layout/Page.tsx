import { Breadcrumb } from '@tongban/ui';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { links } from '../links.ts';
import { siteName, useSite } from '../site.ts';
import { layoutText } from './text.ts';

export interface PageProps {
  /** Name of the page: window title, heading, last entry of the way here. */
  title: string;
  /** What the window title says when it differs, e.g. with a number. */
  windowTitle?: string;
  trail?: readonly { to: string; label: string }[];
  lead?: ReactNode;
  aside?: ReactNode;
  narrow?: boolean;
  children: ReactNode;
}

/** Sets the window's title while mounted; the route announcer reads it out. */
export function useWindowTitle(title: string): void {
  const name = siteName(useSite());
  useEffect(() => { document.title = `${title} - ${name}`; }, [title, name]);
}

/** The frame of an inner page: the way here, the heading, the content. */
export function Page({ title, windowTitle, trail = [], lead, aside, narrow = false, children }: PageProps) {
  useWindowTitle(windowTitle ?? title);
  const way = [{ to: links.home(), label: layoutText.home }, ...trail];
  return (
    <div className={narrow ? 'page page--narrow' : 'page'}>
      <Breadcrumb links={way.map((step) => <Link key={step.to} to={step.to}>{step.label}</Link>)} current={title} />
      <div className="page__head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <div className="page__lead">{lead}</div>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  );
}
