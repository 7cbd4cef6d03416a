import { evaluateRuleSet, explainOutcome, type CompiledRuleSet, type ExplainedDecision, type RuleOutcome } from '@tongban/decision-tables';
import { Button } from 'antd';
import { labelOf, type RuleInput } from '../model/draft.ts';
import { text } from '../text.ts';
import { ValueField } from './ValueField.tsx';

const words = text.trial;

/** A trial run: what was filled in and what came of it. */
export interface Trial {
  readonly outcome: RuleOutcome;
  readonly explanation: readonly ExplainedDecision[];
}

export type TrialInputs = Readonly<Record<string, unknown>>;

/** Runs rules here on what was filled in; the server runs the same code. */
export function runTrial(compiled: CompiledRuleSet, inputs: TrialInputs): Trial {
  const outcome = evaluateRuleSet(compiled, inputs);
  return { outcome, explanation: explainOutcome(compiled, outcome) };
}

interface TryPanelProps {
  inputs: readonly RuleInput[];
  values: TrialInputs;
  onValues: (values: TrialInputs) => void;
  /** Undefined while the rules do not compile. */
  compiled: CompiledRuleSet | undefined;
  /** What came of the last run; undefined before the first. */
  trial: Trial | undefined;
  onRun: () => void;
  onClear: () => void;
  /** Keeps it as a test case; left out where nothing can be changed. */
  onKeep: (() => void) | undefined;
  onRow: (decision: string, rule: number) => void;
}

/** Tries the rules: a form made from the data, and why the result came out as it did. */
export function TryPanel({ inputs, values, onValues, compiled, trial, onRun, onClear, onKeep, onRow }: TryPanelProps) {
  return (
    <form className="rule-try" onSubmit={(event) => { event.preventDefault(); onRun(); }}>
      {inputs.length === 0 ? <p className="muted">{words.noInputs}</p> : inputs.map((input) => (
        <div className="rule-try__field" key={input.id}>
          <label htmlFor={`try-${input.id}`}>{labelOf(input)}{input.optional === true ? <span className="faint">{words.optional}</span> : null}</label>
          <ValueField id={`try-${input.id}`} label={labelOf(input)} shape={input} value={values[input.name]} onChange={(value) => onValues({ ...values, [input.name]: value })} />
        </div>
      ))}
      <div className="rule-try__foot">
        <Button type="primary" htmlType="submit">{words.run}</Button>
        <Button onClick={onClear}>{words.clear}</Button>
        {trial && onKeep ? <Button onClick={onKeep}>{words.keep}</Button> : null}
      </div>
      <div aria-live="polite">
        {compiled === undefined ? <p className="rule-fault">{words.broken}</p> : trial ? <Explanation trial={trial} onRow={onRow} /> : <p className="faint small">{words.lead}</p>}
      </div>
    </form>
  );
}

/** Why each decision came out as it did: which rows fitted and what each cell saw. */
export function Explanation({ trial: { outcome, explanation }, onRow }: { trial: Trial; onRow?: (decision: string, rule: number) => void }) {
  return (
    <ol className="rule-why">
      {!outcome.ok && explanation.length === 0 ? <li className="is-failed"><p>{outcome.failure.message}</p></li> : null}
      {explanation.map(({ decision, label, summary, result, seen, rules }) => (
        <li key={decision} className={result === undefined ? 'is-failed' : ''}>
          <p><b>{label}</b>{result === undefined ? null : <span className="rule-why__result">{result}</span>}</p>
          <p className="muted small">{summary}</p>
          {rules.map((rule) => (
            <div key={rule.id} className="rule-why__row">
              <button type="button" className="link-button" disabled={!onRow} onClick={() => onRow?.(decision, rule.number)}>{rule.decided ? words.decided(rule.number) : words.fitted(rule.number)}</button>
              <ul>{rule.conditions.map((condition, index) => <li key={index}>{words.condition(condition.label, condition.test, condition.value)}</li>)}</ul>
              {rule.annotation === '' ? null : <p className="faint small">{rule.annotation}</p>}
            </div>
          ))}
          {rules.length === 0 && seen.length > 0 ? <p className="faint small">{words.seen(seen.map((one) => `${one.label} ${one.value}`).join('，'))}</p> : null}
        </li>
      ))}
    </ol>
  );
}
