import { Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { ElementList } from './elements/ElementList.tsx';
import { FormList } from './FormList.tsx';
import { PartList } from './PartList.tsx';
import { ServiceList } from './ServiceList.tsx';
import { text } from './text.ts';
import './form-management.css';

const tabs = ['forms', 'parts', 'elements', 'services'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'q', 'state', 'part', 'own', 'element', 'type', 'sensitivity', 'source', 'used', 'code'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 表单管理: all forms, what they share, and the data elements they are bound to (FRM-02, FRM-04). */
export function FormsPage() {
  const [filters, setFilters] = useFilters(names);
  const tab: Tab = tabs.find((one) => one === filters.tab) ?? 'forms';
  return (
    <Page fill title={text.title} actions={<Segmented<Tab> value={tab} options={tabs.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next === 'forms' ? undefined : next })} />}>
      {tab === 'forms' ? <FormList /> : null}
      {tab === 'parts' ? <PartList /> : null}
      {tab === 'elements' ? <ElementList /> : null}
      {tab === 'services' ? <ServiceList /> : null}
    </Page>
  );
}
