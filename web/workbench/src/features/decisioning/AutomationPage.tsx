import { Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { ItemList } from './ItemList.tsx';
import { ReviewList } from './ReviewList.tsx';
import { RunDrawer } from './RunDrawer.tsx';
import { RunList } from './RunList.tsx';
import { Statistics } from './Statistics.tsx';
import { SwitchBar } from './SwitchBar.tsx';
import { text } from './text.ts';
import './decisioning.css';

const tabs = ['items', 'results', 'reviews', 'statistics'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'q', 'model', 'state', 'organizationId', 'without', 'outcome', 'review', 'itemId', 'from', 'to', 'by', 'days', 'run'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 智能审批: which items the platform acts on, what it did and why, what people look at again, and what it brings (DEC-01, DEC-03, DEC-08). */
export function AutomationPage() {
  const [filters, setFilters] = useFilters(names);
  const reviews = useHolds('decisioning.review.perform');
  const offered = tabs.filter((one) => one !== 'reviews' || reviews);
  const tab: Tab = offered.find((one) => one === filters.tab) ?? 'items';
  return (
    <Page
      fill={tab !== 'statistics'} title={text.title}
      actions={<Segmented<Tab> value={tab} options={offered.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next })} />}
    >
      <SwitchBar />
      {tab === 'items' ? <ItemList /> : null}
      {tab === 'results' ? <RunList onOpen={(run) => setFilters({ run })} /> : null}
      {tab === 'reviews' ? <ReviewList onOpen={(run) => setFilters({ run })} /> : null}
      {tab === 'statistics' ? <Statistics /> : null}
      <RunDrawer caseId={filters.run} onClose={() => setFilters({ run: undefined })} />
    </Page>
  );
}
