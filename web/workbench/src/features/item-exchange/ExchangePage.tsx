import { useFilters } from '../../shared/list/use-filters.ts';
import { links } from '../../shared/links.ts';
import { SectionedPage, type PageSection } from '../../shared/page/SectionedPage.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ImportList } from './ImportList.tsx';
import { text } from './text.ts';
import { UploadButtons } from './UploadButtons.tsx';
import './item-exchange.css';

const tabs = ['imports', 'differences', 'export'] as const;
const sections = tabs.map((key): PageSection => ({ key, label: text.tabs[key], address: key === 'imports' ? links.itemExchange() : `${links.itemExchange()}?tab=${key}` }));

/** Lists of items in and out (CAT-12). */
export function ExchangePage() {
  const [filters] = useFilters(['tab']);
  const tab = tabs.find((one) => one === filters.tab) ?? 'imports';
  return (
    <SectionedPage title={text.title} sections={sections} current={tab} actions={<UploadButtons />}>
      {tab === 'imports' ? <ImportList /> : null}
      {tab === 'differences' ? <DifferenceList /> : null}
      {tab === 'export' ? <ExportForm /> : null}
    </SectionedPage>
  );
}
