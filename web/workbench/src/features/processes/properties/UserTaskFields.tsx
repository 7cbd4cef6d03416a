import { Checkbox, Select } from 'antd';
import { useId } from 'react';
import type { Moddle } from '../../../shared/diagram/services.ts';
import { text } from '../text.ts';
import { bodyOf, textOf } from './candidates.ts';
import { Candidates } from './Candidates.tsx';
import { ExpressionField, Field, Labelled } from './Field.tsx';
import type { PartProps } from './part-props.ts';
import { StepForm } from './StepForm.tsx';
import { StepNotices } from './StepNotices.tsx';
import { StepRules } from './StepRules.tsx';

const words = text.properties;

/** Whole working days, or an expression. */
export function checkDays(value: string): string | undefined {
  return value === '' || value.startsWith('=') || /^[1-9]\d{0,3}$/.test(value) ? undefined : words.badLimit;
}

/** What a person's step is: its part in the handling, who may do it, within how long, with which form, by how many. */
export function UserTaskFields({ drawing, element, disabled }: PartProps) {
  const id = useId();
  const { businessObject } = element;
  const loop = businessObject.get('loopCharacteristics') as Moddle | undefined;
  const set = (name: string, value: string) => drawing.update(element, { [`tongban:${name}`]: value === '' ? undefined : value });
  const choice = (name: 'step' | 'noHandler', label: string, names: Readonly<Record<string, string>>, otherwise: string) => (
    <Labelled label={label} id={`${id}-${name}`}>
      <Select id={`${id}-${name}`} disabled={disabled} value={textOf(businessObject, `tongban:${name}`) || otherwise} options={Object.entries(names).map(([value, text_]) => ({ value, label: text_ }))} onChange={(value: string) => set(name, value)} />
    </Labelled>
  );
  return (
    <>
      {choice('step', words.step, words.steps, 'custom')}
      <Candidates drawing={drawing} element={element} disabled={disabled} elementVariable={loop ? textOf(loop, 'tongban:elementVariable') || 'element' : undefined} />
      {choice('noHandler', words.noHandler, words.noHandlers, 'administrator')}
      <Field label={words.limit} help={words.limitHelp} value={textOf(businessObject, 'tongban:limitWorkingDays')} maxLength={200} check={checkDays} disabled={disabled} onCommit={(value) => set('limitWorkingDays', value)} />
      <Field label={words.reviewOrganisation} placeholder="=departments.lead" value={textOf(businessObject, 'tongban:reviewOrganisation')} disabled={disabled} onCommit={(value) => set('reviewOrganisation', value)} />
      <StepForm drawing={drawing} element={element} disabled={disabled} />
      <StepNotices drawing={drawing} element={element} disabled={disabled} />
      <StepRules drawing={drawing} element={element} disabled={disabled} />
      <MultiFields drawing={drawing} element={element} disabled={disabled} />
    </>
  );
}

/** 会签: the list of those who each do it, one after another or at once, and when enough have. */
export function MultiFields({ drawing, element, disabled }: PartProps) {
  const loop = element.businessObject.get('loopCharacteristics') as Moddle | undefined;
  const many = loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics';
  const turn = (on: boolean) => drawing.update(element, {
    loopCharacteristics: on ? drawing.make('bpmn:MultiInstanceLoopCharacteristics', { 'tongban:collection': '=departments.joint', 'tongban:elementVariable': 'department' }) : undefined,
  });
  const set = (properties: Record<string, unknown>) => { if (loop) drawing.updatePart(element, loop, properties); };
  return (
    <fieldset className="process-part">
      <legend>{words.multi}</legend>
      <Checkbox checked={many} disabled={disabled} onChange={({ target }) => turn(target.checked)}>{words.multiHelp}</Checkbox>
      {many ? (
        <>
          <ExpressionField label={words.collection} help={words.collections['=departments.joint']} value={textOf(loop, 'tongban:collection').replace(/^=/, '')} disabled={disabled} onCommit={(value) => { if (value !== '') set({ 'tongban:collection': `=${value}` }); }} />
          <Field label={words.elementVariable} help={words.elementHelp} value={textOf(loop, 'tongban:elementVariable')} maxLength={60} disabled={disabled} onCommit={(value) => set({ 'tongban:elementVariable': value === '' ? undefined : value })} />
          <ExpressionField label={words.completion} help={words.completionHelp} optional value={bodyOf(loop, 'completionCondition').replace(/^=/, '')} disabled={disabled} onCommit={(value) => set({ completionCondition: value === '' ? undefined : drawing.make('bpmn:FormalExpression', { body: value }) })} />
          <Checkbox checked={loop.get('isSequential') === true} disabled={disabled} onChange={({ target }) => set({ isSequential: target.checked })}>{words.sequential}</Checkbox>
          <p className="faint small">{words.sequentialHelp}</p>
        </>
      ) : null}
    </fieldset>
  );
}
