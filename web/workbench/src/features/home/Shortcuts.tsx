import {
  AuditOutlined,
  DashboardOutlined,
  FileDoneOutlined,
  FileSearchOutlined,
  FormOutlined,
  FrownOutlined,
  IdcardOutlined,
  MessageOutlined,
  NotificationOutlined,
  ProfileOutlined,
  ShopOutlined,
  TeamOutlined,
  UserOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import { Link } from 'react-router';
import { links } from '../../shared/links.ts';
import { Panel } from '../../shared/page/Page.tsx';
import { useSession } from '../../shared/session/session.ts';
import { text } from './text.ts';

const names = text.shortcuts;
const all = [
  { to: links.registration(), label: names.registration, icon: FormOutlined, permission: 'intake.case.register' },
  { to: links.calling(), label: names.calling, icon: NotificationOutlined, permission: 'halls.window.call' },
  { to: links.halls(), label: names.halls, icon: ShopOutlined, permission: 'halls.hall.configure' },
  { to: links.cases(), label: names.cases, icon: FileSearchOutlined, permission: 'cases.case.view' },
  { to: links.board(), label: names.board, icon: DashboardOutlined, permission: 'supervision.board.view' },
  { to: links.supervisionOrders(), label: names.supervisionOrders, icon: FileDoneOutlined, permission: 'supervision.order.issue' },
  { to: links.rectifications(), label: names.rectifications, icon: FrownOutlined, permission: 'ratings.rectification.view' },
  { to: links.catalogue(), label: names.catalogue, icon: ProfileOutlined, permission: 'catalog.item.view' },
  { to: links.licences(), label: names.licences, icon: IdcardOutlined, permission: 'licences.licence.view' },
  { to: links.roles(), label: names.roles, icon: UserSwitchOutlined, permission: 'access.role.view' },
  { to: links.staff(), label: names.staff, icon: TeamOutlined, permission: 'identity.staff-account.manage' },
  { to: links.audit(), label: names.audit, icon: AuditOutlined, permission: 'access.audit.view' },
  { to: links.outbox(), label: names.outbox, icon: MessageOutlined, permission: 'messaging.channel.view' },
  { to: links.account(), label: names.account, icon: UserOutlined, permission: undefined },
];

/** What somebody with these permissions opens most. */
export function Shortcuts() {
  const { permissions } = useSession();
  const offered = all.filter(({ permission }) => permission === undefined || permissions.includes(permission)).slice(0, 6);
  return (
    <Panel title={text.shortcuts.title}>
      <ul className="shortcuts">
        {offered.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Link to={to}>
              <Icon />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
