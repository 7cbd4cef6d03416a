import { resolveCode } from '@tongban/server/src/modules/custody/contract.ts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, problemOf } from '../../shared/api.ts';
import { links } from '../../shared/links.ts';
import { useFilters } from '../../shared/list/use-filters.ts';
import { Page } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { useHolds } from '../../shared/session/session.ts';
import { BatchList } from './BatchList.tsx';
import { EnvelopeList } from './EnvelopeList.tsx';
import { Rules } from './Rules.tsx';
import { ScanField } from './ScanField.tsx';
import { text } from './text.ts';
import './custody.css';

const tabs = ['envelopes', 'batches', 'rules'] as const;
type Tab = (typeof tabs)[number];
const names = ['tab', 'view', 'side', 'q', 'leg', 'destinationId', 'from', 'to', 'state'] as const;
const noFilters = Object.fromEntries(names.map((name) => [name, undefined]));

/** 任务签收: paper that travels, the batches it is handed over in, and the rules by which it does (INT-12). */
export function CustodyPage() {
  const [filters, setFilters] = useFilters(names);
  const views = useHolds('custody.envelope.view');
  const allowed: Record<Tab, boolean> = { envelopes: views, batches: views, rules: useHolds('custody.rule.view') };
  const offered = tabs.filter((tab) => allowed[tab]);
  const tab: Tab = offered.find((one) => one === filters.tab) ?? offered[0] ?? 'envelopes';
  return (
    <Page
      fill title={text.title}
      actions={offered.length > 1 ? <Segmented<Tab> value={tab} options={offered.map((one) => ({ value: one, label: text.tabs[one] }))} onChange={(next) => setFilters({ ...noFilters, tab: next === 'envelopes' ? undefined : next })} /> : null}
      bar={views ? <Scan /> : null}
    >
      {tab === 'envelopes' ? <EnvelopeList /> : null}
      {tab === 'batches' ? <BatchList /> : null}
      {tab === 'rules' ? <Rules /> : null}
    </Page>
  );
}

/** Goes to whatever a code stands for: a batch, an envelope in its batch, or an envelope by itself. */
function Scan() {
  const navigate = useNavigate();
  const [state, setState] = useState<{ busy: boolean; failure?: unknown }>({ busy: false });
  const find = async (code: string) => {
    setState({ busy: true });
    try {
      const { batchId, envelopeId } = await api.call(resolveCode, { params: { code } });
      setState({ busy: false });
      if (batchId !== null) void navigate(links.custodyBatch(batchId, envelopeId ?? undefined));
      else if (envelopeId !== null) void navigate(links.custodyEnvelope(envelopeId));
    } catch (failure) {
      setState({ busy: false, failure });
    }
  };
  return (
    <div className="custody-scan-bar">
      <ScanField busy={state.busy} ready onCode={(code) => { void find(code); }} />
      {state.failure === undefined ? null : <ProblemAlert problem={problemOf(state.failure)} />}
    </div>
  );
}
