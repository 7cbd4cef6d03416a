import { findShape, type ValueShape, type ValueType } from '@tongban/decision-tables';
import { FORM_FUNCTIONS } from '@tongban/form-model';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { ExpressionInput, expressionProblems } from '../../../shared/expression/ExpressionInput.tsx';
import { Lack } from '../../../shared/form/Lack.tsx';
import { useMissing } from '../../../shared/form/use-missing.ts';
import { newId, type RuleInput, type TableInput, type TableOutput } from '../model/draft.ts';
import { nameTypes, nameWords, valueWords } from '../model/names.ts';
import { text } from '../text.ts';
import { AllowedValues, Flag, TypeSelect, withMembers } from './ShapeFields.tsx';

const words = text.column;
const simpleTypes: readonly ValueType[] = ['text', 'number', 'integer', 'boolean', 'date', 'any'];

interface ConditionDialogProps {
  column: TableInput | undefined;
  shapes: ReadonlyMap<string, ValueShape>;
  /** What was chosen; with the data that it made new. */
  onDone: (column: TableInput, added: RuleInput | undefined) => void;
  onClose: () => void;
}

/** A column of conditions: what it tests. A name that nothing has yet becomes new data of the rule set. */
export function ConditionDialog({ column, shapes, onDone, onClose }: ConditionDialogProps) {
  const [draft, setDraft] = useState<TableInput>(column ?? { id: newId('c'), expression: '' });
  const [type, setType] = useState<ValueType>('text');
  const [allowed, setAllowed] = useState<string>();
  const expression = draft.expression.trim();
  const names = nameTypes(shapes);
  const fresh = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(expression) && !shapes.has(expression) && !/^(true|false|null|if|then|else|not|and|or|in|for|some|every|return|satisfies)$/.test(expression);
  const named = findShape(expression, shapes);
  const problems = expressionProblems(expression, { names, functions: FORM_FUNCTIONS });
  const missing = useMissing({ 'column-expression': expression === '' ? words.needExpression : !fresh && problems.length > 0 ? problems[0]?.message : false });
  const send = () => {
    if (!missing.check()) return;
    const added: RuleInput | undefined = fresh ? withMembers<RuleInput>({ id: newId('i'), name: expression, type }, { allowedValues: allowed }) : undefined;
    onDone({ ...draft, expression }, added);
  };
  return (
    <Modal open title={column ? words.editCondition : words.addCondition} okText={text.ok} cancelText={text.cancel} onOk={send} onCancel={onClose} width={560} focusable={{ focusTriggerAfterClose: false }} afterOpenChange={(open) => { if (open) document.getElementById('column-expression')?.focus(); }}>
      <div className="rule-form" onKeyDown={(event) => { if (event.key === 'Enter' && !event.defaultPrevented && event.target instanceof HTMLTextAreaElement && !event.shiftKey) { event.preventDefault(); send(); } }}>
        <label htmlFor="column-expression">{words.expression}</label>
        <ExpressionInput id="column-expression" label={words.expression} value={draft.expression} maxLength={500} vocabulary={{ names: nameWords(shapes), values: [] }} {...(fresh ? {} : { names })} functions={FORM_FUNCTIONS} placeholder={words.expressionHelp} onChange={(next) => setDraft({ ...draft, expression: next })} />
        <Lack text={fresh || problems.length === 0 || expression === '' ? missing.of('column-expression') : undefined} />
        {fresh ? (
          <>
            <p className="muted small" role="status">{words.fresh(expression)}</p>
            <label htmlFor="column-type">{words.type}</label>
            <TypeSelect id="column-type" label={words.type} value={type} types={simpleTypes} onChange={setType} />
            <label htmlFor="column-allowed">{words.allowed}</label>
            <AllowedValues id="column-allowed" label={words.allowed} type={type} value={allowed} onChange={setAllowed} />
          </>
        ) : (
          <>
            <label htmlFor="column-label">{words.label}</label>
            <Input id="column-label" maxLength={100} value={draft.label ?? ''} placeholder={expression} onChange={({ target }) => setDraft(withMembers(draft, { label: target.value === '' ? undefined : target.value }))} />
            {named ? null : (
              <>
                <label htmlFor="column-type">{words.type}</label>
                <TypeSelect id="column-type" label={words.type} value={draft.type ?? 'any'} types={simpleTypes} onChange={(next) => setDraft({ ...draft, type: next })} />
              </>
            )}
            <label htmlFor="column-allowed">{words.allowed}</label>
            <AllowedValues id="column-allowed" label={words.allowed} type={draft.type ?? named?.type ?? 'any'} value={draft.allowedValues} onChange={(allowedValues) => setDraft(withMembers(draft, { allowedValues }))} />
            {named?.allowedValues === undefined || draft.allowedValues !== undefined ? null : <p className="faint small">{words.inherited(named.allowedValues)}</p>}
            <Flag label={words.optional} value={draft.optional} onChange={(optional) => setDraft(withMembers(draft, { optional }))} />
          </>
        )}
      </div>
    </Modal>
  );
}

