import { Input } from 'antd';
import { PhraseButton, withPhrase } from '../../../shared/PhraseButton.tsx';
import { Part } from './ActionDrawer.tsx';

interface WritingProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  phrases?: readonly string[];
  rows?: number;
  maxLength?: number;
  hint?: string;
  lack?: string | undefined;
  autoFocus?: boolean;
}

/** A text to be written, with common phrases. */
export function Writing({ id, label, value, onChange, phrases, rows = 4, maxLength = 2000, hint, lack, autoFocus = false }: WritingProps) {
  return (
    <Part label={label} htmlFor={id} lack={lack} {...(hint ? { hint } : {})}>
      <div className="writing">
        <Input.TextArea
          id={id}
          value={value}
          rows={rows}
          maxLength={maxLength}
          showCount={value.length > maxLength * 0.8}
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
        {phrases ? <PhraseButton phrases={phrases} onPick={(phrase) => onChange(withPhrase(value, phrase))} /> : null}
      </div>
    </Part>
  );
}
