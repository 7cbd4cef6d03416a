import { Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { Monitor } from './Monitor.tsx';
import { RecordDrawer } from './RecordDrawer.tsx';
import { RecordList } from './RecordList.tsx';
import { RuleList } from './RuleList.tsx';
import { text } from './text.ts';
import './dispatch.css';

const tabs = ['rules', 'monitor', 'records'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'kind', 'days', 'q', 'outcome', 'open', 'ruleSetId', 'place', 'post', 'named', 'from', 'to', 'record'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 业务分发: the rules by which work reaches people, what they did, and giving work to others (DEC-07). */
export function DispatchPage() {
  const [filters, setFilters] = useFilters(names);
  const [seesRules, seesRecords] = [useHolds('dispatch.rule-set.view'), useHolds('dispatch.record.view')];
  const offered = tabs.filter((one) => (one === 'rules' ? seesRules : seesRecords));
  const tab = offered.find((one) => one === filters.tab) ?? offered[0];
  const toRecords = (narrowed: Record<string, string | undefined>) => setFilters({ ...noFilters, tab: 'records', ...narrowed });
  return (
    <Page
      fill={tab !== 'monitor'} title={text.title}
      actions={offered.length > 1 && tab ? <Segmented<Tab> value={tab} options={offered.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next })} /> : null}
    >
      {tab === 'rules' ? <RuleList /> : null}
      {tab === 'monitor' ? <Monitor onRecords={toRecords} /> : null}
      {tab === 'records' ? <RecordList onOpen={(record) => setFilters({ record })} /> : null}
      <RecordDrawer recordId={filters.record} onClose={() => setFilters({ record: undefined })} />
    </Page>
  );
}
