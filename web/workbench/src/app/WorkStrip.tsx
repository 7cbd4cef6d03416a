import { CloseOutlined } from '@ant-design/icons';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { useShortcut } from '../shared/keyboard/shortcuts.ts';
import { links } from '../shared/links.ts';
import { closeWorkTab, useWorkTabs } from '../shared/work-tabs.ts';
import { text } from './text.ts';

/** Several pieces of work at once, one click or Alt+1 … Alt+9 apart (INT-06); not shown for a single one. */
export function WorkStrip() {
  const tabs = useWorkTabs();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useShortcut({ keys: tabs.map((_tab, index) => `Alt+${index + 1}`), label: text.switchTab, scope: 'anywhere', whileTyping: true }, tabs.length > 1 ? (event) => {
    const tab = tabs[Number(event.code.replace('Digit', '')) - 1];
    if (tab) void navigate(tab.path);
  } : undefined);
  if (tabs.length < 2) return null;
  function close(path: string) {
    closeWorkTab(path);
    if (path !== pathname) return;
    const other = tabs.find((tab) => tab.path !== path);
    void navigate(other?.path ?? links.inbox());
  }
  return (
    <nav className="strip" aria-label={text.working}>
      {tabs.map((tab, index) => (
        <span key={tab.path} className="strip__tab">
          <NavLink to={tab.path} title={`${tab.title} ${tab.detail}（Alt+${index + 1}）`}><strong>{tab.title}</strong><span>{tab.detail}</span></NavLink>
          <button type="button" aria-label={`${text.closeTab} ${tab.title} ${tab.detail}`} onClick={() => close(tab.path)}><CloseOutlined /></button>
        </span>
      ))}
    </nav>
  );
}
