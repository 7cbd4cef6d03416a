import { Tabs } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ImportList } from './ImportList.tsx';
import { text } from './text.ts';
import { UploadButtons } from './UploadButtons.tsx';
import './item-exchange.css';

const tabs = ['imports', 'differences', 'export'] as const;

/** Lists of items in and out (CAT-12). */
export function ExchangePage() {
  const [filters, setFilters] = useFilters(['tab']);
  const tab = tabs.find((one) => one === filters.tab) ?? 'imports';
  return (
    <Page
      fill
      title={text.title}
      actions={<UploadButtons />}
      bar={
        <Tabs
          activeKey={tab}
          size="small"
          style={{ width: '100%', marginBottom: -8 }}
          items={tabs.map((key) => ({ key, label: text.tabs[key] }))}
          onChange={(next) => setFilters({ tab: next === 'imports' ? undefined : next })}
        />
      }
    >
      {tab === 'imports' ? <ImportList /> : null}
      {tab === 'differences' ? <DifferenceList /> : null}
      {tab === 'export' ? <ExportForm /> : null}
    </Page>
  );
}
