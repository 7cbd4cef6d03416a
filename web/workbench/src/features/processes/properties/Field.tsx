import { Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { ExpressionInput, expressionProblems } from '../../../shared/expression/ExpressionInput.tsx';
import { text } from '../text.ts';
import '../../../shared/form/form.css';

interface FieldProps {
  label: string;
  value: string;
  help?: string;
  placeholder?: string;
  maxLength?: number;
  disabled?: boolean;
  /** Says what is wrong with what is written; nothing is taken over meanwhile. */
  check?: (value: string) => string | undefined;
  onCommit: (value: string) => void;
}

/** A text of an element; taken over when one leaves the field or presses Enter, so that it is one step to undo. */
export function Field(props: FieldProps) {
  // Another value from outside (undo, another element) begins anew.
  return <Typed key={props.value} {...props} />;
}

function Typed({ label, value, help, placeholder, maxLength = 200, disabled = false, check, onCommit }: FieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const fault = check?.(typed.trim());
  const commit = () => { if (typed.trim() !== value && fault === undefined) onCommit(typed.trim()); };
  return (
    <Labelled label={label} id={id} help={fault === undefined ? help : undefined}>
      <Input id={id} value={typed} maxLength={maxLength} disabled={disabled} placeholder={placeholder} status={fault === undefined ? '' : 'error'} onChange={({ target }) => setTyped(target.value)} onBlur={commit} onPressEnter={commit} />
      {fault === undefined ? null : <p className="lack" role="alert">{fault}</p>}
    </Labelled>
  );
}

/** A control with its name above and a word of help below. */
export function Labelled({ label, id, help, children }: { label: string; id: string; help?: string | undefined; children: ReactNode }) {
  return (
    <div className="process-field">
      <label htmlFor={id}>{label}</label>
      {children}
      {help === undefined ? null : <p className="faint small">{help}</p>}
    </div>
  );
}

const vocabulary = { names: Object.entries(text.variables).map(([name, detail]) => ({ text: name, detail })), values: [] };

interface ExpressionFieldProps { label: string; value: string; help?: string; disabled?: boolean; optional?: boolean; onCommit: (value: string) => void }

/** A FEEL expression of an element, completed and checked while it is written; taken over when one leaves the field. */
export function ExpressionField(props: ExpressionFieldProps) {
  return <TypedExpression key={props.value} {...props} />;
}

function TypedExpression({ label, value, help, disabled = false, optional = false, onCommit }: ExpressionFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const commit = () => { if (typed.trim() !== value && (typed.trim() === '' || expressionProblems(typed, {}).length === 0)) onCommit(typed.trim()); };
  return (
    <Labelled label={label} id={id} help={help}>
      <div onBlur={commit}>
        <ExpressionInput id={id} label={label} value={typed} vocabulary={vocabulary} optional={optional} disabled={disabled} maxLength={1_000} onChange={setTyped} />
      </div>
    </Labelled>
  );
}
