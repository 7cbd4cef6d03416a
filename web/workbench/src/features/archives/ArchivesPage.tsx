import { Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { ArchiveList } from './ArchiveList.tsx';
import { Figures } from './Figures.tsx';
import { Retention } from './Retention.tsx';
import { text } from './text.ts';
import './archives.css';

const tabs = ['list', 'figures', 'retention'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'state', 'q', 'organizationId', 'kept', 'expiring', 'from', 'to', 'archive'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 办件档案: the archives of cases that have ended, how far each department is, how long what is kept (INT-08). */
export function ArchivesPage() {
  const [filters, setFilters] = useFilters(names);
  const tab = tabs.find((one) => one === filters.tab) ?? 'list';
  return (
    <Page
      fill title={text.title}
      actions={<Segmented<Tab> value={tab} options={tabs.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next === 'list' ? undefined : next })} />}
    >
      {tab === 'list' ? <ArchiveList /> : null}
      {tab === 'figures' ? <Figures onDrill={(change) => setFilters({ ...noFilters, ...change })} /> : null}
      {tab === 'retention' ? <Retention /> : null}
    </Page>
  );
}
