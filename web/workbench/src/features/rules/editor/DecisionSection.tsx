import { typeLabels } from '@tongban/decision-tables';
import { FORM_FUNCTIONS } from '@tongban/form-model';
import { App, Button, Dropdown, Input, Select } from 'antd';
import { useMemo } from 'react';
import { ExpressionInput } from '../../../shared/expression/ExpressionInput.tsx';
import { Facts } from '../../../shared/page/Page.tsx';
import type { DecisionGridProps, GridGoal } from '../grid/grid-props.ts';
import { labelOf, replaceDecision, type RuleDecision, type RuleLiteral } from '../model/draft.ts';
import { nameTypes, nameWords, readableShapes, valueWords, withRequirements } from '../model/names.ts';
import { renameEverywhere } from '../model/rename.ts';
import { text } from '../text.ts';
import { NameField } from './NameField.tsx';
import { AllowedValues, Flag, TypeSelect, withMembers, withType } from './ShapeFields.tsx';
import type { SectionProps } from './section.ts';
import { TableEditor } from './TableEditor.tsx';

const words = text.decision;

interface DecisionSectionProps extends SectionProps {
  decision: RuleDecision;
  goal: GridGoal | undefined;
  marked: ReadonlySet<number>;
  hits: DecisionGridProps['hits'];
  onGone: () => void;
}

/** One decision: its name, what it requires, and its table or expression. */
export function DecisionSection(props: DecisionSectionProps) {
  const { draft, judgement, disabled, change, decision, onGone } = props;
  const { content } = draft;
  const { modal } = App.useApp();
  const shapes = useMemo(() => readableShapes(content, decision.id), [content, decision.id]);
  const place = content.decisions.findIndex(({ id }) => id === decision.id);
  const replace = (next: RuleDecision, part: string) => change({ ...draft, content: replaceDecision(content, decision.id, () => next) }, part);
  const about = judgement.problems.filter((problem) => problem.decision === decision.name && problem.rule === undefined && problem.column === undefined);
  const remove = () => {
    const users = content.decisions.filter(({ requires }) => requires.includes(decision.name)).map(({ name }) => name);
    modal.confirm({
      title: words.removeTitle(decision.name), content: users.length > 0 ? words.removeUsed(users.join('、')) : words.removeLead, okText: words.remove, cancelText: text.cancel, okButtonProps: { danger: true },
      onOk: () => {
        change({ ...draft, content: { ...content, decisions: content.decisions.filter(({ id }) => id !== decision.id).map((other) => ({ ...other, requires: other.requires.filter((name) => name !== decision.name) })) } }, 'decisions');
        onGone();
      },
    });
  };
  const move = (step: -1 | 1) => {
    const decisions = content.decisions.filter(({ id }) => id !== decision.id);
    decisions.splice(place + step, 0, decision);
    change({ ...draft, content: { ...content, decisions } }, `order ${decision.id} ${place}`);
  };
  return (
    <div className="rule-decision">
      <h2 className="rule-print">{labelOf(decision)}</h2>
      {disabled ? <DecisionFacts decision={decision} /> : (
        <div className="rule-decision__head">
          <div>
            <label htmlFor="decision-name">{words.name}</label>
            <NameField key={decision.id} id="decision-name" label={words.name} value={decision.name} wrong={about.some(({ code }) => code.startsWith('name'))} onChange={(name) => change(renameEverywhere(draft, decision.name, name), `decision ${decision.id} name`)} />
          </div>
          <div>
            <label htmlFor="decision-label">{words.label}</label>
            <Input id="decision-label" maxLength={100} placeholder={decision.name} value={decision.label ?? ''} onChange={({ target }) => replace(withMembers(decision, { label: target.value === '' ? undefined : target.value }), `decision ${decision.id} label`)} />
          </div>
          <div className="is-wide">
            <label htmlFor="decision-requires">{words.requires}</label>
            <Select
              id="decision-requires" mode="multiple" style={{ width: '100%' }} value={decision.requires} placeholder={words.requiresHelp} maxTagCount="responsive" showSearch={{ optionFilterProp: 'label' }}
              options={[
                { label: words.inputs, options: content.inputs.map(({ name }) => ({ value: name, label: name })) },
                { label: words.decisions, options: content.decisions.filter(({ name, id }) => id !== decision.id && shapes.has(name)).map(({ name }) => ({ value: name, label: name })) },
              ]}
              onChange={(requires) => replace({ ...decision, requires }, `requires ${decision.id}`)}
            />
          </div>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [{ key: 'up', label: words.up, disabled: place === 0 }, { key: 'down', label: words.down, disabled: place === content.decisions.length - 1 }, { type: 'divider' }, { key: 'remove', label: words.remove, danger: true }],
              onClick: ({ key }) => { if (key === 'remove') remove(); else move(key === 'up' ? -1 : 1); },
            }}
          >
            <Button>{words.more}</Button>
          </Dropdown>
        </div>
      )}
      {about.length > 0 ? <ul className="rule-decision__faults" role="alert">{about.map(({ code, message }) => <li key={`${code} ${message}`}>{message}</li>)}</ul> : null}
      {decision.logic.kind === 'table' ? <TableEditor {...props} table={decision.logic} /> : (
        <LiteralEditor
          logic={decision.logic} shapes={shapes} disabled={disabled}
          onChange={(logic, part) => change({ ...draft, content: withRequirements(replaceDecision(content, decision.id, (before) => ({ ...before, logic })), decision.id) }, `${part} ${decision.id}`)}
        />
      )}
    </div>
  );
}

