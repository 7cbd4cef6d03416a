import { expressionFunctions, ExpressionField } from '@tongban/expression-editor';
import { checkExpression, type ExpressionName, findField, findOptions, type FormContext, type FormDefinition, listExpressionNames } from '@tongban/form-model';
import { Button, Dropdown } from 'antd';
import { useId, useMemo, useRef } from 'react';
import { complete } from './complete.ts';
import { readAloud } from './read-aloud.ts';

interface ExpressionInputProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly definition: FormDefinition;
  /** The table in whose rows it is worked out. */
  readonly tableId?: string | undefined;
  readonly context: Pick<FormContext, 'dictionaries'>;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** What is wrong beyond the expression itself, such as a circle. */
  readonly problems?: readonly string[];
}

/** A FEEL expression with names that complete themselves, faults explained as one types, and how it reads in the words of the form (FRM-03). */
export function ExpressionInput({ label, value = '', onChange, definition, tableId, context, placeholder, disabled = false, problems = [] }: ExpressionInputProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const names = useMemo(() => listExpressionNames(definition, tableId), [definition, tableId]);
  const faults = useMemo(() => (value.trim() === '' ? [] : checkExpression(definition, value, tableId)), [definition, value, tableId]);
  const optionsOf = (name: string) => {
    const found = findField(definition, name);
    return found?.type === 'choice' || found?.type === 'choices' ? findOptions(found, context) ?? [] : [];
  };
  const write = (source: string): void => onChange(source === '' ? undefined : source);
  const insert = (text: string): void => {
    const at = field.current?.selectionStart ?? value.length;
    write(value.slice(0, at) + text + value.slice(at));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + text.length, at + text.length);
    });
  };
  return (
    <div className="fd-expression">
      <label htmlFor={id}>{label}</label>
      <ExpressionField
        id={id} ref={field} label={label} value={value} disabled={disabled} placeholder={placeholder} onChange={write} suggest={(source, cursor) => complete(source, cursor, names, optionsOf)}
        faults={[...faults, ...problems.map((message) => ({ message }))]}
      >
        {value !== '' && faults.length === 0 ? <p className="fd-reads">{`读作：${readAloud(definition, value, names)}`}</p> : null}
      </ExpressionField>
      {disabled ? null : <NameMenu names={names} onPick={insert} />}
    </div>
  );
}

function NameMenu({ names, onPick }: { readonly names: readonly ExpressionName[]; readonly onPick: (text: string) => void }) {
  const items = [
    { type: 'group' as const, key: 'fields', label: '字段', children: names.flatMap(({ name, label, kind, parts }) => (kind === 'table' || parts.length > 0
      ? [{ key: `n ${name}`, label }, ...parts.map((part) => ({ key: `n ${name}.${part.name}`, label: `${label}：${part.label}` }))]
      : [{ key: `n ${name}`, label }])) },
    { type: 'group' as const, key: 'functions', label: '函数', children: expressionFunctions.map(({ name, template, signature, meaning }) => ({ key: `f ${template.includes(`${name}(`) ? `${name}(` : template.replace('$', '')}`, label: `${signature}　${meaning}` })) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ className: 'fd-insert', items, onClick: ({ key }) => onPick(key.slice(2)) }}>
      <Button size="small" type="link" className="fd-expression__names">插入字段或函数</Button>
    </Dropdown>
  );
}