interface ResultDialogProps { column: TableOutput | undefined; others: readonly string[]; shapes: ReadonlyMap<string, ValueShape>; onDone: (column: TableOutput) => void; onClose: () => void }

/** A column of results: its name and type, what may come out, and what stands when no row fits. */
export function ResultDialog({ column, others, shapes, onDone, onClose }: ResultDialogProps) {
  const [draft, setDraft] = useState<TableOutput>(column ?? { id: newId('o'), name: '', type: 'text' });
  const name = draft.name.trim();
  const missing = useMissing({ 'result-name': name === '' ? words.needName : others.includes(name) && words.nameTaken });
  const send = () => { if (missing.check()) onDone({ ...draft, name }); };
  return (
    <Modal open title={column ? words.editResult : words.addResult} okText={text.ok} cancelText={text.cancel} onOk={send} onCancel={onClose} width={560} focusable={{ focusTriggerAfterClose: false }} afterOpenChange={(open) => { if (open) document.getElementById('result-name')?.focus(); }}>
      <div className="rule-form">
        <label htmlFor="result-name">{words.name}</label>
        <Input id="result-name" maxLength={60} value={draft.name} onChange={({ target }) => setDraft({ ...draft, name: target.value })} onPressEnter={send} />
        <Lack text={missing.of('result-name')} />
        <label htmlFor="result-label">{words.label}</label>
        <Input id="result-label" maxLength={100} value={draft.label ?? ''} placeholder={draft.name} onChange={({ target }) => setDraft(withMembers(draft, { label: target.value === '' ? undefined : target.value }))} />
        <label htmlFor="result-type">{words.type}</label>
        <TypeSelect id="result-type" label={words.type} value={draft.type} types={simpleTypes} onChange={(type) => setDraft({ ...draft, type })} />
        <label htmlFor="result-allowed">{words.allowed}</label>
        <AllowedValues id="result-allowed" label={words.allowed} type={draft.type} value={draft.allowedValues} onChange={(allowedValues) => setDraft(withMembers(draft, { allowedValues }))} />
        <p className="faint small">{words.priority}</p>
        <label htmlFor="result-default">{words.defaultValue}</label>
        <ExpressionInput id="result-default" label={words.defaultValue} optional value={draft.defaultValue ?? ''} maxLength={500} vocabulary={{ names: nameWords(shapes), values: valueWords(draft) }} names={nameTypes(shapes)} functions={FORM_FUNCTIONS} placeholder={words.defaultHelp} onChange={(next) => setDraft(withMembers(draft, { defaultValue: next === '' ? undefined : next }))} />
        <Flag label={words.optional} value={draft.optional} onChange={(optional) => setDraft(withMembers(draft, { optional }))} />
      </div>
    </Modal>
  );
}
