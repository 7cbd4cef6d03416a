import { useQuery } from '@tanstack/react-query';
import { listProcessUses } from '@tongban/server/src/modules/catalog/contract.ts';
import { getProcess, type ProcessDetail } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { listReplays, planReplay, startReplay, type ReplayedCases, type ReplayPlan } from '@tongban/server/src/modules/replays/contract.ts';
import { Alert, App, Button, Input, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../../shared/api.ts';
import { addDays, formatDateTime, today } from '../../../shared/format/dates.ts';
import { PrimaryButton } from '../../../shared/keyboard/PrimaryButton.tsx';
import { DateField } from '../../../shared/list/DateField.tsx';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { links } from '../../../shared/links.ts';
import { Page, Panel } from '../../../shared/page/Page.tsx';
import { PageState } from '../../../shared/page/PageState.tsx';
import { ProblemAlert } from '../../../shared/problem/ProblemAlert.tsx';
import { QueryState } from '../../../shared/problem/QueryState.tsx';
import { useAction } from '../../../shared/use-action.ts';
import { useRefresh } from '../refresh.ts';
import { text } from '../text.ts';
import { Assumptions } from './Assumptions.tsx';
import { readAssumptions, type Typed } from './outcomes.ts';
import '../processes.css';

const words = text.replay;
const usualLimit = 200;
const mostCases = 1_000;
/** A case number as people paste it, several at once. */
const separators = /[\s,，;；、]+/u;

/** Where a draft or version of a process is tried on cases that have been handled (WFL-03). */
export function ReplayPage() {
  const { key = '' } = useParams();
  const process = useQuery({ queryKey: [getProcess.id, key], queryFn: () => api.call(getProcess, { params: { key } }) });
  return <PageState query={process}>{(detail) => <Choice detail={detail} />}</PageState>;
}

interface Which { readonly label: string; readonly value: string; readonly body: { draftId: string } | { definitionId: string } }

function targetsOf({ draft, versions }: ProcessDetail): Which[] {
  return [
    ...(draft ? [{ label: words.draft, value: 'draft', body: { draftId: draft.draftId } }] : []),
    ...versions.map(({ version, definitionId }) => ({ label: text.version(version), value: String(version), body: { definitionId } })),
  ];
}

function Choice({ detail }: { detail: ProcessDetail }) {
  const [filters, setFilters] = useFilters(['target']);
  const [cases, setCases] = useState<ReplayedCases>(() => ({ itemIds: [], numbers: [], state: 'over', submittedFrom: addDays(today(), -364), limit: usualLimit }));
  const [planned, setPlanned] = useState<{ plan: ReplayPlan; cases: ReplayedCases; target: string }>();
  const plan = useAction(planReplay);
  const targets = targetsOf(detail);
  const target = targets.find(({ value }) => value === filters.target) ?? targets[0];
  if (target === undefined) return <Page title={words.title(detail.name)}><Alert type="info" showIcon title={words.noTarget} /></Page>;
  const look = () => { void plan.run({ body: { ...target.body, cases, nodeMap: [] } }, (answer) => setPlanned({ plan: answer, cases, target: target.value })); };
  // What was looked at no longer is what would be tried once something else is chosen.
  const current = planned !== undefined && planned.cases === cases && planned.target === target.value ? planned.plan : undefined;
  return (
    <Page title={words.title(detail.name)} actions={<Link to={links.process(detail.key)}>{text.draft.toProcess}</Link>}>
      <p className="muted small">{words.lead}</p>
      <Panel title={words.cases}>
        <div className="process-replay__choice">
          <label className="process-side"><span>{words.target}</span><Select aria-label={words.target} style={{ width: 170 }} value={target.value} options={targets.map(({ label, value }) => ({ label, value }))} onChange={(next) => setFilters({ target: next })} /></label>
          <CaseFields detail={detail} cases={cases} onChange={setCases} />
          <Button type={current === undefined ? 'primary' : 'default'} loading={plan.busy} onClick={look}>{words.look}</Button>
        </div>
        <ProblemAlert problem={plan.problem} onClose={plan.clear} />
        {current === undefined ? null : <p role="status" className={current.cases === 0 ? 'is-wrong' : ''}>{words.chosen(current.cases, current.more)}</p>}
      </Panel>
      {current !== undefined && current.cases > 0 ? <Start plan={current} cases={cases} body={target.body} /> : null}
      <Panel title={words.earlier} flush><Earlier processKey={detail.key} /></Panel>
    </Page>
  );
}

function CaseFields({ detail, cases, onChange }: { detail: ProcessDetail; cases: ReplayedCases; onChange: (cases: ReplayedCases) => void }) {
  const uses = useQuery({ queryKey: [listProcessUses.id, detail.key, 'replay'], queryFn: () => api.call(listProcessUses, { params: { key: detail.key }, query: { limit: 100 } }) });
  const items = new Map((uses.data?.items ?? []).map(({ itemId, itemName }) => [itemId, itemName]));
  const change = (more: Partial<ReplayedCases>) => onChange({ ...cases, ...more });
  const without = (name: 'submittedFrom' | 'submittedTo', value: string | undefined) => {
    const { [name]: _before, ...rest } = cases;
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  return (
    <>
      <Select aria-label={words.items} mode="multiple" maxTagCount={1} style={{ width: 260 }} placeholder={words.itemsHelp} value={cases.itemIds} options={[...items].map(([value, label]) => ({ value, label }))} showSearch={{ optionFilterProp: 'label' }} onChange={(itemIds: string[]) => change({ itemIds })} />
      <label className="process-side"><span>{words.from}</span><DateField value={cases.submittedFrom} onChange={(value) => without('submittedFrom', value)} /></label>
      <label className="process-side"><span>{words.to}</span><DateField value={cases.submittedTo} onChange={(value) => without('submittedTo', value)} /></label>
      <Segmented<ReplayedCases['state']> aria-label={words.state} value={cases.state} options={(['over', 'open', 'all'] as const).map((value) => ({ value, label: words.states[value] }))} onChange={(state) => change({ state })} />
      <label className="process-side"><span>{words.limit}</span><InputNumber aria-label={words.limit} title={words.limitHelp} min={1} max={mostCases} precision={0} value={cases.limit} onChange={(limit) => { if (limit !== null) change({ limit }); }} /></label>
      <Input aria-label={words.numbers} style={{ width: 300 }} maxLength={2_000} placeholder={words.numbersHelp} onChange={({ target }) => change({ numbers: target.value.split(separators).filter((one) => one.length >= 6).slice(0, 50) })} />
    </>
  );
}

function Start({ plan, cases, body }: { plan: ReplayPlan; cases: ReplayedCases; body: Which['body'] }) {
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [pairs, setPairs] = useState<Readonly<Record<string, string>>>({});
  const [fault, setFault] = useState<string>();
  const start = useAction(startReplay);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { message } = App.useApp();
  const send = () => {
    const read = readAssumptions(plan.nodes, typed);
    setFault(read.ok ? undefined : read.message);
    if (!read.ok) return;
    const nodeMap = Object.entries(pairs).map(([to, from]) => ({ from, to }));
    void start.run({ body: { ...body, cases, nodeMap, assumptions: read.assumptions } }, ({ replayId }) => {
      void message.success(words.started);
      refresh();
      void navigate(links.processReplayRun(replayId));
    });
  };
  return (
    <Panel title={words.assumptions}>
      <p className="muted small">{words.assumptionsLead}</p>
      <Assumptions plan={plan} typed={typed} onType={(node, value) => setTyped((before) => ({ ...before, [node]: value }))} pairs={pairs} onPair={(node, from) => setPairs(({ [node]: _before, ...rest }) => (from === undefined ? rest : { ...rest, [node]: from }))} />
      {fault === undefined ? null : <Alert type="error" showIcon role="alert" title={fault} />}
      <ProblemAlert problem={start.problem} onClose={start.clear} />
      <p className="process-migration__try"><PrimaryButton loading={start.busy} onPress={send}>{words.start(plan.cases)}</PrimaryButton></p>
    </Panel>
  );
}

function Earlier({ processKey }: { processKey: string }) {
  const runs = useQuery({ queryKey: [listReplays.id, processKey], queryFn: () => api.call(listReplays, { query: { processKey } }) });
  return (
    <QueryState query={runs}>
      {({ items }) => (items.length === 0 ? <p className="muted small process-replay__none">{words.noEarlier}</p> : (
        <div className="process-scroll">
          <table className="process-table">
            <thead><tr>{words.earlierColumns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
            <tbody>
              {items.map(({ replayId, startedAt, version, total, counts, stateLabel }) => (
                <tr key={replayId}>
                  <td className="nowrap"><Link to={links.processReplayRun(replayId)}>{formatDateTime(startedAt)}</Link></td>
                  <td className="nowrap">{version === null ? words.draftShort : words.version(version)}</td>
                  <td className="number nowrap">{words.count(total)}</td>
                  <td className="small">{words.sum(counts.same, counts.changed, counts.stuck, counts.loop)}</td>
                  <td className="nowrap">{stateLabel}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </QueryState>
  );
}
