import { useQueryClient } from '@tanstack/react-query';
import { ruleSeverities, type RuleParameterValue, type RuleSeverity } from '@tongban/server/src/modules/catalog/contract.ts';
import { listRules, listRuns, saveRule, type QualityRuleView, type RuleParameterView } from '@tongban/server/src/modules/item-quality/contract.ts';
import { App, Button, Drawer, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { Lack } from '../../shared/form/Lack.tsx';
import { useMissing } from '../../shared/form/use-missing.ts';
import { formatDateTime } from '../../shared/format/dates.ts';
import { Facts } from '../../shared/page/Page.tsx';
import { ProblemAlert } from '../../shared/problem/ProblemAlert.tsx';
import { text as sharedText } from '../../shared/text.ts';
import { useAction } from '../../shared/use-action.ts';
import { text } from './text.ts';

const words = text.rule;

/** A rule in full, and what a city may set about it: how it weighs and with which values, with a reason. */
export function RuleDrawer({ rule, editable, onClose }: { rule: QualityRuleView; editable: boolean; onClose: () => void }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { run, busy, problem } = useAction(saveRule);
  const [severity, setSeverity] = useState<RuleSeverity>(rule.severity);
  const [values, setValues] = useState<Readonly<Record<string, RuleParameterValue>>>(() => Object.fromEntries(rule.parameters.map(({ name, value }) => [name, value])));
  const [reason, setReason] = useState('');
  const refresh = () => { for (const operation of [listRules, listRuns]) void client.invalidateQueries({ queryKey: [operation.id] }); };
  const missing = useMissing({ 'rule-reason': reason.trim().length < 5 && sharedText.missing.atLeast(words.reason, 5) });
  const send = () => {
    if (!missing.check()) return;
    const parameters = Object.fromEntries(rule.parameters.flatMap(({ name, own }) => {
      const value = cleaned(values[name] ?? own);
      return JSON.stringify(value) === JSON.stringify(own) ? [] : [[name, value] as const];
    }));
    void run({ params: { ruleId: rule.id }, body: { revision: rule.revision, severity: severity === rule.ownSeverity ? null : severity, parameters, reason: reason.trim() } }, () => {
      void message.success(words.saved);
      refresh();
      onClose();
    });
  };
  const reset = () => {
    setSeverity(rule.ownSeverity);
    setValues(Object.fromEntries(rule.parameters.map(({ name, own }) => [name, own])));
  };
  return (
    <Drawer open title={rule.title} onClose={onClose} size={560}>
      <Facts items={[{ label: words.message, value: rule.message }, { label: words.mend, value: rule.mend }, { label: words.basis, value: `${rule.basis}（${words.version(rule.version)}）` }]} />
      {rule.changed ? <p className="muted small quality-note">{words.lastChange(rule.changed.byName, formatDateTime(rule.changed.at), rule.changed.reason)}</p> : null}
      {editable ? null : <p className="muted quality-note">{words.readOnly}</p>}
      <ProblemAlert problem={problem} onRefresh={refresh} labels={{ reason: words.reason }} />
      <div className="quality-form">
        <label id="rule-severity">{words.severity}<span className="faint small">　{words.ownSeverity(text.severity[rule.ownSeverity])}</span></label>
        <Radio.Group
          aria-labelledby="rule-severity" disabled={!editable} value={severity} vertical options={ruleSeverities.map((one) => ({ value: one, label: words.severities[one] }))}
          onChange={(event) => setSeverity(ruleSeverities.find((one) => one === event.target.value) ?? rule.severity)}
        />
        {rule.parameters.map((parameter) => (
          <ParameterField key={parameter.name} parameter={parameter} value={values[parameter.name] ?? parameter.value} disabled={!editable} onChange={(value) => setValues((before) => ({ ...before, [parameter.name]: value }))} />
        ))}
        {editable ? (
          <>
            <label htmlFor="rule-reason">{words.reason}</label>
            <Input.TextArea id="rule-reason" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
            <Lack text={missing.of('rule-reason')} />
            <div className="quality-form__foot">
              <Button onClick={reset}>{words.reset}</Button>
              <Button type="primary" loading={busy} onClick={send}>{words.save}</Button>
            </div>
          </>
        ) : null}
      </div>
    </Drawer>
  );
}

interface ParameterFieldProps { parameter: RuleParameterView; value: RuleParameterValue; disabled: boolean; onChange: (value: RuleParameterValue) => void }

function ParameterField({ parameter, value, disabled, onChange }: ParameterFieldProps) {
  const id = `rule-${parameter.name}`;
  return (
    <>
      <label htmlFor={id}>{parameter.label}{parameter.hint ? <span className="faint small">　{parameter.hint}</span> : null}</label>
      {typeof value === 'number' ? (
        <InputNumber
          id={id} precision={0} disabled={disabled} value={value} {...(parameter.minimum === undefined ? {} : { min: parameter.minimum })} {...(parameter.maximum === undefined ? {} : { max: parameter.maximum })}
          onChange={(next) => onChange(next ?? value)}
        />
      ) : <Input.TextArea id={id} disabled={disabled} autoSize={{ minRows: 3, maxRows: 12 }} value={value.join('\n')} onChange={(event) => onChange(event.target.value.split('\n'))} />}
    </>
  );
}

function cleaned(value: RuleParameterValue): RuleParameterValue {
  return typeof value === 'number' ? value : value.map((line) => line.trim()).filter((line) => line !== '');
}
