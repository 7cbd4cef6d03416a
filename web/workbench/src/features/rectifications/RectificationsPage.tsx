import { Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { Figures } from './Figures.tsx';
import { RatingList } from './RatingList.tsx';
import { RectificationList } from './RectificationList.tsx';
import { text } from './text.ts';
import './rectifications.css';

const tabs = ['rectifications', 'ratings', 'figures'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'state', 'finished', 'level', 'organizationId', 'from', 'to', 'months'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 差评整改: what is to be mended, all that was said, and the figures that the portal publishes (RAT-02, RAT-03). */
export function RectificationsPage() {
  const [filters, setFilters] = useFilters(names);
  const allowed: Record<Tab, boolean> = { rectifications: true, ratings: useHolds('ratings.rating.view'), figures: true };
  const offered = tabs.filter((one) => allowed[one]);
  const tab: Tab = offered.find((one) => one === filters.tab) ?? 'rectifications';
  return (
    <Page
      fill={tab !== 'figures'} title={text.title}
      actions={<Segmented<Tab> value={tab} options={offered.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next })} />}
    >
      {tab === 'rectifications' ? <RectificationList /> : null}
      {tab === 'ratings' ? <RatingList /> : null}
      {tab === 'figures' ? <Figures /> : null}
    </Page>
  );
}
