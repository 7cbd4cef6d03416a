import type { ReplayPlan } from '@tongban/server/src/modules/replays/contract.ts';
import { Input, InputNumber, Select } from 'antd';
import { clearable } from '../../../shared/form/clearable.tsx';
import { text } from '../text.ts';
import { describeOutcome, untouched, usualOutcomes, type PlannedNode, type Typed } from './outcomes.ts';

const words = text.replay;

interface AssumptionsProps {
  plan: ReplayPlan;
  typed: Readonly<Record<string, Typed>>;
  onType: (node: string, value: Typed) => void;
  pairs: Readonly<Record<string, string>>;
  onPair: (node: string, from: string | undefined) => void;
}

/** Each step with what the chosen cases tell of it, and what is assumed where they tell nothing. */
export function Assumptions({ plan: { nodes, unpaired }, typed, onType, pairs, onPair }: AssumptionsProps) {
  const { columns } = words;
  return (
    <div className="process-scroll">
      <table className="process-table">
        <caption className="visually-hidden">{words.assumptions}</caption>
        <thead><tr>{[columns.step, columns.record, columns.most, columns.days, columns.outcome, ...(unpaired.length > 0 ? [columns.pair] : [])].map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
        <tbody>
          {nodes.map((node) => (
            <tr key={node.node}>
              <td>{node.name}<span className="faint small">　{text.compare.kinds[node.kind as keyof typeof text.compare.kinds]}</span></td>
              <td className="small">{words.visits(node.visits)}{node.median === null || node.p90 === null ? null : <><br /><span className="faint">{words.spread(words.duration(node.median), words.duration(node.p90))}</span></>}</td>
              <td className="small">{node.outcomes[0] === undefined ? <span className="faint">{words.noResult}</span> : describeOutcome(node.outcomes[0].values) || words.noResult}</td>
              <td><Days node={node} value={typed[node.node] ?? untouched} onChange={(value) => onType(node.node, value)} /></td>
              <td><Outcomes node={node} value={typed[node.node] ?? untouched} onChange={(value) => onType(node.node, value)} /></td>
              {unpaired.length > 0 ? <td>{node.visits === 0 ? <Pair node={node} unpaired={unpaired} value={pairs[node.node]} onChange={(from) => onPair(node.node, from)} /> : null}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps { node: PlannedNode; value: Typed; onChange: (value: Typed) => void }

function Days({ node: { name, median, limitWorkingDays }, value, onChange }: CellProps) {
  const otherwise = median !== null ? words.asRecorded : limitWorkingDays !== null ? words.asLimit(limitWorkingDays) : words.noTime;
  return <InputNumber aria-label={words.daysOf(name)} min={0} max={3_650} step={0.5} style={{ width: 110 }} placeholder={otherwise} value={value.days === '' ? null : Number(value.days)} onChange={(next) => onChange({ ...value, days: next === null ? '' : String(next) })} />;
}

function Outcomes({ node: { name, kind, step }, value, onChange }: CellProps) {
  const usual = usualOutcomes(step);
  if (kind === 'timer') return <span className="faint">{words.noResult}</span>;
  if (usual === undefined) return <Input.TextArea aria-label={`${name} ${words.values}`} className="code" autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2_000} placeholder={words.valuesHelp} value={value.values} onChange={({ target }) => onChange({ ...value, values: target.value })} />;
  return (
    <span className="process-replay__percents">
      {Object.entries(usual.names).map(([outcome, label]) => (
        <label key={outcome} className="process-side small">
          <span>{label}</span>
          <InputNumber
            aria-label={words.percentOf(name, label)} min={0} max={100} precision={0} style={{ width: 76 }} placeholder="—" value={value.percents[outcome] === undefined || value.percents[outcome] === '' ? null : Number(value.percents[outcome])}
            onChange={(next) => onChange({ ...value, percents: { ...value.percents, [outcome]: next === null ? '' : String(next) } })}
          />
        </label>
      ))}
    </span>
  );
}

function Pair({ node: { name }, unpaired, value, onChange }: { node: PlannedNode; unpaired: ReplayPlan['unpaired']; value: string | undefined; onChange: (from: string | undefined) => void }) {
  return <Select aria-label={words.pairOf(name)} allowClear={clearable} style={{ width: 170 }} placeholder={words.pairNone} value={value ?? null} options={unpaired.map((one) => ({ value: one.node, label: `${one.name}（${words.visits(one.visits)}）` }))} onChange={(next: string | null | undefined) => onChange(next ?? undefined)} />;
}
