import type { StepChoices } from '@tongban/server/src/kernel/workflow/definition.contract.ts';
import { Button, Select } from 'antd';
import { useId } from 'react';
import { text } from '../text.ts';
import { readExtensions, writeExtensions } from './candidates.ts';
import { useStepChoices, withWritten } from './choices.ts';
import { ExpressionField, Field, Labelled } from './Field.tsx';
import type { PartProps } from './part-props.ts';

const words = text.step;
const type = 'tongban:Rule';
const names = ['on', 'ruleSet', 'decision', 'effect', 'value', 'message', 'inputs'] as const;
type Rule = Partial<Record<(typeof names)[number], string>>;

/** Moment and effect belong together: nothing can be kept from being done that has not begun. */
const kinds = ['enter warn', 'enter outcome', 'complete warn', 'complete block'] as const;

/** Business rules that run at a step, and what follows from what they say. */
export function StepRules({ drawing, element, disabled }: PartProps) {
  const rules = readExtensions(element, type, names);
  const { ruleSets } = useStepChoices();
  const write = (next: readonly Rule[]) => writeExtensions(drawing, element, type, next);
  const add = () => {
    const [first] = ruleSets;
    const [decision] = first?.decisions ?? [];
    write([...rules, { on: 'complete', effect: 'warn', ruleSet: first?.code, decision: decision?.name, value: decision?.results.at(-1) } as Rule]);
  };
  return (
    <fieldset className="process-part">
      <legend>{words.rules}</legend>
      <p className="faint small">{words.rulesHelp}</p>
      {rules.map((rule, index) => (
        <RuleFields
          key={index} number={index + 1} rule={rule} ruleSets={ruleSets} disabled={disabled}
          onChange={(next) => write(rules.map((one, at) => (at === index ? next : one)))} onRemove={() => write(rules.filter((_one, at) => at !== index))}
        />
      ))}
      {disabled ? null : <Button size="small" onClick={add}>{words.addRule}</Button>}
    </fieldset>
  );
}

interface RuleFieldsProps { number: number; rule: Rule; ruleSets: StepChoices['ruleSets']; disabled: boolean; onChange: (rule: Rule) => void; onRemove: () => void }

function RuleFields({ number, rule, ruleSets, disabled, onChange, onRemove }: RuleFieldsProps) {
  const id = useId();
  const { on = 'complete', effect = 'warn', ruleSet = '', decision = '', value = '', message = '', inputs = '' } = rule;
  const chosen = ruleSets.find(({ code }) => code === ruleSet);
  const results = chosen?.decisions.find(({ name }) => name === decision)?.results ?? [];
  const change = (more: Rule) => onChange({ ...rule, ...more });
  const select = (name: string, label: string, at: string, options: readonly { value: string; label: string }[], onPick: (next: string) => void, help?: string) => (
    <Labelled label={label} id={`${id}-${name}`} help={help}>
      <Select id={`${id}-${name}`} disabled={disabled} value={at === '' ? null : at} placeholder={words.choose} showSearch={{ optionFilterProp: 'label' }} options={withWritten(options, at)} onChange={(next: string | null) => { if (next !== null) onPick(next); }} />
    </Labelled>
  );
  return (
    <div className="process-candidate" role="group" aria-label={words.rule(number)}>
      <div className="process-candidate__head">
        <b className="small">{words.rule(number)}</b>
        {disabled ? null : <Button size="small" type="text" danger aria-label={words.removeRule(number)} onClick={onRemove}>{text.properties.removeCandidate}</Button>}
      </div>
      {select('kind', words.kind, `${on} ${effect}`, kinds.map((kind) => ({ value: kind, label: words.kinds[kind] })), (next) => { const [moment, does] = next.split(' '); change({ on: moment ?? 'complete', effect: does ?? 'warn' }); })}
      {select('set', words.ruleSet, ruleSet, ruleSets.map(({ code, name, number: version }) => ({ value: code, label: words.ruleSetOf(name, version) })), (next) => {
        const first = ruleSets.find(({ code }) => code === next)?.decisions[0];
        onChange({ ...rule, ruleSet: next, decision: first?.name ?? '', value: first?.results.at(-1) ?? '' });
      })}
      {select('decision', words.decision, decision, (chosen?.decisions ?? []).map(({ name }) => ({ value: name, label: name })), (next) => change({ decision: next, value: chosen?.decisions.find(({ name }) => name === next)?.results.at(-1) ?? '' }))}
      {results.length > 0 ? select('value', effect === 'outcome' ? words.passValue : words.value, value, results.map((one) => ({ value: one, label: one })), (next) => change({ value: next }))
        : <Field label={effect === 'outcome' ? words.passValue : words.value} value={value} maxLength={100} disabled={disabled} onCommit={(next) => change({ value: next })} />}
      {effect === 'outcome' ? null : <Field label={words.ruleMessage} help={words.ruleMessageHelp} value={message} maxLength={500} disabled={disabled} onCommit={(next) => change({ message: next })} />}
      <ExpressionField label={words.inputs} help={chosen === undefined ? words.inputsHelp : words.inputsOf(chosen.inputs.join('、'))} optional value={inputs.replace(/^=/, '')} disabled={disabled} onCommit={(next) => change({ inputs: next === '' ? '' : `=${next}` })} />
    </div>
  );
}
