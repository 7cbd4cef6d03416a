import { CircleUserRound, Menu } from 'lucide-react';
import { useState } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import { links } from '../shared/links.ts';
import { leaveSession, useSession } from '../shared/session/session.ts';
import { siteName, useSite } from '../shared/site.ts';
import { Mark } from './Mark.tsx';
import { text } from './text.ts';
import { Toolbar } from './Toolbar.tsx';

const entries = [
  { to: links.home(), label: text.nav.home, here: (path: string) => path === '/' },
  { to: links.search({ audience: 'person' }), label: text.nav.person, here: (path: string, query: string) => path === '/search' && query.includes('audience=person') },
  { to: links.search({ audience: 'company' }), label: text.nav.company, here: (path: string, query: string) => path === '/search' && query.includes('audience=company') },
  { to: links.bundles(), label: text.nav.bundles, here: (path: string) => path.startsWith('/bundles') },
  { to: links.departments(), label: text.nav.departments, here: (path: string) => path === '/departments' },
  { to: links.progress(), label: text.nav.progress, here: (path: string) => path === '/progress' },
  { to: links.verify(), label: text.nav.verify, here: (path: string) => path.startsWith('/verify') },
  { to: links.space(), label: text.nav.space, here: (path: string) => path.startsWith('/space') },
];

function AccountLinks() {
  const { account } = useSession();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  if (account) {
    return (
      <>
        <Link className="header__account" to={links.space()}>
          <CircleUserRound size={20} aria-hidden="true" />
          <span className="header__name">{account.displayName}</span>
        </Link>
        <button type="button" className="header__account" onClick={() => void leaveSession().then(() => navigate(links.home()))}>{text.signOut}</button>
      </>
    );
  }
  const back = pathname.startsWith('/sign-in') || pathname.startsWith('/register') ? undefined : pathname + search;
  return (
    <>
      <Link className="header__account" to={links.signIn(back)}>
        <CircleUserRound size={20} aria-hidden="true" />
        {text.signIn}
      </Link>
      <Link className="header__account header__register" to={links.register()}>{text.register}</Link>
    </>
  );
}

/** The banner of every page: who publishes it, reading modes, account, main navigation. */
export function Header() {
  const { pathname, search } = useLocation();
  const [open, setOpen] = useState(false);
  const site = useSite();
  return (
    <header className="header tb-no-print">
      <div className="header__utility">
        <div className="wrap header__row">
          <Toolbar />
          <div className="header__accounts" role="group" aria-label={text.account}><AccountLinks /></div>
        </div>
      </div>
      <div className="wrap header__main">
        <Link to={links.home()} className="header__brand">
          <Mark />
          <span>
            <span className="header__site">{siteName(site)}</span>
            <span className="header__mark">{site.slogan}</span>
          </span>
        </Link>
        <button type="button" className="header__menu" aria-expanded={open} aria-controls="main-navigation" onClick={() => setOpen(!open)}>
          <Menu size={24} aria-hidden="true" />
          {text.menu}
        </button>
        <nav id="main-navigation" className="header__nav" data-open={open} aria-label={text.mainNavigation}>
          <ul className="header__links">
            {entries.map((entry) => (
              <li key={entry.to}>
                <NavLink to={entry.to} className="header__link" aria-current={entry.here(pathname, search) ? 'page' : false} onClick={() => setOpen(false)}>
                  {entry.label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
