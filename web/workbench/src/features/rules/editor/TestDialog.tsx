import { evaluateRuleSet, failureCodes, resultShape, type CompiledRuleSet, type FailureCode } from '@tongban/decision-tables';
import type { RuleTestCase } from '@tongban/server/src/kernel/rules/contract.ts';
import { Button, Checkbox, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { labelOf, type RuleDraft } from '../model/draft.ts';
import { text } from '../text.ts';
import { ValueField } from './ValueField.tsx';

const words = text.tests;

interface TestDialogProps { testCase: RuleTestCase; draft: RuleDraft; compiled: CompiledRuleSet | undefined; onDone: (testCase: RuleTestCase) => void; onClose: () => void }

/** A test case being written: what the rules are told, and what must come of it. */
export function TestDialog({ testCase, draft, compiled, onDone, onClose }: TestDialogProps) {
  const [{ name, inputs, expected, failure }, setState] = useState(testCase);
  const [refused, setRefused] = useState<string>();
  const { content } = draft;
  const missing = useMissing({
    'test-name': name.trim() === '' && words.needName, 'test-expected': failure === undefined && Object.keys(expected).length === 0 && words.needExpected,
  });
  const change = (part: Partial<RuleTestCase>) => setState((before) => ({ ...before, ...part }));
  const take = () => {
    if (!compiled) return setRefused(words.broken);
    const outcome = evaluateRuleSet(compiled, inputs);
    setRefused(undefined);
    if (outcome.ok) setState({ id: testCase.id, name, inputs, expected: { ...outcome.results } });
    else change({ expected: {}, failure: outcome.failure.code });
  };
  const send = () => {
    if (!missing.check()) return;
    onDone({ id: testCase.id, name: name.trim(), inputs, expected: failure === undefined ? expected : {}, ...(failure !== undefined && { failure }) });
  };
  return (
    <Modal open title={words.dialog} okText={text.ok} cancelText={text.cancel} onOk={send} onCancel={onClose} width={640}>
      <div className="rule-form">
        <label htmlFor="test-name">{words.name}</label>
        <Input id="test-name" maxLength={100} value={name} placeholder={words.nameHelp} onChange={({ target }) => change({ name: target.value })} />
        <Lack text={missing.of('test-name')} />
        <h3>{words.inputs}</h3>
        {content.inputs.map((input) => (
          <div className="rule-form__pair" key={input.id}>
            <label htmlFor={`test-${input.id}`}>{labelOf(input)}</label>
            <ValueField id={`test-${input.id}`} label={labelOf(input)} shape={input} value={inputs[input.name]} onChange={(value) => change({ inputs: { ...inputs, [input.name]: value } })} />
          </div>
        ))}
        <h3>{words.expected} <Button size="small" onClick={take}>{words.take}</Button></h3>
        {refused === undefined ? null : <p className="rule-fault">{refused}</p>}
        <Radio.Group
          aria-label={words.expected} value={failure === undefined ? 'result' : 'failure'} options={[{ value: 'result', label: words.byResult }, { value: 'failure', label: words.byFailure }]}
          onChange={({ target }) => (target.value === 'result' ? setState({ id: testCase.id, name, inputs, expected }) : change({ failure: 'no-rule' }))}
        />
        {failure === undefined ? content.decisions.map((decision) => {
          const wanted = Object.hasOwn(expected, decision.name);
          return (
            <div className="rule-form__pair" key={decision.id}>
              <Checkbox
                checked={wanted}
                onChange={({ target }) => {
                  const { [decision.name]: _, ...others } = expected;
                  change({ expected: target.checked ? { ...expected, [decision.name]: null } : others });
                }}
              >
                {labelOf(decision)}
              </Checkbox>
              {wanted ? <ValueField key={JSON.stringify(expected[decision.name] === null)} id={`expected-${decision.id}`} label={words.expects(labelOf(decision))} shape={resultShape(decision)} value={expected[decision.name]} onChange={(value) => change({ expected: { ...expected, [decision.name]: value } })} /> : null}
            </div>
          );
        }) : <Select id="test-failure" aria-label={words.byFailure} value={failure as FailureCode} style={{ width: '100%' }} options={failureCodes.map((code) => ({ value: code, label: words.failures[code] }))} onChange={(code) => change({ failure: code })} />}
        <span id="test-expected" tabIndex={-1} /><Lack text={missing.of('test-expected')} />
      </div>
    </Modal>
  );
}
