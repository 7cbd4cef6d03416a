import { Input } from 'antd';
import { useState } from 'react';

interface NameFieldProps { id: string; label: string; value: string; disabled?: boolean; wrong?: boolean; maxLength?: number; placeholder?: string; onChange: (value: string) => void }

/** A name that takes effect when it is finished: everything that reads it is renamed with it. */
export function NameField({ id, label, value, disabled = false, wrong = false, maxLength = 60, placeholder, onChange }: NameFieldProps) {
  const [typed, setTyped] = useState<{ from: string; text: string }>();
  const current = typed?.from === value ? typed.text : value;
  const finish = () => {
    const next = current.trim().replace(/\s+/g, ' ');
    setTyped(undefined);
    if (next !== value) onChange(next);
  };
  return (
    <Input
      id={id} aria-label={label} value={current} disabled={disabled} maxLength={maxLength} placeholder={placeholder ?? ''} status={wrong ? 'error' : ''}
      onChange={({ target }) => setTyped({ from: value, text: target.value })} onBlur={finish} onPressEnter={finish}
    />
  );
}
