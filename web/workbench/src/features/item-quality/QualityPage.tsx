import { Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { FindingList } from './FindingList.tsx';
import { LicenceCoverage } from './LicenceCoverage.tsx';
import { Overview } from './Overview.tsx';
import { RectificationList } from './RectificationList.tsx';
import { RuleList } from './RuleList.tsx';
import { RunBar } from './RunBar.tsx';
import { text } from './text.ts';
import './item-quality.css';

const tabs = ['overview', 'guide', 'materials', 'licences', 'rectifications', 'rules'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'q', 'organizationId', 'rule', 'severity', 'state', 'track', 'overdue', 'finished', 'group', 'changed', 'region', 'missing'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 质量检查: how right the guides are, what is wrong, who mends it until when, and by which rules (CAT-04, CAT-05, GDE-03, IND-01). */
export function QualityPage() {
  const [filters, setFilters] = useFilters(names);
  const tab: Tab = tabs.find((one) => one === filters.tab) ?? 'overview';
  return (
    <Page
      fill={tab !== 'overview'} title={text.title} aside={<RunBar />}
      actions={<Segmented<Tab> value={tab} options={tabs.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next })} />}
    >
      {tab === 'overview' ? <Overview onDrill={(change) => setFilters({ ...noFilters, ...change })} /> : null}
      {tab === 'guide' || tab === 'materials' ? <FindingList key={tab} list={tab} /> : null}
      {tab === 'licences' ? <LicenceCoverage /> : null}
      {tab === 'rectifications' ? <RectificationList /> : null}
      {tab === 'rules' ? <RuleList /> : null}
    </Page>
  );
}