/** A decision of a version that is only read. */
function DecisionFacts({ decision }: { decision: RuleDecision }) {
  return <div className="rule-about"><Facts items={[{ label: words.name, value: labelOf(decision) }, { label: words.requires, value: decision.requires.join('、') || '—' }]} /></div>;
}

interface LiteralEditorProps { logic: RuleLiteral; shapes: ReturnType<typeof readableShapes>; disabled: boolean; onChange: (logic: RuleLiteral, part: string) => void }

function LiteralEditor({ logic, shapes, disabled, onChange }: LiteralEditorProps) {
  if (disabled) {
    return (
      <div className="rule-section">
        <Facts items={[{ label: words.expression, value: <span className="code">{logic.expression}</span> }, { label: words.type, value: `${typeLabels[logic.type]}${logic.list === true ? words.ofList : ''}` }, ...(logic.allowedValues === undefined ? [] : [{ label: words.allowed, value: <span className="code">{logic.allowedValues}</span> }])]} />
      </div>
    );
  }
  return (
    <div className="rule-form is-inside">
      <label htmlFor="literal-expression">{words.expression}</label>
      <ExpressionInput id="literal-expression" label={words.expression} rows={4} value={logic.expression} disabled={disabled} names={nameTypes(shapes)} functions={FORM_FUNCTIONS} vocabulary={{ names: nameWords(shapes), values: valueWords(logic) }} placeholder={words.expressionHelp} onChange={(expression) => onChange({ ...logic, expression }, 'expression')} />
      <label htmlFor="literal-type">{words.type}</label>
      <TypeSelect id="literal-type" label={words.type} value={logic.type} disabled={disabled} onChange={(type) => onChange(withType(logic, type), 'type')} />
      <label htmlFor="literal-allowed">{words.allowed}</label>
      <AllowedValues id="literal-allowed" label={words.allowed} type={logic.type} value={logic.allowedValues} disabled={disabled} onChange={(allowedValues) => onChange(withMembers(logic, { allowedValues }), 'allowed')} />
      <p>
        <Flag label={words.list} value={logic.list} disabled={disabled} onChange={(list) => onChange(withMembers(logic, { list }), 'list')} />
        <Flag label={words.optional} value={logic.optional} disabled={disabled} onChange={(optional) => onChange(withMembers(logic, { optional }), 'optional')} />
      </p>
    </div>
  );
}
