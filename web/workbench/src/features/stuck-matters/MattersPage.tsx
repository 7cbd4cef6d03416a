import { Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { DutyList } from './DutyList.tsx';
import { Knowledge } from './Knowledge.tsx';
import { MatterList } from './MatterList.tsx';
import { Settings } from './Settings.tsx';
import { Statistics } from './Statistics.tsx';
import { text } from './text.ts';
import './stuck-matters.css';

const tabs = ['list', 'duty', 'knowledge', 'statistics', 'settings'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'which', 'q', 'state', 'reason', 'organizationId', 'region', 'level', 'channel', 'from', 'to', 'month', 'entry', 'matter'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 办不成事: what people could not get done, who sees to it, the directors on duty, what was learnt, and the figures (STK-01, STK-02). */
export function MattersPage() {
  const [filters, setFilters] = useFilters(names);
  const allowed: Record<Tab, boolean> = {
    list: useHolds('stuck-matters.matter.view'), duty: useHolds('stuck-matters.matter.view'), knowledge: useHolds('stuck-matters.entry.view'), statistics: useHolds('stuck-matters.statistics.view'),
    settings: useHolds('stuck-matters.settings.edit'),
  };
  const offered = tabs.filter((tab) => allowed[tab]);
  const tab: Tab = offered.find((one) => one === filters.tab) ?? 'list';
  return (
    <Page
      fill title={text.title}
      actions={<Segmented<Tab> value={tab} options={offered.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next })} />}
    >
      {tab === 'list' ? <MatterList /> : null}
      {tab === 'duty' ? <DutyList /> : null}
      {tab === 'knowledge' ? <Knowledge /> : null}
      {tab === 'statistics' ? <Statistics onDrill={(change) => setFilters({ ...noFilters, which: 'all', ...change })} /> : null}
      {tab === 'settings' ? <Settings /> : null}
    </Page>
  );
}
