import { checkExpression, type ExpressionName, findField, findOptions, type FormContext, type FormDefinition, listExpressionNames } from '@tongban/form-model';
import { Button, Dropdown, type GetRef, Input } from 'antd';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { complete, type Completing, takeCompletion } from './complete.ts';
import { FUNCTION_HELP } from './function-help.ts';
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

const NOTHING: Completing = { from: 0, completions: [] };

/** A FEEL expression with names that complete themselves, faults explained as one types, and how it reads in the words of the form (FRM-03). */
export function ExpressionInput({ label, value = '', onChange, definition, tableId, context, placeholder, disabled = false, problems = [] }: ExpressionInputProps) {
  const id = useId();
  const area = useRef<GetRef<typeof Input.TextArea>>(null);
  const caretTo = useRef<number>(undefined);
  const [offered, setOffered] = useState<Completing>(NOTHING);
  const [active, setActive] = useState(0);
  const names = useMemo(() => listExpressionNames(definition, tableId), [definition, tableId]);
  const faults = useMemo(() => (value.trim() === '' ? [] : checkExpression(definition, value, tableId).map(({ message }) => message)), [definition, value, tableId]);
  const open = offered.completions.length > 0;

  useEffect(() => {
    const caret = caretTo.current;
    caretTo.current = undefined;
    if (caret !== undefined) area.current?.resizableTextArea?.textArea.setSelectionRange(caret, caret);
  });

  const optionsOf = (name: string) => {
    const field = findField(definition, name);
    return field?.type === 'choice' || field?.type === 'choices' ? findOptions(field, context) ?? [] : [];
  };
  const write = (source: string): void => onChange(source === '' ? undefined : source);
  const offer = (source: string, caret: number): void => {
    setOffered(complete(source, caret, names, optionsOf));
    setActive(0);
  };
  const caretOf = (): number => area.current?.resizableTextArea?.textArea.selectionStart ?? value.length;
  const insert = (from: number, caret: number, text: string): void => {
    const taken = takeCompletion(value, caret, from, text);
    write(taken.source);
    caretTo.current = taken.caret;
    area.current?.focus();
    setOffered(NOTHING);
  };
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape' && open) setOffered(NOTHING);
    else if (open && event.key === 'ArrowDown') setActive((active + 1) % offered.completions.length);
    else if (open && event.key === 'ArrowUp') setActive((active - 1 + offered.completions.length) % offered.completions.length);
    else if (open && (event.key === 'Enter' || event.key === 'Tab')) insert(offered.from, caretOf(), offered.completions[active]?.text ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const all = [...faults, ...problems];
  return (
    <div className="fd-expression">
      <label htmlFor={id}>{label}</label>
      <div className="fd-expression__box">
        <Input.TextArea
          id={id} ref={area} value={value} placeholder={placeholder ?? ''} disabled={disabled} maxLength={2_000} autoSize={{ minRows: 1, maxRows: 8 }} spellCheck={false} status={all.length > 0 ? 'error' : ''}
          className="fd-expression__source" role="combobox" aria-expanded={open} aria-controls={`${id}-offered`} aria-autocomplete="list" {...(open ? { 'aria-activedescendant': `${id}-${active}` } : {})} aria-describedby={`${id}-said`}
          onChange={({ target }) => { write(target.value); offer(target.value, target.selectionStart); }} onKeyDown={keys} onBlur={() => setOffered(NOTHING)}
        />
        {open ? (
          <ul className="fd-completions" role="listbox" id={`${id}-offered`} aria-label="可以填入">
            {offered.completions.map(({ text, label: name, note }, index) => (
              <li
                key={text} id={`${id}-${index}`} role="option" aria-selected={index === active}
                // Pressed before the field loses the focus.
                onMouseDown={(event) => { event.preventDefault(); insert(offered.from, caretOf(), text); }}
              >
                <span>{name}</span><span className="fd-faint">{note}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {disabled ? null : <NameMenu names={names} onPick={(text) => { const caret = caretOf(); insert(caret, caret, text); }} />}
      <div id={`${id}-said`} aria-live="polite">
        {all.map((message) => <p key={message} className="fd-wrong">{message}</p>)}
        {value !== '' && faults.length === 0 ? <p className="fd-reads">{`读作：${readAloud(definition, value, names)}`}</p> : null}
      </div>
    </div>
  );
}

function NameMenu({ names, onPick }: { readonly names: readonly ExpressionName[]; readonly onPick: (text: string) => void }) {
  const items = [
    { type: 'group' as const, key: 'fields', label: '字段', children: names.flatMap(({ name, label, kind, parts }) => (kind === 'table' || parts.length > 0
      ? [{ key: `n ${name}`, label }, ...parts.map((part) => ({ key: `n ${name}.${part.name}`, label: `${label}：${part.label}` }))]
      : [{ key: `n ${name}`, label }])) },
    { type: 'group' as const, key: 'functions', label: '函数', children: FUNCTION_HELP.map(({ name, signature, meaning }) => ({ key: `f ${name}(`, label: `${signature}　${meaning}` })) },
  ];
  return (
    <Dropdown trigger={['click']} menu={{ className: 'fd-insert', items, onClick: ({ key }) => onPick(key.slice(2)) }}>
      <Button size="small" type="link" className="fd-expression__names">插入字段或函数</Button>
    </Dropdown>
  );
}
