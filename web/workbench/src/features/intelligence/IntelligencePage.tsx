import { useQuery } from '@tanstack/react-query';
import { listEngines, type EngineStatus } from '@tongban/server/src/modules/intelligence/contract.ts';
import { Button, Segmented } from 'antd';
import { api } from '../../shared/api.ts';
import { Tag } from '../../shared/case/tags.tsx';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Facts, Page } from '../../shared/page/Page.tsx';
import { QueryState } from '../../shared/problem/QueryState.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { PushList } from './PushList.tsx';
import { text } from './text.ts';
import { Trial } from './Trial.tsx';
import './intelligence.css';

const tabs = ['engines', 'pushes', 'trial'] as const;
type Tab = (typeof tabs)[number];
const tones = { ready: 'done', away: 'danger', none: 'neutral' } as const;

/** 智能能力: text recognition, language and the city brain, whether they can be used now, what they were told, and a place to try them (DEC-09). */
export function IntelligencePage() {
  const [filters, setFilters] = useFilters(['tab', 'state']);
  const mayTry = useHolds('intelligence.engine.try');
  const offered = tabs.filter((one) => one !== 'trial' || mayTry);
  const tab: Tab = offered.find((one) => one === filters.tab) ?? 'engines';
  return (
    <Page fill={tab === 'pushes'} title={text.title} actions={<Segmented<Tab> value={tab} options={offered.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ tab: next, state: undefined })} />}>
      {tab === 'engines' ? <Engines /> : null}
      {tab === 'pushes' ? <PushList state={filters.state} onFilter={(state) => setFilters({ state })} /> : null}
      {tab === 'trial' ? <Trial /> : null}
    </Page>
  );
}

function Engines() {
  const engines = useQuery({ queryKey: [listEngines.id], refetchInterval: 30_000, queryFn: async () => (await api.call(listEngines, {})).items });
  return (
    <>
      <QueryState query={engines}>{(items) => <div className="engines">{items.map((one) => <Engine key={one.kind} status={one} />)}</div>}</QueryState>
      <div><Button loading={engines.isFetching} onClick={() => { void engines.refetch(); }}>{text.refresh}</Button></div>
    </>
  );
}

function Engine({ status: { kind, state, name, version, reason, use, without, variable } }: { status: EngineStatus }) {
  return (
    <section className="frame engine" aria-label={text.labels[kind]}>
      <h2>{text.labels[kind]}　<Tag tone={tones[state]}>{text.states[state]}</Tag></h2>
      <Facts
        items={[
          ...(name === null ? [] : [{ label: text.engine, value: text.version(name, version ?? '') }]), ...(reason === null ? [] : [{ label: text.reason, value: reason }]),
          { label: text.use, value: use }, { label: text.without, value: without },
        ]}
      />
      {state === 'none' ? <p className="faint small">{text.variable(variable)}</p> : null}
    </section>
  );
}
