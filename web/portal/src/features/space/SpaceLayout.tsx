import { useQuery } from '@tanstack/react-query';
import { BellRing, FilePen, FolderClock, Handshake, IdCard, LayoutDashboard, MessageSquareWarning, QrCode, ScanEye, UserCog } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { countUnreadMessages } from '@tongban/server/src/kernel/messaging/contract.ts';
import { api } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { RequireAccount } from '../../shared/session/RequireAccount.tsx';
import type { Account } from '../../shared/session/session.ts';
import { ActingSwitch } from './ActingSwitch.tsx';
import { text } from './text.ts';
import './space.css';

const parts = [
  { to: links.space(), label: text.parts.overview, Icon: LayoutDashboard },
  { to: links.space('cases'), label: text.parts.cases, Icon: FolderClock },
  { to: links.space('drafts'), label: text.parts.drafts, Icon: FilePen },
  { to: links.space('licences'), label: text.parts.licences, Icon: IdCard },
  { to: links.shareCodes(), label: text.parts.shareCodes, Icon: QrCode },
  { to: links.space('messages'), label: text.parts.messages, Icon: BellRing },
  { to: links.space('mandates'), label: text.parts.mandates, Icon: Handshake },
  { to: links.space('data-use'), label: text.parts.dataUse, Icon: ScanEye },
  { to: links.space('stuck-matters'), label: text.parts.stuckMatters, Icon: MessageSquareWarning },
  { to: links.space('account'), label: text.parts.account, Icon: UserCog },
];

export const unreadKey = ['messaging.count-unread'];

export function useUnread() {
  return useQuery({ queryKey: unreadKey, queryFn: () => api.call(countUnreadMessages, {}), refetchInterval: 60_000 });
}

/** On a phone the parts stand in a row that is pushed sideways: the current one comes into sight. */
function useCurrentInSight() {
  const { pathname } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => { list.current?.querySelector('[aria-current=page]')?.scrollIntoView({ inline: 'center', block: 'nearest' }); }, [pathname]);
  return list;
}

function Frame({ account }: { account: Account }) {
  const list = useCurrentInSight();
  const unread = useUnread().data?.count ?? 0;
  return (
    <div className="page space">
      <div className="space__side tb-no-print">
        <ActingSwitch account={account} />
        <nav aria-label={text.navigation}>
          <ul className="space__links" ref={list}>
            {parts.map(({ to, label, Icon }) => (
              <li key={to}>
                <NavLink className="space__link" to={to} end={to === links.space()}>
                  <Icon size={20} aria-hidden="true" />
                  <span>{label}</span>
                  {to === links.space('messages') && unread > 0 && <span className="space__count" aria-label={`${text.counts.unread} ${unread}`}>{unread}</span>}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      {/* Another identity has other data: everything below starts afresh. */}
      <div className="space__main" key={account.session.actingFor?.mandateId ?? 'self'}><Outlet /></div>
    </div>
  );
}

/** The frame of everything that is somebody's own. */
export function SpaceLayout() {
  return <RequireAccount>{(account) => <Frame account={account} />}</RequireAccount>;
}
