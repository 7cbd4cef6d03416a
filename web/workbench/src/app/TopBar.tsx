import { BellOutlined, FontSizeOutlined, LogoutOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { countUnreadMessages } from '@tongban/server/src/kernel/messaging/contract.ts';
import { Badge, Button, Dropdown, Tooltip } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../shared/api.ts';
import { links } from '../shared/links.ts';
import { setPreferences, usePreferences } from '../shared/preferences.ts';
import { leaveSession, useSession } from '../shared/session/session.ts';
import { text as sharedText } from '../shared/text.ts';
import { openShortcutHelp } from './ShortcutHelp.tsx';
import { DeviceTool } from './DeviceTool.tsx';
import { text } from './text.ts';
import { TopSearch } from './TopSearch.tsx';

/** Brand, search, messages, reading size, and who is signed in. */
export function TopBar() {
  const { account } = useSession();
  const { largeType } = usePreferences();
  return (
    <header className="top">
      <Link to={links.home()} className="top__brand">
        <img src={`${import.meta.env.BASE_URL}icon.svg`} alt="" width="26" height="26" />
        <strong>{sharedText.product}</strong>
        {account.organization ? <span className="top__place">{account.organization.name}</span> : null}
      </Link>
      <TopSearch />
      <div className="top__tools">
        <Tooltip title={`${text.help}（?）`}><Button type="text" icon={<QuestionCircleOutlined />} aria-label={text.help} onClick={openShortcutHelp} /></Tooltip>
        <Tooltip title={largeType ? text.normalType : text.largeType}>
          <Button
            type="text" icon={<FontSizeOutlined />} aria-pressed={largeType} className={largeType ? 'is-on' : ''}
            onClick={() => setPreferences({ largeType: !largeType })}
          >
            <span className="top__wide">{largeType ? text.normalType : text.largeType}</span>
          </Button>
        </Tooltip>
        <DeviceTool />
        <Messages />
        <AccountMenu />
      </div>
    </header>
  );
}

function Messages() {
  const navigate = useNavigate();
  const unread = useQuery({ queryKey: [countUnreadMessages.id], queryFn: () => api.call(countUnreadMessages, {}), refetchInterval: 60_000 }).data?.count ?? 0;
  return (
    <Tooltip title={unread > 0 ? text.unread(unread) : text.messages}>
      <Badge className="bar-unread" count={unread} size="small" color="#14509e">
        <Button type="text" icon={<BellOutlined />} aria-label={unread > 0 ? text.unread(unread) : text.messages} onClick={() => { void navigate(links.messages()); }} />
      </Badge>
    </Tooltip>
  );
}

function AccountMenu() {
  const { account } = useSession();
  const navigate = useNavigate();
  async function leave() {
    await leaveSession();
    void navigate(links.signIn());
  }
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'who', type: 'group', label: [account.organization?.name, ...account.posts.map((post) => post.name)].filter(Boolean).join(' · ') || account.name },
          { key: 'account', icon: <UserOutlined />, label: text.account.mine, onClick: () => { void navigate(links.account()); } },
          { type: 'divider' },
          { key: 'leave', icon: <LogoutOutlined />, label: text.account.signOut, onClick: () => { void leave(); } },
        ],
      }}
    >
      <Button type="text" className="top__account">{account.name}</Button>
    </Dropdown>
  );
}
