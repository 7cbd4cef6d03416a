import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { typeLabels } from '@tongban/decision-tables';
import { App, Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { Empty } from '../../../shared/list/Empty.tsx';
import { freeName, newId, type RuleInput } from '../model/draft.ts';
import { renameEverywhere } from '../model/rename.ts';
import { text } from '../text.ts';
import { NameField } from './NameField.tsx';
import { AllowedValues, Flag, TypeSelect, withMembers, withType } from './ShapeFields.tsx';
import type { SectionProps } from './section.ts';

const words = text.inputs;

type Field = NonNullable<RuleInput['fields']>[number];

/** What the rules are told: names, types, allowed values, and whether something may be missing. */
export function InputsSection({ draft, judgement, disabled, change }: SectionProps) {
  const { content } = draft;
  const { modal } = App.useApp();
  const put = (inputs: RuleInput[], part: string) => change({ ...draft, content: { ...content, inputs } }, part);
  const replace = (id: string, next: RuleInput) => put(content.inputs.map((input) => (input.id === id ? next : input)), `input ${id}`);
  const add = () => {
    const input: RuleInput = { id: newId('i'), name: freeName(content, words.newName), type: 'text' };
    put([...content.inputs, input], 'inputs');
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>(`#rule-input-${input.id}`)?.select());
  };
  const remove = ({ id, name }: RuleInput) => {
    const users = content.decisions.filter(({ requires }) => requires.includes(name)).map((decision) => decision.name);
    const perform = () => change({ ...draft, content: { inputs: content.inputs.filter((input) => input.id !== id), decisions: content.decisions.map((decision) => ({ ...decision, requires: decision.requires.filter((required) => required !== name) })) } }, 'inputs');
    if (users.length === 0) perform();
    else modal.confirm({ title: words.removeTitle(name), content: words.removeUsed(users.join('、')), okText: words.remove, cancelText: text.cancel, okButtonProps: { danger: true }, onOk: perform });
  };
  const move = (index: number, step: -1 | 1) => {
    const inputs = [...content.inputs];
    const [input] = inputs.splice(index, 1);
    if (input) inputs.splice(index + step, 0, input);
    put(inputs, `order ${index} ${step}`);
  };
  if (disabled) return <InputsView inputs={content.inputs} />;
  return (
    <div className="rule-section">
      <p className="muted">{words.lead}</p>
      {content.inputs.length === 0 ? <Empty title={words.empty[0] ?? ''}>{words.empty[1]}</Empty> : (
        <div className="rule-scroll">
          <table className="rule-table rule-inputs">
            <thead><tr>{words.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
            {content.inputs.map((input, index) => {
              const problems = judgement.problems.filter((problem) => problem.input === input.name);
              return (
                <tbody key={input.id}>
                  <tr>
                    <td><NameField id={`rule-input-${input.id}`} label={words.name(input.name)} value={input.name} wrong={problems.some(({ code }) => code.startsWith('name'))} onChange={(name) => change(renameEverywhere(draft, input.name, name), `input ${input.id} name`)} /></td>
                    <td><Input aria-label={words.label(input.name)} value={input.label ?? ''} maxLength={100} placeholder={input.name} onChange={({ target }) => replace(input.id, withMembers(input, { label: target.value === '' ? undefined : target.value }))} /></td>
                    <td className="is-type"><TypeSelect id={`rule-type-${input.id}`} label={words.type(input.name)} value={input.type} onChange={(type) => replace(input.id, withType(input, type))} /></td>
                    <td><AllowedValues id={`rule-allowed-${input.id}`} label={words.allowed(input.name)} type={input.type} value={input.allowedValues} onChange={(allowedValues) => replace(input.id, withMembers(input, { allowedValues }))} /></td>
                    <td className="is-flags">
                      <Flag label={words.list} value={input.list} onChange={(list) => replace(input.id, withMembers(input, { list }))} />
                      <Flag label={words.optional} value={input.optional} onChange={(optional) => replace(input.id, withMembers(input, { optional }))} />
                    </td>
                    <td className="nowrap">
                      <Button type="text" size="small" icon={<ArrowUpOutlined />} aria-label={words.up(input.name)} disabled={index === 0} onClick={() => move(index, -1)} />
                      <Button type="text" size="small" icon={<ArrowDownOutlined />} aria-label={words.down(input.name)} disabled={index === content.inputs.length - 1} onClick={() => move(index, 1)} />
                      <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={words.removeOne(input.name)} onClick={() => remove(input)} />
                    </td>
                  </tr>
                  {problems.filter(({ code }) => !code.startsWith('allowed-values')).map(({ code, message }) => <tr key={code}><td colSpan={6} className="rule-fault">{message}</td></tr>)}
                  {input.type === 'record' ? <tr><td colSpan={6}><RecordFields name={input.name} fields={input.fields ?? []} onChange={(fields) => replace(input.id, { ...input, fields })} /></td></tr> : null}
                </tbody>
              );
            })}
          </table>
        </div>
      )}
      <Button id="rule-add-input" disabled={content.inputs.length >= 100} onClick={add}>{words.add}</Button>
    </div>
  );
}

/** The data of a version that is only read. */
function InputsView({ inputs }: { inputs: readonly RuleInput[] }) {
  const line = (input: RuleInput | Field, name: string, label: string): ReactNode => (
    <tr key={name}>
      <td>{name}</td><td>{label}</td><td className="nowrap">{typeLabels[input.type]}{input.list === true ? words.ofList : ''}</td><td className="code small">{input.allowedValues}</td><td>{input.optional === true ? words.optional : ''}</td>
    </tr>
  );
  return (
    <div className="rule-section">
      {inputs.length === 0 ? <p className="muted">{words.empty[0]}</p> : (
        <div className="rule-scroll">
          <table className="rule-table">
            <thead><tr>{words.columns.slice(0, 5).map((title) => <th key={title} scope="col">{title}</th>)}</tr></thead>
            <tbody>{inputs.flatMap((input) => [line(input, input.name, input.label ?? ''), ...(input.fields ?? []).map((field) => line(field, `${input.name}.${field.name}`, ''))])}</tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** The fields of a record. */
function RecordFields({ name, fields, onChange }: { name: string; fields: readonly Field[]; onChange: (fields: Field[]) => void }) {
  const replace = (index: number, next: Field) => onChange(fields.map((field, at) => (at === index ? next : field)));
  return (
    <div className="rule-fields">
      <p className="muted small">{words.fields(name)}</p>
      {fields.map((field, index) => (
        <div key={index}>
          <NameField id={`rule-field-${name}-${index}`} label={words.fieldName(index + 1)} value={field.name} onChange={(next) => replace(index, { ...field, name: next })} />
          <TypeSelect id={`rule-field-type-${name}-${index}`} label={words.type(field.name)} value={field.type} types={['text', 'number', 'integer', 'boolean', 'date', 'any']} onChange={(type) => replace(index, withType(field, type))} />
          <AllowedValues id={`rule-field-allowed-${name}-${index}`} label={words.allowed(field.name)} type={field.type} value={field.allowedValues} onChange={(allowedValues) => replace(index, withMembers(field, { allowedValues }))} />
          <Flag label={words.optional} value={field.optional} onChange={(optional) => replace(index, withMembers(field, { optional }))} />
          <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={words.removeOne(field.name)} onClick={() => onChange(fields.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button size="small" disabled={fields.length >= 50} onClick={() => onChange([...fields, { name: words.fieldNew(fields.length + 1), type: 'text' }])}>{words.addField}</Button>
    </div>
  );
}
