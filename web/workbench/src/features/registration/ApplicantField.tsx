import { Form, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Judged } from './applicant.ts';

interface FieldProps {
  id: string;
  label: string;
  judged: Judged;
  value: string;
  attempted: boolean;
  onChange: (value: string) => void;
  /** Takes the focus when the form appears. */
  first?: boolean;
  code?: boolean;
  /** Stands in the empty field. */
  placeholder?: string;
  /** Beside the label. */
  extra?: ReactNode;
}

/** An input judged when it is left, or at once after an attempt to go on. */
export function ApplicantField({ id, label, judged, value, attempted, onChange, first = false, code = false, placeholder, extra }: FieldProps) {
  const [left, setLeft] = useState(false);
  const input = useRef<InputRef>(null);
  // What is still here may be of the person before: typing replaces it.
  useEffect(() => { if (first) input.current?.focus({ cursor: 'all' }); }, [first]);
  const told = attempted || (left && value !== '');
  const fault = told ? judged.fault : undefined;
  const note = judged.note && (value !== '' || placeholder) ? judged.note : undefined;
  return (
    <Form.Item
      label={extra ? <>{label}{extra}</> : label}
      htmlFor={id}
      {...(fault ? { validateStatus: 'error' as const, help: fault } : note ? { help: <span className="note-ok">{note}</span> } : {})}
    >
      <Input
        ref={input}
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        className={code ? 'number' : ''}
        {...(placeholder ? { placeholder } : {})}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => setLeft(true)}
        onFocus={() => setLeft(false)}
      />
    </Form.Item>
  );
}
