import { Alert, Segmented } from 'antd';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { ModelList } from './ModelList.tsx';
import { SampleList } from './SampleList.tsx';
import { TypeList } from './TypeList.tsx';
import { text } from './text.ts';
import { useOverview } from './use-overview.ts';
import './recognition.css';

const tabs = ['types', 'samples', 'models'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'q', 'state', 'typeCode', 'origin'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 材料识别: which materials are recognised and how, what people labelled, and the classifier (DEC-05, DEC-09). */
export function RecognitionPage() {
  const [filters, setFilters] = useFilters(names);
  const tab: Tab = tabs.find((one) => one === filters.tab) ?? 'types';
  return (
    <Page fill title={text.title} actions={<Segmented<Tab> value={tab} options={tabs.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next })} />}>
      <EngineBar />
      {tab === 'types' ? <TypeList /> : null}
      {tab === 'samples' ? <SampleList /> : null}
      {tab === 'models' ? <ModelList /> : null}
    </Page>
  );
}

function EngineBar() {
  const data = useOverview();
  if (!data) return null;
  const { engine, engineHint, read, failed, corrected, medianSeconds, activeModel } = data;
  const figures = `${text.engine.figures(read, failed, corrected)}${medianSeconds === null ? '' : text.engine.median(medianSeconds)}。${text.engine.model(activeModel)}。`;
  return engine
    ? <p className="muted small recognition-engine"><strong>{text.engine.ready(engine.name, engine.version)}</strong>　{figures}</p>
    : <Alert type="warning" showIcon title={text.engine.missing} description={<>{engineHint}<br />{figures}</>} />;
}
